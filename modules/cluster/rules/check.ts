import { clusterRules } from ".";
import type { Problem } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { checkRules, type Rule, type RuleContext } from "./rule";
import { silenced } from "./silence";

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
  return silenced(
    checkRules(rules, cluster, context),
    cluster.silence,
    rules.map(({ id }) => id),
    { mayChange: context.nodeGroupsMayFollow },
  );
}
