import type { ClusterPlan, Demand, Supply, WorkerPlan } from "../../cluster/plan";
import { Cidr } from "../../cluster/addresses";
import type { Path } from "../../cluster/problem";
import { entries, isKnown, isWhole, knownEntries } from "../../cluster/rules/rule";
import type { NodePlacement } from "../../cluster/scaling";
import { limits } from "../limits";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../spec";
import { defaultMaxPods, planRanges, podBlockSize, reservedBySubnet } from "../network/address-plan";
import { partsOf } from "../node-groups/parts";
import { zoneNames } from "../zones";

/**
 * What a GKE cluster draws on, and how much of it there is. One computation: the rules make errors and warnings of it,
 * `validate --plan` a table.
 */

/** Addresses of the cluster, and what holds them. */
export interface AddressSupply extends Supply {
  readonly holds: "nodes" | "pods";
  readonly ranges: readonly Cidr[];
}

/** Who takes addresses of the nodes' subnet beside them. No node group can be called so. */
export const apiServer = "API server";

/** Everything at once, for a table. */
export function planOf(cluster: AnyGkeClusterProps): ClusterPlan {
  const zones = zoneNames(cluster) ?? [];
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork:
      cluster.network?.ipFamily === "ipv6"
        ? "blocks for each node, IPv6 beside IPv4"
        : "blocks for each node",
    workers: workersOf(cluster, zones),
    supplies: [...addressSupplies(cluster, zones), ...quotaSupplies(cluster, zones)],
  };
}

/** The addresses of every range that is known. */
export function addressSupplies(cluster: AnyGkeClusterProps, zones: readonly string[]): AddressSupply[] {
  const groups = entries(cluster.nodeGroups).map(([, group]) => group);
  const nodes = nodeRange(cluster);
  const pods = podRanges(cluster);
  const named = [...new Set(groups.map(({ podRange }) => podRange).filter(isKnown))];
  return [
    ...(nodes
      ? [
          {
            name: "nodes",
            holds: "nodes",
            detail: String(nodes.range),
            size: nodes.range.size - reservedBySubnet,
            ranges: [nodes.range],
            path: nodes.path,
            sharedAs: sharedSubnet(cluster),
            demands: [
              ...nodeDemands(groups, zones, () => 1),
              ...(cluster.access.endpointAddress === undefined && cluster.access.ipEndpoint !== false
                ? [{ by: apiServer, count: 1, each: 1 }]
                : []),
            ],
          } as const,
        ]
      : []),
    ...(pods.length > 0 && pods.every(({ range }) => range !== undefined)
      ? [
          podSupply(
            "pods",
            pods.map(({ range }) => range!),
            pods[0].path,
            nodeDemands(groups, zones, (group) => blockOf(cluster, group)),
          ),
        ]
      : []),
    // Groups that name a range have no part in the others.
    ...pods
      .filter(({ name, range }) => range !== undefined && pods.length > 1 && named.includes(name))
      .map(({ name, range, path }) =>
        podSupply(
          `pods in ${name}`,
          [range!],
          path,
          nodeDemands(
            groups.filter(({ podRange }) => podRange === name),
            zones,
            (group) => blockOf(cluster, group),
          ),
        ),
      ),
  ];
}

/** What one cluster has at most. Source: https://cloud.google.com/kubernetes-engine/quotas#limits_per_cluster */
export function quotaSupplies(cluster: AnyGkeClusterProps, zones: readonly string[]): Supply[] {
  return [
    {
      name: "nodes of the cluster",
      detail: "GKE",
      size: limits.nodes,
      demands: nodeDemands(
        entries(cluster.nodeGroups).map(([, group]) => group),
        zones,
        () => 1,
      ),
      path: ["nodeGroups"],
      isQuota: true,
    },
  ];
}

// --- Demand ------------------------------------------------------------------------------------------------------

function workersOf(cluster: AnyGkeClusterProps, zones: readonly string[]): WorkerPlan[] {
  return entries(cluster.nodeGroups).flatMap(([, group]) => {
    const parts = partsOf(group, zones);
    const machineType = isKnown(group.machineTypes) ? group.machineTypes[0] : undefined;
    if (machineType === undefined || parts.length === 0) return [];
    return [
      {
        group: group.name,
        machineType,
        nodes: parts.reduce((sum, { size }) => sum + size.max, 0),
        surge: parts.reduce((sum, part) => sum + surgeOf(group, part), 0),
        podsPerNode: podsOf(group),
        addressesPerNode: 1 + blockOf(cluster, group),
      },
    ];
  });
}

