import type { Field, FieldTable, FieldType } from "./fields";
import { adviceOnField, placeOf } from "./nearest";
import { defineProblems, formatPath, type Path, type Problem } from "./problem";
import { shown } from "./rules/rule";
import { isUnresolved } from "./tokens";
import { suggestion } from "./value-aliases";

const report = defineProblems("cluster/fields", {
  /**
   * Props of a construct have only fields that exist. In files the check of the structure reports others.
   *
   * @remarks Decision of this project: an ignored field would look like one that has an effect.
   */
  known: "error",

  /**
   * Props of a construct have all required fields. In files the check of the structure reports them.
   *
   * @remarks Decision of this project: programs in JavaScript, and casts, hide such errors from the compiler.
   */
  required: "error",

  /**
   * Values of props have the types of their fields. In files the check of the structure reports others.
   *
   * @remarks Decision of this project: programs in JavaScript, and casts, hide such errors from the compiler.
   */
  types: "error",

  /**
   * Values of props are those that their fields allow. In files the check of the structure reports others.
   *
   * @remarks Decision of this project: programs in JavaScript, and casts, hide such errors from the compiler.
   */
  values: "error",
});

/** Fields of the first level that are in no field table: `provider` of constructs, and `platform` of files. */
const notInTable = ["platform", "provider"];

/** The problems of the structure of props. */
export interface PropsStructure {
  readonly problems: readonly Problem[];

  /** Values that rules cannot read, because they are missing or wrong. */
  readonly unreadable: readonly Path[];
}

/**
 * Compares fields, types and allowed values of a construct's props with the field table of its platform. References are not checked, because
 * only Terraform knows their values.
 */
export function propsStructure(fields: FieldTable, props: unknown): PropsStructure {
  const check = new PropsCheck(fields);
  const problems = check.problemsOf(props);
  return {
    // One mistake is one problem: a field that is unknown and missing is misspelt.
    problems: problems.filter(({ path, rule }) => rule !== report.required.id || !check.isMisspelt(path)),
    unreadable: problems.filter(({ atKey }) => !atKey).map(({ path }) => path),
  };
}

/** What a value must be. */
type Allowed = Pick<Field, "types" | "items" | "values" | "freeKeys">;

type Values = Readonly<Record<string, unknown>>;

class PropsCheck {
  /** The fields of each map, by the path of the map and then by name. */
  private readonly maps = new Map<string, Map<string, { readonly at: string; readonly field: Field }>>();

  constructor(private readonly fields: FieldTable) {
    for (const [at, field] of Object.entries(fields)) {
      const end = Math.max(at.lastIndexOf("."), 0);
      const [map, name] = [at.slice(0, end), at.slice(end === 0 ? 0 : end + 1)];
      // Values of a map with names that the user chooses are no fields.
      if (name === "*") continue;
      const known = this.maps.get(map);
      if (known) known.set(name, { at, field });
      else this.maps.set(map, new Map([[name, { at, field }]]));
    }
  }

  /** The paths of fields that unknown ones probably mean. */
  private readonly misspelt = new Set<string>();

  isMisspelt(path: Path): boolean {
    return this.misspelt.has(formatPath(path));
  }

  problemsOf(props: unknown): Problem[] {
    return this.valueProblems(props, [], "", { types: ["map"] });
  }

  /** @param at - the path of the value in the field table */
  private valueProblems(value: unknown, path: Path, at: string, allowed: Allowed): Problem[] {
    if (value === undefined || isUnresolved(value)) return [];
    const problem = wrongValue(value, path, allowed, this.namesAt(at));
    if (problem) return [problem];
    if (Array.isArray(value)) {
      const ofItems = { types: allowed.items, values: allowed.values };
      return value.flatMap((item, i) => this.valueProblems(item, [...path, i], `${at}[]`, ofItems));
    }
    if (typeof value !== "object") return [];
    if (allowed.freeKeys === undefined) return this.mapProblems(value as Values, path, at);
    return Object.entries(value as Values).flatMap(([key, one]) =>
      this.valueProblems(one, [...path, key], `${at}.*`, { types: allowed.freeKeys }),
    );
  }

  /** The fields that a map at this path accepts. */
  private namesAt(at: string): string[] {
    return [...(this.maps.get(at) ?? [])].flatMap(([name, { field }]) =>
      field.refused === undefined ? [name] : [],
    );
  }

