import type {
  KubernetesClusterNodePoolConfig,
  KubernetesClusterNodePoolKubeletConfig,
  KubernetesClusterNodePoolLinuxOsConfig,
  KubernetesClusterNodePoolNodeNetworkProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { IConstruct } from "constructs";
import { inputOf } from "../../cluster/inputs";
import { type NodePlacement, placements } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import type { ClusterNetwork } from "../network/cluster-network";
import { parsePorts } from "../ports";
import type { AksImageFamily, AksNodeGroupSpec } from "../spec";
import { hasGpus } from "../../azure/machine-types";
import { maxPodsOf } from "./settings";
import type { PodNetwork } from "../network/settings";
import { sysctls } from "./sysctls";
import { asMap, asSet } from "../../cluster/sets";

/** The settings of the cluster that its node pools depend on. */
export interface PoolContext {
  readonly network: Pick<ClusterNetwork, "nodeSubnets" | "podSubnetId">;
  readonly podNetwork: PodNetwork;
  readonly autoscaling: Autoscaling;

  /** Kubernetes version of the pools; undefined if Azure upgrades them. */
  readonly kubernetesVersion?: string;
}

/** Names of images of the provider. */
const osSkus: Readonly<Record<AksImageFamily, string>> = {
  "azure-linux": "AzureLinux3",
  ubuntu: "Ubuntu",
  "windows-2022": "Windows2022",
};

/** The taint and the label that AKS sets on spot nodes. If omitted, every plan would remove them. */
const spotMark = "kubernetes.azure.com/scalesetpriority";

/** The arguments that the cluster's first node pool and other node pools have in common. */
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
  scope: IConstruct,
  spec: AksNodeGroupSpec,
  part: NodePlacement,
  context: PoolContext,
): PoolArguments {
  const { placement = {}, publicAddress, gpu } = spec;
  const [vmSize] = inputOf(scope, `nodeGroups.${spec.name}.machineTypes`, spec.machineTypes);
  return {
    ...sizeArguments(part, context),
    vmSize,
    zones: [...part.zones],
    vnetSubnetId: subnetOf(spec, part, context),
    podSubnetId: context.network.podSubnetId,
    maxPods: maxPodsOf(spec, context.podNetwork),
    orchestratorVersion: context.kubernetesVersion,
    osSku: osSkus[spec.image?.family ?? defaults["nodeGroups[].image.family"]],
    osDiskSizeGb: spec.disk?.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
    osDiskType: spec.disk?.type === "ephemeral" ? "Ephemeral" : "Managed",
    // If omitted, the provider keeps the old value.
    kubeletDiskType: spec.disk?.kubelet === "temporary" ? "Temporary" : "OS",
    nodeLabels: labelsOf(spec),
    tags: spec.tags && { ...spec.tags },
    gpuDriver: gpuDriverOf(spec),
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

/**
 * The driver of machines with GPUs, always: Azure fills in "Install" if it is omitted, and the provider would replace the pool in every
 * plan.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/30990
 */
function gpuDriverOf({ gpu, machineTypes }: AksNodeGroupSpec): string | undefined {
  if (!gpu && !hasGpus(machineTypes[0])) return undefined;
  return (gpu?.driver ?? defaults["nodeGroups[].gpu.driver"]) ? "Install" : "None";
}

/** The parts of a group, with sizes as arguments get them. */
export function partsOf(
  scope: IConstruct,
  spec: AksNodeGroupSpec,
  zones: readonly string[],
): NodePlacement[] {
  return placements({ ...spec, size: inputOf(scope, `nodeGroups.${spec.name}.size`, spec.size) }, zones);
}

/** Whether the cluster autoscaler changes the number of nodes of a pool. */
export function isAutoscaled({ size }: NodePlacement, { autoscaling }: PoolContext): boolean {
  return size.owner === "autoscaler" && autoscaling === "cluster-autoscaler";
}

/** A range starts at its minimum; Terraform ignores later changes of the number of nodes (`ignore_changes`). */
function sizeArguments(part: NodePlacement, context: PoolContext): PoolArguments {
  if (!isAutoscaled(part, context)) return { nodeCount: part.size.desired };
  return { autoScalingEnabled: true, minCount: part.size.min, maxCount: part.size.max };
}

/** Whether Terraform ignores changes of the number of nodes. */
export function ignoresNodeCount({ size }: NodePlacement): boolean {
  return size.owner === "autoscaler";
}

function subnetOf(spec: AksNodeGroupSpec, part: NodePlacement, { network }: PoolContext): string {
  if (spec.subnetId !== undefined) return spec.subnetId;
  const own = network.nodeSubnets.find(({ zone }) => zone !== undefined && zone === part.zone);
  return (own ?? network.nodeSubnets[0]).id;
}

/** Labels, also if there are none: the provider keeps the old labels if the argument is omitted. */
function labelsOf(spec: AksNodeGroupSpec): Record<string, string> {
  return { ...spec.labels, ...(spec.capacity === "spot" && { [spotMark]: "spot" }) };
}

/** Taints in the format of AKS: `key=value:Effect`. */
export function taintsOf(spec: AksNodeGroupSpec): string[] | undefined {
  const taints = [
    ...asSet((spec.taints ?? []).map(({ key, value = "", effect }) => `${key}=${value}:${effect}`)),
    ...(spec.capacity === "spot" ? [`${spotMark}=spot:NoSchedule`] : []),
  ];
  return taints.length > 0 ? taints : undefined;
}

/** All settings, always: the removal of one later would make the provider replace the cluster. */
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
    applicationSecurityGroupIds: applicationSecurityGroupIds && asSet(applicationSecurityGroupIds),
    allowedHostPorts:
      hostPorts &&
      asSet(hostPorts).map((text) => {
        const { start: portStart, end: portEnd, protocol } = parsePorts(text)!;
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

/** Arguments that Azure changes in place. */
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

/** Values of Azure that are written only so that the provider does not keep an old value: they are in no name. */
const standard: Readonly<Record<string, unknown>> = {
  kubeletDiskType: "OS",
} satisfies Partial<PoolArguments>;

/**
 * The arguments that Azure can't change in place. Arguments instead of fields: a field with the value of its default does not
 * replace the pool, and a new default does. Another order of settings in the file changes nothing.
 */
export function immutableOf(pool: object): unknown {
  return Object.entries(pool)
    .filter(([name, value]) => !changeable.includes(name) && value !== undefined && value !== false)
    .filter(([name, value]) => standard[name] === undefined || standard[name] !== value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, asMap(value as unknown)] as const);
}