/** What groups take, each at its largest and in the middle of an upgrade. */
function nodeDemands(
  groups: readonly GkeNodeGroupSpec[],
  zones: readonly string[],
  each: (group: GkeNodeGroupSpec) => number,
): Demand[] {
  return groups.flatMap((group) => {
    const count = partsOf(group, zones).reduce((sum, part) => sum + part.size.max + surgeOf(group, part), 0);
    const own = each(group);
    return count > 0 && own > 0 ? [{ by: group.name, count, each: own }] : [];
  });
}

/**
 * Nodes that an upgrade adds: a second set, or some in each zone of each pool. A fixed size that does not divide by the zones has
 * a second pool in the first of them.
 */
function surgeOf({ upgrade, size }: GkeNodeGroupSpec, part: NodePlacement): number {
  if (upgrade?.strategy === "blue-green") return part.size.max;
  const saysUnavailable =
    upgrade?.maxUnavailable !== undefined || upgrade?.maxUnavailablePercent !== undefined;
  const { maxSurge = saysUnavailable ? 0 : 1 } = upgrade ?? {};
  if (!isWhole(maxSurge, 0)) return 0;
  const zonesOfRest = typeof size === "number" ? part.size.max % part.zones.length : 0;
  return maxSurge * (part.zones.length + zonesOfRest);
}

/** Pods of a node at most; none when only Terraform knows. */
const podsOf = ({ maxPods = defaultMaxPods.standard }: GkeNodeGroupSpec): number =>
  isWhole(maxPods, 1) ? maxPods : 0;

/** Addresses of a node's block. Without a reserve there are as many as pods, not twice. */
function blockOf({ network }: AnyGkeClusterProps, group: GkeNodeGroupSpec): number {
  const pods = podsOf(group);
  if (pods === 0) return 0;
  const block = podBlockSize(pods);
  return network?.podAddressReserve === false ? block / 2 : block;
}

// --- Supply ------------------------------------------------------------------------------------------------------

interface PlacedRange {
  readonly name: string;
  readonly range: Cidr | undefined;
  readonly path: Path;
}

/** The range of nodes, where it is known. */
function nodeRange(cluster: AnyGkeClusterProps): { readonly range: Cidr; readonly path: Path } | undefined {
  const existing = cluster.network?.existing;
  const range = rangeOf(existing ? existing.nodeCidr : planRanges(cluster)?.nodes);
  const path = existing ? ["network", "existing", "nodeCidr"] : ["network", "cidr"];
  return range ? { range, path } : undefined;
}

/** The ranges of pods, by the names that the subnet has for them. */
function podRanges(cluster: AnyGkeClusterProps): PlacedRange[] {
  const { network } = cluster;
  if (network?.existing) {
    // The sizes of more ranges are not told.
    if (entries(network.existing.morePodRanges).length > 0) return [];
    const { podRange, podCidr } = network.existing;
    const range = rangeOf(podCidr);
    return range ? [{ name: podRange, range, path: ["network", "existing", "podCidr"] }] : [];
  }
  const first = rangeOf(planRanges(cluster)?.pods);
  if (!first) return [];
  return [
    {
      name: "pods",
      range: first,
      path: ["network", network?.podCidr === undefined ? "cidr" : "podCidr"],
    },
    ...knownEntries(network?.morePodCidrs).map(([i, text]): PlacedRange => ({
      name: `pods-${i + 1}`,
      range: rangeOf(text),
      path: ["network", "morePodCidrs", i],
    })),
  ];
}

function podSupply(
  name: string,
  ranges: readonly Cidr[],
  path: Path,
  demands: readonly Demand[],
): AddressSupply {
  const size = ranges.reduce((sum, range) => sum + range.size, 0);
  return { name, holds: "pods", detail: ranges.join(", "), size, ranges, path, demands };
}

/** Clusters in one existing subnet draw on its addresses together. */
function sharedSubnet({ network, region }: AnyGkeClusterProps): string | undefined {
  return network?.existing ? `subnet ${region} ${network.existing.subnetwork}` : undefined;
}

function rangeOf(text: string | undefined): Cidr | undefined {
  return isKnown(text) ? Cidr.parse(text) : undefined;
}
