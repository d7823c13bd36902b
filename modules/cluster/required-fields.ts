import { FieldTree } from "./field-tree";
import type { FieldTable } from "./fields";
import { defineProblems, type Problem } from "./problem";
import { isUnresolved } from "./tokens";

const report = defineProblems("cluster/fields", {
  /**
   * Props of a construct have all required fields. In files the check of the structure reports them.
   *
   * @remarks Decision of this project: programs in JavaScript, and casts, hide such errors from the compiler.
   */
  required: "error",
});

/** Reports each required field that a cluster does not have. */
export function missingFields(fields: FieldTable, cluster: object): Problem[] {
  const places = Object.entries(fields).flatMap(([path, { required }]) => (required ? [placeOf(path)] : []));
  // Each member of a union has its `type`.
  const unique = new Map(places.map((place) => [place.join(), place]));
  const parents = new FieldTree([...unique.values()]);
  return parents.valuesIn(cluster).flatMap(({ path, value, row: name }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || isUnresolved(value)) return [];
    return (value as Readonly<Record<string, unknown>>)[name] === undefined
      ? [report.required([...path, name], "is required, and not set")]
      : [];
  });
}

/** The path of the map that has a field, and the name of the field. A map without `type` is of no member of its union. */
function placeOf(path: string): [parent: string, name: string] {
  const end = path.lastIndexOf(".");
  const [parent, name] = [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
  return [name === "type" ? parent.replace(/\([^()]*\)$/, "") : parent, name];
}
