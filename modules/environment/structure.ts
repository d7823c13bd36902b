import type { DefinedError } from "ajv";
import { error, keyError, type Path, type Problem } from "../cluster/problem";
import { nearest } from "../cluster/nearest";
import { synonymOf, wordFor } from "./synonyms";
import * as validators from "./validators";
import { wholeReference, type Variables } from "./variables/references";
import { typeNames } from "./variables/rules";
import type { VariableType } from "./variables/types";

/** Definitions of the schema that values can be checked against. */
export type Definition = keyof typeof validators;

/** Gives a scalar as the user wrote it: `1.30` for what is the number 1.3. */
export type Written = (path: Path) => string | undefined;

/** References to variables, where the schema wants something else than a string. */
export interface Referable {
  readonly variables: Variables;

  /** Told of every place where a list may stand and a reference does. */
  readonly onList?: (path: Path) => void;
}

/**
 * Checks fields, their kinds and their words against a definition of the schema. One mistake is one problem. A reference to
 * a variable of the right type may stand for a number, for `true` or `false` and for a list of strings.
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
      ...fieldProblems(path, errors),
    ];
  });
}

/** An error as the generated code gives it, with the value and the schema at hand. */
type SchemaError = DefinedError & { readonly data: unknown; readonly parentSchema: Schema };

interface Schema {
  readonly description?: string;
  readonly items?: Schema & { readonly type?: string };
  readonly properties?: Readonly<Record<string, Schema>>;

  /** What the field `type` may say, in a union whose members it tells apart. */
  readonly words?: readonly string[];
}

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

/** The value is of the wrong kind, or none of the allowed words. */
function valueProblem(
  path: Path,
  errors: readonly SchemaError[],
  entered: boolean,
  written: Written,
): Problem[] {
  // Of several kinds (`number | {min, max}`) one fits, and what is wrong is further inside.
  const alternatives = errors.some(({ keyword }) => keyword === "anyOf");
  if (alternatives && (entered || errors.some(isAboutFields))) return [];

  const expected = errors.filter(
    ({ keyword }) => keyword === "type" || keyword === "enum" || keyword === "const",
  );
  if (expected.length === 0) return [];
  const words = expected.flatMap(allowedWords);
  // Words are strings, which goes without saying.
  const kinds = expected.flatMap(kindOf).filter((kind) => words.length === 0 || kind !== "a string");

  const { data } = expected[0];
  const wanted = [...kinds, ...(words.length > 0 ? [oneOf(words)] : [])].join(" or ");
  if (data === null) return [error(path, `has no value; must be ${wanted}`)];
  const hint = words.length > 0 ? suggestion(data, words) : writingHint(data, kinds);
  return [error(path, `must be ${wanted}, got ${describe(data, written(path))}${hint}`)];
}

/** Of several kinds of maps, which one it is says its field `type`: with a word that is none, nothing else can be said. */
function memberProblems(path: Path, errors: readonly SchemaError[], written: Written): Problem[] {
  return errors.flatMap(({ keyword, data, parentSchema: { words = [] } }) => {
    const type = isDiscriminator(keyword) ? (data as { readonly type?: unknown }).type : undefined;
    if (type === undefined) return [];
    const at = [...path, "type"];
    const reference = wholeReference(type);
    if (reference !== undefined) {
      return [error(at, `must be a literal, ${oneOf(words)}, got \${var.${reference}}`)];
    }
    const got = describe(type, written(at));
    return [error(at, `must be ${oneOf(words)}, got ${got}${suggestion(type, words)}`)];
  });
}

/** A keyword of OpenAPI, which the types of ajv leave out. */
const isDiscriminator = (keyword: string): boolean => keyword === "discriminator";

function allowedWords(found: SchemaError): string[] {
  if (found.keyword === "enum") return found.params.allowedValues;
  if (found.keyword === "const") return [found.params.allowedValue];
  return [];
}

export function oneOf(words: readonly string[]): string {
  return words.length === 1 ? JSON.stringify(words[0]) : `one of ${words.join(", ")}`;
}

/** Nothing when there is one word only: the message names it. */
export function suggestion(value: unknown, words: readonly string[]): string {
  const meant =
    typeof value === "string" && words.length > 1
      ? (wordFor(value, words) ?? nearest(value, words))
      : undefined;
  return meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
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
  if (found.params.type in kinds) return [kinds[found.params.type]];
  const fields = Object.keys(found.parentSchema.properties ?? {});
  return [
    fields.length === 0 || fields.length > 3
      ? "a map"
      : `a map of ${fields.join(", ").replace(/, (\w+)$/, " and $1")}`,
  ];
}

/** @param written - the value as it stands in the file */
export function describe(value: unknown, written?: string): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "number") return `the number ${written ?? value}`;
  if (typeof value === "string" && value.length > 60) return JSON.stringify(`${value.slice(0, 60)}…`);
  return JSON.stringify(value);
}

