import { defaults } from "../fields.generated";
import type {
  AksClusterProps,
  AksEgress,
  AksExistingNetwork,
  AksNetworkPolicy,
  AksNetworkSpec,
  AksPodNetwork,
} from "../spec";

/** Normalized settings of the network, for rules and constructs. */

/** The pod network and its engine of network policies. */
export interface PodNetwork {
  readonly mode: AksPodNetwork;
  readonly policy: AksNetworkPolicy;

  /** Addresses of pods are internal to the cluster. */
  readonly isOverlay: boolean;

  readonly usesCilium: boolean;
}

export function podNetworkOf({ network = {} }: Pick<AksClusterProps, "network">): PodNetwork {
  const mode = network.podNetwork ?? defaults["network.podNetwork"];
  const policy = network.networkPolicy ?? defaultPolicies[mode];
  return {
    mode,
    policy,
    isOverlay: mode === "overlay" || mode === "kubenet",
    usesCilium: policy === "cilium",
  };
}

const defaultPolicies: Readonly<Record<AksPodNetwork, AksNetworkPolicy>> = {
  overlay: "cilium",
  "pod-subnet": "cilium",
  flat: "azure",
  kubenet: "calico",
  none: "none",
};

/** The effective egress; undefined if there is none. `nat: none` and `private` mean no egress. */
export function egressOf({ network = {} }: Pick<AksClusterProps, "network">): AksEgress | undefined {
  if (network.egress) return network.egress;
  return network.nat === "none" || network.private ? undefined : { type: "nat-gateway" };
}

/** The number and the zones of NAT gateways. */
export function natOf(network: AksNetworkSpec): "single" | "per-zone" | "regional" {
  return network.nat === "per-zone" || network.nat === "regional" ? network.nat : "single";
}

/** The subnets of node groups that have another one than the common subnet of nodes. Azure does not distinguish cases in ids. */
export function subnetsOfGroups(
  { nodeGroups }: Pick<AksClusterProps, "nodeGroups">,
  { nodeSubnetId }: Pick<AksExistingNetwork, "nodeSubnetId">,
): string[] {
  const found = new Map<string, string>();
  for (const { subnetId: id } of nodeGroups) {
    if (id === undefined || id.toLowerCase() === nodeSubnetId.toLowerCase()) continue;
    if (!found.has(id.toLowerCase())) found.set(id.toLowerCase(), id);
  }
  return [...found.values()].sort();
}
