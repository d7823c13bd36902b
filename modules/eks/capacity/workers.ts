import type { WorkerPlan } from "../../cluster/plan";
import { entries, isKnown, isWhole } from "../../cluster/rules/rule";
import type { NodePlacement } from "../../cluster/scaling";
import { defaults } from "../fields.generated";
import { instanceType } from "../../aws/machine-types";
import { type NodeAddresses, nodeAddresses, podNetworkOf } from "../network/pod-network";
import type { EksClusterProps, EksNodeGroupSpec } from "../spec";
import { provisionedOf } from "./provisioned";
import { nodePools } from "../node-groups/placement";

/** Each node group at its maximum size, and other nodes up to their bound. */
export function workersOf(cluster: EksClusterProps, zones: readonly string[]): WorkerPlan[] {
  const provisioned = provisionedOf(cluster).flatMap(({ by, nodes, addresses }) =>
    nodes === undefined ? [] : [{ ...workerOf(by, addresses), nodes, surge: 0 }],
  );
  const groups = entries(cluster.nodeGroups).flatMap(([, spec]) => {
    const addresses = nodeAddresses(spec, podNetworkOf(cluster));
    const pools = largestGroups(spec, zones);
    if (!addresses) return [];
    return [
      {
        ...workerOf(spec.name, addresses),
        nodes: pools.reduce((sum, { size }) => sum + size.max, 0),
        surge: pools.reduce((sum, pool) => sum + surgeOf(spec, pool), 0),
      },
    ];
  });
  return [...groups, ...provisioned];
}

function workerOf(group: string, { type, pods, ofNodeSubnet, ofPodSubnet }: NodeAddresses) {
  return { group, machineType: type, podsPerNode: pods, addressesPerNode: ofNodeSubnet + ofPodSubnet };
}

/** Nodes and pods that the plan does not count. */
export function notesOf(cluster: EksClusterProps, zones: readonly string[]): string[] {
  return [...unboundedNotes(cluster), ...vcpuNotes(cluster, zones)];
}

/** Provisioners of nodes or pods without a bound. */
function unboundedNotes(cluster: EksClusterProps): string[] {
  return provisionedOf(cluster)
    .filter(({ nodes }) => nodes === undefined)
    .map(({ by, field }) => `${by} has no bound and is not counted; set one in ${field}`);
}

/** The vCPU quotas of EC2 differ between accounts, and new accounts have less than a cluster uses: there is no status. */
function vcpuNotes(cluster: EksClusterProps, zones: readonly string[]): string[] {
  const ofGroups = entries(cluster.nodeGroups).flatMap(([, spec]) => {
    const type = nodeAddresses(spec, podNetworkOf(cluster))?.type;
    const vcpus = type === undefined ? undefined : instanceType(type)?.vcpus;
    const nodes = largestGroups(spec, zones).reduce((sum, one) => sum + one.size.max + surgeOf(spec, one), 0);
    return vcpus === undefined
      ? []
      : [{ kind: spec.capacity === "spot" ? "spot" : "on demand", vcpus, nodes }];
  });
  const ofOthers = provisionedOf(cluster).flatMap(({ nodes, vcpus }) =>
    nodes === undefined || vcpus === undefined ? [] : [{ kind: "on demand or spot", vcpus, nodes }],
  );
  const all = [...ofGroups, ...ofOthers];
  const totals = ["on demand", "spot", "on demand or spot"].flatMap((kind) => {
    const total = all
      .filter((one) => one.kind === kind)
      .reduce((sum, { vcpus, nodes }) => sum + vcpus * nodes, 0);
    return total > 0 ? [`${total} ${kind}`] : [];
  });
  if (totals.length === 0) return [];
  return [
    `vCPUs at most, of the types above: ${totals.join(", ")}; the EC2 quotas of the account are not checked`,
  ];
}

/**
 * In the scale-up phase EKS adds twice the number of zones, or as many nodes as may be unavailable.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
 */
export function surgeOf(
  { upgrade, kind, autoScalingGroup }: EksNodeGroupSpec,
  { zones, size }: NodePlacement,
): number {
  if (kind === "self-managed" && autoScalingGroup?.replacement === "terminate") return 0;
  const { maxUnavailable, maxUnavailablePercent = defaults["nodeGroups[].upgrade.maxUnavailablePercent"] } =
    upgrade ?? {};
  const unavailable = isWhole(maxUnavailable, 1, 100)
    ? maxUnavailable
    : isWhole(maxUnavailablePercent, 1, 100)
      ? Math.min(100, Math.ceil((size.max * maxUnavailablePercent) / 100))
      : 0;
  return kind === "self-managed" ? unavailable : Math.max(2 * zones.length, unavailable);
}

/** The node pools of a node group, with the highest maximum of its schedules. */
export function largestGroups(spec: EksNodeGroupSpec, zones: readonly string[]): NodePlacement[] {
  const { size, autoScalingGroup } = spec;
  if (!isKnown(size) || typeof size !== "object") return nodePools(spec, zones);
  const scheduled = entries(autoScalingGroup?.schedules).flatMap(([, { size: bounds }]) =>
    isWhole(bounds?.max, 0) ? [bounds.max] : [],
  );
  return nodePools({ ...spec, size: { ...size, max: Math.max(size.max, ...scheduled) } }, zones);
}
