import { isDeepStrictEqual } from "node:util";
import type { FieldTable } from "../cluster/fields";
import type { Action, FieldChange, ResourceChange } from "./model";
import { comparable } from "./sets";

/**
 * The changed fields of a cluster, with the effect that the field table states. Items of lists with a name are compared by name. Another
 * order is a change only of lists whose order has a meaning.
 */
export function changedFields(
  before: unknown,
  after: unknown,
  fields: FieldTable,
  resources: readonly ResourceChange[] = [],
): FieldChange[] {
  const addressesWith = (wanted: Action) =>
    resources.filter(({ action }) => action === wanted).map(({ address }) => address);
  const removed = { keep: addressesWith("forget"), delete: addressesWith("delete") };
  const ordered = orderedLists(fields);
  const parents = parentFields(fields);
  const tables = {
    isSet: (path: string) => !ordered.has(path),
    isParent: (path: string) => parents.has(path),
  };
  return differences(before, after, "", tables).map(({ field, ...values }) => {
    const row = rowOf(field, fields);
    const isRemoved = values.after === undefined || values.after === false;
    const mapped = row?.mapped ?? [];
    // Of a field with resources of many types, those with its name.
    const named = mapped.includes("*") ? `.${field.replaceAll(".", "_")}` : undefined;
    const types = new Set(mapped.map((argument) => argument.split(".")[0]));
    const isOfField = (address: string): boolean =>
      types.has(address.split(".")[0]) || (named !== undefined && address.includes(named));
    const how = (["keep", "delete"] as const).find((one) => removed[one].some(isOfField));
    const effect = isRemoved && row?.change === "in-place" ? (how ?? row.change) : row?.change;
    return { field, ...values, effect, note: row?.note };
  });
}

/** The lists whose order has a meaning: `cluster.nodeGroups.machineTypes`. */
function orderedLists(fields: FieldTable): ReadonlySet<string> {
  const rows = Object.entries(fields).filter(([, { ordered }]) => ordered !== undefined);
  return new Set(rows.map(([path]) => listPath(path.replace(/\([^()]*\)/g, ""))));
}

/** The fields with fields below them. Maps with free keys, such as labels, are values, and `true | { … }` is a switch. */
function parentFields(fields: FieldTable): ReadonlySet<string> {
  const switches = new Set(
    Object.entries(fields).flatMap(([path, { values }]) => (values?.includes(true) ? [listPath(path)] : [])),
  );
  const parents = new Set(
    Object.keys(fields).flatMap((path) => {
      const steps = listPath(path.replace(/\([^()]*\)/g, "")).split(".");
      return steps.at(-1) === "*" ? [] : steps.slice(1).map((_, i) => steps.slice(0, i + 1).join("."));
    }),
  );
  return new Set([...parents].filter((path) => !switches.has(path)));
}

/** The path of a field without items and their names. */
const listPath = (field: string): string =>
  field === "" ? "cluster" : `cluster.${field.replace(/\[[^[\]]*\]/g, "")}`;

interface Difference {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

interface Tables {
  readonly isSet: (path: string) => boolean;

  /** Whether a field has fields below it. */
  readonly isParent: (path: string) => boolean;
}

function differences(before: unknown, after: unknown, field: string, tables: Tables): Difference[] {
  const { isSet, isParent } = tables;
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
        tables,
      ),
    );
    // The names are the same, in an order that has a meaning.
    const isMoved = !isSet(path) && names.length === old.length && names.length === fresh.length;
    return isMoved && !isDeepStrictEqual(old, fresh)
      ? [{ field, before: old, after: fresh }, ...changed]
      : changed;
  }
  // The effect is that of the fields below. An item of a list is added or removed as a whole.
  const isWhole = field.endsWith("]") || !isParent(path) || [before, after].some(isEmpty);
  const [old, fresh] = isWhole ? [before, after] : [before ?? {}, after ?? {}];
  if (isMap(old) && isMap(fresh)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
    return keys.flatMap((key) =>
      differences(old[key], fresh[key], field === "" ? key : `${field}.${key}`, tables),
    );
  }
  return [{ field, before, after }];
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean => isMap(value) && Object.keys(value).length === 0;

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
