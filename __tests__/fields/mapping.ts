import fc from "fast-check";
import type { Field, FieldTable } from "../../modules/cluster/fields";
import { isError, type Problem } from "../../modules/cluster/problem";
import { platforms } from "../../modules/environment/platforms";
import { structureProblems } from "../../modules/environment/structure";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createWorkloadsStack } from "../../stacks";
import { environment, today } from "../properties/common";
import { Synthesized } from "../support/synthesized";
import type { Witness } from "./witnesses";
import { synthesizeStack } from "../support/stack";

/**
 * Shows by experiment what a field does: two valid clusters that differ in the field alone are synthesized, and their Terraform JSON is
 * compared.
 */

/** A field, or one of the values to choose from. */
export interface Target {
  readonly path: string;
  readonly value?: string | number | boolean;
}

/** What experiments found. */
export interface Outcome {
  /** The arguments that differ in the first pair of valid clusters that differs; undefined if no pair does. */
  readonly found?: readonly string[];

  /** The arguments of the field table that differ in none of the pairs. */
  readonly unseen: readonly string[];
}

/** What must have an effect: each supported field that is mapped, and each of its values. */
export function targetsOf(fields: FieldTable): Target[] {
  return Object.entries(fields)
    .filter(([path, { refused, checksOnly }]) => refused === undefined && !checksOnly && !path.endsWith(".*"))
    .flatMap(([path, { values = [] }]) => [{ path }, ...values.map((value) => ({ path, value }))]);
}

/** A target as witnesses name it: `path`, or `path = JSON`. */
export const shown = ({ path, value }: Target): string =>
  value === undefined ? path : `${path} = ${JSON.stringify(value)}`;

/** Limits of the search for a pair: valid pairs, those of one place, clusters that a rule refuses, values from other clusters. */
const [mostPairs, mostOfPlace, mostRefused, mostValues] = [16, 4, 400, 12];

/** Whether an entry of the field table is an argument that differs, or the type of an element that differs. */
export const isAmong = (recorded: string, different: readonly string[]): boolean =>
  recorded === "*" || different.some((one) => one === recorded || one.startsWith(`${recorded}.`));

/** The clusters of one platform that experiments start from, and what was synthesized of them. */
export class Laboratory {
  private readonly sampled: PlatformClusterSpec[] = [];
  private readonly synthesized = new Map<PlatformClusterSpec, unknown>();
  private readonly values = new Map<string, readonly unknown[]>();

  constructor(
    private readonly platform: PlatformClusterSpec["platform"],
    private readonly fields: FieldTable,
    private readonly arbitrary: fc.Arbitrary<PlatformClusterSpec>,
    private readonly witnesses: readonly Witness<PlatformClusterSpec>[],
    private readonly runs = 400,
  ) {}

  /** A sample of clusters. It begins with each smaller sample of the same seed, so that it grows only as far as it is read. */
  private *clusters(): Generator<PlatformClusterSpec> {
    for (let i = 0; i < this.runs; i++) {
      if (i === this.sampled.length) {
        const numRuns = Math.min(this.runs, Math.max(25, i * 4));
        for (const cluster of fc.sample(this.arbitrary, { numRuns, seed: 1 }).slice(i)) {
          this.sampled.push({ ...cluster, name: `${environment}-${cluster.name}` });
        }
      }
      yield this.sampled[i];
    }
  }

  /**
   * Looks for two valid clusters that differ in the target alone and whose JSON differs.
   *
   * @param recorded - arguments that the field table states; the search continues until each was seen to differ
   */
  observe(target: Target, recorded: readonly string[] = []): Outcome {
    let found: readonly string[] | undefined;
    let unseen = recorded;
    let attempts = 0;
    for (const [before, after] of this.pairs(target)) {
      const different = differences(this.synthesize(before), synthesize(after));
      if (different.length > 0) {
        found ??= different;
        unseen = unseen.filter((one) => !isAmong(one, different));
        if (unseen.length === 0) break;
      }
      if (++attempts >= mostPairs) break;
    }
    return { found, unseen };
  }

