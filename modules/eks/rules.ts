import type { Problem } from "../cluster/problem";
import { clusterRules } from "../cluster/rules";
import type { RuleContext } from "../cluster/rules/rule";
import type { EksClusterProps } from "./spec";
import { zoneNames } from "./zones";
import { grantNamespaces, nodeRoleIsNobody, principals, principalsUnique, someoneIsAdmin } from "./access/rules/access";
import {
  autoScalingGroupIsOurs,
  lifetimes,
  onDemandShare,
  paceIsLiteral,
  schedules,
  warmPools,
} from "./node-groups/rules/auto-scaling-groups";
import { addOnConfiguration, addOnVersionFormat, ebsDriverIsThere, kubeProxyVersion } from "./add-ons/rules/add-ons";
import {
  addOnsOfAutoMode,
  autoModeIsOnOrOff,
  autoModeRole,
  autoModeStorage,
  autoModeSubnets,
  autoProvisioningIsUsed,
  groupsKeepTheirSize,
  karpenterHasHome,
  poolsOfAutoMode,
  roomForProvisioned,
} from "./autoscaling/rules/auto-provisioning";
import { argoCdAccess, argoCdInstance, capabilityPolicies } from "./add-ons/rules/capabilities";
import {
  machineTypesKnown,
  podsHaveAddresses,
  podsWithinLimit,
  roomForControlPlane,
  roomForNodes,
  roomToGrow,
  withinQuotas,
} from "./capacity/rules/capacity";
import { diskIops, diskKey, diskSizeLimits, diskThroughput } from "./node-groups/rules/disks";
import { deletionWindow, existingRoles, secretsKey, secretsKeyIsUsed } from "./control-plane/rules/encryption";
import {
  apiServerIsReachable,
  nodesAreLetIn,
  openToEveryone,
  publicRangesArePublic,
  publicRangesCount,
  publicRangesUnique,
} from "./access/rules/endpoints";
import {
  existingIds,
  existingPodSubnets,
  existingRangeSyntax,
  existingStandsAlone,
  existingSubnetsFit,
  existingSubnetsUnique,
  existingZones,
} from "./network/rules/existing-network";
import {
  blockStorageHasNodes,
  coreDnsIsSelected,
  fargateProfileCount,
  fargateProfileNames,
  fargateProfilesUnique,
  fargateSelectors,
  roomForPods,
} from "./node-groups/rules/fargate";
import {
  acceleratorDrivers,
  imageExists,
  machineTypeNames,
  oneArchitecture,
  ownImageId,
  ownImageStandsAlone,
  ownWindowsImageIsSelfManaged,
  releaseFitsVersion,
  releaseFormat,
  selfManagedRelease,
  windows2025,
} from "./node-groups/rules/images";
import { eksShapeIsLiteral } from "./control-plane/rules/literals";
import {
  capacityBlock,
  fabricFits,
  familiesAreChosenFrom,
  localDisksAreThere,
  machineBounds,
  machinesAreSelfManaged,
  placementGroupFits,
  reservationTarget,
  windowsPods,
} from "./node-groups/rules/machines";
import { clusterName, nodeGroupNameLength, regionName } from "./control-plane/rules/names";
import {
  endpointsNamed,
  endpointsUnique,
  endpointsWithoutNat,
  privateIsPrivate,
  serviceRange,
  serviceRangeIsApart,
  twoZones,
  vpcIsPrivate,
  vpcSize,
  zonesAreKnown,
  zonesOfAccount,
  zonesOfRegion,
} from "./network/rules/network";
import {
  addOnsHaveNode,
  groupsPerCluster,
  labelLengths,
  labelsOfEks,
  machineTypeCount,
  maxPodsRange,
  nodesPerGroup,
  rangesHaveAutoscaler,
  spotHasChoice,
  taintLimits,
  upgradeWithinSize,
} from "./node-groups/rules/node-groups";
import { dnsZones, sharedGroupHasController } from "./load-balancing/rules/load-balancing";
import { auditIsLogged, logRetention, logTypesUnique } from "./observability/rules/observability";
import {
  ipv6Alone,
  ipv6CniVersion,
  podNetworkSaidOnce,
  podRangeBesideVpc,
  podRangeIsApart,
  podRangeSize,
  prefixesNeedNitro,
} from "./network/rules/pod-network";
import {
  hybridNodeRole,
  remoteRangesAreApart,
  remoteRangesArePrivate,
  remoteRangesCount,
} from "./network/rules/remote-networks";
import { repairOverrides, repairPace, repairPolicyIsUsed } from "./node-groups/rules/repair";
import type { EksRule } from "./rule";
import { groupSecurityGroups, webhookPortNumbers } from "./network/rules/security-groups";
import {
  accessPoints,
  backupHasSource,
  backupPlan,
  buckets,
  defaultClassIsPlain,
  disksKeyIsUsed,
  lustreFits,
  snapshotsHaveDriver,
  storageAddOnsAreThere,
  storageKeys,
} from "./storage/rules/storage";
import {
  controllerTagsAreOurs,
  scaleFromZeroTags,
  scaleFromZeroTaints,
  tagCount,
  tagKeysDiffer,
  tagSyntax,
} from "./control-plane/rules/tags";
import { labelAddresses, nodeGroupAddresses, principalAddresses } from "./control-plane/rules/terraform-addresses";
import {
  userDataCanBeMerged,
  userDataContradicts,
  userDataFormat,
  userDataKeepsParts,
  userDataSize,
} from "./node-groups/rules/user-data";
import { addOnPins, imagePins, versionFormat, versionSupport } from "./control-plane/rules/versions";
import { workloadNames, workloadRights, workloadsHaveRights, workloadsUnique } from "./identity/rules/workload-identities";

