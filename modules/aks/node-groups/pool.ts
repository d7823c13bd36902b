import type {
  KubernetesClusterNodePoolConfig,
  KubernetesClusterNodePoolKubeletConfig,
  KubernetesClusterNodePoolLinuxOsConfig,
  KubernetesClusterNodePoolNodeNetworkProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { NodePlacement } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import type { ClusterNetwork } from "../network/network";
import type { AksImageFamily, AksNodeGroupSpec } from "../spec";
import { maxPodsOf, type PodNetwork } from "../settings";
import { sysctls } from "./sysctls";

/** What all pools of a cluster have in common. */
export interface PoolContext {
  readonly network: Pick<ClusterNetwork, "nodeSubnets" | "podSubnetId">;
  readonly podNetwork: PodNetwork;
  readonly autoscaling: Autoscaling;

  /** Version that pools follow; undefined where Azure upgrades them. */
  readonly kubernetesVersion?: string;
}

/** Names of images in the provider. */
const osSkus: Readonly<Record<AksImageFamily, string>> = {
  "azure-linux": "AzureLinux3",
  ubuntu: "Ubuntu",
  "windows-2022": "Windows2022",
};

/** The taint and the label that AKS puts on spot nodes by itself; left out, every plan would take them away. */
const spotMark = "kubernetes.azure.com/scalesetpriority";

/** The arguments that the cluster's first node pool and all others have alike. */
export type PoolArguments = Pick<
  KubernetesClusterNodePoolConfig,
  | "autoScalingEnabled"
  | "capacityReservationGroupId"
  | "fipsEnabled"
  | "gpuDriver"
  | "gpuInstance"
  | "hostEncryptionEnabled"
  | "hostGroupId"
  | "kubeletConfig"
  | "kubeletDiskType"
  | "linuxOsConfig"
  | "maxCount"
  | "maxPods"
  | "minCount"
  | "nodeCount"
  | "nodeLabels"
  | "nodeNetworkProfile"
  | "nodePublicIpEnabled"
  | "nodePublicIpPrefixId"
  | "orchestratorVersion"
  | "osDiskSizeGb"
  | "osDiskType"
  | "osSku"
  | "podSubnetId"
  | "proximityPlacementGroupId"
  | "scaleDownMode"
  | "snapshotId"
  | "tags"
  | "ultraSsdEnabled"
  | "vmSize"
  | "vnetSubnetId"
  | "zones"
>;

export function poolArguments(
  spec: AksNodeGroupSpec,
  part: NodePlacement,
  context: PoolContext,
): PoolArguments {
  const { placement = {}, publicAddress, gpu } = spec;
  return {
    ...sizeArguments(part, context),
    vmSize: spec.machineTypes[0],
    zones: [...part.zones],
    vnetSubnetId: subnetOf(part, context),
    podSubnetId: context.network.podSubnetId,
    maxPods: maxPodsOf(spec, context.podNetwork),
    orchestratorVersion: context.kubernetesVersion,
    osSku: osSkus[spec.image?.family ?? defaults["nodeGroups[].image.family"]],
    osDiskSizeGb: spec.disk?.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
    osDiskType: spec.disk?.type === "ephemeral" ? "Ephemeral" : "Managed",
    kubeletDiskType: spec.disk?.kubelet === "temporary" ? "Temporary" : undefined,
    nodeLabels: labelsOf(spec),
    tags: spec.tags && { ...spec.tags },
    gpuDriver: gpu && ((gpu.driver ?? defaults["nodeGroups[].gpu.driver"]) ? "Install" : "None"),
    gpuInstance: gpu?.partition,
    fipsEnabled: spec.fips,
    hostEncryptionEnabled: spec.hostEncryption,
    ultraSsdEnabled: spec.ultraSsd,
    proximityPlacementGroupId: placement.proximityPlacementGroupId,
    capacityReservationGroupId: placement.capacityReservationGroupId,
    hostGroupId: placement.hostGroupId,
    nodePublicIpEnabled: publicAddress ? true : undefined,
    nodePublicIpPrefixId: publicAddress?.prefixId,
    nodeNetworkProfile: publicAddress && nodeNetworkProfile(publicAddress),
    kubeletConfig: spec.kubelet && kubeletConfig(spec.kubelet),
    linuxOsConfig: spec.linux && linuxConfig(spec.linux),
    scaleDownMode: spec.scaleDown === "deallocate" ? "Deallocate" : undefined,
    snapshotId: spec.snapshotId,
  };
}

/** Whether the autoscaler moves the number of nodes of a part. */
export function isAutoscaled({ size }: NodePlacement, { autoscaling }: PoolContext): boolean {
  return size.owner === "autoscaler" && autoscaling === "cluster-autoscaler";
}

/** A range starts at its least; who owns the number afterwards, Terraform leaves alone (`ignore_changes`). */
function sizeArguments(part: NodePlacement, context: PoolContext): PoolArguments {
  if (!isAutoscaled(part, context)) return { nodeCount: part.size.desired };
  return { autoScalingEnabled: true, minCount: part.size.min, maxCount: part.size.max };
}

/** Whether somebody else than Terraform changes the number of nodes. */
export function isCountForeign({ size }: NodePlacement): boolean {
  return size.owner === "autoscaler";
}

function subnetOf(part: NodePlacement, { network }: PoolContext): string {
  const own = network.nodeSubnets.find(({ zone }) => zone !== undefined && zone === part.zone);
  return (own ?? network.nodeSubnets[0]).id;
}

function labelsOf(spec: AksNodeGroupSpec): Record<string, string> | undefined {
  const labels = { ...spec.labels, ...(spec.capacity === "spot" && { [spotMark]: "spot" }) };
  return Object.keys(labels).length > 0 ? labels : undefined;
}

/** Taints as AKS writes them: `key=value:Effect`. */
export function taintsOf(spec: AksNodeGroupSpec): string[] | undefined {
  const taints = [
    ...(spec.taints ?? []).map(({ key, value = "", effect }) => `${key}=${value}:${effect}`),
    ...(spec.capacity === "spot" ? [`${spotMark}=spot:NoSchedule`] : []),
  ];
  return taints.length > 0 ? taints : undefined;
}

/** Said in full always: what is taken out of it later, the provider would answer with a new cluster. */
export function upgradeSettings({ upgrade = {} }: AksNodeGroupSpec) {
  const { maxSurge, maxUnavailable, maxUnavailablePercent } = upgrade;
  const unavailable =
    maxUnavailable ?? (maxUnavailablePercent === undefined ? undefined : `${maxUnavailablePercent}%`);
  return {
    ...(unavailable === undefined
      ? { maxSurge: `${maxSurge ?? defaults["nodeGroups[].upgrade.maxSurge"]}` }
      : { maxUnavailable: `${unavailable}` }),
    drainTimeoutInMinutes:
      upgrade.drainTimeoutMinutes ?? defaults["nodeGroups[].upgrade.drainTimeoutMinutes"],
    nodeSoakDurationInMinutes: upgrade.soakMinutes ?? defaults["nodeGroups[].upgrade.soakMinutes"],
    undrainableNodeBehavior: upgrade.undrainable === "cordon" ? "Cordon" : "Schedule",
  };
}

function nodeNetworkProfile({
  hostPorts,
  applicationSecurityGroupIds,
}: NonNullable<AksNodeGroupSpec["publicAddress"]>): KubernetesClusterNodePoolNodeNetworkProfile | undefined {
  if (!hostPorts && !applicationSecurityGroupIds) return undefined;
  return {
    applicationSecurityGroupIds: applicationSecurityGroupIds && [...applicationSecurityGroupIds],
    allowedHostPorts: hostPorts?.map((text) => {
      const [ports, protocol] = text.split("/");
      const [portStart, portEnd = portStart] = ports.split("-").map(Number);
      return { portStart, portEnd, protocol: protocol.toUpperCase() };
    }),
  };
}

function kubeletConfig({
  cpuCfsQuota,
  podMaxPids,
  allowedUnsafeSysctls,
  ...rest
}: NonNullable<AksNodeGroupSpec["kubelet"]>): KubernetesClusterNodePoolKubeletConfig {
  return {
    ...rest,
    cpuCfsQuotaEnabled: cpuCfsQuota,
    podMaxPid: podMaxPids,
    allowedUnsafeSysctls: allowedUnsafeSysctls && [...allowedUnsafeSysctls],
  };
}

function linuxConfig({
  swapFileSizeMiB,
  transparentHugePage,
  transparentHugePageDefrag,
  sysctls: values = {},
}: NonNullable<AksNodeGroupSpec["linux"]>): KubernetesClusterNodePoolLinuxOsConfig {
  return {
    swapFileSizeMb: swapFileSizeMiB,
    transparentHugePage,
    transparentHugePageDefrag,
    sysctlConfig:
      Object.keys(values).length > 0
        ? Object.fromEntries(Object.entries(values).map(([name, value]) => [sysctls[name].argument, value]))
        : undefined,
  };
}

/** What Azure changes in a pool that stands. */
const changeable: readonly string[] = [
  "autoScalingEnabled",
  "maxCount",
  "minCount",
  "nodeCount",
  "nodeLabels",
  "nodeNetworkProfile",
  "orchestratorVersion",
  "scaleDownMode",
  "tags",
] satisfies (keyof PoolArguments)[];

/**
 * What Azure can't change in a pool: with another of these it is another pool. The arguments, not the words of the file: one
 * that is spelled out and is the default anyway makes no other pool, and a default that changes does.
 */
export function immutableOf(pool: object): unknown {
  return Object.entries(pool)
    .filter(([name, value]) => !changeable.includes(name) && value !== undefined && value !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