  private mapProblems(map: Values, path: Path, at: string): Problem[] {
    const variants = [...this.maps.keys()].flatMap((one) =>
      one.startsWith(`${at}(`) && one.endsWith(")") ? [one.slice(at.length + 1, -1)] : [],
    );
    if (variants.length > 0 && !isUnresolved(map.type) && !variants.includes(map.type as string)) {
      const field: Field = { required: true, types: ["string"], values: variants };
      const missing = map.type === undefined ? [isRequired(path, "type", field)] : [];
      return [...missing, ...this.valueProblems(map.type, [...path, "type"], "", field)];
    }
    const known = new Map(
      [at, `${at}(${String(map.type)})`].flatMap((one) => [...(this.maps.get(one) ?? [])]),
    );
    // A map of any form.
    if (known.size === 0) return [];

    const names = Object.keys(map).filter((name) => map[name] !== undefined);
    const unknown = names.filter((name) => !known.has(name) && !(at === "" && notInTable.includes(name)));
    // A refused field is known, so that a rule gives the reason, but it is no advice.
    const allowed = [...known].flatMap(([name, { field }]) => (field.refused === undefined ? [name] : []));
    const missing = [...known].flatMap(([name, { field }]) =>
      field.required && map[name] === undefined ? [isRequired(path, name, field)] : [],
    );
    return [
      ...unknown.map((name) => this.unknownField(map, [...path, name], allowed)),
      ...missing,
      ...names.flatMap((name) => {
        const found = known.get(name);
        // A rule reports a refused field, with the reason.
        if (found === undefined || found.field.refused !== undefined) return [];
        return this.valueProblems(map[name], [...path, name], found.at, found.field);
      }),
    ];
  }

  /** The paths of all fields that the platform supports. */
  private places(): string[] {
    return Object.entries(this.fields).flatMap(([at, { refused }]) => (refused === undefined ? at : []));
  }

  private unknownField(map: Values, path: Path, allowed: readonly string[]): Problem {
    const name = String(path.at(-1));
    const { meant, advice } = adviceOnField(name, allowed, map, placeOf(name, this.places()));
    if (meant !== undefined) this.misspelt.add(formatPath([...path.slice(0, -1), meant]));
    return report.known(path, `unknown field; ${advice}`, { atKey: true });
  }
}

function isRequired(path: Path, name: string, { values = [] }: Field): Problem {
  const choices = values.length > 1 ? `; must be one of ${values.join(", ")}` : "";
  return report.required([...path, name], `is required, and not set${choices}`);
}

const nouns: Readonly<Record<FieldType, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  map: "a map",
};

function typeOf(value: unknown): FieldType | undefined {
  if (Array.isArray(value)) return "list";
  if (typeof value === "object" && value !== null) return "map";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : undefined;
}

/**
 * A value of a wrong type, or one that is not among those to choose from.
 *
 * @param names - the fields of the map that the value can be
 */
function wrongValue(
  value: unknown,
  path: Path,
  allowed: Allowed,
  names: readonly string[],
): Problem | undefined {
  const { types = [], values = [] } = allowed;
  const type = typeOf(value);
  if (types.length > 0 && (type === undefined || !types.includes(type))) {
    const got = type === "map" || type === "list" ? nouns[type] : shown(value);
    return report.types(path, `must be ${wanted(allowed, names)}, got ${got}`);
  }
  const choices = values.filter((one) => typeof one === typeof value);
  if (choices.length === 0 || choices.includes(value as string)) return undefined;
  return report.values(
    path,
    `must be one of ${choices.join(", ")}, got ${shown(value)}${suggestion(value, choices)}`,
  );
}

/** Maximum number of fields that a message about the type of their map lists. */
const mostNames = 3;

/** What a value can be: `one of 1, 3, 5`, `a number or a map of min and max`. Values to choose from replace their type. */
function wanted({ types = [], values = [] }: Allowed, names: readonly string[]): string {
  const choices = values.filter((one) => typeof one !== "boolean" && types.includes(typeof one as FieldType));
  const kinds = types
    .filter((one) => !choices.some((choice) => typeof choice === one))
    .map((one) =>
      one === "map" && names.length > 0 && names.length <= mostNames
        ? `a map of ${names.join(", ").replace(/, (\w+)$/, " and $1")}`
        : nouns[one],
    );
  return [...kinds, ...(choices.length > 0 ? [`one of ${choices.join(", ")}`] : [])].join(" or ");
}
