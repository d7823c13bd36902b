// Arguments of a resource of a Terraform provider that is written in Go with the plugin SDK, from a checkout of its sources.
//
//   node scripts/provider-arguments.mjs CHECKOUT TAG RESOURCE FILE…
//   node scripts/provider-arguments.mjs terraform-provider-google v6.50.0 google_container_node_pool \
//     google/services/container/node_config.go google/services/container/resource_container_node_pool.go
//
// For each argument: its path and its attributes in the schema. "unused" marks an argument whose name occurs only in the schema, so that
// the provider neither sends nor reads it; "not sent" and "not stored" mark those that it only reads or only sends. "first only" marks a
// list of several blocks of which the provider reads only the first.
import { execFileSync } from "node:child_process";
import { basename } from "node:path";
import { print, printError } from "./printable.js";

const [checkout, tag, resource, ...files] = process.argv.slice(2);
if (files.length === 0) {
  printError("usage: node scripts/provider-arguments.mjs CHECKOUT TAG RESOURCE FILE…");
  process.exit(2);
}

const text = files
  .map((file) =>
    execFileSync("git", ["-C", checkout, "show", `${tag}:${file}`], { encoding: "utf8", maxBuffer: 1 << 26 }),
  )
  .join("\n");

/** Tokens of Go: strings, identifiers with dots, and single characters. Comments are skipped. */
const tokens = [
  ...text.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'|[\w.]+|\S/g),
]
  .map(([token]) => token)
  .filter((token) => !token.startsWith("//") && !token.startsWith("/*"));

const closing = { "{": "}", "(": ")", "[": "]" };

/** The position after the bracket that closes the one at `start`. */
function end(start) {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    if (tokens[i] in closing) depth++;
    else if (Object.values(closing).includes(tokens[i])) depth--;
    if (depth === 0) return i + 1;
  }
  return tokens.length;
}

/** Elements of a literal: `key: value,` with the range of tokens of the value. */
function elements(start) {
  const last = end(start) - 1;
  const found = [];
  for (let i = start + 1; i < last;) {
    const key = tokens[i];
    const from = i + 2;
    let to = from;
    while (to < last && tokens[to] !== ",") to = tokens[to] in closing ? end(to) : to + 1;
    if (tokens[i + 1] === ":") found.push({ key, from, to });
    i = to + 1;
  }
  return found;
}

/** Ranges of tokens that are schema, in which names of arguments are declared and not used. */
const schemaRanges = [];
const isSchemaMap = (i) => tokens.slice(i, i + 6).join("") === "map[string]*schema.Schema";
for (let i = 0; i < tokens.length; i++) {
  if (isSchemaMap(i) && tokens[i + 6] === "{") {
    schemaRanges.push([i, end(i + 6)]);
    i = end(i + 6);
  }
}

/** The literal that a function returns, by the name of the function; and that of a variable. */
function literalOf(name) {
  const at = tokens.findIndex(
    (token, i) => token === name && (tokens[i - 1] === "func" || tokens[i - 1] === "var"),
  );
  return at < 0 ? undefined : tokens.indexOf("{", tokens.indexOf("schema.Schema", at));
}

const sent = new Set();
const stored = new Set();
const firstOnly = new Set();
for (let i = 0; i < tokens.length; i++) {
  if (schemaRanges.some(([from, to]) => i >= from && i < to) || !/^["`]/.test(tokens[i])) continue;
  const isStored = tokens[i + 1] === ":" || (tokens[i - 2] ?? "").endsWith(".Set") || tokens[i + 2] === "=";
  for (const part of tokens[i].slice(1, -1).split(/[.\s]/)) (isStored ? stored : sent).add(part);
}

/** An argument of both sets is sent to the API and read from its answer. */
function useOf(name) {
  if (sent.has(name)) return stored.has(name) ? [] : ["not stored"];
  return stored.has(name) ? ["not sent"] : ["unused"];
}

function read(path, body, rows) {
  const attributes = Object.fromEntries(elements(body).map((element) => [element.key, element]));
  const value = (name) =>
    attributes[name] && tokens.slice(attributes[name].from, attributes[name].to).join("");
  const name = path.at(-1);
  const maxItems = Number(value("MaxItems") ?? 0);
  const elem = attributes.Elem;
  const nested = elem && tokens.slice(elem.from, elem.to).findIndex((_, i) => isSchemaMap(elem.from + i));
  rows.push({
    path: path.join("."),
    flags: [
      ...["Required", "Optional", "Computed", "ForceNew", "Deprecated"].filter((flag) => attributes[flag]),
      ...["Type", "Default", "DiffSuppressFunc"].flatMap((flag) =>
        attributes[flag] ? [`${flag}=${value(flag).replace(/^schema\.|^tpgresource\./, "")}`] : [],
      ),
      ...(maxItems ? [`MaxItems=${maxItems}`] : []),
      ...useOf(name),
    ],
    isList: value("Type") === "schema.TypeList" && maxItems !== 1 && nested >= 0,
  });
  if (nested >= 0) readMap(path, elem.from + nested + 6, rows);
}

function readMap(path, body, rows) {
  for (const { key, from } of elements(body)) {
    const name = key.slice(1, -1);
    const start = tokens[from] === "{" ? from : (literalOf(tokens[from]) ?? tokens.indexOf("{", from));
    read([...path, name], start, rows);
  }
}

const rows = [];
for (const [from] of schemaRanges) {
  // The maps of whole resources and of blocks with an own variable; maps in functions are read where they are used.
  const before = tokens.slice(Math.max(0, from - 4), from).join(" ");
  const isRoot = /Schema :$|= $|=$|MergeSchemas \($|,$/.test(before);
  if (isRoot) readMap([], from + 6, rows);
}
for (const { path, isList } of rows) {
  if (!isList) continue;
  const name = path.split(".").at(-1);
  for (let i = 0; i < tokens.length - 30; i++) {
    if (tokens[i] !== `"${name}"`) continue;
    const after = tokens.slice(i, i + 40).join("");
    if (/^"[^"]+"\];ok/.test(after) && /\.\(\[\]interface\{\}\)\[0\]/.test(after)) firstOnly.add(path);
  }
}

print(`${resource} ${tag} (${files.map((file) => basename(file)).join(", ")})`);
for (const { path, flags } of rows) {
  print([path, ...flags, ...(firstOnly.has(path) ? ["first only"] : [])].join(" "));
}
