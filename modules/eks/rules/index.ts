import type { Problem } from "../../cluster/problem";
import { clusterRules } from "../../cluster/rules";
import type { EksClusterProps } from "../props";
import { zoneNames } from "../zones";
import { grantNamespaces, nodeRoleIsNobody, principals, principalsUnique, someoneIsAdmin } from "./access";
import { addOnConfiguration, addOnVersionFormat, ebsDriverIsThere, kubeProxyVersion } from "./add-ons";
import { machineTypesKnown, podsHaveAddresses, roomForControlPlane, roomForNodes } from "./capacity";
import { diskIops, diskKey, diskSizeLimits, diskThroughput } from "./disks";
import { deletionWindow, existingRoles, secretsKey, secretsKeyIsUsed } from "./encryption";
import {
  apiServerIsReachable,
  nodesAreLetIn,
  openToEveryone,
  publicRangesArePublic,
  publicRangesCount,
  publicRangesUnique,
} from "./endpoint-access";
import {
  existingIds,
  existingRangeSyntax,
  existingStandsAlone,
  existingSubnetsFit,
  existingSubnetsUnique,
  existingZones,
} from "./existing-network";
import {
  acceleratorDrivers,
  machineTypeNames,
  oneArchitecture,
  releaseFitsVersion,
  releaseFormat,
} from "./images";
import { eksShapeIsLiteral } from "./literals";
import { clusterName, nodeGroupNameLength, regionName } from "./names";
import {
  endpointsNamed,
  endpointsUnique,
  endpointsWithoutNat,
  serviceRange,
  serviceRangeIsApart,
  twoZones,
  vpcIsPrivate,
  vpcSize,
  zonesAreKnown,
  zonesOfAccount,
  zonesOfRegion,
} from "./network";
import {
  coreDnsHasNode,
  groupsPerCluster,
  labelLengths,
  labelsOfEks,
  machineTypeCount,
  nodesPerGroup,
  rangesHaveAutoscaler,
  spotHasChoice,
  taintLimits,
  upgradeWithinSize,
} from "./node-groups";
import { dnsZones, sharedGroupHasController } from "./load-balancing";
import { auditIsLogged, logRetention, logTypesUnique } from "./observability";
import type { EksRule } from "./rule";
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
} from "./storage";
import {
  controllerTagsAreOurs,
  scaleFromZeroTags,
  scaleFromZeroTaints,
  tagCount,
  tagKeysDiffer,
  tagSyntax,
} from "./tags";
import {
  userDataCanBeMerged,
  userDataContradicts,
  userDataFormat,
  userDataKeepsParts,
  userDataSize,
} from "./user-data";
import { addOnPins, imagePins, versionFormat, versionSupport } from "./versions";
import { workloadNames, workloadRights, workloadsUnique } from "./workload-identities";

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

  existingStandsAlone,
  existingIds,
  existingSubnetsUnique,
  existingZones,
  existingRangeSyntax,
  existingSubnetsFit,

  roomForNodes,
  roomForControlPlane,
  podsHaveAddresses,

  apiServerIsReachable,
  nodesAreLetIn,
  openToEveryone,
  publicRangesCount,
  publicRangesUnique,
  publicRangesArePublic,

  principals,
  principalsUnique,
  nodeRoleIsNobody,
  grantNamespaces,
  someoneIsAdmin,

  nodeGroupNameLength,
  nodesPerGroup,
  groupsPerCluster,
  machineTypeCount,
  labelLengths,
  labelsOfEks,
  taintLimits,
  upgradeWithinSize,
  spotHasChoice,
  rangesHaveAutoscaler,
  coreDnsHasNode,

  machineTypeNames,
  machineTypesKnown,
  oneArchitecture,
  acceleratorDrivers,
  releaseFormat,
  releaseFitsVersion,

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
];

/** Everything that is wrong or doubtful with a cluster; paths start at the cluster. */
export function clusterProblems(cluster: EksClusterProps, context: { readonly today: Date }): Problem[] {
  const facts = { ...context, zones: zoneNames(cluster) };
  return [...clusterRules, ...eksRules].flatMap((rule) => rule(cluster, facts));
}
