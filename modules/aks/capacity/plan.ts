import { Cidr } from "../../cluster/addresses";
import {
  type Capacity,
  type ClusterPlan,
  unknownVcpus,
  type Usage,
  usedOf,
  type WorkerPlan,
} from "../../cluster/plan";
import { placements, sizeOf } from "../../cluster/scaling";
import { isUnresolved } from "../../cluster/tokens";
import { defaults } from "../fields.generated";
import { defaultVcpuQuota, reservedAddresses } from "../../azure/limits";
import { portsPerAddress } from "../limits";
import { vmSize } from "../../azure/machine-types";
import type { AksClusterProps, AksNodeGroupSpec } from "../spec";
import { egressOf, natOf, podNetworkOf, type PodNetwork } from "../network/settings";
import { firstGroupOf, maxPodsOf } from "../node-groups/settings";
import { planSubnets } from "../../networks/azure/address-plan";
import { zoneNames } from "../zones";

/** Peak usage and capacity of an AKS cluster. The rules turn the result into errors and warnings, `validate --plan` into a table. */
export function planOf(cluster: AksClusterProps): ClusterPlan {
  const network = podNetworkOf(cluster);
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork: podNetworkDescriptions[network.mode],
    workers: workersOf(cluster),
    capacities: [...addressCapacities(cluster), ...quotaCapacities(cluster)],
    notes: unknownVcpus(workersOf(cluster), (type) => vmSize(type) !== undefined),
  };
}

const podNetworkDescriptions: Readonly<Record<PodNetwork["mode"], string>> = {
  overlay: "a /24 of the pods' range for each node (overlay)",
  "pod-subnet": "addresses of the pods' subnet",
  flat: "addresses of the nodes' subnet",
  kubenet: "a /24 of the pods' range for each node (kubenet)",
  none: "as the pod network that is installed gives them",
};

/** Node groups with literal sizes, at their maximum size. */
function workersOf(cluster: AksClusterProps): WorkerPlan[] {
  const network = podNetworkOf(cluster);
  const pools = poolsByGroup(cluster);
  return groupsOf(cluster).map((group, i) => ({
    group: group.name,
    machineType: group.machineTypes[0],
    nodes: sizeOf(group.size).max,
    surge: pools[i].reduce((sum, { surge }) => sum + surge, 0),
    podsPerNode: maxPodsOf(group, network),
    addressesPerNode: network.mode === "flat" ? maxPodsOf(group, network) + 1 : 1,
  }));
}

function groupsOf({ nodeGroups }: AksClusterProps): readonly AksNodeGroupSpec[] {
  if (!Array.isArray(nodeGroups)) return [];
  return (nodeGroups as readonly AksNodeGroupSpec[]).filter(
    ({ size, maxPods, machineTypes }) =>
      !isUnresolved(size) &&
      (typeof size === "number" ? Number.isInteger(size) : Number.isInteger(size.max)) &&
      !isUnresolved(maxPods) &&
      Array.isArray(machineTypes),
  );
}

/** Maximum number of nodes of a node pool, and the number that an upgrade adds temporarily. */
interface PoolNodes {
  readonly zone?: string;
  readonly nodes: number;
  readonly surge: number;
}

/** The node pools of each node group. */
function poolsByGroup(cluster: AksClusterProps): PoolNodes[][] {
  const groups = groupsOf(cluster);
  if (groups.length === 0) return [];
  const zones = zoneNames(cluster) ?? ["1"];
  const first = firstGroupOf(cluster.nodeGroups)?.name;
  return groups.map((group) => {
    const {
      maxSurge = defaults["nodeGroups[].upgrade.maxSurge"],
      maxUnavailable,
      maxUnavailablePercent,
    } = group.upgrade ?? {};
    const replacesInPlace = group.name !== first && (maxUnavailable ?? maxUnavailablePercent) !== undefined;
    const addsNone = group.capacity === "spot" || replacesInPlace;
    return placements(group, zones).map(({ zone, size }) => ({
      zone,
      nodes: size.max,
      surge: addsNone ? 0 : surgeOfPool(maxSurge, size.max),
    }));
  });
}

