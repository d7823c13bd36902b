import { Cidr } from "../../cluster/addresses";
import { type ClusterPlan, type Demand, type Supply, usedOf, type WorkerPlan } from "../../cluster/plan";
import { placements, sizeOf } from "../../cluster/scaling";
import { isUnresolved } from "../../cluster/tokens";
import { defaults } from "../fields.generated";
import { defaultVcpuQuota, portsPerAddress, reservedAddresses } from "../limits";
import { vmSize } from "../node-groups/machine-types";
import type { AksClusterProps, AksNodeGroupSpec } from "../spec";
import { egressOf, natOf, podNetworkOf, type PodNetwork } from "../network/settings";
import { firstGroupOf, maxPodsOf } from "../node-groups/settings";
import { planSubnets } from "../network/address-plan";
import { zoneNames } from "../zones";

/** What a cluster may come to need, held against what there is. A planner and the rules read the same. */
export function planOf(cluster: AksClusterProps): ClusterPlan {
  const network = podNetworkOf(cluster);
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork: podNetworkWords[network.mode],
    workers: workersOf(cluster),
    supplies: [...addressSupplies(cluster), ...quotaSupplies(cluster)],
  };
}

const podNetworkWords: Readonly<Record<PodNetwork["mode"], string>> = {
  overlay: "a /24 of the pods' range for each node (overlay)",
  "pod-subnet": "addresses of the pods' subnet",
  flat: "addresses of the nodes' subnet",
  kubenet: "a /24 of the pods' range for each node (kubenet)",
  none: "as the pod network that is installed gives them",
};

/** Groups whose numbers are known, at their largest. */
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

/** What a pool has at its largest, and what an upgrade adds to it for its time. */
interface PoolNodes {
  readonly zone?: string;
  readonly nodes: number;
  readonly surge: number;
}

/** The pools of each group. */
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

/** Addresses and ports: what there is of them can't be raised by a letter to Azure. */
export function addressSupplies(cluster: AksClusterProps): Supply[] {
  return [...nodeSubnets(cluster), ...podAddresses(cluster), ...outboundPorts(cluster)];
}

/** The subnet of nodes, or one in each zone. */
function nodeSubnets(cluster: AksClusterProps): Supply[] {
  const { network = {} } = cluster;
  const workers = workersOf(cluster);
  const supply = (range: Cidr, path: Supply["path"], more: Partial<Supply> = {}): Supply => ({
    name: "nodes",
    detail: `${range}`,
    size: range.size - reservedAddresses,
    demands: workers.map(({ group, nodes, surge, addressesPerNode }) => ({
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
      ? [supply(range, ["network", "existing", "nodeSubnetCidr"], { sharedAs: `subnet ${nodeSubnetId}` })]
      : [];
  }
  const cidr = Cidr.parse(isUnresolved(network.cidr) ? "" : (network.cidr ?? defaults["network.cidr"]));
  if (!cidr || cidr.prefix > 20 || cidr.prefix < 8) return [];
  const plan = planSubnets(`${cidr}`);
  const zones = zoneNames(cluster) ?? [];
  const path = ["network", "cidr"];
  if (natOf(network) !== "per-zone" || zones.length === 0) return [supply(Cidr.parse(plan.nodes)!, path)];
  const pools = poolsByGroup(cluster);
  return zones
    .filter((zone) => plan.nodesByZone[zone])
    .map((zone) =>
      supply(Cidr.parse(plan.nodesByZone[zone])!, path, {
        name: `nodes ${zone}`,
        demands: workers.flatMap(({ group, addressesPerNode }, i) => {
          const count = pools[i]
            // A pool over several zones has one subnet, which another rule tells of.
            .filter((pool) => (pool.zone ?? zones[0]) === zone)
            .reduce((sum, { nodes, surge }) => sum + nodes + surge, 0);
          return count > 0 ? [{ by: group, count, each: addressesPerNode }] : [];
        }),
      }),
    );
}

/** Pods' addresses where they are not those of nodes. */
function podAddresses(cluster: AksClusterProps): Supply[] {
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
        demands: workers.map(({ group, nodes, surge }) => ({ by: group, count: nodes + surge, each: 1 })),
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
      demands: workers.map(({ group, nodes, surge, podsPerNode }) => ({
        by: group,
        count: nodes + surge,
        each: podsPerNode,
      })),
      path: network.existing ? ["network", "existing", "podSubnetCidr"] : ["network", "cidr"],
      sharedAs: network.existing ? `subnet ${network.existing.podSubnetId}` : undefined,
    },
  ];
}

/** Ports for connections to the internet, where each node has a fixed number: https://learn.microsoft.com/azure/aks/load-balancer-standard */
function outboundPorts(cluster: AksClusterProps): Supply[] {
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
      demands: workersOf(cluster).map(({ group, nodes, surge }) => ({
        by: group,
        count: nodes + surge,
        each: egress.portsPerNode!,
      })),
      path: ["network", "egress", "portsPerNode"],
    },
  ];
}

/**
 * vCPUs of a subscription in a region, by family of machines; spot machines have a quota of their own, over all families. What
 * there is at first is little, and raised on request.
 */
export function quotaSupplies(cluster: AksClusterProps): Supply[] {
  const demands = new Map<string, Demand[]>();
  const workers = workersOf(cluster);
  groupsOf(cluster).forEach((group, i) => {
    const size = vmSize(group.machineTypes[0]);
    if (!size) return;
    const { nodes, surge } = workers[i];
    const family = group.capacity === "spot" ? "spot machines" : size.family;
    if (!demands.has(family)) demands.set(family, []);
    demands.get(family)!.push({ by: group.name, count: nodes + surge, each: size.vcpus });
  });
  return [...demands].map(([family, drawn]) => ({
    name: `vCPUs of ${family}`,
    detail: "quota, unless raised",
    size: defaultVcpuQuota,
    demands: drawn,
    path: ["nodeGroups"],
    isQuota: true,
    sharedAs: `vCPUs ${cluster.region} ${family}`,
  }));
}

/**
 * What a supply would have to hold while the group that takes most of it stands twice: what Azure can't change in place makes another
 * pool, and the old one goes when the new one is there. The group is then not in an upgrade.
 */
export function neededForReplacement(
  cluster: AksClusterProps,
  supply: Supply,
): { readonly group: string; readonly needed: number } | undefined {
  const workers = new Map(workersOf(cluster).map((worker) => [worker.group, worker]));
  const used = usedOf(supply);
  const [largest] = supply.demands
    .map(({ by, count, each }) => {
      const { nodes, surge } = workers.get(by)!;
      const standing = Math.ceil((count * nodes) / Math.max(1, nodes + surge));
      return { group: by, needed: used + (2 * standing - count) * each };
    })
    .sort((a, b) => b.needed - a.needed);
  return largest;
}
