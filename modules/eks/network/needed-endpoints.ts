import { entries, isKnown, knownEntries } from "../../cluster/rules/rule";
import { computeOf } from "../node-groups/compute";
import { defaults } from "../fields.generated";
import type { EksClusterProps, EksEndpoint } from "../spec";

type Cluster = Pick<EksClusterProps, "network" | "autoscaling" | "nodeGroups" | "eks">;

interface NeededEndpoint {
  readonly service: EksEndpoint;
  readonly why: string;

  /** Nodes start without it, but what a private network is for does not work. */
  readonly privateOnly?: true;

  readonly when?: (cluster: Cluster) => boolean;
}

/**
 * What nodes and core add-ons talk to where there is no way out. S3, from which image layers come, is always there.
 *
 * [EKS user guide] private clusters; [eksctl] the endpoints of its fully private clusters; the Cluster Autoscaler's
 * README.
 */
const needed: readonly NeededEndpoint[] = [
  { service: "ec2", why: "nodes and the pod network" },
  { service: "ecr.api", why: "images" },
  { service: "ecr.dkr", why: "images" },
  { service: "eks-auth", why: "credentials of pods" },
  { service: "sts", why: "roles that pods assume" },
  { service: "autoscaling", why: "the Cluster Autoscaler", when: scalesNodes },
  // IAM and the price list, which Karpenter asks too, have no endpoint. [Karpenter] getting started, private clusters
  { service: "eks", why: "Karpenter", when: hasKarpenter },
  { service: "sqs", why: "Karpenter's queue", when: hasKarpenter },
  { service: "ssm", why: "images that Karpenter chooses", when: hasKarpenter },
  { service: "eks", why: "clients in the network that look the cluster up", privateOnly: true },
  { service: "elasticloadbalancing", why: "the load balancer controller", privateOnly: true },
];

/** Endpoints that a cluster without a way out needs, and why; in a private network also those that its users need. */
export function neededEndpoints(cluster: Cluster): [EksEndpoint, string][] {
  const isPrivate = cluster.network?.private === true;
  const rows = needed.filter(
    ({ when, privateOnly }) => (when?.(cluster) ?? true) && (isPrivate || !privateOnly),
  );
  return rows
    .filter(({ service }, i) => rows.findIndex((row) => row.service === service) === i)
    .map(({ service, why }) => [service, why]);
}

/** Interface endpoints that are made: those that are named, after those that a private network cannot do without. */
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
