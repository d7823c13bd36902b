import type { ClusterPlan, Usage, Capacity, WorkerPlan } from "../../cluster/plan";
import { Cidr } from "../../cluster/addresses";
import type { Path } from "../../cluster/problem";
import { entries, isKnown, isWhole, knownEntries } from "../../cluster/rules/rule";
import type { NodePlacement } from "../../cluster/scaling";
import { limits } from "../limits";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../spec";
import { defaultMaxPods, planRanges, podBlockSize, reservedBySubnet } from "../network/address-plan";
import { partsOf } from "../node-groups/parts";
import { zoneNames } from "../zones";

/** Peak usage and capacity of a GKE cluster. The rules turn the result into errors and warnings, `validate --plan` into a table. */

/** Addresses of the cluster, and their users. */
export interface AddressCapacity extends Capacity {
  readonly holds: "nodes" | "pods";
  readonly ranges: readonly Cidr[];
}

/** Name of the API server, which uses addresses of the node subnet. It cannot be the name of a node group. */
export const apiServer = "API server";

/** All quantities, for a table. */
export function planOf(cluster: AnyGkeClusterProps): ClusterPlan {
  const zones = zoneNames(cluster) ?? [];
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork:
      cluster.network?.ipFamily === "ipv6" ? "blocks for each node, IPv4 and IPv6" : "blocks for each node",
    workers: workersOf(cluster, zones),
    capacities: [...addressCapacities(cluster, zones), ...quotaCapacities(cluster, zones)],
  };
}

/** The addresses of each known range. */
export function addressCapacities(cluster: AnyGkeClusterProps, zones: readonly string[]): AddressCapacity[] {
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
            usages: [
              ...nodeUsages(groups, zones, () => 1),
              ...(cluster.access.endpointAddress === undefined && cluster.access.ipEndpoint !== false
                ? [{ by: apiServer, count: 1, each: 1 }]
                : []),
            ],
          } as const,
        ]
      : []),
    ...(pods.length > 0 && pods.every(({ range }) => range !== undefined)
      ? [
          podCapacity(
            "pods",
            pods.map(({ range }) => range!),
            pods[0].path,
            nodeUsages(groups, zones, (group) => blockOf(cluster, group)),
          ),
        ]
      : []),
    // Node groups with their own pod range do not use the other ranges.
    ...pods
      .filter(({ name, range }) => range !== undefined && pods.length > 1 && named.includes(name))
      .map(({ name, range, path }) =>
        podCapacity(
          `pods in ${name}`,
          [range!],
          path,
          nodeUsages(
            groups.filter(({ podRange }) => podRange === name),
            zones,
            (group) => blockOf(cluster, group),
          ),
        ),
      ),
  ];
}

/**
 * Limits of a cluster.
 *
 * @see https://cloud.google.com/kubernetes-engine/quotas#limits_per_cluster
 */
export function quotaCapacities(cluster: AnyGkeClusterProps, zones: readonly string[]): Capacity[] {
  return [
    {
      name: "nodes of the cluster",
      detail: "GKE",
      size: limits.nodes,
      usages: nodeUsages(
        entries(cluster.nodeGroups).map(([, group]) => group),
        zones,
        () => 1,
      ),
      path: ["nodeGroups"],
      isQuota: true,
    },
  ];
}

// --- Usage ------------------------------------------------------------------------------------------------------

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

/** Usage of node groups at their maximum size during an upgrade. */
function nodeUsages(
  groups: readonly GkeNodeGroupSpec[],
  zones: readonly string[],
  each: (group: GkeNodeGroupSpec) => number,
): Usage[] {
  return groups.flatMap((group) => {
    const count = partsOf(group, zones).reduce((sum, part) => sum + part.size.max + surgeOf(group, part), 0);
    const perNode = each(group);
    return count > 0 && perNode > 0 ? [{ by: group.name, count, each: perNode }] : [];
  });
}

/**
 * Nodes that an upgrade adds: a second set, or `maxSurge` in each zone of each node pool. If a fixed size is not divisible by the number
 * of zones, the first zones have a second node pool.
 */
function surgeOf({ upgrade, size }: GkeNodeGroupSpec, part: NodePlacement): number {
  if (upgrade?.strategy === "blue-green") return part.size.max;
  const limitsUnavailable =
    upgrade?.maxUnavailable !== undefined || upgrade?.maxUnavailablePercent !== undefined;
  const { maxSurge = limitsUnavailable ? 0 : 1 } = upgrade ?? {};
  if (!isWhole(maxSurge, 0)) return 0;
  const zonesOfRest = typeof size === "number" ? part.size.max % part.zones.length : 0;
  return maxSurge * (part.zones.length + zonesOfRest);
}

/** Maximum number of pods of a node; 0 if `maxPods` is a reference. */
const podsOf = ({ maxPods = defaultMaxPods.standard }: GkeNodeGroupSpec): number =>
  isWhole(maxPods, 1) ? maxPods : 0;

/** Addresses of the pod block of a node. Without a reserve the block is half as large. */
function blockOf({ network }: AnyGkeClusterProps, group: GkeNodeGroupSpec): number {
  const pods = podsOf(group);
  if (pods === 0) return 0;
  const block = podBlockSize(pods);
  return network?.podAddressReserve === false ? block / 2 : block;
}

// --- Capacity ------------------------------------------------------------------------------------------------------

interface PlacedRange {
  readonly name: string;
  readonly range: Cidr | undefined;
  readonly path: Path;
}

/** The node range; undefined if unknown. */
function nodeRange(cluster: AnyGkeClusterProps): { readonly range: Cidr; readonly path: Path } | undefined {
  const existing = cluster.network?.existing;
  // The file does not state the sizes of further subnets.
  if (entries(existing?.moreSubnets).length > 0) return undefined;
  const range = rangeOf(existing ? existing.nodeCidr : planRanges(cluster)?.nodes);
  const path = existing ? ["network", "existing", "nodeCidr"] : ["network", "cidr"];
  return range ? { range, path } : undefined;
}

/** The pod ranges with their names in the subnet. */
function podRanges(cluster: AnyGkeClusterProps): PlacedRange[] {
  const { network } = cluster;
  if (network?.existing) {
    // The file does not state the sizes of further ranges.
    const { morePodRanges, moreSubnets } = network.existing;
    if (entries<unknown>(morePodRanges).length + entries<unknown>(moreSubnets).length > 0) return [];
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

function podCapacity(
  name: string,
  ranges: readonly Cidr[],
  path: Path,
  usages: readonly Usage[],
): AddressCapacity {
  const size = ranges.reduce((sum, range) => sum + range.size, 0);
  return { name, holds: "pods", detail: ranges.join(", "), size, ranges, path, usages };
}

/** Clusters in the same existing subnet share its addresses. */
function sharedSubnet({ network, region }: AnyGkeClusterProps): string | undefined {
  return network?.existing ? `subnet ${region} ${network.existing.subnetwork}` : undefined;
}

function rangeOf(text: string | undefined): Cidr | undefined {
  return isKnown(text) ? Cidr.parse(text) : undefined;
}
