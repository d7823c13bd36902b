import fc from "fast-check";
import { tablesOf } from "../../cli/compare";
import type { ForceNew } from "../../modules/compare";
import { predict } from "../../modules/compare/predict";
import { loadEnvironments } from "../../modules/environment";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { errorsOf } from "../fields/mapping";
import { witnesses } from "../fields/witnesses";
import { removals, vanished } from "./removals";
import { synthesizeStack } from "./stack";
import type { Arguments } from "./synthesized";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other random clusters. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 5);
export const seed = Number(process.env.PROPERTY_SEED ?? 20261130);

/** Examples, witnesses and random clusters of a platform. */
export const searchedClusters = <Name extends "eks" | "aks" | "gke">(
  platform: Name,
  random: fc.Arbitrary<PlatformClusterSpec>,
) =>
  [
    ...loadEnvironments("examples", { today: new Date("2026-11-23") }).environments.flatMap(
      (environment) => environment.clusters,
    ),
    ...witnesses[platform].flatMap(({ before, after }) => [before, after]),
    ...fc.sample(random, { numRuns, seed }),
  ].filter(
    (cluster): cluster is Extract<PlatformClusterSpec, { platform: Name }> => cluster.platform === platform,
  );

/** A file `computed-arguments.json`: the optional and computed arguments of each type, and where they come from. */
export type ComputedArguments = Readonly<Record<string, readonly string[] | string>>;

export function computedOf(computed: ComputedArguments, type: string): readonly string[] {
  const found = computed[type];
  return Array.isArray(found) ? (found as readonly string[]) : [];
}

/** The rows of an argument table, by type. */
type ArgumentTable = Readonly<
  Record<string, { readonly arguments: Readonly<Record<string, { readonly omitted: string }>> }>
>;

/**
 * Whether a plan without an argument keeps its value, by the schema of the provider and the argument table: blocks have no mark in the
 * schema.
 */
export function isKeptBy(
  table: ArgumentTable,
  computed: ComputedArguments,
): (type: string, path: string) => boolean {
  return (type, path) =>
    computedOf(computed, type).includes(path) ||
    ["kept", "partly", "unsent"].includes(table[type]?.arguments[path]?.omitted ?? "");
}

/** An argument that is no longer written without a field, although the provider then keeps its value. */
export interface Kept {
  readonly field: string;

  /** `type.path` */
  readonly argument: string;
}

/** The found arguments, and the number of fields whose removal was tried. */
export interface Search {
  readonly kept: readonly Kept[];
  readonly fields: number;
}

/**
 * Removes each field of the clusters, each field in at most `most` of them, and compares the resources. A resource that is replaced keeps
 * nothing, and a change that a condition refuses is not applied.
 *
 * @param isComputed - whether an argument is optional and computed: a plan without it keeps its value
 */
export function searchKept(
  platform: PlatformClusterSpec["platform"],
  clusters: readonly PlatformClusterSpec[],
  isComputed: (type: string, path: string) => boolean,
  most: number,
): Search {
  const { forceNew } = tablesOf(platform);
  const tried = new Map<string, number>();
  const kept = clusters
    .filter((cluster) => errorsOf(platform, cluster).length === 0)
    .flatMap((cluster) => {
      const before = synthesizeStack(cluster).terraform;
      return removals(cluster).flatMap(([field, without]) => {
        const count = tried.get(field) ?? 0;
        if (count >= most || errorsOf(platform, without).length > 0) return [];
        tried.set(field, count + 1);
        return keptOf(before, synthesizeStack(without).terraform, isComputed, forceNew).map((argument) => ({
          field,
          argument,
        }));
      });
    });
  return { kept, fields: tried.size };
}

function keptOf(
  before: Arguments,
  after: Arguments,
  isComputed: (type: string, path: string) => boolean,
  forceNew: ForceNew | undefined,
): string[] {
  const { changes, refusals } = predict(before, after, forceNew);
  if (refusals.length > 0) return [];
  const replaced = new Map(
    changes
      .filter(({ action }) => action.startsWith("replaced"))
      .map(({ address, because }) => [address, because]),
  );
  return Object.entries(before.resource as Record<string, Record<string, Arguments>>).flatMap(([type, all]) =>
    Object.entries(all).flatMap(([name, args]) => {
      const other = after.resource[type]?.[name] as Arguments | undefined;
      const kept = other ? vanished(args, other).filter((path) => isComputed(type, path)) : [];
      // The removal of an argument whose value is kept replaces nothing.
      const isReplaced = replaced.get(`${type}.${name}`)?.some((argument) => !kept.includes(argument));
      return isReplaced ? [] : kept.map((path) => `${type}.${path}`);
    }),
  );
}

/** The found arguments without an answer, as `field: argument`. */
export const unanswered = ({ kept }: Search, isAnswered: (argument: string) => boolean): string[] => [
  ...new Set(
    kept
      .filter(({ argument }) => !isAnswered(argument))
      .map(({ field, argument }) => `${field}: ${argument}`),
  ),
];
