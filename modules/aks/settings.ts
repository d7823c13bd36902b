import { isUnresolved } from "../cluster/tokens";
import { sizeOf } from "../cluster/scaling";
import type { Taint } from "../cluster/vocabulary";
import { defaults } from "./fields.generated";
import type {
  AksAccessSpec,
  AksClusterProps,
  AksEgress,
  AksNetworkPolicy,
  AksNetworkSpec,
  AksNodeGroupSpec,
  AksPodNetwork,
} from "./spec";

/**
 * What loose words come to, for rules and constructs alike: nothing below deals with what was left out.
 */

/** The pod network and what enforces policies in it. */
export interface PodNetwork {
  readonly mode: AksPodNetwork;
  readonly policy: AksNetworkPolicy;

  /** Pods have addresses that only the cluster knows. */
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

/** Pods that AKS runs on a node where nobody says: https://learn.microsoft.com/azure/aks/quotas-skus-regions */
export function maxPodsOf(group: AksNodeGroupSpec, { isOverlay, mode }: PodNetwork): number {
  return group.maxPods ?? (isOverlay || mode === "none" ? 110 : 30);
}

/** The way out. `nat: none` is another word for none. */
export function egressOf({ network = {} }: Pick<AksClusterProps, "network">): AksEgress | undefined {
  if (network.egress) return network.egress;
  return network.nat === "none" || network.private ? undefined : { type: "nat-gateway" };
}

/** How many NAT gateways there are, and where. */
export function natOf(network: AksNetworkSpec): "single" | "per-zone" | "regional" {
  return network.nat === "per-zone" || network.nat === "regional" ? network.nat : "single";
}

/** How the API server is reached. */
export interface ApiAccess {
  /** It has no public address. */
  readonly isPrivate: boolean;

  /** It has an address in the network's subnet for it. */
  readonly inNetwork: boolean;

  /** Where the name of a private one is found: a new zone, AKS' own, or the id of a zone; undefined when it is public. */
  readonly dnsZone?: string;
}

export function apiAccessOf(access: AksAccessSpec): ApiAccess {
  const isPrivate = (access.publicFrom ?? []).length === 0;
  return {
    isPrivate,
    inNetwork: access.private ?? defaults["access.private"],
    dnsZone: isPrivate ? (access.privateDnsZone ?? defaults["access.privateDnsZone"]) : undefined,
  };
}

/** The taint that AKS itself knows: with it a group runs what the cluster needs and nothing else. */
export const criticalAddOnsOnly: Taint = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" };

export function isCriticalAddOnsOnly({ key, value, effect }: Taint): boolean {
  return (
    key === criticalAddOnsOnly.key &&
    value === criticalAddOnsOnly.value &&
    effect === criticalAddOnsOnly.effect
  );
}

/** Whether a group has what AKS asks of a cluster's first node pool. */
export function canBeFirst(group: AksNodeGroupSpec): boolean {
  const { mode, capacity, taints = [], size } = group;
  return (
    mode !== "user" &&
    capacity !== "spot" &&
    !isWindows(group) &&
    // What only Terraform knows is reported as such, not as a lack of groups.
    (isUnresolved(taints) || taints.every((taint) => isUnresolved(taint) || isCriticalAddOnsOnly(taint))) &&
    (isUnresolved(size) || sizeOf(size).min >= 1)
  );
}

/** The group that holds the cluster's first node pool: the first of those that say so, else the first that can be. */
export function firstGroupOf(groups: readonly AksNodeGroupSpec[]): AksNodeGroupSpec | undefined {
  const candidates = groups.filter(canBeFirst);
  return candidates.find(({ mode }) => mode === "system") ?? candidates[0];
}

export function isWindows({ image }: AksNodeGroupSpec): boolean {
  return image?.family?.startsWith("windows") ?? false;
}

/** Whether Azure upgrades Kubernetes from minor to minor: what the configuration says is then the version at the start. */
export function azureOwnsVersion({ upgrades }: Pick<AksClusterProps, "upgrades">): boolean {
  return upgrades?.channel === "stable" || upgrades?.channel === "rapid";
}
