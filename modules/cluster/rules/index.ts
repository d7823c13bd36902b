import type { ClusterSpec } from "../vocabulary";
import { rules as access } from "./access";
import { rules as addresses } from "./addresses";
import { rules as labels } from "./labels";
import { rules as nodeGroups } from "./node-groups";
import { rules as zones } from "./zones";
import type { Rule } from "./rule";

/** The rules for clusters of all platforms. */
export const clusterRules: readonly Rule<ClusterSpec>[] = [
  ...addresses,
  ...access,
  ...zones,
  ...nodeGroups,
  ...labels,
];
