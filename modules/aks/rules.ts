import { fieldRules } from "../cluster/fields";
import type { Problem } from "../cluster/problem";
import { clusterRules } from "../cluster/rules";
import { checkRules, type Rule, type RuleContext } from "../cluster/rules/rule";
import { rules as access } from "./access/rules/access";
import { rules as capacity } from "./capacity/rules/capacity";
import { rules as addOns } from "./control-plane/rules/add-ons";
import { rules as names } from "./control-plane/rules/names";
import { rules as production } from "./control-plane/rules/production";
import { rules as regions } from "./control-plane/rules/regions";
import { rules as support } from "./control-plane/rules/support";
import { rules as tags } from "./control-plane/rules/tags";
import { rules as versions } from "./control-plane/rules/versions";
import { rules as services } from "./load-balancing/rules/services";
import { rules as network } from "./network/rules/network";
import { rules as images } from "./node-groups/rules/images";
import { rules as machines } from "./node-groups/rules/machines";
import { rules as nodeGroups } from "./node-groups/rules/node-groups";
import { rules as nodeSettings } from "./node-groups/rules/node-settings";
import { rules as resourceIds } from "./resource-group/rules/resource-ids";
import { rules as storage } from "./storage/rules/storage";
import { fields } from "./fields.generated";
import type { AksClusterProps } from "./spec";
import { zoneNames } from "./zones";

/** What must hold on AKS, in addition to what must hold on every platform. */
export const aksRules: readonly Rule<AksClusterProps>[] = [
  ...fieldRules<AksClusterProps>("AKS", fields),
  ...addOns,
  ...names,
  ...production,
  ...regions,
  ...support,
  ...tags,
  ...versions,
  ...resourceIds,
  ...access,
  ...network,
  ...images,
  ...machines,
  ...nodeGroups,
  ...nodeSettings,
  ...storage,
  ...services,
  ...capacity,
];

/** Every problem of a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: AksClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  const facts = { ...context, zones: zoneNames(cluster) };
  return [...checkRules(clusterRules, cluster, facts), ...checkRules(aksRules, cluster, facts)];
}