  /** Pairs of valid clusters that differ in the target alone. */
  private *pairs(target: Target): Generator<readonly [PlatformClusterSpec, PlatformClusterSpec]> {
    for (const { shows, before, after } of this.witnesses) {
      if (shows.includes(shown(target))) yield [before, after];
    }
    let refused = 0;
    for (const cluster of this.clusters()) {
      for (const [place, value] of valuesAt(cluster, stepsOf(target.path))) {
        if (target.value !== undefined && !has(value, target.value)) continue;
        let ofPlace = 0;
        for (const variant of this.variantsOf(cluster, place, value, target)) {
          if (errorsOf(this.platform, variant).length === 0) {
            yield [cluster, variant];
            if (++ofPlace >= mostOfPlace) break;
          } else if (++refused >= mostRefused) return;
        }
      }
    }
  }

  /** Copies of a cluster with another value at a place, or none. */
  private *variantsOf(
    cluster: PlatformClusterSpec,
    place: readonly Step[],
    value: unknown,
    { path, value: choice }: Target,
  ): Generator<PlatformClusterSpec> {
    const { values = [] }: Field = this.fields[path];
    if (Array.isArray(value) && choice !== undefined) {
      yield changed(
        cluster,
        place,
        value.filter((item) => item !== choice),
      );
      for (const other of values) {
        if (!value.includes(other))
          yield changed(
            cluster,
            place,
            value.map((item) => (item === choice ? other : item)),
          );
      }
    } else {
      for (const other of values) if (other !== value) yield changed(cluster, place, other);
    }
    yield changed(cluster, place, undefined);
    if (values.length > 0) return;
    for (const other of [...alternatives(value), ...this.sampledValues(path)]) {
      if (JSON.stringify(other) !== JSON.stringify(value)) yield changed(cluster, place, other);
    }
  }

  /** Distinct values of a field in the first clusters of the sample that have it. */
  private sampledValues(path: string): readonly unknown[] {
    let known = this.values.get(path);
    if (!known) {
      const distinct = new Map<string, unknown>();
      for (const cluster of this.clusters()) {
        for (const [, value] of valuesAt(cluster, stepsOf(path))) distinct.set(JSON.stringify(value), value);
        if (distinct.size >= mostValues) break;
      }
      known = [...distinct.values()].slice(0, mostValues);
      this.values.set(path, known);
    }
    return known;
  }

  private synthesize(cluster: PlatformClusterSpec): unknown {
    if (!this.synthesized.has(cluster)) this.synthesized.set(cluster, synthesize(cluster));
    return this.synthesized.get(cluster);
  }
}

/** The errors that a file with the cluster would have. */
export function errorsOf(platform: PlatformClusterSpec["platform"], cluster: PlatformClusterSpec): Problem[] {
  const { definition, rules } = platforms[platform];
  const structure = structureProblems(definition, cluster, () => undefined);
  if (structure.length > 0) return structure;
  const check = rules() as (cluster: PlatformClusterSpec, context: { today: Date }) => Problem[];
  return check(cluster, { today }).filter(isError);
}

/** The elements of both stacks of a cluster. Their types differ, so they do not mix. */
export function synthesize(cluster: PlatformClusterSpec): unknown {
  const { terraform } = synthesizeStack(cluster);
  if (cluster.workloads === undefined) return terraform;
  const second = Synthesized.from((app) => createWorkloadsStack(app, cluster)).terraform;
  return {
    ...terraform,
    resource: { ...terraform.resource, ...second.resource },
    data: { ...terraform.data, ...second.data },
  };
}

const has = (value: unknown, choice: unknown): boolean =>
  Array.isArray(value) ? value.includes(choice) : value === choice;

/** Other values of the kind of a value. */
function alternatives(value: unknown): unknown[] {
  if (typeof value === "number") return [value + 1, value - 1, value * 2];
  if (typeof value === "string") return [`${value}-2`, `${value}x`];
  return Array.isArray(value) && value.length > 1 ? [value.slice(1), value.slice(0, -1)] : [];
}

// --- Places in a cluster ------------------------------------------------------------------------------------------

