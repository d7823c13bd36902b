import { error, type Path, type Finding } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  repeated,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import type { EksClusterProps, EksNodeGroupSpec, EksRepairPolicySpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * `repairPolicy` is set only in managed node groups with `repair`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/node-repair.html
   */
  "repair-policy-used"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, repair, repairPolicy }, group) => {
      if (repairPolicy === undefined) return [];
      const path = [...group, "repairPolicy"];
      if (kind === "self-managed") {
        return [
          error(
            path,
            "is supported only for managed node groups; Auto Scaling replaces only machines that EC2 reports as unhealthy",
          ),
        ];
      }
      return repair === false ? [error(path, "has no effect with repair: false; omit one of them")] : [];
    });
  },

  /**
   * Limits of repair are numbers from 1 or percentages from 1 to 100, not both.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_NodeRepairConfig.html
   */
  "repair-pace"(cluster) {
    return forEachPolicy(cluster, (policy, path) =>
      (
        [
          ["stopAbove", "stopAbovePercent"],
          ["maxParallel", "maxParallelPercent"],
        ] as const
      ).flatMap(([count, percent]) => [
        ...(policy[count] !== undefined && policy[percent] !== undefined
          ? [error([...path, percent], `is an alternative to ${count}; omit one of them`)]
          : []),
        ...(isKnown(policy[count]) && !isWhole(policy[count], 1)
          ? [error([...path, count], `must be a whole number of at least 1, got ${shown(policy[count])}`)]
          : []),
        ...(isKnown(policy[percent]) && !isWhole(policy[percent], 1, 100)
          ? [error([...path, percent], `must be a whole number from 1 to 100, got ${shown(policy[percent])}`)]
          : []),
      ]),
    );
  },

  /**
   * Each override has a condition and a reason, and each pair is listed once.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_NodeRepairConfigOverrides.html
   */
  "repair-overrides"(cluster) {
    return forEachPolicy(cluster, ({ overrides }, path) => {
      const known = entries(overrides).filter(([, one]) => isKnown(one.condition) && isKnown(one.reason));
      return [
        ...entries(overrides).flatMap(([i, one]) => [
          ...(["condition", "reason"] as const)
            .filter((field) => one[field] === "")
            .map((field) =>
              error(
                [...path, "overrides", i, field],
                "must be a value that the node monitoring agent reports, got none",
              ),
            ),
          ...(isKnown(one.afterMinutes) && !isWhole(one.afterMinutes, 1)
            ? [
                error(
                  [...path, "overrides", i, "afterMinutes"],
                  `must be a whole number of at least 1, got ${shown(one.afterMinutes)}`,
                ),
              ]
            : []),
        ]),
        ...repeated(known, ({ condition, reason }) => `${condition} ${reason}`).map(
          ({ index, value, first }) =>
            error(
              [...path, "overrides", index],
              `${value.condition} for ${value.reason} is a duplicate of [${first}]`,
            ),
        ),
      ];
    });
  },
});

function forEachPolicy(
  cluster: EksClusterProps,
  check: (policy: EksRepairPolicySpec, path: Path) => readonly Finding[],
): Finding[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, ({ repairPolicy }, group) =>
    isKnown(repairPolicy) ? check(repairPolicy, [...group, "repairPolicy"]) : [],
  );
}
