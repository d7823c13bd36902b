import type { DefinedError } from "ajv";
import { defineProblems, type Path, type Problem } from "../cluster/problem";
import { suggestion } from "../cluster/value-aliases";
import { adviceFor, type Schema } from "./unknown-field";
import * as validators from "./validators";
import { wholeReference, type Variables } from "./variables/references";
import { typeNames } from "./variables/rules";
import type { VariableType } from "./variables/types";

export const reportStructure = defineProblems("structure", {
  /**
   * A map has only fields that the format defines.
   *
   * @remarks Decision of this project: an ignored field would look like one that has an effect.
   */
  "unknown-field": "error",

  /**
   * A map has all required fields.
   *
   * @remarks Decision of this project: a field is required if no default is right for most clusters.
   */
  "missing-field": "error",

  /**
   * A value has the type of its field: string, number, true or false, list, or map.
   *
   * @see https://yaml.org/spec/1.2.2/#103-core-schema
   */
  types: "error",

  /**
   * A value is one of those that its field allows.
   *
   * @remarks Decision of this project: allowed values are in the reference of the vocabulary.
   */
  values: "error",

  /**
   * A field whose value decides which resources exist has a literal, not a reference to a variable.
   *
   * @see https://developer.hashicorp.com/terraform/cdktf/concepts/tokens
   */
  literals: "error",

  /**
   * A variable has the type of the field that refers to it.
   *
   * @see https://developer.hashicorp.com/terraform/language/expressions/types
   */
  "variable-types": "error",
});

/** The id of the rule on missing fields. */
export const missingFieldRule = reportStructure["missing-field"]([], "").rule;

/** Definitions of the schema that values can be checked against. */
export type Definition = keyof typeof validators;

/** Returns a scalar as the user wrote it: `1.30` for the number 1.3. */
export type Written = (path: Path) => string | undefined;

/** References to variables in fields that are not strings. */
export interface Referable {
  readonly variables: Variables;

  /** Called for each variable reference in a list position. */
  readonly onList?: (path: Path) => void;

  /** The fields of the whole file, for suggestions: `clusters[].network.cidr`. */
  readonly paths?: () => readonly string[];
}

/**
 * Checks fields, types and allowed values against a definition of the schema. One mistake is one problem. A number, `true` or `false`,
 * and a list of strings can be a reference to a variable of that type.
 *
 * @param written - for messages that show the value
 */
export function structureProblems(
  definition: Definition,
  value: unknown,
  written: Written,
  referable: Referable = { variables: {} },
): Problem[] {
  const validate = validators[definition];
  if (validate(value)) return [];

  const places = new Map<string, SchemaError[]>();
  for (const found of validate.errors as readonly SchemaError[]) {
    const here = places.get(found.instancePath);
    if (here === undefined) places.set(found.instancePath, [found]);
    else here.push(found);
  }
  const entered = new Set([...places.keys()].flatMap(pointersAround));
  return [...places].flatMap(([pointer, errors]) => {
    const path = pathOf(pointer, value);
    const reference = wholeReference(errors[0].data);
    if (reference !== undefined) return referenceProblem(path, errors, reference, referable);
    return [
      ...valueProblem(path, errors, entered.has(pointer), written),
      ...memberProblems(path, errors, written),
      ...fieldProblems(path, errors, referable.paths),
    ];
  });
}

/** The names of the fields of a definition, also of those that a platform refuses. */
export function fieldNames(definition: Definition): string[] {
  const validate = validators[definition];
  if (validate({ "": undefined })) return [];
  return (validate.errors as readonly SchemaError[]).flatMap(({ keyword, parentSchema }) =>
    keyword === "additionalProperties" ? Object.keys(parentSchema.properties ?? {}) : [],
  );
}

/**
 * The places of a value that do not match its definition: missing fields, and values of a wrong type. Unknown fields are not among them,
 * and neither are references, whose types depend on the variables.
 */
export function invalidPlaces(definition: Definition, value: unknown): Path[] {
  const validate = validators[definition];
  if (validate(value)) return [];
  return (validate.errors as readonly SchemaError[]).flatMap(({ instancePath, keyword, params, data }) => {
    if (keyword === "additionalProperties" || wholeReference(data) !== undefined) return [];
    const path = pathOf(instancePath, value);
    return [keyword === "required" ? [...path, params.missingProperty] : path];
  });
}

/** An error of the generated code, with the value and its schema. */
type SchemaError = DefinedError & { readonly data: unknown; readonly parentSchema: Schema };