/** What holds for a cluster on EKS, beside what holds for every cluster. */
export const eksRules: readonly EksRule[] = [
  eksShapeIsLiteral,
  clusterName,
  regionName,

  versionFormat,
  versionSupport,
  addOnPins,
  imagePins,

  vpcSize,
  vpcIsPrivate,
  serviceRange,
  serviceRangeIsApart,
  twoZones,
  zonesAreKnown,
  zonesOfAccount,
  zonesOfRegion,
  endpointsNamed,
  endpointsUnique,
  endpointsWithoutNat,
  privateIsPrivate,

  podRangeSize,
  podRangeIsApart,
  podRangeBesideVpc,
  podNetworkSaidOnce,
  prefixesNeedNitro,
  ipv6Alone,
  ipv6CniVersion,

  webhookPortNumbers,
  groupSecurityGroups,

  existingStandsAlone,
  existingIds,
  existingSubnetsUnique,
  existingZones,
  existingRangeSyntax,
  existingSubnetsFit,
  existingPodSubnets,

  roomForNodes,
  roomToGrow,
  roomForControlPlane,
  withinQuotas,
  podsWithinLimit,
  podsHaveAddresses,

  apiServerIsReachable,
  nodesAreLetIn,
  openToEveryone,
  publicRangesCount,
  publicRangesUnique,
  publicRangesArePublic,

  principals,
  principalsUnique,
  principalAddresses,
  nodeRoleIsNobody,
  grantNamespaces,
  someoneIsAdmin,

  nodeGroupNameLength,
  nodeGroupAddresses,
  nodesPerGroup,
  groupsPerCluster,
  machineTypeCount,
  maxPodsRange,
  labelLengths,
  labelAddresses,
  labelsOfEks,
  taintLimits,
  upgradeWithinSize,
  spotHasChoice,
  rangesHaveAutoscaler,
  addOnsHaveNode,

  machineTypeNames,
  machineTypesKnown,
  oneArchitecture,
  acceleratorDrivers,
  imageExists,
  ownImageId,
  ownImageStandsAlone,
  ownWindowsImageIsSelfManaged,
  releaseFormat,
  releaseFitsVersion,
  selfManagedRelease,
  windows2025,

  machinesAreSelfManaged,
  machineBounds,
  familiesAreChosenFrom,
  reservationTarget,
  capacityBlock,
  placementGroupFits,
  fabricFits,
  localDisksAreThere,
  windowsPods,

  repairPolicyIsUsed,
  repairPace,
  repairOverrides,

  autoScalingGroupIsOurs,
  paceIsLiteral,
  onDemandShare,
  lifetimes,
  warmPools,
  schedules,

  diskSizeLimits,
  diskIops,
  diskThroughput,
  diskKey,

  userDataSize,
  userDataFormat,
  userDataContradicts,
  userDataKeepsParts,
  userDataCanBeMerged,

  addOnVersionFormat,
  kubeProxyVersion,
  addOnConfiguration,
  ebsDriverIsThere,

  secretsKey,
  secretsKeyIsUsed,
  deletionWindow,
  existingRoles,

  storageAddOnsAreThere,
  storageKeys,
  disksKeyIsUsed,
  defaultClassIsPlain,
  snapshotsHaveDriver,
  accessPoints,
  buckets,
  backupHasSource,
  backupPlan,
  lustreFits,

  dnsZones,
  sharedGroupHasController,

  workloadNames,
  workloadsUnique,
  workloadsHaveRights,
  workloadRights,

  logRetention,
  logTypesUnique,
  auditIsLogged,

  tagSyntax,
  controllerTagsAreOurs,
  tagKeysDiffer,
  tagCount,
  scaleFromZeroTags,
  scaleFromZeroTaints,

  autoProvisioningIsUsed,
  poolsOfAutoMode,
  roomForProvisioned,
  autoModeIsOnOrOff,
  karpenterHasHome,
  groupsKeepTheirSize,
  addOnsOfAutoMode,
  autoModeSubnets,
  autoModeRole,
  autoModeStorage,

  fargateProfileNames,
  fargateProfilesUnique,
  fargateProfileCount,
  fargateSelectors,
  roomForPods,
  coreDnsIsSelected,
  blockStorageHasNodes,

  remoteRangesCount,
  remoteRangesArePrivate,
  remoteRangesAreApart,
  hybridNodeRole,

  argoCdInstance,
  argoCdAccess,
  capabilityPolicies,
];

/** Everything that is wrong or doubtful with a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: EksClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  const facts = { ...context, zones: zoneNames(cluster) };
  return [...clusterRules, ...eksRules].flatMap((rule) => rule(cluster, facts));
}
