import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { GoogleNetwork, type NatProps } from "../../networks/google/network";
import { defaults } from "../fields.generated";
import type { GkeNetworkSpec } from "../spec";
import type { GkeRanges } from "./address-plan";
import type { ClusterNetwork, NetworkContext } from "./cluster-network";
import { createEgressRules, createWebhookRule } from "./firewall";

/** See {@link GkeNetwork}. */
export interface GkeNetworkProps extends NetworkContext {
  readonly ranges: GkeRanges;

  /** Range of a subnet for the API server's private address. */
  readonly endpointCidr?: string;
  readonly protection: boolean;
}

/** Names of the subnet's secondary ranges; they belong to the subnet, so they do not contain the cluster's name. */
const rangeNames = {
  pods: "pods",
  services: "services",
  morePods: (index: number) => `pods-${index + 1}`,
} as const;

/**
 * Domains of Google's services that nodes use.
 *
 * @see https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options
 */
const privateDomains = {
  googleapis: "googleapis.com.",
  registry: "pkg.dev.",
  old_registry: "gcr.io.",
  control_plane: "gke.goog.",
} as const;

/** A VPC with one subnet for all zones of the region, its secondary ranges, and egress for private nodes. */
export class GkeNetwork extends GoogleNetwork implements ClusterNetwork {
  readonly podRange = rangeNames.pods;
  readonly serviceRange = rangeNames.services;
  readonly morePodRanges: readonly string[];
  readonly clusterPrerequisites: readonly ITerraformDependable[];
  readonly nodePrerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GkeNetworkProps) {
    const { clusterName, region, network, ranges, project, endpointCidr, protection } = props;
    const morePodCidrs = network.morePodCidrs ?? defaults["network.morePodCidrs"];
    const morePodRanges = morePodCidrs.map((_, i) => rangeNames.morePods(i));
    super(scope, id, {
      clusterName,
      region,
      kind: "GKE cluster",
      cidr: ranges.nodes,
      secondaryRanges: [
        { rangeName: rangeNames.pods, ipCidrRange: ranges.pods },
        { rangeName: rangeNames.services, ipCidrRange: ranges.services },
        ...morePodCidrs.map((ipCidrRange, i) => ({ rangeName: morePodRanges[i], ipCidrRange })),
      ],
      endpointCidr,
      mtu: network.mtu,
      ipv6: network.ipFamily === "ipv6" ? (network.ipv6Access ?? defaults["network.ipv6Access"]) : undefined,
      flowLogs: network.flowLogs ?? defaults["network.flowLogs"],
      nat: natOf(network),
      privateDomains: network.private ? privateDomains : undefined,
      prerequisites: { compute: project.prerequisites("compute"), dns: project.prerequisites("dns") },
      protection,
    });
    this.morePodRanges = morePodRanges;

    const firewall = { ...props, networkId: this.vpc.id };
    createWebhookRule(this, { ...firewall, ports: network.webhookPorts ?? defaults["network.webhookPorts"] });
    const all = [ranges.nodes, ranges.pods, ranges.services, ...morePodCidrs];
    const egress = network.egressRules ? createEgressRules(this, { ...firewall, ranges: all }) : [];

    this.clusterPrerequisites = [...this.privateNames, ...egress];
    this.nodePrerequisites = [...(this.nat ? [this.nat] : []), ...this.clusterPrerequisites];
  }
}

function natOf(network: GkeNetworkSpec): NatProps | undefined {
  if (network.private === true || network.nat === "none") return undefined;
  const { min = defaults["network.natPorts.min"], max = defaults["network.natPorts.max"] } =
    network.natPorts ?? {};
  return { addresses: network.natAddresses ?? 0, minPorts: min, maxPorts: max };
}
