import { type Finding, identified, type Problem } from "../problem";
import { ifReadable } from "./unreadable";

/** What a rule reads in addition to the cluster. */
export interface RuleContext {
  /** The day for which the support of versions is checked. */
  readonly today: Date;

  /** Names of the zones of the network; undefined if they are unknown. A getter: only rules that read it need valid zones. */
  readonly zones?: readonly string[];

  /** Node groups can be added later: the cluster is described in code, not in a file. */
  readonly nodeGroupsMayFollow?: boolean;
}

/** One requirement. Pure; reports nothing about values that only Terraform knows. */
export interface Rule<Subject, Context = RuleContext> {
  /** Unique, and printed with every message: `eks/node-groups/upgrade-within-size`. */
  readonly id: string;

  /** What breaks the rule; paths start at the subject, which is a cluster in most cases. */
  readonly check: (subject: Subject, context: Context) => Finding[];
}

/**
 * Declares the rules of a feature. Each is named after what it requires. Its comment is its entry in the list of rules, with the
 * source as `@see URL`, or `@remarks Decision of this project: …` if there is none.
 *
 * @param feature - folder of the feature, `eks/node-groups`: the first part of every id
 */
export function defineRules<Subject, Context = RuleContext>(
  feature: string,
  checks: Readonly<Record<string, Rule<Subject, Context>["check"]>>,
): readonly Rule<Subject, Context>[] {
  return Object.entries(checks).map(([name, check]) => ({ id: `${feature}/${name}`, check }));
}

/** All problems of a subject, each with the id of its rule. */
export function checkRules<Subject, Context>(
  rules: readonly Rule<Subject, Context>[],
  subject: Subject,
  context: Context,
): Problem[] {
  return rules.flatMap(({ id, check }) =>
    identified(
      id,
      ifReadable(() => check(subject, context)),
    ),
  );
}
