import { readFileSync } from "node:fs";
import schema from "../../modules/environment/environment.schema.json";

/** As much of a JSON Schema as is looked at here. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Schema>>;

/** Whether a description of a cluster has a field; lists are stepped through. */
function has(node: Schema | undefined, path: readonly string[]): boolean {
  if (!node) return false;
  if (node.$ref) return has(definitions[node.$ref.split("/").at(-1)!], path);
  if (node.anyOf?.some((choice) => has(choice, path))) return true;
  if (node.items && has(node.items, path)) return true;
  const [step, ...rest] = path;
  return step === undefined || has(node.properties?.[step], rest);
}

/** The answers of the tables, that say a field; those that begin with "no" have none. */
const rows = readFileSync("docs/gke.md", "utf8")
  .split("## Provider")[0]
  .split("\n")
  .filter((line) => /^\| (?!-|capability)/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map(([, capability, answer]) => [capability, answer] as const);

const outputs = ["storage_manifests", "access_manifests", "kubeconfig_command"];
const arguments_ = ["prevent_destroy", "name_prefix"];

/** Fields that an answer names: `.x` stands beside the one before it. */
function fieldsOf(answer: string): string[][] {
  let parent: string[] = [];
  return [...answer.split(": no, ")[0].matchAll(/`([^`]+)`/g)].flatMap(([, text]) => {
    const name = text.replaceAll("[]", "").split(":")[0].replace(/=.*/, "");
    if (outputs.includes(name) || arguments_.includes(name)) return [];
    const path = name.startsWith(".") ? [...parent, ...name.slice(1).split(".")] : name.split(".");
    parent = path.slice(0, -1);
    return [path];
  });
}

test("the tables have many rows, each with an answer", () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(([, answer]) => !answer)).toEqual([]);
});

test.each(rows.filter(([, answer]) => !answer.startsWith("no")))("%s: %s", (_, answer) => {
  const cluster = definitions.GkeClusterSpec;
  const group = definitions.GkeNodeGroupSpec;
  const isField = (path: string[]) =>
    has(cluster, path) || has(group, path) || has(definitions.GkeAccessSpec, path);
  expect(
    fieldsOf(answer)
      .filter((path) => !isField(path))
      .map((path) => path.join(".")),
  ).toEqual([]);
});
