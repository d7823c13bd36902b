import { formatPath, type Problem } from "../../modules/cluster/problem";
import type { Rule, RuleContext } from "../../modules/cluster/rules/rule";

/** What a rule says of some clusters. */
export interface RuleCases<Cluster> {
  readonly rule: Rule<Cluster>;

  /** Clusters that the rule has nothing against. */
  readonly passes: readonly (readonly [title: string, cluster: Cluster])[];

  /** Clusters with problems, and all the problems that the rule must tell of, as {@link shown}. */
  readonly fails: readonly (readonly [title: string, cluster: Cluster, ...problems: string[]])[];
}

/** `error nodeGroups[0].size.max: must be at least min (3), got 2`; of a key `error at key tags.team: …` */
export const shown = ({ severity, path, message, atKey }: Problem): string =>
  `${severity} ${atKey ? "at key " : ""}${formatPath(path)}: ${message}`;

/** Tests every case, and that every rule of the list has both kinds of cases. */
export function testRules<Cluster>(
  rules: readonly Rule<Cluster>[],
  tables: readonly RuleCases<Cluster>[],
  contextOf: (cluster: Cluster) => RuleContext,
): void {
  describe.each(tables)("$rule.name", ({ rule, passes, fails }) => {
    test.each(passes)("takes %s", (_, cluster) => {
      expect(rule(cluster, contextOf(cluster)).map(shown)).toEqual([]);
    });

    test.each(fails as readonly [string, Cluster, ...string[]][])(
      "tells of %s",
      (_, cluster, ...problems) => {
        expect(rule(cluster, contextOf(cluster)).map(shown)).toEqual(problems);
      },
    );
  });

  describe("every rule", () => {
    test.each(rules.map((rule) => [rule.name, rule] as const))(
      "%s has a case that passes and one that fails",
      (_, rule) => {
        const cases = tables.filter((table) => table.rule === rule);
        expect(cases.flatMap(({ passes }) => passes)).not.toHaveLength(0);
        const failing = cases.flatMap(({ fails }) => fails);
        expect(failing).not.toHaveLength(0);
        for (const [title, , ...problems] of failing)
          expect([title, problems.length]).not.toEqual([title, 0]);
      },
    );

    test("stands in the list once, and its message starts in lower case and has no full stop", () => {
      expect(new Set(rules).size).toBe(rules.length);
      expect(tables.filter(({ rule }) => !rules.includes(rule)).map(({ rule }) => rule.name)).toEqual([]);
      const messages = tables.flatMap(({ rule, fails }) =>
        fails.flatMap(([, cluster]) => rule(cluster, contextOf(cluster)).map(({ message }) => message)),
      );
      expect(messages.filter((message) => message.endsWith(".") || /^[A-Z][a-z]+ /.test(message))).toEqual(
        [],
      );
    });
  });
}
