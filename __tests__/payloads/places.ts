import type fc from "fast-check";
import * as fastCheck from "fast-check";
import type { FieldTable } from "../../modules/cluster/fields";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { type Step, stepsOf, valuesAt } from "../fields/mapping";

/** A place for a payload: a field, an item of a list, or a key of a map with free keys. */
export interface Place {
  readonly name: string;

  /** The cluster with a payload in the place. */
  readonly with: (payload: string) => object;
}

/** It has no effect, which is only a warning. No generated cluster has one. */
const silence = [{ rule: "cluster/network/range-syntax", reason: "a test" }];

/**
 * Places of all fields of a platform, in generated clusters that are valid without a payload.
 *
 * @returns the places, and the fields that no cluster has
 */
export function placesOf(
  fields: FieldTable,
  clusters: fc.Arbitrary<PlatformClusterSpec>,
  more: readonly PlatformClusterSpec[],
  { runs = 150, seed = 1 } = {},
): { readonly places: readonly Place[]; readonly missing: readonly string[] } {
  const silencing = more.slice(0, 1).map((cluster) => ({ ...cluster, silence }));
  const samples: object[] = [...more, ...silencing, ...fastCheck.sample(clusters, { numRuns: runs, seed })];
  const missing: string[] = [];
  const places = Object.entries(fields)
    .filter(([, { refused }]) => refused === undefined)
    .flatMap(([path, { freeKeys }]): Place[] => {
      const found = firstOf(samples, path);
      if (found === undefined) {
        missing.push(path);
        return [];
      }
      const [cluster, steps, value] = found;
      const isList = Array.isArray(value) && value.every((item) => typeof item !== "object");
      if (!freeKeys) {
        if (typeof value === "object" && !isList) return [];
        const at = isList ? [...steps, 0] : steps;
        return [{ name: path, with: (payload) => replaced(cluster, at, payload) }];
      }
      const values = typeof value === "object" && value !== null ? Object.values(value) : [];
      const [sample = "a"] = values as unknown[];
      return [
        {
          name: `${path} (key)`,
          with: (payload) =>
            replaced(cluster, steps, Object.fromEntries([...entriesOf(value), [payload, sample]])),
        },
        {
          name: `${path} (value)`,
          with: (payload) => {
            const entry = typeof sample === "object" ? inFirstText(sample, payload) : payload;
            return replaced(cluster, steps, Object.fromEntries([...entriesOf(value), ["zz", entry]]));
          },
        },
        {
          name: `${path} (value of userData)`,
          with: (payload) =>
            replaced(cluster, steps, Object.fromEntries([...entriesOf(value), ["userData", payload]])),
        },
      ];
    });
  return { places, missing };
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

function firstOf(
  samples: readonly object[],
  path: string,
): [cluster: object, steps: readonly Step[], value: unknown] | undefined {
  const steps = stepsOf(path);
  for (const cluster of samples) {
    const [first] = valuesAt(cluster, steps).filter(([, value]) => !Array.isArray(value) || value.length > 0);
    if (first !== undefined) return [cluster, ...first];
  }
  return undefined;
}

/** A copy with another value at a place. */
function replaced(value: unknown, [step, ...rest]: readonly Step[], other: unknown): object {
  if (step === undefined) return other as object;
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) => (i === step ? replaced(item, rest, other) : item));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) => [
      key,
      key === step ? replaced(item, rest, other) : (item as unknown),
    ]),
  );
}

/** A copy with a payload in place of its first text. */
function inFirstText(value: unknown, payload: string): unknown {
  if (typeof value !== "object" || value === null) return payload;
  if (Array.isArray(value)) return [inFirstText(value[0], payload), ...value.slice(1)];
  const [[first, item], ...rest] = Object.entries(value);
  return Object.fromEntries([[first, inFirstText(item, payload)], ...rest]);
}
