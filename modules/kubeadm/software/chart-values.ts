import { isAlias, isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { nearest } from "../../cluster/nearest";
import recorded from "./chart-values.json";
import type { ManifestChartName } from "./charts";

/** The keys of values. Below `null`, each value is accepted: a scalar, a list, or a map with free keys such as labels. */
export interface ValueKeys {
  readonly [key: string]: ValueKeys | null;
}

/** The keys of the values of each chart, by version: see `__tests__/workloads/chart-values.ts`. */
export const recordedValues: Readonly<Record<ManifestChartName, Readonly<Record<string, ValueKeys>>>> =
  recorded;

/** The keys of a version of a chart; undefined if they are not recorded. */
export const valueKeysOf = (chart: ManifestChartName, version: string): ValueKeys | undefined =>
  Object.hasOwn(recordedValues[chart], version) ? recordedValues[chart][version] : undefined;

/** A value that a chart does not have. */
export interface UnknownValue {
  readonly line: number;

  /** Such as `hubble.relay.enabeld`. */
  readonly key: string;

  /** `; did you mean …?` or the values that exist; empty if these are many. */
  readonly advice: string;
}

/** Most values that an advice lists. */
const mostListed = 12;

function adviceOn(name: string, free: readonly string[]): string {
  const meant = nearest(name, free);
  if (meant !== undefined) return `; did you mean ${JSON.stringify(meant)}?`;
  return free.length > 0 && free.length <= mostListed ? `; allowed: ${free.join(", ")}` : "";
}

/** The values in a text that a chart does not have; none if the text is not YAML. Helm ignores them. */
export function unknownValues(text: string, keys: ValueKeys): UnknownValue[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.1" });
  if (document.errors.length > 0) return [];
  const found: UnknownValue[] = [];
  const visit = (node: unknown, known: ValueKeys | null, path: readonly string[]): void => {
    const value = isAlias(node) ? node.resolve(document) : node;
    if (known === null || !isMap(value)) return;
    const names = value.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
    for (const { key, value: below } of value.items) {
      // A merge key has no name of a value.
      if (!isScalar(key) || typeof key.value === "symbol" || key.value === "<<") continue;
      const name = String(key.value);
      if (Object.hasOwn(known, name)) {
        visit(below, known[name], [...path, name]);
        continue;
      }
      const free = Object.keys(known).filter((one) => !names.includes(one));
      found.push({
        line: lines.linePos((key as Node).range![0]).line,
        key: [...path, name].join("."),
        advice: adviceOn(name, free),
      });
    }
  };
  visit(document.contents, keys, []);
  return found;
}
