import type { Arguments } from "../support/synthesized";
import { type Element, Elements, withElement } from "./elements";

/**
 * One row of a requirement table: what a cluster must have because of its file, and the source of that. The check reads what is open,
 * granted and present in the Terraform JSON alone.
 */
export interface Requirement<Cluster> {
  readonly name: string;

  /** URL of the documentation, or the decision of this project. */
  readonly source: string;

  /** What is missing in the JSON; empty if the cluster has everything. */
  readonly missing: (cluster: Cluster, json: Elements) => readonly string[];
}

/** Everything that a cluster lacks, as `row: what`. */
export function missing<Cluster>(
  table: readonly Requirement<Cluster>[],
  cluster: Cluster,
  terraform: Arguments,
): string[] {
  const json = new Elements(terraform);
  return table.flatMap(({ name, missing: check }) => check(cluster, json).map((what) => `${name}: ${what}`));
}

/** Whether a cluster lacks something that is not in a list. Ends at the first. */
export function lacksOther<Cluster>(
  table: readonly Requirement<Cluster>[],
  cluster: Cluster,
  terraform: Arguments,
  known: readonly string[],
): boolean {
  const json = new Elements(terraform);
  return table.some(({ name, missing: check }) =>
    check(cluster, json).some((what) => !known.includes(`${name}: ${what}`)),
  );
}

/** The texts of the conditions that do not hold. */
export const lacking = (conditions: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(conditions)
    .filter(([, holds]) => !holds)
    .map(([what]) => what);

/** Rules that another one contains in some clusters, and why both are there. */
export interface Redundancy {
  readonly rule: RegExp;
  readonly containedIn: RegExp;
  readonly why: string;
}

/** A deletion in the JSON. */
export interface Deletion {
  readonly what: string;
  readonly element: Element;
  readonly terraform: Arguments;
}

/**
 * All deletions of one rule: each resource of the types, and each item of the lists, as `type.argument`, inside resources and
 * their policies.
 */
export function* deletions(
  terraform: Arguments,
  types: readonly string[],
  lists: readonly string[] = [],
): Generator<Deletion> {
  const json = new Elements(terraform);
  for (const type of types) {
    for (const element of json.all(type)) {
      const what = `${type}.${element.name}`;
      yield { what, element, terraform: withElement(terraform, element) };
    }
  }
  for (const path of lists) {
    const [type, ...steps] = path.split(".");
    for (const element of json.all(type)) {
      const items = (valueAt(element.args, steps) ?? []) as unknown[];
      for (const [i] of items.entries()) {
        const rest = withValue(
          element.args,
          steps,
          items.filter((_, j) => j !== i),
        ) as Arguments;
        yield {
          what: `${type}.${element.name}.${steps.join(".")}[${i}]`,
          element,
          terraform: withElement(terraform, element, rest),
        };
      }
    }
  }
}

/** The JSON without the rules that contain an element, if a row states that; undefined otherwise. */
export function withoutContainers(
  terraform: Arguments,
  { type, name }: Element,
  rows: readonly Redundancy[],
): Arguments | undefined {
  const row = rows.find(({ rule }) => rule.test(`${type}.${name}`));
  if (!row) return undefined;
  const all = new Elements(terraform).all(type).filter((one) => row.containedIn.test(`${type}.${one.name}`));
  return all.length === 0 ? undefined : all.reduce((json, one) => withElement(json, one), terraform);
}

/** The value behind a path; a text on it is JSON, such as a policy. */
const valueAt = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((found, step) => (opened(found) as Arguments | undefined)?.[step], value);

function withValue(value: unknown, [step, ...rest]: readonly string[], item: unknown): unknown {
  const map = opened(value) as Arguments;
  const changed = { ...map, [step]: rest.length === 0 ? item : withValue(map[step], rest, item) };
  return typeof value === "string" ? JSON.stringify(changed) : changed;
}

const opened = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);
