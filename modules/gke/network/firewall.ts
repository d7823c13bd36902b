import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import type { Construct } from "constructs";
import { limits } from "../limits";
import { nodeTag, projectName } from "../names";
import { asSet } from "../../cluster/sets";

/**
 * Address ranges of Google's services for clients in a VPC: those of the private and restricted names, and direct connectivity.
 *
 * @see https://cloud.google.com/vpc/docs/configure-private-google-access
 */
const googleAddresses = ["199.36.153.4/30", "199.36.153.8/30", "34.126.0.0/18"];

/** Common settings of all rules of a cluster. */
interface FirewallProps {
  readonly clusterName: string;
  readonly region: string;
  readonly networkId: string;

  /** Project of the network; undefined if it is the project of the cluster. */
  readonly networkProject?: string;

  /** Range of the control plane; undefined if its requests come from nodes. */
  readonly controlPlaneCidr?: string;
}

/**
 * Allows requests of the control plane to webhooks. With peering, or a subnet for the endpoint, they come from a separate range;
 * otherwise from agents on the nodes (konnectivity), so that the rule allows requests between nodes.
 */
export function createWebhookRule(
  scope: Construct,
  { ports, ...props }: FirewallProps & { readonly ports: readonly number[] },
): ComputeFirewall | undefined {
  if (ports.length === 0) return undefined;
  const tag = nodeTag(props.clusterName);
  return new ComputeFirewall(scope, "webhooks", {
    name: projectName(props, limits.computeName, "webhooks"),
    description: `Webhooks in the GKE cluster ${props.clusterName}, from its control plane`,
    network: props.networkId,
    project: props.networkProject,
    direction: "INGRESS",
    allow: [{ protocol: "tcp", ports: asSet(ports).map(String) }],
    sourceRanges: props.controlPlaneCidr === undefined ? undefined : [props.controlPlaneCidr],
    sourceTags: [tag],
    targetTags: [tag],
  });
}

/** Egress of nodes that a network with a deny policy must allow, by name. */
export function createEgressRules(
  scope: Construct,
  { ranges, ...props }: FirewallProps & { readonly ranges: readonly string[] },
): ComputeFirewall[] {
  const inside = props.controlPlaneCidr === undefined ? ranges : [...ranges, props.controlPlaneCidr];
  const rules = {
    cluster: {
      to: inside,
      allow: [{ protocol: "all" }],
      what: "nodes, pods, services and the control plane",
    },
    google: {
      to: googleAddresses,
      allow: [{ protocol: "tcp", ports: ["443"] }],
      what: "Google's own services",
    },
  };
  return Object.entries(rules)
    .filter(([, { to }]) => to.length > 0)
    .map(
      ([name, { to, allow, what }]) =>
        new ComputeFirewall(scope, `egress_${name}`, {
          name: projectName(props, limits.computeName, "egress", name),
          description: `From nodes of the GKE cluster ${props.clusterName} to ${what}`,
          network: props.networkId,
          project: props.networkProject,
          direction: "EGRESS",
          allow,
          destinationRanges: [...to],
          targetTags: [nodeTag(props.clusterName)],
        }),
    );
}
