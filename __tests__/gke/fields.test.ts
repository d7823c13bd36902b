import schema from "../../modules/environment/environment.schema.json";
import { formatPath } from "../../modules/cluster/problem";
import type { FieldTable } from "../../modules/cluster/fields";
import { fields } from "../../modules/gke/fields.generated";
import { clusterProblems } from "../../modules/gke/rules";
import { cluster, group, today, variable } from "./rule-support";

/** As much of a JSON Schema as is looked at here. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Schema>>;

/** Paths of all fields that can be true or false, `0` for the first member of a list. */
function switches(node: Schema, path: readonly string[] = []): string[] {
  if (node.$ref) return switches(definitions[node.$ref.split("/").at(-1)!], path);
  return [
    ...([node.type].flat().includes("boolean") ? [path.join(".")] : []),
    ...(node.anyOf ?? []).flatMap((choice) => switches(choice, path)),
    ...(node.items ? switches(node.items, [...path, "0"]) : []),
    ...Object.entries(node.properties ?? {}).flatMap(([key, value]) => switches(value, [...path, key])),
  ];
}

/** A cluster with a value at a path; lists have one member. */
function withValue(path: readonly string[], value: unknown): object {
  const [step, ...rest] = path;
  const inner = rest.length === 0 ? value : withValue(rest, value);
  return step === "0" ? [inner] : { [step]: inner };
}

/** Fields that GKE refuses with any value; their test is that of the field tables. */
const refused = new Set(
  Object.entries(fields as FieldTable).flatMap(([path, { refused: reason }]) => (reason ? [path] : [])),
);

const all = [...new Set(switches(definitions.GkeClusterSpec))].filter(
  (path) => !refused.has(path.replaceAll(".0", "[]")),
);

test("there are many switches", () => {
  expect(all.length).toBeGreaterThan(50);
  expect(all).toContain("nodeGroups.0.drainOnDelete");
});

/** What TypeScript only looks at would take the text of a reference for true. */
test.each(all)("%s takes no reference", (path) => {
  const steps = path.split(".");
  const patch = withValue(steps, variable) as { nodeGroups?: object[]; access?: object };
  const props = cluster({
    ...patch,
    access: { admins: [], ...patch.access },
    nodeGroups: [group(patch.nodeGroups?.[0])],
  });
  const messages = clusterProblems(props, { today })
    .filter((problem) => formatPath(problem.path) === formatPath(steps.map((s) => (s === "0" ? 0 : s))))
    .map(({ message }) => message);
  expect(messages[0]).toMatch(/^must be a literal/);
});
