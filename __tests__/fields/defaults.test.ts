import { readdirSync, readFileSync } from "node:fs";
import { fields as aks } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { fields as eks } from "../../modules/eks/fields.generated";
import { fields as gke } from "../../modules/gke/fields.generated";

/**
 * The field table is the only place of a default. Constructs and rules read it from there. `?? []` and `= []` are no defaults: a list that
 * is omitted has no items to visit.
 */

interface Repetition {
  readonly text: string;
  readonly field: string;
}

/** Places such as `diskGiB ?? 50` and `{ diskGiB = 50 }`, in which a default of a field is repeated in code. */
function repetitionsIn(source: string, fields: FieldTable): Repetition[] {
  const code = source.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, "");
  const matches = code.matchAll(
    /(?<!(?:const|let|readonly)\s+)\b(\w+)\s*(?:\?\?|=)\s*("[^"\n]*"|\d+|true|false)(?=[\s,;)}])/g,
  );
  return [...matches].flatMap(([text, name, value]) =>
    Object.entries(fields)
      .filter(
        ([path, field]) => path.split(/[.\])]/).at(-1) === name && JSON.stringify(field.default) === value,
      )
      .slice(0, 1)
      .map(([field]) => ({ text, field })),
  );
}

test.each<[string, FieldTable]>([
  ["eks", eks],
  ["aks", aks],
  ["gke", gke],
])("no code of %s repeats a default of the field table", (platform, fields) => {
  const files = [`modules/${platform}`, "modules/cluster"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap((file) => repetitionsIn(readFileSync(file, "utf8"), fields))).toEqual([]);
});

test("finds a default behind ?? and in a pattern", () => {
  const table: FieldTable = { "storage.sizeGiB": { default: 50 }, "network.nat": { default: "none" } };
  const texts = (source: string) => repetitionsIn(source, table).map(({ text }) => text);
  expect(texts("const size = disk.sizeGiB ?? 50;")).toEqual(["sizeGiB ?? 50"]);
  expect(texts('function nat({ nat = "none" }) {}')).toEqual(['nat = "none"']);
  expect(texts('const sizeGiB = 50; // sizeGiB ?? 50\nconst nat = other ?? "single";')).toEqual([]);
});
