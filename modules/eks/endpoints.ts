import { entries, isKnown, knownEntries } from "../cluster/rules/rule";
import type { Nat } from "../cluster/vocabulary";
import type { EksClusterProps, EksEndpoint } from "./props";

type Cluster = Pick<EksClusterProps, "network" | "autoscaling" | "nodeGroups">;

interface NeededEndpoint {
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
const needed: Readonly<Partial<Record<EksEndpoint, NeededEndpoint>>> = {
  ec2: { why: "nodes and the pod network" },
  "ecr.api": { why: "images" },
  "ecr.dkr": { why: "images" },
  "eks-auth": { why: "credentials of pods" },
  sts: { why: "roles that pods assume" },
  autoscaling: { why: "the Cluster Autoscaler", when: scalesNodes },
  eks: { why: "clients in the network that look the cluster up", privateOnly: true },
  elasticloadbalancing: { why: "the load balancer controller", privateOnly: true },
};

/** Endpoints that a cluster without a way out needs, and why; in a private network also those that its users need. */
export function neededEndpoints(cluster: Cluster): [EksEndpoint, string][] {
  const isPrivate = cluster.network?.private === true;
  return (Object.entries(needed) as [EksEndpoint, NeededEndpoint][])
    .filter(([, { when, privateOnly }]) => (when?.(cluster) ?? true) && (isPrivate || !privateOnly))
    .map(([service, { why }]) => [service, why]);
}

/** Interface endpoints that are made: those that are named, after those that a private network cannot do without. */
export function endpointsOf(cluster: Cluster): EksEndpoint[] {
  const { network } = cluster;
  if (network?.existing) return [];
  const named = knownEntries(network?.endpoints).map(([, service]) => service);
  const own = network?.private ? neededEndpoints(cluster).map(([service]) => service) : [];
  return [...new Set([...own, ...named])];
}

/** How nodes of a new network reach the internet. */
export function natOf({ network }: Pick<EksClusterProps, "network">): Nat {
  return network?.private ? "none" : (network?.nat ?? "per-zone");
}

function scalesNodes({ autoscaling, nodeGroups }: Cluster): boolean {
  return (
    autoscaling !== "none" &&
    entries(nodeGroups).some(([, { size }]) => isKnown(size) && typeof size === "object")
  );
}
