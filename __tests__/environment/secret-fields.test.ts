import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatPath } from "../../modules/cluster/problem";
import { loadEnvironments } from "../../modules/environment";
import { secretFields } from "../../modules/environment/variables/secret-fields";
import { useEmptyDirectory } from "./directory";

useEmptyDirectory();

const windows = readFileSync(resolve("examples/aks-windows.yaml"), "utf8");
const schema = readFileSync(resolve("modules/environment/environment.schema.json"), "utf8");
const today = new Date("2026-11-23");
const place = "clusters[0].aks.windows.adminPassword";

/** The problems of a password. */
function problems(password: string, variable: string): string[] {
  const text = `${windows}\n    aks: { windows: { adminPassword: "${password}" } }\nvariables: { pw: { ${variable} } }\n`;
  writeFileSync("dev.yaml", text);
  return loadEnvironments("dev.yaml", { today }).problems.map(
    ({ path, message }) => `${formatPath(path)}: ${message}`,
  );
}

test("a secret may refer to a sensitive variable", () => {
  expect(problems("${var.pw}", "type: string, sensitive: true")).toEqual([]);
  expect(problems("${ var.pw }", "type: string, sensitive: true")).toEqual([]);
});

test.each([
  [
    "a variable that is not sensitive",
    "${var.pw}",
    "type: string",
    "must be a reference to a sensitive variable; var.pw is not: add sensitive: true",
  ],
  [
    "a variable with a default",
    "${var.pw}",
    "type: string, sensitive: false, default: Correct-Horse-7!",
    "must be a reference to a sensitive variable; var.pw is not: add sensitive: true and remove its default",
  ],
  [
    "a text with a sensitive variable in it",
    "Correct-${var.pw}",
    "type: string, sensitive: true",
    "must be a reference to a sensitive variable and nothing else: ${var.NAME}",
  ],
  [
    "the secret itself",
    "Correct-Horse-7!",
    "type: string, sensitive: true",
    "must be a reference to a sensitive variable, not a literal password",
  ],
  [
    "an undeclared variable",
    "${var.pv}",
    "type: string, sensitive: true",
    'unknown variable "pv"; did you mean "pw"?',
  ],
])("a secret must not be %s", (_, password, variable, message) => {
  const found = problems(password, variable).filter((problem) => !problem.includes("is never used"));
  expect(found).toEqual([`${place}: ${message}`]);
});

test("all fields with names of secrets are known", () => {
  const names = [
    ...schema.matchAll(/"(\w*(?:password|token|private_?key|access_?key|connection_?string))": \{/gi),
  ];
  const known = Object.values(secretFields).flatMap((paths) => paths.map((path) => path.at(-1)));
  expect([...new Set(names.map(([, name]) => name))].sort()).toEqual([...known].sort());
});
