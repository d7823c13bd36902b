import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { ValueKeys } from "../../modules/kubeadm/software/chart-values";

/**
 * The keys of the values of a chart: those of its default values, of its schema, and those that its templates read. A map that a template, or one
 * of its helpers, uses as a whole accepts each key, such as labels and resources. So does one whose default is empty.
 */

/** Keys while they are collected. */
type Keys = { [key: string]: Keys } | null;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ofDefaults = (value: unknown): Keys =>
  isMap(value) && Object.keys(value).length > 0
    ? Object.fromEntries(Object.entries(value).map(([key, below]) => [key, ofDefaults(below)]))
    : null;

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: object;
  readonly additionalProperties?: boolean | object;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

function ofSchema(schema: Schema, root: Schema): Keys {
  if (schema.$ref !== undefined) return ofSchema(root.$defs![schema.$ref.replace("#/$defs/", "")], root);
  const { properties = {}, additionalProperties: more, anyOf = [], oneOf = [], allOf = [] } = schema;
  if (schema.patternProperties !== undefined || more === true || isMap(more)) return null;
  const own: Keys = Object.fromEntries(
    Object.entries(properties).map(([key, below]) => [key, ofSchema(below, root)]),
  );
  const others = [...anyOf, ...oneOf, ...allOf].map((one) => ofSchema(one, root));
  const all = others.reduce<Keys>((keys, other) => merged(keys, other), own);
  return all !== null && Object.keys(all).length > 0 ? all : null;
}

/** The keys of both. A scalar, and a map whose keys are free, have none. */
function merged(one: Keys, other: Keys): Keys {
  if (one === null || other === null) return one ?? other;
  const result: Keys = { ...one };
  for (const [key, below] of Object.entries(other)) {
    result[key] = Object.hasOwn(one, key) ? merged(one[key], below) : below;
  }
  return result;
}

/** Adds a key. */
function add(keys: Keys, [step, ...rest]: readonly string[]): void {
  if (keys === null) return;
  if (!Object.hasOwn(keys, step)) keys[step] = rest.length === 0 ? null : {};
  if (rest.length > 0) add(keys[step], rest);
}

/** Accepts each key of a map, unless the schema refuses others: then Helm does too. */
function open(keys: Keys, [step, ...rest]: readonly string[], schema: Schema | undefined): void {
  if (keys === null || !Object.hasOwn(keys, step)) return;
  const below = schema?.properties?.[step];
  if (rest.length > 0) open(keys[step], rest, below);
  else if (below?.additionalProperties !== false) keys[step] = null;
}

const actionsIn = (text: string): string[] =>
  (text.match(/\{\{.*?\}\}/gs) ?? []).filter((action) => !/^\{\{-?\s*\/\*/.test(action));

/** The keys that a helper reads of the map that it gets; undefined if it uses the map as a whole. */
function keysOfHelper(body: string | undefined): string[] | undefined {
  const actions = body === undefined ? undefined : actionsIn(body);
  if (actions === undefined || actions.some((one) => /[\s(][.$](?=[\s)|}])|\b(?:range|with)\b/.test(one))) {
    return undefined;
  }
  return actions.flatMap((one) => [...one.matchAll(/[\s(]\.([A-Za-z]\w*)/g)].map(([, key]) => key));
}

/** The keys of the values of a chart in an archive. */
export function valueKeysOf(archive: string): ValueKeys {
  const scratch = mkdtempSync(join(tmpdir(), "chart-"));
  try {
    execFileSync("tar", ["-xzf", archive, "-C", scratch]);
    return keysIn(join(scratch, readdirSync(scratch)[0]));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function keysIn(folder: string): ValueKeys {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const schema = existsSync(join(folder, "values.schema.json"))
    ? (JSON.parse(read("values.schema.json")) as Schema)
    : {};
  const keys = merged(
    ofDefaults(parse(read("values.yaml"), { maxAliasCount: -1 })),
    ofSchema(schema, schema),
  );
  const templates = ["templates", "files"].flatMap((name) => textsBelow(join(folder, name)));
  const helpers = new Map(
    templates.flatMap((text) =>
      text
        .split(/\{\{-?\s*define\s+(?=")/)
        .slice(1)
        .map((part) => [part.split('"')[1], part.slice(part.indexOf("}}") + 2)] as const),
    ),
  );
  const whole: string[][] = [];
  for (const action of templates.flatMap(actionsIn)) {
    const isCondition = /^\{\{-?\s*(?:else\s+)?if\b/.test(action);
    const rest = action
      .replace(/\b(?:hasKey|index)\s+(\$?\.Values[\w.]*)\s+"([^"]+)"/g, "$1.$2")
      .replace(/\binclude\s+"([^"]+)"\s+\$?\.Values\.([\w.]+)/g, (_, helper: string, path: string) => {
        const used = keysOfHelper(helpers.get(helper));
        if (used === undefined) whole.push(path.split("."));
        for (const key of used ?? []) add(keys, [...path.split("."), key]);
        return "";
      });
    for (const [, path] of rest.matchAll(/\.Values\.(?!AsMap\b)([A-Za-z][\w.-]*)/g)) {
      add(keys, path.split("."));
      if (!isCondition) whole.push(path.split("."));
    }
  }
  for (const path of whole) open(keys, path, schema);
  const { dependencies = [] } = parse(read("Chart.yaml")) as {
    dependencies?: { name: string; alias?: string }[];
  };
  // Helm gives the values "global" to each chart.
  const free = Object.fromEntries(
    [...dependencies.map(({ name, alias }) => alias ?? name), "global"].map((key) => [key, null]),
  );
  return sorted({ ...keys, ...free })!;
}

const textsBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    : [];

function sorted(keys: Keys): Keys {
  if (keys === null) return null;
  const entries = Object.entries(keys).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, below]) => [key, sorted(below)]));
}
