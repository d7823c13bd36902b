import {
  type Capacity,
  type ClusterPlan,
  unknownVcpus,
  type Usage,
  type WorkerPlan,
} from "../../cluster/plan";
import { entries, isKnown } from "../../cluster/rules/rule";
import { type NodePlacement, placements } from "../../cluster/scaling";
import type { Cloud } from "../cloud";
import { cloudOf } from "../clouds";
import { machinesOf } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import { natOf } from "../network/nat";
import { nodePodPrefix, rangeOf } from "../network/ranges";
import { surgeOf } from "../node-groups/surge";
import type { KubeadmClusterProps, KubeadmNodeGroupSpec } from "../spec";
import { zoneNames } from "../zones";

/** Usage and capacity of a kubeadm cluster. The rules turn the result into errors and warnings, `validate --plan` into a table. */

/** All quantities, for a table. */
export function planOf(cluster: KubeadmClusterProps): ClusterPlan {
  const zones = zoneNames(cluster) ?? [];
  const cloud = cloudOf(cluster);
  const workers = entries(cluster.nodeGroups).map(([, spec]) => workerOf(spec, zones, cloud));
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork: `overlay (${cluster.network?.cni ?? defaults["network.cni"]})`,
    workers,
    capacities: [
      ...subnetCapacities(cluster, zones),
      ...podCapacities(cluster, zones),
      ...quotaCapacities(cluster, zones),
    ],
    notes: [
      ...vcpuNotes(cluster, zones),
      ...unknownVcpus(workers, (type) => cloud?.machines.vcpusOf(type) !== undefined),
    ],
  };
}

/** Each node group at its maximum size during a rolling update. */
function workerOf(
  spec: KubeadmNodeGroupSpec,
  zones: readonly string[],
  cloud: Cloud | undefined,
): WorkerPlan {
  const pools = poolsOf(spec, zones);
  return {
    group: spec.name,
    machineType: spec.machineTypes[0],
    nodes: sum(pools.map(({ size }) => size.max)),
    surge: sum(pools.map((pool) => surgeOf(spec, pool, cloud))),
    podsPerNode: spec.maxPods ?? defaults["nodeGroups[].maxPods"],
    addressesPerNode: 1,
  };
}

/** The addresses of each subnet of machines. */
export function subnetCapacities(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] {
  const range = rangeOf(cluster, "cidr");
  const cloud = cloudOf(cluster);
  if (!range || !cloud) return [];
  const { network, regions } = cloud;
  if (range.prefix < network.prefix.shortest || range.prefix > network.prefix.longest) return [];
  if (zones.some((zone) => !regions.isZone(cluster.region, zone))) return [];
  const machines = machinesOf(cluster);
  return network.subnets(range, cluster.region, zones, natOf(cluster)).map((subnet) => ({
    name: subnet.name,
    detail: String(subnet.range),
    size: subnet.range.size - network.reserved,
    usages: [
      {
        by: "control plane",
        count: sum(subnet.zones.map((zone) => Math.ceil((machines - zones.indexOf(zone)) / zones.length))),
        each: 1,
      },
      { by: "load balancer", count: network.balancerAddresses, each: 1 },
      ...nodeUsages(cluster, subnet.zones, zones),
    ],
    path: ["network", "cidr"],
  }));
}

/** Nodes in some zones of the cluster. */
function nodeUsages(cluster: KubeadmClusterProps, own: readonly string[], zones: readonly string[]): Usage[] {
  const cloud = cloudOf(cluster);
  return entries(cluster.nodeGroups).map(([, spec]) => ({
    by: spec.name,
    count: sum(
      own.flatMap((zone) =>
        poolsOf(spec, zones)
          .filter((pool) => pool.zones.includes(zone))
          .map((pool) => Math.ceil((pool.size.max + surgeOf(spec, pool, cloud)) / pool.zones.length)),
      ),
    ),
    each: 1,
  }));
}

/** The ranges of nodes within that of pods. */
export function podCapacities(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] {
  const range = rangeOf(cluster, "podCidr");
  if (!range || range.prefix > nodePodPrefix) return [];
  const cloud = cloudOf(cluster);
  const groups = entries(cluster.nodeGroups).map(([, spec]): Usage => {
    const { group, nodes, surge } = workerOf(spec, zones, cloud);
    return { by: group, count: nodes + surge, each: 1 };
  });
  return [
    {
      name: "pod ranges",
      detail: `/${nodePodPrefix} of ${range}`,
      size: 2 ** (nodePodPrefix - range.prefix),
      usages: [{ by: "control plane", count: machinesOf(cluster), each: 1 }, ...groups],
      path: ["network", "podCidr"],
    },
  ];
}

/** The quotas of the account or the project. */
export const quotaCapacities = (cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] =>
  cloudOf(cluster)?.quotas(cluster, zones) ?? [];

/** The vCPU quotas differ between accounts: there is no status. */
function vcpuNotes(cluster: KubeadmClusterProps, zones: readonly string[]): string[] {
  const cloud = cloudOf(cluster);
  const vcpusOf = (type: string) => cloud?.machines.vcpusOf(type) ?? 0;
  const ofControlPlane = isKnown(cluster.controlPlane.machineType)
    ? vcpusOf(cluster.controlPlane.machineType) * machinesOf(cluster)
    : 0;
  const totals = { "on demand": ofControlPlane, spot: 0 };
  for (const [, spec] of entries(cluster.nodeGroups)) {
    const { machineType, nodes, surge } = workerOf(spec, zones, cloud);
    const kind = spec.capacity === "spot" ? "spot" : "on demand";
    totals[kind] += vcpusOf(machineType) * (nodes + surge);
  }
  const shown = Object.entries(totals).flatMap(([kind, total]) => (total > 0 ? [`${total} ${kind}`] : []));
  return shown.length === 0
    ? []
    : [`vCPUs at most: ${shown.join(", ")}; the ${cloud?.machines.quotas} are not checked`];
}

/** The node pools of a group; none if its size is unknown. */
function poolsOf(spec: KubeadmNodeGroupSpec, zones: readonly string[]): NodePlacement[] {
  if (!isKnown(spec.size)) return [];
  return placements(spec, zones);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
