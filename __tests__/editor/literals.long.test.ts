import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { FieldTree } from "../../modules/cluster/field-tree";
import type { Field, FieldTable } from "../../modules/cluster/fields";
import { formatPath, type Path } from "../../modules/cluster/problem";
import { checkEnvironment } from "../../modules/environment/check";
import { type PlatformName, platforms } from "../../modules/environment/platforms";
import { shippedClusters } from "../support/shipped";

/** The schema for editors refuses a reference to a variable in the same fields as `validate`. The schema cannot express rules that read more fields. */

const aboutLiterals = ["structure/literals", "cluster/fields/literal"];

const names = Object.keys(platforms) as PlatformName[];
const schemaFile = "modules/environment/editor.schema.json";

type Accepts = (value: unknown) => boolean;
let isAccepted: Accepts;
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/editor-schema.mjs"]);
  const schema = JSON.parse(readFileSync(schemaFile, "utf8")) as object;
  isAccepted = new Ajv({ strict: false }).compile(schema) as Accepts;
});

function withValue(value: unknown, path: Path, other: unknown): unknown {
  const copy = structuredClone(value);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((map, step) => (map as Record<string, unknown>)[step], copy);
  (parent as Record<string, unknown>)[path.at(-1)!] = other;
  return copy;
}

/** The type of a variable for a value; undefined if no variable can have it. */
function typeOf(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") return typeof value;
  if (typeof value === "boolean") return "bool";
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? "list(string)" : undefined;
}

/** Each field once, with a value of a shipped cluster. */
function* valuesOf(platform: PlatformName) {
  const table: FieldTable = platforms[platform].fields!();
  const tree = new FieldTree(Object.entries(table).map(([field, row]) => [field, { field, row }] as const));
  const seen = new Set<Field>();
  for (const { cluster } of shippedClusters().filter((one) => one.cluster.platform === platform)) {
    for (const { path, row, value } of tree.valuesIn(cluster)) {
      const type = typeOf(value);
      if (path.length === 0 || seen.has(row.row) || type === undefined || row.row.program) continue;
      seen.add(row.row);
      yield { cluster, path, type, literal: row.row.literal };
    }
  }
}

test.each(names)("on %s, the editor refuses a reference where validate does", (platform) => {
  const context = { today: new Date("2026-11-23"), platforms, written: () => undefined };
  const wrong: string[] = [];
  const counts = { literal: 0, open: 0 };
  for (const { cluster, path, type, literal } of valuesOf(platform)) {
    const file = {
      variables: { other: { type } },
      clusters: [withValue(cluster, path, "${var.other}")],
    };
    const at = formatPath(["clusters", 0, ...path]);
    const isRefused = checkEnvironment("dev", file, context).problems.some(
      (problem) => formatPath(problem.path) === at && aboutLiterals.includes(problem.rule),
    );
    counts[literal === undefined ? "open" : "literal"]++;
    if (isRefused === isAccepted(file))
      wrong.push(`${at}: ${isRefused ? "accepted" : "refused"} by the editor`);
  }
  expect(wrong).toEqual([]);
  expect(counts.literal).toBeGreaterThan(20);
  expect(counts.open).toBeGreaterThan(platform === "kubeadm" ? 3 : 10);
});