/** What to change when the value is right but YAML reads it as another kind. */
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

/** A reference stands where something else than a string must. */
function referenceProblem(
  path: Path,
  errors: readonly SchemaError[],
  name: string,
  { variables, onList }: Referable,
): Problem[] {
  const expected = errors.filter(({ keyword }) => ["type", "enum", "const"].includes(keyword));
  const words = expected.flatMap(allowedWords);
  const kinds = expected.flatMap(kindOf);
  const got = `got \${var.${name}}`;
  if (words.length > 0) return [error(path, `must be a literal, ${oneOf(words)}, ${got}`)];

  const mayBe = expected.flatMap(referableKind);
  if (mayBe.length === 0) return [error(path, `must be ${kinds.join(" or ")} that is written out, ${got}`)];
  if (mayBe.includes("list(string)")) onList?.(path);
  // An unknown variable is reported with all references.
  const type = Object.hasOwn(variables, name) ? variables[name].type : undefined;
  if (type === undefined || mayBe.includes(type)) return [];
  return [
    error(path, `must be ${kinds.join(" or ")}, but variable ${JSON.stringify(name)} is ${typeNames[type]}`),
  ];
}

/** The type of variable that may stand for what the schema wants; none for maps, and for lists of anything but strings. */
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

/** Unknown fields of one map that are told of one by one: whoever has more has made one mistake, not a hundred. */
const mostUnknown = 100;

/** Fields that a map has too many or too few. One that is both is a typo. */
function fieldProblems(path: Path, errors: readonly SchemaError[]): Problem[] {
  const problems: Problem[] = [];
  const typos = new Set<string>();

  const unknown = errors.filter((found) => found.keyword === "additionalProperties");
  for (const found of unknown.slice(0, mostUnknown)) {
    const field = found.params.additionalProperty;
    const { meant, advice } = adviceFor(field, found);
    if (meant !== undefined) typos.add(meant);
    problems.push(keyError([...path, field], `unknown field ${shownField(field)}; ${advice}`));
  }

  if (unknown.length > mostUnknown) {
    problems.push(error(path, `has ${unknown.length - mostUnknown} more unknown fields`));
  }

  for (const found of errors) {
    if (found.keyword !== "required" || typos.has(found.params.missingProperty)) continue;
    const field = found.params.missingProperty;
    problems.push(missingField(path, field, found.parentSchema.properties?.[field]?.description));
  }
  return problems;
}

/** What an unknown field should be: what others call by its name, what is spelt like it, or any of those that there are. */
function adviceFor(
  field: string,
  { data, parentSchema }: SchemaError,
): { readonly meant?: string; readonly advice: string } {
  const allowed = Object.keys(parentSchema.properties ?? {});
  const fact = factOf(field, data as object, allowed);
  if (fact !== undefined) return { advice: fact };
  const synonym = synonymOf(field, allowed);
  if (synonym !== undefined) {
    const example = synonym.example === undefined ? "" : `, as in ${synonym.example}`;
    return {
      meant: synonym.field[0],
      advice: `did you mean ${JSON.stringify(synonym.field.join("."))}${example}?`,
    };
  }
  const meant = nearest(
    field,
    allowed.filter((name) => !Object.hasOwn(data as object, name)),
  );
  return meant === undefined
    ? { advice: `allowed: ${allowed.join(", ")}` }
    : { meant, advice: `did you mean ${JSON.stringify(meant)}?` };
}

/** Fields that are right elsewhere, or needed by nobody: no other name would help. */
function factOf(field: string, map: object, allowed: readonly string[]): string | undefined {
  const { platform } = map as { readonly platform?: unknown };
  if (platforms.includes(field) && typeof platform === "string" && allowed.includes("kubernetesVersion")) {
    return `${field} is for platform ${field}; this cluster is on ${platform}`;
  }
  if (/^desired/i.test(field) && allowed.join() === "min,max") {
    return "leave it out: the autoscaler owns the number between min and max";
  }
  return undefined;
}

/** Each has a field of its own name, for what only it has. */
const platforms = ["eks", "aks", "gke"];

/** A name may be as long as the parser lets it be. */
const shownField = (field: string): string =>
  JSON.stringify(field.length > 60 ? `${field.slice(0, 60)}…` : field);

export function missingField(path: Path, field: string, description = ""): Problem {
  const about = firstSentence(description);
  return error(path, `missing field ${JSON.stringify(field)}${about && `: ${about}`}`);
}

/** The first sentence of a description, as plain text and without its full stop. */
function firstSentence(description: string): string {
  // Not every full stop ends a sentence: "e.g. `us-east-1`".
  const [sentence] = description.split(/\.(?=\s+[A-Z])|\.?\n|\.$/);
  return sentence
    .replaceAll("**", "")
    .replace(/\{@link\s+(?:\S+\.)?(\S+?)\s*\}/g, "$1")
    .trim();
}