function surgeOfPool(maxSurge: number | string, nodes: number): number {
  const text = `${maxSurge}`;
  return text.endsWith("%") ? Math.ceil((nodes * Number.parseInt(text)) / 100) : Number.parseInt(text) || 0;
}

/** Addresses and ports. Unlike quotas, Azure cannot raise their number. */
export function addressCapacities(cluster: AksClusterProps): Capacity[] {
  return [...nodeSubnets(cluster), ...podAddresses(cluster), ...outboundPorts(cluster)];
}

/** The node subnet, or the node subnet of each zone. */
function nodeSubnets(cluster: AksClusterProps): Capacity[] {
  const { network = {} } = cluster;
  const workers = workersOf(cluster);
  const elsewhere = new Set(
    groupsOf(cluster)
      .filter(({ subnetId }) => subnetId !== undefined)
      .map(({ name }) => name),
  );
  const capacityOf = (range: Cidr, path: Capacity["path"], more: Partial<Capacity> = {}): Capacity => ({
    name: "nodes",
    detail: `${range}`,
    size: range.size - reservedAddresses,
    usages: workers
      .filter(({ group }) => !elsewhere.has(group))
      .map(({ group, nodes, surge, addressesPerNode }) => ({
        by: group,
        count: nodes + surge,
        each: addressesPerNode,
      })),
    path,
    ...more,
  });

  if (network.existing) {
    const range = Cidr.parse(network.existing.nodeSubnetCidr ?? "");
    const { nodeSubnetId } = network.existing;
    return range
      ? [capacityOf(range, ["network", "existing", "nodeSubnetCidr"], { sharedAs: `subnet ${nodeSubnetId}` })]
      : [];
  }
  const cidr = Cidr.parse(isUnresolved(network.cidr) ? "" : (network.cidr ?? defaults["network.cidr"]));
  if (!cidr || cidr.prefix > 20 || cidr.prefix < 8) return [];
  const plan = planSubnets(`${cidr}`);
  const zones = zoneNames(cluster) ?? [];
  const path = ["network", "cidr"];
  if (natOf(network) !== "per-zone" || zones.length === 0) return [capacityOf(Cidr.parse(plan.nodes)!, path)];
  const pools = poolsByGroup(cluster);
  return zones
    .filter((zone) => plan.nodesByZone[zone])
    .map((zone) =>
      capacityOf(Cidr.parse(plan.nodesByZone[zone])!, path, {
        name: `nodes ${zone}`,
        usages: workers.flatMap(({ group, addressesPerNode }, i) => {
          const count = pools[i]
            // A node pool in several zones has one subnet, which another rule reports.
            .filter((pool) => (pool.zone ?? zones[0]) === zone)
            .reduce((sum, { nodes, surge }) => sum + nodes + surge, 0);
          return count > 0 ? [{ by: group, count, each: addressesPerNode }] : [];
        }),
      }),
    );
}

