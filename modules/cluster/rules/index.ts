import { rangeSyntax } from "./addresses";
import { labelKeys, labelValues, reservedLabels, taintNames, taintsUnique } from "./labels";
import { shapeIsLiteral } from "./literals";
import {
  diskSize,
  groupNames,
  groupNamesUnique,
  machineTypes,
  sizeNumbers,
  sizeOrder,
  sizeOverZones,
  upgradePace,
} from "./node-groups";
import type { ClusterRule } from "./rule";
import { groupZones, networkZones } from "./zones";

/** What holds for a cluster on every platform. */
export const clusterRules: readonly ClusterRule[] = [
  shapeIsLiteral,
  rangeSyntax,
  networkZones,

  groupNames,
  groupNamesUnique,
  groupZones,
  sizeNumbers,
  sizeOrder,
  sizeOverZones,
  machineTypes,
  upgradePace,
  diskSize,
  labelKeys,
  labelValues,
  reservedLabels,
  taintNames,
  taintsUnique,
];
