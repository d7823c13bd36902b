import { clusterRules } from ".";
import { formatPath, isError, type Path, type Problem } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { checkRules, type Rule, type RuleContext } from "./rule";
import { silenced } from "./silence";

/** Rules of single values that many others read. A value with an error is one problem: for other rules it is unknown. */
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
  const found = checkRules(others, wrong.reduce(withReference, cluster), context);
  const isWrong = new Set(wrong.map(formatPath));
  return silenced(
    [...values, ...found.filter(({ path }) => !isWrong.has(formatPath(path)))],
    cluster.silence,
    rules.map(({ id }) => id),
    { mayChange: context.nodeGroupsMayFollow },
  );
}

/** A copy in which the value at a path is a reference, which rules skip. */
function withReference<Value>(value: Value, [step, ...rest]: Path): Value {
  if (step === undefined) return "${invalid}" as Value;
  // Other fields may be unreadable, so that they are copied without reading them. Those of a frozen value cannot be assigned to.
  const fields: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(value);
  const changed = withReference((value as Record<string, unknown>)[step], rest);
  fields[step] = { value: changed, writable: true, enumerable: true, configurable: true };
  return Object.defineProperties(Array.isArray(value) ? [] : {}, fields) as Value;
}