/** `/nodeGroups` and the empty one, for `/nodeGroups/0`. */
function pointersAround(pointer: string): string[] {
  const parts = pointer.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
}

/** The schema's `/nodeGroups/0` as `["nodeGroups", 0]`. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split("/").slice(1)) {
    const step = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(step) : step);
    value = (value as Record<string, unknown>)[step];
  }
  return path;
}

// --- The value itself -------------------------------------------------------------------------------------------

/** The value has a wrong type, or is not one of the allowed values. */
function valueProblem(
  path: Path,
  errors: readonly SchemaError[],
  entered: boolean,
  written: Written,
): Problem[] {
  // One alternative of a union (`number | {min, max}`) matches, and the mistake is inside of it.
  const alternatives = errors.some(({ keyword }) => keyword === "anyOf");
  if (alternatives && (entered || errors.some(isAboutFields))) return [];

  const expected = errors.filter(
    ({ keyword }) => keyword === "type" || keyword === "enum" || keyword === "const",
  );
  if (expected.length === 0) return [];
  const allowed = expected.flatMap(allowedValuesOf);
  // Allowed values are strings: the message needs no type.
  const kinds = expected.flatMap(kindOf).filter((kind) => allowed.length === 0 || kind !== "a string");

  const { data } = expected[0];
  const wanted = [...kinds, ...(allowed.length > 0 ? [oneOf(allowed)] : [])].join(" or ");
  if (data === null) return [reportStructure.types(path, `has no value; must be ${wanted}`)];
  const hint = allowed.length > 0 ? suggestion(data, allowed) : writingHint(data, kinds);
  const report = allowed.length > 0 ? reportStructure.values : reportStructure.types;
  return [report(path, `must be ${wanted}, got ${describe(data, written(path))}${hint}`)];
}

/** A map of a union whose field `type` has a value that is not allowed: its other fields cannot be checked. */
function memberProblems(path: Path, errors: readonly SchemaError[], written: Written): Problem[] {
  return errors.flatMap(({ keyword, data, parentSchema: { types: allowed = [] } }) => {
    const type = isDiscriminator(keyword) ? (data as { readonly type?: unknown }).type : undefined;
    if (type === undefined) return [];
    const at = [...path, "type"];
    const reference = wholeReference(type);
    if (reference !== undefined) {
      return [reportStructure.literals(at, `must be a literal, ${oneOf(allowed)}, got \${var.${reference}}`)];
    }
    const got = describe(type, written(at));
    return [reportStructure.values(at, `must be ${oneOf(allowed)}, got ${got}${suggestion(type, allowed)}`)];
  });
}

/** A keyword of OpenAPI, which the types of ajv do not have. */
const isDiscriminator = (keyword: string): boolean => keyword === "discriminator";

function allowedValuesOf(found: SchemaError): string[] {
  if (found.keyword === "enum") return found.params.allowedValues;
  if (found.keyword === "const") return [found.params.allowedValue];
  return [];
}

