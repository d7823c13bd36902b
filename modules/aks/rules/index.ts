import type { Problem } from "../../cluster/problem";
import { clusterRules } from "../../cluster/rules";
import type { RuleContext } from "../../cluster/rules/rule";
import type { AksClusterProps } from "../props";
import { zoneNames } from "../zones";
import * as access from "./access";
import * as addOns from "./add-ons";
import * as capacity from "./capacity";
import * as images from "./images";
import { aksShapeIsLiteral } from "./literals";
import * as names from "./names";
import * as machines from "./machines";
import * as network from "./network";
import * as nodeGroups from "./node-groups";
import * as nodeSettings from "./node-settings";
import * as production from "./production";
import * as regions from "./regions";
import * as resourceIds from "./resource-ids";
import type { AksRule } from "./rule";
import * as services from "./services";
import * as storage from "./storage";
import * as support from "./support";
import * as tags from "./tags";
import * as versions from "./versions";

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
