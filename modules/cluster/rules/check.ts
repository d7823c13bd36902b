import { clusterRules } from ".";
import { isError, type Problem } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { checkRules, type Rule, type RuleContext } from "./rule";
import { silenced } from "./silence";
import { withUnreadable } from "./unreadable";

/** Rules of single values that many others read. A value with an error is one problem: other rules do not read it. */
const valueRules: readonly string[] = ["cluster/node-groups/size-numbers"];

/**
 * All problems of a cluster: of the common rules and of the rules of its platform, without the warnings that it silences.
 *
 * @param platformRules - the rules of its platform
 */
export function checkCluster<Cluster extends ClusterSpec>(
  platformRules: readonly Rule<Cluster>[],
  cluster: Cluster,
  context: RuleContext,
): Problem[] {
  const rules: readonly Rule<Cluster>[] = [...clusterRules, ...platformRules];
  const isOfValues = ({ id }: Rule<Cluster>): boolean => valueRules.includes(id);
  const values = checkRules(rules.filter(isOfValues), cluster, context);
  const wrong = values.filter(isError).map(({ path }) => path);
  const others = rules.filter((rule) => !isOfValues(rule));
  return silenced(
    [...values, ...checkRules(others, withUnreadable(cluster, wrong), context)],
    cluster.silence,
    rules.map(({ id }) => id),
    { mayChange: context.nodeGroupsMayFollow },
  );
}