export function oneOf(allowed: readonly string[]): string {
  return allowed.length === 1 ? JSON.stringify(allowed[0]) : `one of ${allowed.join(", ")}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
};

function kindOf(found: SchemaError): string[] {
  if (found.keyword !== "type") return [];
  if (Object.hasOwn(kinds, found.params.type)) return [kinds[found.params.type]];
  const fields = Object.keys(found.parentSchema.properties ?? {});
  return [
    fields.length === 0 || fields.length > 3
      ? "a map"
      : `a map of ${fields.join(", ").replace(/, (\w+)$/, " and $1")}`,
  ];
}

/** @param written - the value as the file has it */
export function describe(value: unknown, written?: string): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "number") return `the number ${written ?? value}`;
  if (typeof value === "string" && value.length > 60) return JSON.stringify(`${value.slice(0, 60)}…`);
  return JSON.stringify(value);
}

/** What to change if the value is right but YAML reads it as another type. */
function writingHint(value: unknown, kinds: readonly string[]): string {
  const wants = (kind: string) => kinds.includes(kind);
  if (typeof value === "number" || typeof value === "boolean") {
    return wants("a string") ? " (write it in quotes)" : "";
  }
  if (typeof value === "string") {
    if (wants("a number") && /^-?\d+(\.\d+)?$/.test(value)) return " (remove the quotes)";
    if (wants("true or false") && /^(true|false)$/i.test(value))
      return ` (write ${value.toLowerCase()}, without quotes)`;
    if (wants("true or false") && /^(yes|on|y)$/i.test(value)) return " (write true)";
    if (wants("true or false") && /^(no|off|n)$/i.test(value)) return " (write false)";
    if (kinds.length === 1 && wants("a list"))
      return " (start each item with a dash, or write [ ] around them)";
  }
  return "";
}

// --- References -------------------------------------------------------------------------------------------------

/** A reference in a field that is not a string. */
function referenceProblem(
  path: Path,
  errors: readonly SchemaError[],
  name: string,
  { variables, onList }: Referable,
): Problem[] {
  const expected = errors.filter(({ keyword }) => ["type", "enum", "const"].includes(keyword));
  const allowed = expected.flatMap(allowedValuesOf);
  const kinds = expected.flatMap(kindOf);
  const got = `got \${var.${name}}`;
  if (allowed.length > 0) {
    return [reportStructure.literals(path, `must be a literal, ${oneOf(allowed)}, ${got}`)];
  }

  const mayBe = expected.flatMap(referableKind);
  if (mayBe.length === 0) {
    return [reportStructure.literals(path, `must be ${kinds.join(" or ")} written as a literal, ${got}`)];
  }
  if (mayBe.includes("list(string)")) onList?.(path);
  // An unknown variable is reported with all references.
  const type = Object.hasOwn(variables, name) ? variables[name].type : undefined;
  if (type === undefined || mayBe.includes(type)) return [];
  return [
    reportStructure["variable-types"](
      path,
      `must be ${kinds.join(" or ")}, but variable ${JSON.stringify(name)} is ${typeNames[type]}`,
    ),
  ];
}

/** The type of variable that a field accepts; none for maps, and for lists of anything but strings. */
function referableKind(found: SchemaError): VariableType[] {
  if (found.keyword !== "type") return [];
  switch (found.params.type) {
    case "number":
    case "integer":
      return ["number"];
    case "boolean":
      return ["bool"];
    case "array":
      return found.parentSchema.items?.type === "string" && !("enum" in found.parentSchema.items)
        ? ["list(string)"]
        : [];
    default:
      return [];
  }
}

// --- Fields of a map --------------------------------------------------------------------------------------------

function isAboutFields({ keyword }: SchemaError): boolean {
  return keyword === "additionalProperties" || keyword === "required";
}

/** Maximum unknown fields of one map reported individually: more of them have one cause. */
const mostUnknown = 100;

/** Unknown and missing fields of a map. A field that is both is misspelt. */
function fieldProblems(path: Path, errors: readonly SchemaError[], paths: Referable["paths"]): Problem[] {
  const problems: Problem[] = [];
  const typos = new Set<string>();

  const unknown = errors.filter((found) => found.keyword === "additionalProperties");
  for (const found of unknown.slice(0, mostUnknown)) {
    const field = found.params.additionalProperty;
    const { meant, advice } = adviceFor(field, found.data as object, found.parentSchema, paths);
    if (meant !== undefined) typos.add(meant);
    problems.push(
      reportStructure["unknown-field"]([...path, field], `unknown field ${shownField(field)}; ${advice}`, {
        atKey: true,
      }),
    );
  }

  if (unknown.length > mostUnknown) {
    problems.push(
      reportStructure["unknown-field"](path, `has ${unknown.length - mostUnknown} more unknown fields`),
    );
  }

  for (const found of errors) {
    if (found.keyword !== "required" || typos.has(found.params.missingProperty)) continue;
    const field = found.params.missingProperty;
    const { description, values } = found.parentSchema.properties?.[field] ?? {};
    problems.push(missingField(path, field, description, values));
  }
  return problems;
}

/** Shortens long names. */
const shownField = (field: string): string =>
  JSON.stringify(field.length > 60 ? `${field.slice(0, 60)}…` : field);

export function missingField(
  path: Path,
  field: string,
  description = "",
  values: readonly string[] = [],
): Problem {
  const about = [firstSentence(description), values.length > 1 ? `must be ${oneOf(values)}` : ""];
  const text = about.filter((part) => part !== "").join("; ");
  return reportStructure["missing-field"](
    path,
    `missing field ${JSON.stringify(field)}${text && `: ${text}`}`,
  );
}

/** The first sentence of a description, as plain text and without its full stop. */
function firstSentence(description: string): string {
  // Not every full stop ends a sentence: "e.g. `us-east-1`".
  const [sentence] = description.split(/\.(?=\s+[A-Z])|\.?\n|\.$/);
  return sentence
    .replaceAll("**", "")
    .replace(/\{@link\s([^{}]*)\}/g, (_, target: string) => target.trim().split(".").at(-1)!)
    .trim();
}
