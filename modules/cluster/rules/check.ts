import { clusterRules } from ".";
import type { Problem } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { checkRules, type Rule, type RuleContext } from "./rule";
import { silenced } from "./silence";

/**
 * All problems of a cluster: of the rules of every platform and of its own platform, without the warnings that it silences.
 *
 * @param platformRules - the rules that only its platform has
 */
export function checkCluster<Cluster extends ClusterSpec>(
  platformRules: readonly Rule<Cluster>[],
  cluster: Cluster,
  context: RuleContext,
): Problem[] {
  const rules: readonly Rule<Cluster>[] = [...clusterRules, ...platformRules];
  return silenced(
    checkRules(rules, cluster, context),
    cluster.silence,
    rules.map(({ id }) => id),
    { mayChange: context.nodeGroupsMayFollow },
  );
}
