/**
 * Writes the JSON Schema of environment files, which is generated from their types: `npm run schema`. With `--check` it writes
 * nothing and fails when the committed file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createGenerator } from "ts-json-schema-generator";

const file = "modules/environment/environment.schema.json";
const schema = createGenerator({
  path: "modules/environment/types.ts",
  tsconfig: "tsconfig.json",
  type: "Environment",
  additionalProperties: false,
  topRef: true,
}).createSchema("Environment");
const text = JSON.stringify(schema, null, 2) + "\n";

if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
} else if (readFileSync(file, "utf8") !== text) {
  console.error(`${file} is stale: run "npm run schema" and commit it`);
  process.exitCode = 1;
}
