import { entries, isKnown, knownEntries } from "../../cluster/rules/rule";
import { computeOf } from "../node-groups/compute";
import { defaults } from "../fields.generated";
import type { EksClusterProps, EksEndpoint } from "../spec";

type Cluster = Pick<EksClusterProps, "network" | "autoscaling" | "nodeGroups" | "eks">;

interface NeededEndpoint {
  readonly service: EksEndpoint;
  readonly why: string;

  /** Nodes start without it, but users of a private network need it. */
  readonly privateOnly?: true;

  readonly when?: (cluster: Cluster) => boolean;
}

/**
 * Services that nodes and core add-ons use without egress. S3, the source of image layers, always has an endpoint.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
const needed: readonly NeededEndpoint[] = [
  { service: "ec2", why: "nodes and the pod network" },
  { service: "ecr.api", why: "images" },
  { service: "ecr.dkr", why: "images" },
  { service: "eks-auth", why: "credentials of pods" },
  { service: "sts", why: "roles that pods assume" },
  { service: "autoscaling", why: "the Cluster Autoscaler", when: scalesNodes },
  // Karpenter also uses IAM and the price list, which have no endpoint.
  // https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/#private-clusters
  { service: "eks", why: "Karpenter", when: hasKarpenter },
  { service: "sqs", why: "Karpenter's queue", when: hasKarpenter },
  { service: "ssm", why: "images that Karpenter chooses", when: hasKarpenter },
  { service: "eks", why: "clients in the network that look the cluster up", privateOnly: true },
  { service: "elasticloadbalancing", why: "the load balancer controller", privateOnly: true },
];

/** Endpoints that a cluster without egress needs, with the reason; in a private network also those that its users need. */
export function neededEndpoints(cluster: Cluster): [EksEndpoint, string][] {
  const isPrivate = cluster.network?.private === true;
  const rows = needed.filter(
    ({ when, privateOnly }) => (when?.(cluster) ?? true) && (isPrivate || !privateOnly),
  );
  return rows
    .filter(({ service }, i) => rows.findIndex((row) => row.service === service) === i)
    .map(({ service, why }) => [service, why]);
}

/** Interface endpoints of a new network: those that a private network needs, and those of `network.endpoints`. */
export function endpointsOf(cluster: Cluster): EksEndpoint[] {
  const { network } = cluster;
  if (network?.existing) return [];
  const named = knownEntries(network?.endpoints).map(([, service]) => service);
  const own = network?.private ? neededEndpoints(cluster).map(([service]) => service) : [];
  return [...new Set([...own, ...named])];
}

function hasKarpenter(cluster: Cluster): boolean {
  return isKnown(cluster.nodeGroups) && computeOf(cluster).karpenter;
}

function scalesNodes({ autoscaling, nodeGroups }: Cluster): boolean {
  return (
    (autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler" &&
    entries(nodeGroups).some(([, { size }]) => isKnown(size) && typeof size === "object")
  );
}
