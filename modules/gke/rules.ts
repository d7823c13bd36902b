import type { Problem } from "../cluster/problem";
import { clusterRules } from "../cluster/rules";
import type { RuleContext } from "../cluster/rules/rule";
import type { AnyGkeClusterProps } from "./spec";
import { zoneNames } from "./zones";
import type { GkeRule } from "./rule";
import { gpusFit, gpuSharing, gpuSystem, tpuSlice } from "./node-groups/rules/accelerators";
import { principals, principalsUnique, grantNamespaces, securityGroup, groupsAreKnown } from "./access/rules/access";
import {
  autoProvisioningIsUsed,
  autoProvisioningBounds,
  autoProvisioningZones,
  autoProvisioningPlatform,
} from "./autoscaling/rules/auto-provisioning";
import {
  autopilotDecides,
  autopilotIsObserved,
  autopilotMakesNodes,
  netAdminIsAutopilot,
  addOnsHaveGround,
} from "./control-plane/rules/autopilot";
import { roomForNodes, roomToGrow, withinQuotas } from "./capacity/rules/capacity";
import {
  diskFitsMachine,
  diskSizes,
  diskPerformance,
  diskKeys,
  confidentialDisks,
  storagePools,
} from "./node-groups/rules/disks";
import {
  apiServerIsReachable,
  someoneIsLetIn,
  addressesAreShut,
  openToEveryone,
  authorizedNetworks,
  authorizedUnique,
  publicRangesArePublic,
  privateRangesArePrivate,
  openToGoogleCloud,
  endpointAddress,
} from "./access/rules/endpoints";
import {
  existingStandsAlone,
  existingNames,
  existingRangesDiffer,
  existingRangeSyntax,
} from "./network/rules/existing-network";
import {
  needsCos,
  windowsLacks,
  sandboxMachines,
  sandboxHasNeighbours,
  secondaryDisks,
  registryAuthorities,
} from "./node-groups/rules/images";
import {
  labelSyntax,
  labelCount,
  labelsOfGke,
  taintsOfGke,
  networkTags,
  resourceManagerTags,
  autoTagsAreUsed,
  metadataKeys,
} from "./control-plane/rules/labels";
import { gkeShapeIsLiteral } from "./control-plane/rules/literals";
import {
  machineTypeNames,
  machineFamiliesKnown,
  confidentialFamily,
  localSsds,
  reservations,
  compactPlacement,
  soleTenancy,
  machineSettings,
  bandwidth,
  waitingMachines,
  groupServiceAccounts,
} from "./node-groups/rules/machines";
import { clusterName, regionName, projects, nodeServiceAccount } from "./control-plane/rules/names";
import {
  networkSize,
  rangeSizes,
  rangesAreApart,
  rangesAreUsable,
  rangesArePrivate,
  zonesAreKnown,
  zonesOfRegion,
  nodesOutliveZone,
  natSettings,
  natIsThere,
  wayOut,
  privateIsPrivate,
  mtuBytes,
  needsDataplaneV2,
  ipv6AccessHasFamily,
  webhookPortNumbers,
  clusterDns,
  additionalNetworks,
  podRangesExist,
} from "./network/rules/network";
import {
  oneMachineType,
  maxPodsRange,
  nodesPerZone,
  rangesHaveAutoscaler,
  systemPodsHaveNode,
  windowsHasLinux,
  balanceOfSpot,
  upgradeStrategy,
  surge,
  blueGreenPace,
  repairInChannel,
} from "./node-groups/rules/node-groups";
import {
  kubeletNumbers,
  kubeletDurations,
  eviction,
  unsafeSysctls,
  sysctls,
  controlGroups,
  hugepages,
} from "./node-groups/rules/node-system";
import { logRetention, componentsOfSystem, metricsAreCollected, existingSinks } from "./observability/rules/observability";
import { betaApis, controlPlaneKeys, keyRing, dnsZones } from "./control-plane/rules/options";
import {
  storageKeys,
  keysAreUsed,
  rotation,
  fileSize,
  fileTier,
  buckets,
  backupPlan,
  snapshotsHaveDriver,
} from "./storage/rules/storage";
import { principalAddresses, nodeGroupAddresses, listAddresses } from "./control-plane/rules/terraform-addresses";
import { maintenanceWindow, pauses, pauseLengths, channelMatters } from "./control-plane/rules/upgrades";
import { versionFormat, versionSupport, providerMinimum, newerThanProvider } from "./control-plane/rules/versions";
import {
  workloadNames,
  workloadsUnique,
  workloadRights,
  grantRoles,
  grantTargets,
  grantsUnique,
  grantConditions,
  impersonatedAccount,
} from "./identity/rules/workload-identities";

