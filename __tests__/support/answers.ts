import { readFileSync } from "node:fs";
import schema from "../../modules/environment/environment.schema.json";

/** The used part of a JSON Schema. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Schema>>;

/** Whether a cluster has a field. Lists are entered. */
function has(node: Schema | undefined, path: readonly string[]): boolean {
  if (!node) return false;
  if (node.$ref) return has(definitions[node.$ref.split("/").at(-1)!], path);
  if (node.anyOf?.some((choice) => has(choice, path))) return true;
  if (node.items && has(node.items, path)) return true;
  const [step, ...rest] = path;
  return step === undefined || has(node.properties?.[step], rest);
}

/** The fields in an answer. `.x` has the same parent as the previous field. */
function fieldsOf(answer: string, others: readonly string[]): string[][] {
  let parent: string[] = [];
  return [...answer.split(": no, ")[0].matchAll(/`([^`]+)`/g)].flatMap(([, text]) => {
    const name = text.replaceAll("[]", "").split(":")[0].replace(/=.*/, "");
    if (others.includes(name)) return [];
    const path = name.startsWith(".") ? [...parent, ...name.slice(1).split(".")] : name.split(".");
    parent = path.slice(0, -1);
    return [path];
  });
}

/**
 * Compares the tables of a platform's page, which list the field of each feature, with the schema. An answer that begins with "no" has no
 * fields.
 *
 * @param kinds - definitions of the schema that contain the fields
 * @param others - names that are not fields: outputs, arguments of Terraform
 */
export function testAnswers(file: string, kinds: readonly string[], others: readonly string[]): void {
  const rows = readFileSync(file, "utf8")
    .split("## Provider")[0]
    .split("\n")
    .filter((line) => /^\| (?!-|capability)/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map(([, capability, answer]) => [capability, answer] as const);

  test("the tables have many rows, each with an answer", () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(([, answer]) => !answer)).toEqual([]);
  });

  test.each(rows.filter(([, answer]) => !answer.startsWith("no")))("%s: %s", (_, answer) => {
    const isField = (path: string[]) => kinds.some((kind) => has(definitions[kind], path));
    expect(
      fieldsOf(answer, others)
        .filter((path) => !isField(path))
        .map((path) => path.join(".")),
    ).toEqual([]);
  });
}
