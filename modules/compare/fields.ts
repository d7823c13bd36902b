import { isDeepStrictEqual } from "node:util";
import type { FieldTable } from "../cluster/fields";
import type { FieldChange } from "./model";
import { comparable } from "./sets";

/**
 * The changed fields of a cluster, with the effect that the field table states. Items of lists with a name are compared by name. Another
 * order is a change only of lists whose order has a meaning.
 */
export function changedFields(before: unknown, after: unknown, fields: FieldTable): FieldChange[] {
  const ordered = orderedLists(fields);
  return differences(before, after, "", (path) => !ordered.has(path)).map(({ field, ...values }) => {
    const row = rowOf(field, fields);
    return { field, ...values, effect: row?.change, note: row?.note };
  });
}

/** The lists whose order has a meaning: `cluster.nodeGroups.machineTypes`. */
function orderedLists(fields: FieldTable): ReadonlySet<string> {
  const rows = Object.entries(fields).filter(([, { ordered }]) => ordered !== undefined);
  return new Set(rows.map(([path]) => listPath(path.replace(/\([^()]*\)/g, ""))));
}

/** The path of a field without items and their names. */
const listPath = (field: string): string =>
  field === "" ? "cluster" : `cluster.${field.replace(/\[[^[\]]*\]/g, "")}`;

interface Difference {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

function differences(
  before: unknown,
  after: unknown,
  field: string,
  isSet: (path: string) => boolean,
): Difference[] {
  const path = listPath(field);
  if (isDeepStrictEqual(comparable(before, path, isSet), comparable(after, path, isSet))) return [];
  if (isNamedList(before) && isNamedList(after)) {
    const [old, fresh] = [before, after].map((list) => list.map(({ name }) => name));
    const names = [...new Set([...old, ...fresh])];
    const changed = names.flatMap((name) =>
      differences(
        before.find((one) => one.name === name),
        after.find((one) => one.name === name),
        `${field}[${name}]`,
        isSet,
      ),
    );
    // The names are the same, in an order that has a meaning.
    const isMoved = !isSet(path) && names.length === old.length && names.length === fresh.length;
    return isMoved && !isDeepStrictEqual(old, fresh)
      ? [{ field, before: old, after: fresh }, ...changed]
      : changed;
  }
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) =>
      differences(before[key], after[key], field === "" ? key : `${field}.${key}`, isSet),
    );
  }
  return [{ field, before, after }];
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNamedList = (value: unknown): value is readonly { readonly name: string }[] =>
  Array.isArray(value) && value.every((item) => isMap(item) && typeof item.name === "string");

/** The row of a field, or of the nearest field above it. */
function rowOf(field: string, fields: FieldTable): FieldTable[string] | undefined {
  const path = field.replace(/\[[^[\]]*\]/g, "[]");
  for (let at = path; at !== ""; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
    if (Object.hasOwn(fields, at)) return fields[at];
    const free = at.replace(/\.[^.]+$/, ".*");
    if (Object.hasOwn(fields, free)) return fields[free];
    const list = at.replace(/\[\]$/, "");
    if (Object.hasOwn(fields, list)) return fields[list];
  }
  return undefined;
}