/** Addresses of pods that do not use addresses of the node subnet. */
function podAddresses(cluster: AksClusterProps): Capacity[] {
  const { network = {} } = cluster;
  const { isOverlay, mode } = podNetworkOf(cluster);
  const workers = workersOf(cluster);
  if (isOverlay) {
    const range = Cidr.parse(
      isUnresolved(network.podCidr) ? "" : (network.podCidr ?? defaults["network.podCidr"]),
    );
    if (!range) return [];
    return [
      {
        name: "pods (a /24 each)",
        detail: `${range}`,
        size: Math.floor(range.size / 256),
        usages: workers.map(({ group, nodes, surge }) => ({ by: group, count: nodes + surge, each: 1 })),
        path: ["network", "podCidr"],
      },
    ];
  }
  if (mode !== "pod-subnet") return [];
  const text = network.existing ? network.existing.podSubnetCidr : undefined;
  const cidr = Cidr.parse(isUnresolved(network.cidr) ? "" : (network.cidr ?? defaults["network.cidr"]));
  const range = network.existing
    ? Cidr.parse(text ?? "")
    : cidr && cidr.prefix <= 20 && cidr.prefix >= 8
      ? Cidr.parse(planSubnets(`${cidr}`).pods)
      : undefined;
  if (!range) return [];
  return [
    {
      name: "pods",
      detail: `${range}`,
      size: range.size - reservedAddresses,
      usages: workers.map(({ group, nodes, surge, podsPerNode }) => ({
        by: group,
        count: nodes + surge,
        each: podsPerNode,
      })),
      path: network.existing ? ["network", "existing", "podSubnetCidr"] : ["network", "cidr"],
      sharedAs: network.existing ? `subnet ${network.existing.podSubnetId}` : undefined,
    },
  ];
}

/**
 * Outbound ports of the load balancer, if each node has a fixed number.
 *
 * @see https://learn.microsoft.com/azure/aks/load-balancer-standard
 */
function outboundPorts(cluster: AksClusterProps): Capacity[] {
  const egress = egressOf(cluster);
  if (egress?.type !== "load-balancer" || !egress.portsPerNode || isUnresolved(egress.portsPerNode))
    return [];
  if (egress.prefixIds || isUnresolved(egress.ips) || isUnresolved(egress.ipIds)) return [];
  const addresses = egress.ips ?? egress.ipIds?.length ?? 1;
  return [
    {
      name: "outbound ports",
      detail: `${addresses} × ${portsPerAddress}`,
      size: addresses * portsPerAddress,
      usages: workersOf(cluster).map(({ group, nodes, surge }) => ({
        by: group,
        count: nodes + surge,
        each: egress.portsPerNode!,
      })),
      path: ["network", "egress", "portsPerNode"],
    },
  ];
}

/**
 * vCPU quotas of a subscription in a region, by VM family. Spot VMs of all families have one separate quota. Azure raises the low
 * default quotas on request.
 */
export function quotaCapacities(cluster: AksClusterProps): Capacity[] {
  const usages = new Map<string, Usage[]>();
  const workers = workersOf(cluster);
  groupsOf(cluster).forEach((group, i) => {
    const size = vmSize(group.machineTypes[0]);
    if (!size) return;
    const { nodes, surge } = workers[i];
    const family = group.capacity === "spot" ? "spot machines" : size.family;
    if (!usages.has(family)) usages.set(family, []);
    usages.get(family)!.push({ by: group.name, count: nodes + surge, each: size.vcpus });
  });
  return [...usages].map(([family, ofFamily]) => ({
    name: `vCPUs of ${family}`,
    detail: "quota, unless raised",
    size: defaultVcpuQuota,
    usages: ofFamily,
    path: ["nodeGroups"],
    isQuota: true,
    sharedAs: `vCPUs ${cluster.region} ${family}`,
  }));
}

/**
 * The usage during the replacement of the node group that uses the most. If Azure can't change a field in place, the new node pool is
 * created before the old one is removed. No upgrade runs at that time.
 */
export function neededForReplacement(
  cluster: AksClusterProps,
  capacity: Capacity,
): { readonly group: string; readonly needed: number } | undefined {
  const workers = new Map(workersOf(cluster).map((worker) => [worker.group, worker]));
  const used = usedOf(capacity);
  const [largest] = capacity.usages
    .map(({ by, count, each }) => {
      const { nodes, surge } = workers.get(by)!;
      const withoutSurge = Math.ceil((count * nodes) / Math.max(1, nodes + surge));
      return { group: by, needed: used + (2 * withoutSurge - count) * each };
    })
    .sort((a, b) => b.needed - a.needed);
  return largest;
}
