import { instanceType } from "../../aws/machine-types";
import type { Capacity, ClusterPlan, Usage, WorkerPlan } from "../../cluster/plan";
import { entries, isKnown } from "../../cluster/rules/rule";
import { type NodePlacement, placements } from "../../cluster/scaling";
import { planSubnets, slotOf, vpcPrefix } from "../../networks/aws/address-plan";
import { endpointsOf, natOf } from "../aws/network-settings";
import { machinesOf } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import { connectionsOf } from "../network/connections";
import { nodePodPrefix, rangeOf } from "../network/ranges";
import type { KubeadmClusterProps, KubeadmNodeGroupSpec } from "../spec";
import { zoneNames } from "../zones";

/** Usage and capacity of a kubeadm cluster. The rules turn the result into errors and warnings, `validate --plan` into a table. */

/**
 * AWS reserves the first four addresses of a subnet and the last one.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const reservedBySubnet = 5;

/**
 * Default quotas, which AWS raises on request.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
 */
const quotas = { elasticIps: 5, vpcs: 5, rulesPerGroup: 60 } as const;

/** All quantities, for a table. */
export function planOf(cluster: KubeadmClusterProps): ClusterPlan {
  const zones = zoneNames(cluster) ?? [];
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork: `overlay (${cluster.network?.cni ?? defaults["network.cni"]})`,
    workers: entries(cluster.nodeGroups).map(([, spec]) => workerOf(spec, zones)),
    capacities: [
      ...subnetCapacities(cluster, zones),
      ...podCapacities(cluster, zones),
      ...quotaCapacities(cluster, zones),
    ],
    notes: vcpuNotes(cluster, zones),
  };
}

/** Each node group at its maximum size during a rolling update. */
function workerOf(spec: KubeadmNodeGroupSpec, zones: readonly string[]): WorkerPlan {
  const pools = poolsOf(spec, zones);
  return {
    group: spec.name,
    machineType: spec.machineTypes[0],
    nodes: sum(pools.map(({ size }) => size.max)),
    surge: sum(pools.map((pool) => surgeOf(spec, pool))),
    podsPerNode: spec.maxPods ?? defaults["nodeGroups[].maxPods"],
    addressesPerNode: 1,
  };
}

/** The addresses of the subnet of machines in each zone. */
export function subnetCapacities(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] {
  const range = rangeOf(cluster, "cidr");
  if (!range || range.prefix < vpcPrefix.shortest || range.prefix > vpcPrefix.longest) return [];
  if (zones.some((zone) => slotOf(cluster.region, zone) === undefined)) return [];
  const machines = machinesOf(cluster);
  return planSubnets(cluster.region, range, zones).map(({ zone, private: subnet }, i) => ({
    name: `private ${zone}`,
    detail: String(subnet),
    size: subnet.size - reservedBySubnet,
    usages: [
      { by: "control plane", count: Math.ceil((machines - i) / zones.length), each: 1 },
      { by: "load balancer", count: 1, each: 1 },
      ...nodeUsages(cluster, zone, zones),
    ],
    path: ["network", "cidr"],
  }));
}

function nodeUsages(cluster: KubeadmClusterProps, zone: string, zones: readonly string[]): Usage[] {
  return entries(cluster.nodeGroups).map(([, spec]) => ({
    by: spec.name,
    count: sum(
      poolsOf(spec, zones)
        .filter((pool) => pool.zones.includes(zone))
        .map((pool) => Math.ceil((pool.size.max + surgeOf(spec, pool)) / pool.zones.length)),
    ),
    each: 1,
  }));
}

/** The ranges of nodes within that of pods. */
export function podCapacities(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] {
  const range = rangeOf(cluster, "podCidr");
  if (!range || range.prefix > nodePodPrefix) return [];
  const groups = entries(cluster.nodeGroups).map(([, spec]): Usage => {
    const { group, nodes, surge } = workerOf(spec, zones);
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

/** The quotas of the account and of security groups. */
export function quotaCapacities(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] {
  const { region } = cluster;
  const nat = natOf(cluster);
  const gateways = nat === "per-zone" ? zones.length : nat === "single" ? 1 : 0;
  const cni = cluster.network?.cni ?? defaults["network.cni"];
  const toControlPlane = connectionsOf(cni).filter(([, { to }]) => to === "control plane");
  const clients = entries(cluster.access.privateFrom).length;
  const ofAccount = (name: string, size: number, by: string, count: number, path: readonly string[]) => ({
    name,
    detail: region,
    size,
    usages: [{ by, count, each: 1 }],
    path,
    isQuota: true,
    sharedAs: `${name} ${region}`,
  });
  const ofGroup = (name: string, count: number, path: readonly string[]) => ({
    name,
    detail: "security group",
    size: quotas.rulesPerGroup,
    usages: [{ by: "rules", count, each: 1 }],
    path,
    isQuota: true,
  });
  return [
    ofAccount("VPCs", quotas.vpcs, "network", 1, ["network"]),
    ofAccount("elastic IPs", quotas.elasticIps, "NAT gateways", gateways, ["network", "nat"]),
    ofGroup("load balancer rules, in", clients + 2, ["access", "privateFrom"]),
    ofGroup("control plane rules, in", toControlPlane.length, ["network", "cni"]),
    ...(endpointsOf(cluster).length > 0 ? [ofGroup("endpoint rules, in", 1, ["network", "private"])] : []),
  ];
}

/** The vCPU quotas of EC2 differ between accounts: there is no status. */
function vcpuNotes(cluster: KubeadmClusterProps, zones: readonly string[]): string[] {
  const ofControlPlane = isKnown(cluster.controlPlane.machineType)
    ? (instanceType(cluster.controlPlane.machineType)?.vcpus ?? 0) * machinesOf(cluster)
    : 0;
  const totals = { "on demand": ofControlPlane, spot: 0 };
  for (const [, spec] of entries(cluster.nodeGroups)) {
    const { machineType, nodes, surge } = workerOf(spec, zones);
    const kind = spec.capacity === "spot" ? "spot" : "on demand";
    totals[kind] += (instanceType(machineType)?.vcpus ?? 0) * (nodes + surge);
  }
  const shown = Object.entries(totals).flatMap(([kind, total]) => (total > 0 ? [`${total} ${kind}`] : []));
  return shown.length === 0
    ? []
    : [`vCPUs at most: ${shown.join(", ")}; the EC2 quotas of the account are not checked`];
}

/** The node pools of a group; none if its size is unknown. */
function poolsOf(spec: KubeadmNodeGroupSpec, zones: readonly string[]): NodePlacement[] {
  if (!isKnown(spec.size)) return [];
  return placements(spec, zones);
}

/** New nodes of a rolling update, before old ones end. */
function surgeOf({ upgrade = {} }: KubeadmNodeGroupSpec, { size }: NodePlacement): number {
  const { maxUnavailable, maxUnavailablePercent = defaults["nodeGroups[].upgrade.maxUnavailablePercent"] } =
    upgrade;
  if (isKnown(maxUnavailable)) return maxUnavailable;
  return isKnown(maxUnavailablePercent) ? Math.ceil((size.max * maxUnavailablePercent) / 100) : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
