/**
 * Writes what is generated from the types of environment files: their JSON Schema, and the code that checks a value
 * against it: `npm run schema`. With `--check` it writes nothing and fails when a committed file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createGenerator } from "ts-json-schema-generator";

const require = createRequire(import.meta.url);
const { default: Ajv } = require("ajv");
const { default: standaloneCode } = require("ajv/dist/standalone");

const schema = createGenerator({
  path: "modules/environment/types.ts",
  tsconfig: "tsconfig.json",
  type: "Environment",
  additionalProperties: false,
  topRef: true,
}).createSchema("Environment");

/** Unions whose members a field tells apart (`platform`, `type`). */
const unions = ["PlatformClusterSpec", "BackendSpec"];
const members = unions.flatMap((name) => {
  const { anyOf, ...only } = schema.definitions[name];
  return (anyOf ?? [only]).map(({ $ref }) => $ref.split("/").at(-1));
});

const generated = {
  "modules/environment/environment.schema.json": JSON.stringify(schema, null, 2) + "\n",
  "modules/environment/structure.generated.ts": checkingCode(["Environment", ...members]),
};

/**
 * Compiled here, because that takes longer than all else that reading a file needs. A cluster is checked against its
 * own platform's definition, and a backend against its own type's, so that messages are about what was meant; in the
 * environment anything may stand for them.
 */
function checkingCode(definitions) {
  const ajv = new Ajv({
    strict: false,
    strictNumbers: true,
    allErrors: true,
    verbose: true,
    messages: false,
    inlineRefs: false,
    discriminator: true,
    code: { source: true, esm: true, lines: true },
  });
  const openDefinitions = {
    ...Object.fromEntries(
      Object.entries(schema.definitions).map(([name, definition]) => [name, toldApart(definition)]),
    ),
    ...Object.fromEntries(unions.map((name) => [name, {}])),
  };
  ajv.addSchema({ ...schema, definitions: openDefinitions }, "environment");
  const code = standaloneCode(
    ajv,
    Object.fromEntries(definitions.map((name) => [name, `environment#/definitions/${name}`])),
  );
  return `// Generated from the types by "npm run schema": do not edit.\n/* eslint-disable */\n// @ts-nocheck\n${code}\n`;
}

/**
 * Of a union whose members have one word each in the field `type`, only the member that is meant is checked: else every mistake
 * would be one of all members.
 */
function toldApart(definition) {
  const { anyOf, ...rest } = definition;
  const members = anyOf?.map(({ $ref }) => $ref && schema.definitions[$ref.split("/").at(-1)]);
  const words = members?.map((member) => member?.properties?.type?.const);
  if (!words?.every((word) => word !== undefined)) return definition;
  return {
    ...rest,
    type: "object",
    required: ["type"],
    discriminator: { propertyName: "type" },
    oneOf: anyOf,
    words,
  };
}

for (const [file, text] of Object.entries(generated)) {
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error(`${file} is stale: run "npm run schema" and commit it`);
    process.exitCode = 1;
  }
}
