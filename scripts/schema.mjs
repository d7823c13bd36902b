/**
 * Writes the JSON Schema of environment files, which is generated from their types: `npm run schema`. With `--check` it writes
 * nothing and fails when the committed file is stale.
 *
 * Fields that a platform refuses, as its field table states, have the reason as their description and `doNotSuggest`: editors do not
 * complete them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { printError } from "./printable.js";

const platforms = {
  eks: "EksClusterSpec",
  aks: "AksClusterSpec",
  gke: "GkeClusterSpec",
  kubeadm: "KubeadmClusterSpec",
};
const file = "modules/environment/environment.schema.json";
const schema = createGenerator({
  path: "modules/environment/types.ts",
  tsconfig: "tsconfig.json",
  type: "Environment",
  additionalProperties: false,
  topRef: true,
}).createSchema("Environment");
for (const [platform, root] of Object.entries(platforms)) {
  for (const [path, reason] of Object.entries(refusedFields(platform)))
    markRefused(platform, root, path, reason);
}
/** The JSON that commands write, by its type and the module of the type. */
const outputs = { Explanation: "modules/explain/model.ts", Comparison: "modules/compare/model.ts" };

writeOrCheck(file, schema);
for (const [type, path] of Object.entries(outputs)) {
  const content = createGenerator({
    path,
    tsconfig: "tsconfig.json",
    type,
    additionalProperties: false,
    topRef: false,
  }).createSchema(type);
  writeOrCheck(join(dirname(path), `${type.toLowerCase()}.schema.json`), content);
}

function writeOrCheck(path, content) {
  const text = JSON.stringify(content, null, 2) + "\n";
  if (!process.argv.includes("--check")) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    printError(`${path} is stale: run "npm run schema" and commit it`);
    process.exitCode = 1;
  }
}

/** The fields that a platform refuses, with the reasons. */
function refusedFields(platform) {
  const table = readFileSync(`modules/${platform}/fields.generated.ts`, "utf8");
  const rows = table.matchAll(/^ {2}("[^"]+"): \{ refused: ("(?:[^"\\]|\\.)*")/gm);
  return Object.fromEntries([...rows].map(([, path, reason]) => [JSON.parse(path), JSON.parse(reason)]));
}

/** Gives a platform its own copies of the types on the way to a field: what one platform refuses, another one accepts. */
function separate(platform, root, steps) {
  let node = schema.definitions[root];
  for (const step of steps) {
    const property = node?.properties?.[step];
    const name = property?.$ref?.split("/").at(-1);
    if (name === undefined) return;
    const isShared = Object.entries(platforms).some(
      ([other, otherRoot]) => other !== platform && reachable(otherRoot).has(name),
    );
    const own = `${platform[0].toUpperCase()}${platform.slice(1)}${name}`;
    if (isShared) {
      schema.definitions[own] ??= JSON.parse(JSON.stringify(schema.definitions[name]));
      property.$ref = `#/definitions/${own}`;
    }
    node = schema.definitions[isShared ? own : name];
  }
}

/** The names of the types that a type contains. */
function reachable(root, found = new Set()) {
  if (found.has(root)) return found;
  found.add(root);
  const text = JSON.stringify(schema.definitions[root]);
  for (const [, name] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) reachable(name, found);
  return found;
}

function markRefused(platform, root, path, reason) {
  const steps = path.replaceAll("[]", "").split(".");
  separate(platform, root, steps.slice(0, -1));
  const owners = steps
    .slice(0, -1)
    .reduce(
      (nodes, step) => nodes.flatMap(({ properties }) => objectsOf(properties?.[step])),
      objectsOf({ $ref: `#/definitions/${root}` }),
    );
  const name = steps.at(-1);
  const fields = owners.flatMap(({ properties }) => properties?.[name] ?? []);
  if (fields.length === 0) throw new Error(`${platform}: the schema has no field ${path}`);
  for (const field of fields) {
    // Any value passes the schema, so that the reason is reported and not a wrong type.
    for (const key of Object.keys(field)) delete field[key];
    Object.assign(field, {
      description: `Not supported on ${platform === "kubeadm" ? "kubeadm clusters" : platform.toUpperCase()}: ${reason}.`,
      doNotSuggest: true,
    });
  }
}

/** The objects that a value may be: of unions, of items of lists, and behind references. */
function objectsOf(node = {}) {
  if (node.$ref) return objectsOf(schema.definitions[decodeURIComponent(node.$ref.split("/").at(-1))]);
  if (node.anyOf) return node.anyOf.flatMap(objectsOf);
  return node.items ? objectsOf(node.items) : [node];
}
