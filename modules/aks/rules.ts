import type { Problem } from "../cluster/problem";
import { clusterRules } from "../cluster/rules";
import type { RuleContext } from "../cluster/rules/rule";
import type { AksClusterProps } from "./spec";
import { zoneNames } from "./zones";
import * as access from "./access/rules/access";
import * as addOns from "./control-plane/rules/add-ons";
import * as capacity from "./capacity/rules/capacity";
import * as images from "./node-groups/rules/images";
import { aksShapeIsLiteral } from "./control-plane/rules/literals";
import * as names from "./control-plane/rules/names";
import * as machines from "./node-groups/rules/machines";
import * as network from "./network/rules/network";
import * as nodeGroups from "./node-groups/rules/node-groups";
import * as nodeSettings from "./node-groups/rules/node-settings";
import * as production from "./control-plane/rules/production";
import * as regions from "./control-plane/rules/regions";
import * as resourceIds from "./resource-group/rules/resource-ids";
import type { AksRule } from "./rule";
import * as services from "./load-balancing/rules/services";
import * as storage from "./storage/rules/storage";
import * as support from "./control-plane/rules/support";
import * as tags from "./control-plane/rules/tags";
import * as versions from "./control-plane/rules/versions";

/** What holds on AKS, beside what holds on every platform. Each file is a room; each function in it is a rule. */
export const aksRules: readonly AksRule[] = [
  aksShapeIsLiteral,
  ...Object.values(names),
  ...Object.values(regions),
  ...Object.values(versions),
  ...Object.values(support),
  ...Object.values(access),
  ...Object.values(network),
  ...Object.values(nodeGroups),
  ...Object.values(machines),
  ...Object.values(images),
  ...Object.values(nodeSettings),
  ...Object.values(addOns),
  ...Object.values(services),
  ...Object.values(storage),
  ...Object.values(tags),
  ...Object.values(resourceIds),
  ...Object.values(capacity),
  ...Object.values(production),
];

/** Everything that is wrong or doubtful with a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: AksClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  const facts = { ...context, zones: zoneNames(cluster) };
  return [...clusterRules, ...aksRules].flatMap((rule) => rule(cluster, facts));
}
