import { type Finding, formatPath } from "../../modules/cluster/problem";
import type { Rule, RuleContext } from "../../modules/cluster/rules/rule";

/** Cases of one rule. */
export interface RuleCases<Cluster> {
  /** Id of the rule. */
  readonly rule: string;

  /** Clusters that comply with the rule. */
  readonly passes: readonly (readonly [title: string, cluster: Cluster])[];

  /** Clusters that break the rule, and all problems that it must report, as {@link shown}. */
  readonly fails: readonly (readonly [title: string, cluster: Cluster, ...problems: string[]])[];
}

/** `error nodeGroups[0].size.max: must be at least min (3), got 2`; of a key `error at key tags.team: …` */
export const shown = ({ severity, path, message, atKey }: Finding): string =>
  `${severity} ${atKey ? "at key " : ""}${formatPath(path)}: ${message}`;

/** Tests every case, and that every rule of the list has both kinds of cases. */
export function testRules<Cluster>(
  rules: readonly Rule<Cluster>[],
  tables: readonly RuleCases<Cluster>[],
  contextOf: (cluster: Cluster) => RuleContext,
): void {
  const check = (id: string, cluster: Cluster) =>
    rules.find((rule) => rule.id === id)!.check(cluster, contextOf(cluster));

  describe.each(tables)("$rule", ({ rule, passes, fails }) => {
    test.each(passes)("accepts %s", (_, cluster) => {
      expect(check(rule, cluster).map(shown)).toEqual([]);
    });

    test.each(fails as readonly [string, Cluster, ...string[]][])("reports %s", (_, cluster, ...problems) => {
      expect(check(rule, cluster).map(shown)).toEqual(problems);
    });
  });

  describe("every rule", () => {
    // What a platform does not support, or only with a later provider, differs; fields.test.ts checks each such field.
    const differing = ["cluster/fields/supported", "cluster/fields/provider-version"];
    const listed = rules.map(({ id }) => id).filter((id) => !differing.includes(id));
    test.each(listed)("%s has a case that passes and one that fails", (id) => {
      const cases = tables.filter(({ rule }) => rule === id);
      expect(cases.flatMap(({ passes }) => passes)).not.toHaveLength(0);
      const failing = cases.flatMap(({ fails }) => fails);
      expect(failing).not.toHaveLength(0);
      for (const [title, , ...problems] of failing) expect([title, problems.length]).not.toEqual([title, 0]);
    });

    test("has a unique id; its messages start in lower case and have no full stop", () => {
      const ids = rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(tables.map(({ rule }) => rule).filter((rule) => !ids.includes(rule))).toEqual([]);
      const messages = tables.flatMap(({ rule, fails }) =>
        fails.flatMap(([, cluster]) => check(rule, cluster).map(({ message }) => message)),
      );
      expect(messages.filter((message) => message.endsWith(".") || /^[A-Z][a-z]+ /.test(message))).toEqual(
        [],
      );
    });
  });
}