/** A key, or the position in a list. */
export type Step = string | number;

/** The innermost places at which two clusters differ. */
export function placesOfDifferences(before: unknown, after: unknown, place: readonly Step[] = []): Step[][] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const areMaps = [before, after].every((value) => typeof value === "object" && value !== null);
  if (!areMaps || Array.isArray(before) !== Array.isArray(after)) return [[...place]];
  if (Array.isArray(before) && before.length !== (after as unknown[]).length) return [[...place]];
  const [a, b] = [before, after] as [object, object];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    placesOfDifferences(a[key as never], b[key as never], [...place, Array.isArray(a) ? Number(key) : key]),
  );
}

/** A copy of a cluster with the value of another one at some places. */
export function withValuesOf(
  cluster: PlatformClusterSpec,
  other: PlatformClusterSpec,
  places: readonly (readonly Step[])[],
): PlatformClusterSpec {
  return places.reduce((copy, place) => {
    const value = place.reduce<unknown>((inner, step) => (inner as never)?.[step], other);
    return changed(copy, place, value);
  }, cluster);
}

export function stepsOf(path: string): string[] {
  return path.match(/\[\]|\.\*|\([^)]+\)|[A-Za-z0-9_-]+/g)!;
}

/** The values of a field in a cluster, with their places. */
export function valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  place: readonly Step[] = [],
): [readonly Step[], unknown][] {
  if (step === undefined) return value === undefined ? [] : [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  if (step === "[]")
    return Array.isArray(value) ? value.flatMap((item, i) => valuesAt(item, rest, [...place, i])) : [];
  if (step === ".*")
    return Object.entries(value).flatMap(([key, item]) => valuesAt(item, rest, [...place, key]));
  if (step.startsWith("(")) {
    return (value as { type?: unknown }).type === step.slice(1, -1) ? valuesAt(value, rest, place) : [];
  }
  return valuesAt((value as Record<string, unknown>)[step], rest, [...place, step]);
}

/** A copy of a cluster with another value at a place; `undefined` removes the field. */
function changed(cluster: PlatformClusterSpec, place: readonly Step[], value: unknown): PlatformClusterSpec {
  const copy = structuredClone(cluster);
  const last = place[place.length - 1];
  const parent = place
    .slice(0, -1)
    .reduce<Record<Step, unknown>>((inner, step) => inner[step] as Record<Step, unknown>, copy as never);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

// --- Differences of Terraform JSON --------------------------------------------------------------------------------

type Block = Readonly<Record<string, unknown>>;

/** The arguments that differ, as `aws_eks_node_group.scaling_config`; a type alone where a whole element is new or gone. */
export function differences(before: unknown, after: unknown): string[] {
  const found = new Set<string>();
  for (const kind of ["resource", "data"]) {
    const [a, b] = [(before as Block)[kind] ?? {}, (after as Block)[kind] ?? {}] as Record<
      string,
      Record<string, Block>
    >[];
    for (const type of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [one, other] = [a[type] ?? {}, b[type] ?? {}];
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
        if (!(name in one) || !(name in other)) found.add(`${kind === "data" ? "data." : ""}${type}`);
        else for (const argument of changedKeys(one[name], other[name])) found.add(`${type}.${argument}`);
      }
    }
  }
  for (const part of ["provider", "terraform", "output", "variable", "locals", "moved"]) {
    if (JSON.stringify((before as Block)[part]) !== JSON.stringify((after as Block)[part])) found.add(part);
  }
  return [...found].sort();
}

function changedKeys(a: Block, b: Block): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => key !== "//" && JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
}

/** What the table states of a long list: the types of resources, or `*` where there are many. */
export function summarized(found: readonly string[]): readonly string[] {
  const most = 8;
  // An output repeats what a resource has.
  const arguments_ = found.filter((one) => one !== "output");
  const kept = arguments_.length > 0 ? arguments_ : found;
  if (kept.length <= most) return kept;
  const types = [...new Set(kept.map((one) => one.replace(/\.[a-z0-9_]+$/, "")))];
  return types.length <= most ? types : ["*"];
}
