import { nearest } from "../nearest";
import { defineProblems, isError, type Problem } from "../problem";
import { isUnresolved } from "../tokens";
import { shown } from "../values";
import type { SilenceSpec } from "../vocabulary";

const report = defineProblems("cluster/silence", {
  /**
   * `silence[].rule` is the id of a rule that applies to the cluster, and is listed once.
   *
   * @remarks Decision of this project: a misspelt id would silence nothing, without a message.
   */
  "rule-known": "error",

  /**
   * `silence[].reason` states why the warning does not apply.
   *
   * @remarks Decision of this project: the next reader of the file must be able to decide whether the reason still holds.
   */
  "reason-given": "error",

  /**
   * Only warnings are silenced. A rule that reports an error for the cluster is not.
   *
   * @remarks Decision of this project: an error is a cluster that the cloud refuses or that does not work.
   */
  "warnings-only": "error",

  /**
   * A silenced rule reports something for the cluster. In code it is not checked, since node groups can be added later.
   *
   * @remarks Decision of this project: an entry without effect would hide a warning that comes up later.
   */
  "has-effect": "warning",
});

/**
 * The problems of a cluster without the warnings that it silences, and with the problems of `silence` itself.
 *
 * @param known - ids of the rules that apply to the cluster
 */
export function silenced(
  problems: readonly Problem[],
  silence: readonly SilenceSpec[] | undefined,
  known: readonly string[],
  { mayChange = false }: { readonly mayChange?: boolean } = {},
): Problem[] {
  if (!Array.isArray(silence) || isUnresolved(silence)) return [...problems];
  const entries: readonly SilenceSpec[] = silence;
  const rules = new Set(entries.map(({ rule }) => rule));
  return [
    ...problems.filter((problem) => isError(problem) || !rules.has(problem.rule)),
    ...entries.flatMap((entry, i) => [
      ...ruleProblems(entry, i, entries, known),
      ...reasonProblems(entry, i),
      ...effectProblems(entry, i, problems, known, mayChange),
    ]),
  ];
}

function ruleProblems(
  { rule }: SilenceSpec,
  i: number,
  entries: readonly SilenceSpec[],
  known: readonly string[],
): Problem[] {
  const path = ["silence", i, "rule"];
  if (isUnresolved(rule)) return [];
  const first = entries.findIndex((entry) => entry.rule === rule);
  if (first < i) return [report["rule-known"](path, `${shown(rule)} is a duplicate of silence[${first}]`)];
  if (known.includes(rule)) return [];
  const meant = nearestId(rule, known);
  const advice =
    meant === undefined ? "the id is at the end of the warning" : `did you mean ${shown(meant)}?`;
  return [report["rule-known"](path, `unknown rule ${shown(rule)}; ${advice}`)];
}

function reasonProblems({ reason }: SilenceSpec, i: number): Problem[] {
  if (typeof reason === "string" && reason.trim() !== "") return [];
  return [
    report["reason-given"](
      ["silence", i, "reason"],
      `must state why the warning does not apply, got ${shown(reason)}`,
    ),
  ];
}

function effectProblems(
  { rule }: SilenceSpec,
  i: number,
  problems: readonly Problem[],
  known: readonly string[],
  mayChange: boolean,
): Problem[] {
  if (!known.includes(rule)) return [];
  const path = ["silence", i, "rule"];
  const own = problems.filter((problem) => problem.rule === rule);
  if (own.some(isError)) {
    return [report["warnings-only"](path, `${shown(rule)} reports an error, which cannot be silenced`)];
  }
  if (own.length > 0 || mayChange) return [];
  return [report["has-effect"](path, `${shown(rule)} reports nothing for this cluster; remove the entry`)];
}

/** Compares whole ids, and the last parts of ids: the first parts of an id are often forgotten. */
function nearestId(id: string, known: readonly string[]): string | undefined {
  const nameOf = (text: string) => text.slice(text.lastIndexOf("/") + 1);
  const name = nearest(nameOf(id), known.map(nameOf));
  return nearest(id, known) ?? known.find((candidate) => nameOf(candidate) === name);
}
