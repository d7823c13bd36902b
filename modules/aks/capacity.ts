import { Cidr } from "../cluster/addresses";
import type { ClusterPlan, Demand, Supply, WorkerPlan } from "../cluster/plan";
import { placements, sizeOf } from "../cluster/scaling";
import { isUnresolved } from "../cluster/tokens";
import { defaults } from "./defaults";
import { portsPerAddress, reservedAddresses } from "./limits";
import type { AksClusterProps, AksNodeGroupSpec } from "./props";
import { egressOf, firstGroupOf, maxPodsOf, natOf, podNetworkOf, type PodNetwork } from "./settings";
import { planSubnets } from "./subnet-plan";
import { zoneNames } from "./zones";

/** What a cluster may come to need, held against what there is. A planner and the rules read the same. */
export function planOf(cluster: AksClusterProps): ClusterPlan {
  const network = podNetworkOf(cluster);
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork: podNetworkWords[network.mode],
    workers: workersOf(cluster),
    supplies: suppliesOf(cluster),
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
  return groupsOf(cluster).map((group) => ({
    group: group.name,
    machineType: group.machineTypes[0],
    nodes: sizeOf(group.size).max,
    surge: surgeOf(group, cluster),
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

/**
 * Nodes that an upgrade or a change adds for its time. A pool that is replaced stands twice: its successor is made first; so
 * does the cluster's first one while it is rotated.
 */
function surgeOf(group: AksNodeGroupSpec, cluster: AksClusterProps): number {
  const zones = zoneNames(cluster) ?? ["1"];
  const isFirst = firstGroupOf(cluster.nodeGroups)?.name === group.name;
  const { maxSurge = defaults.maxSurge, maxUnavailable, maxUnavailablePercent } = group.upgrade ?? {};
  if (group.capacity === "spot" || (!isFirst && (maxUnavailable ?? maxUnavailablePercent) !== undefined))
    return 0;
  return placements(group, zones).reduce((sum, { size }) => sum + surgeOfPool(maxSurge, size.max), 0);
}

function surgeOfPool(maxSurge: number | string, nodes: number): number {
  const text = `${maxSurge}`;
  return text.endsWith("%") ? Math.ceil((nodes * Number.parseInt(text)) / 100) : Number.parseInt(text) || 0;
}

function suppliesOf(cluster: AksClusterProps): Supply[] {
  return [...nodeSubnets(cluster), ...podAddresses(cluster), ...outboundPorts(cluster)];
}

/** The subnet of nodes, or one in each zone. */
function nodeSubnets(cluster: AksClusterProps): Supply[] {
  const { network = {} } = cluster;
  const workers = workersOf(cluster);
  const supply = (name: string, range: Cidr, demands: Demand[], path: Supply["path"]): Supply => ({
    name,
    detail: `${range}`,
    size: range.size - reservedAddresses,
    demands,
    path,
  });
  const demands = (share: (nodes: number, group: string) => number): Demand[] =>
    workers.map(({ group, nodes, surge, addressesPerNode }) => ({
      by: group,
      count: share(nodes + surge, group),
      each: addressesPerNode,
    }));

  if (network.existing) {
    const range = Cidr.parse(network.existing.nodeSubnetCidr ?? "");
    if (!range) return [];
    return [
      supply(
        "nodes",
        range,
        demands((n) => n),
        ["network", "existing", "nodeSubnetCidr"],
      ),
    ];
  }
  const cidr = Cidr.parse(isUnresolved(network.cidr) ? "" : (network.cidr ?? defaults.cidr));
  if (!cidr || cidr.prefix > 20 || cidr.prefix < 8) return [];
  const plan = planSubnets(`${cidr}`);
  const zones = zoneNames(cluster) ?? [];
  if (natOf(network) !== "per-zone" || zones.length === 0) {
    return [
      supply(
        "nodes",
        Cidr.parse(plan.nodes)!,
        demands((n) => n),
        ["network", "cidr"],
      ),
    ];
  }
  return zones
    .filter((zone) => plan.nodesByZone[zone])
    .map((zone) =>
      supply(
        `nodes ${zone}`,
        Cidr.parse(plan.nodesByZone[zone])!,
        demands((n) => Math.ceil(n / zones.length)),
        ["network", "cidr"],
      ),
    );
}

/** Pods' addresses where they are not those of nodes. */
function podAddresses(cluster: AksClusterProps): Supply[] {
  const { network = {} } = cluster;
  const { isOverlay, mode } = podNetworkOf(cluster);
  const workers = workersOf(cluster);
  if (isOverlay) {
    const range = Cidr.parse(isUnresolved(network.podCidr) ? "" : (network.podCidr ?? defaults.podCidr));
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
  const cidr = Cidr.parse(isUnresolved(network.cidr) ? "" : (network.cidr ?? defaults.cidr));
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