/** What holds for a cluster on GKE, beside what holds for every cluster. */
export const gkeRules: readonly GkeRule[] = [
  gkeShapeIsLiteral,

  clusterName,
  regionName,
  projects,
  nodeServiceAccount,

  versionFormat,
  versionSupport,
  providerMinimum,
  newerThanProvider,

  networkSize,
  rangeSizes,
  rangesAreApart,
  rangesAreUsable,
  rangesArePrivate,
  zonesAreKnown,
  zonesOfRegion,
  nodesOutliveZone,
  natSettings,
  natIsThere,
  wayOut,
  privateIsPrivate,
  mtuBytes,
  needsDataplaneV2,
  ipv6AccessHasFamily,
  webhookPortNumbers,
  clusterDns,
  additionalNetworks,
  podRangesExist,

  existingStandsAlone,
  existingNames,
  existingRangesDiffer,
  existingRangeSyntax,

  roomForNodes,
  roomToGrow,
  withinQuotas,

  principals,
  principalsUnique,
  grantNamespaces,
  securityGroup,
  groupsAreKnown,

  apiServerIsReachable,
  someoneIsLetIn,
  addressesAreShut,
  openToEveryone,
  authorizedNetworks,
  authorizedUnique,
  publicRangesArePublic,
  privateRangesArePrivate,
  openToGoogleCloud,
  endpointAddress,

  principalAddresses,
  nodeGroupAddresses,
  listAddresses,

  oneMachineType,
  maxPodsRange,
  nodesPerZone,
  rangesHaveAutoscaler,
  systemPodsHaveNode,
  windowsHasLinux,
  balanceOfSpot,
  upgradeStrategy,
  surge,
  blueGreenPace,
  repairInChannel,

  machineTypeNames,
  machineFamiliesKnown,
  confidentialFamily,
  localSsds,
  reservations,
  compactPlacement,
  soleTenancy,
  machineSettings,
  bandwidth,
  waitingMachines,
  groupServiceAccounts,

  gpusFit,
  gpuSharing,
  gpuSystem,
  tpuSlice,

  diskFitsMachine,
  diskSizes,
  diskPerformance,
  diskKeys,
  confidentialDisks,
  storagePools,

  needsCos,
  windowsLacks,
  sandboxMachines,
  sandboxHasNeighbours,
  secondaryDisks,
  registryAuthorities,

  labelSyntax,
  labelCount,
  labelsOfGke,
  taintsOfGke,
  networkTags,
  resourceManagerTags,
  autoTagsAreUsed,
  metadataKeys,

  kubeletNumbers,
  kubeletDurations,
  eviction,
  unsafeSysctls,
  sysctls,
  controlGroups,
  hugepages,

  storageKeys,
  keysAreUsed,
  rotation,
  fileSize,
  fileTier,
  buckets,
  backupPlan,
  snapshotsHaveDriver,

  workloadNames,
  workloadsUnique,
  workloadRights,
  grantRoles,
  grantTargets,
  grantsUnique,
  grantConditions,
  impersonatedAccount,

  maintenanceWindow,
  pauses,
  pauseLengths,
  channelMatters,

  logRetention,
  componentsOfSystem,
  metricsAreCollected,
  existingSinks,

  betaApis,
  controlPlaneKeys,
  keyRing,
  dnsZones,

  autoProvisioningIsUsed,
  autoProvisioningBounds,
  autoProvisioningZones,
  autoProvisioningPlatform,

  autopilotDecides,
  autopilotMakesNodes,
  autopilotIsObserved,
  netAdminIsAutopilot,
  addOnsHaveGround,
];

/** Everything that is wrong or doubtful with a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: AnyGkeClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  const facts = { ...context, zones: zoneNames(cluster) };
  return [...clusterRules, ...gkeRules].flatMap((rule) => rule(cluster, facts));
}
