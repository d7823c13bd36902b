import { isDeepStrictEqual } from "node:util";
import type { FieldTable } from "../cluster/fields";
import type { FieldChange } from "./model";

/** The changed fields of a cluster, with the effect that the field table states. Items of lists with a name are compared by name. */
export function changedFields(before: unknown, after: unknown, fields: FieldTable): FieldChange[] {
  return differences(before, after, "").map(({ field, ...values }) => {
    const row = rowOf(field, fields);
    return { field, ...values, effect: row?.change, note: row?.note };
  });
}

interface Difference {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

function differences(before: unknown, after: unknown, field: string): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isNamedList(before) && isNamedList(after)) {
    const names = [...new Set([...before, ...after].map(({ name }) => name))];
    return names.flatMap((name) =>
      differences(
        before.find((one) => one.name === name),
        after.find((one) => one.name === name),
        `${field}[${name}]`,
      ),
    );
  }
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) =>
      differences(before[key], after[key], field === "" ? key : `${field}.${key}`),
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
