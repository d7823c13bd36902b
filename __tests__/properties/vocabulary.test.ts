import fc from "fast-check";
import { drawn, defined } from "./draw";
import { fieldsOf } from "./fields";
import { always, anyValue, except, fields, type Given, seldom, some, trueIf, Vocabulary } from "./vocabulary";

interface Disk {
  readonly type?: "ssd" | "hdd";
  readonly encrypted?: boolean;
}

interface Spec {
  readonly name: string;
  readonly mode: "a" | "b" | "c";
  readonly days?: number;
  readonly zonal?: boolean;
  readonly logs?: readonly ("api" | "audit")[];
  readonly disk?: boolean | Disk;
  readonly pool?: Disk & { readonly size: number };
}

const choice = (...values: readonly string[]) => ({ type: "string", enum: values });
const boolean = { type: "boolean" };
const disk = { type: choice("ssd", "hdd"), encrypted: boolean };
const definitions = {
  Spec: {
    properties: {
      name: { type: "string" },
      mode: choice("a", "b", "c"),
      days: { type: "number", default: 7 },
      zonal: boolean,
      logs: { type: "array", items: choice("api", "audit") },
      disk: { anyOf: [boolean, { $ref: "#/definitions/Disk" }] },
      pool: { properties: { ...disk, size: { type: "number" } }, required: ["size"] },
    },
    required: ["name", "mode"],
  },
  Disk: { properties: disk },
};
const vocabulary = new Vocabulary<Spec>(fieldsOf("Spec", definitions));

const samples = (given: Given<Spec>): Spec[] =>
  fc.sample(
    drawn((draw) => defined(vocabulary.map(draw, "", { name: "x", ...given }))),
    { numRuns: 300, seed: 1 },
  );

const different = (values: readonly unknown[]) =>
  [...new Set(values.map((value) => JSON.stringify(value)))].sort();

test("fields that the schema defines completely need no generator", () => {
  const drawnSpecs = samples({});
  expect(different(drawnSpecs.map(({ mode }) => mode))).toEqual([`"a"`, `"b"`, `"c"`]);
  expect(different(drawnSpecs.flatMap(({ zonal }) => zonal ?? []))).toEqual(["false", "true"]);
  expect(different(drawnSpecs.flatMap(({ logs }) => logs ?? []))).toEqual([`"api"`, `"audit"`]);
  expect(
    different(drawnSpecs.flatMap((spec) => (typeof spec.disk === "object" ? (spec.disk.type ?? []) : []))),
  ).toEqual([`"hdd"`, `"ssd"`]);
  expect(drawnSpecs.filter((spec) => typeof spec.disk === "boolean")).not.toEqual([]);
});

test("required fields are always set, optional ones not", () => {
  const drawnSpecs = samples({ days: () => 1 });
  expect(drawnSpecs.filter(({ mode }) => mode === undefined)).toEqual([]);
  for (const name of ["days", "zonal", "logs", "disk"] as const) {
    const count = drawnSpecs.filter((spec) => name in spec).length;
    expect(count).toBeGreaterThan(30);
    expect(count).toBeLessThan(270);
  }
});

test("fields that need more than the schema are omitted", () => {
  expect(samples({}).filter((spec) => "days" in spec || "pool" in spec)).toEqual([]);
});

test("given values are used, given functions are called", () => {
  expect(different(samples({ zonal: undefined, mode: "b" }).map(({ mode, zonal }) => [mode, zonal]))).toEqual(
    [`["b",null]`],
  );
  const pools = samples({ pool: always(fields({ size: () => 3, type: "ssd", encrypted: undefined })) });
  expect(different(pools.map(({ pool }) => pool))).toEqual([`{"type":"ssd","size":3}`]);
  expect(different(samples({ days: seldom(0, () => 1) }).map(({ days }) => days))).toEqual([undefined]);
});

test("values are excluded", () => {
  expect(different(samples({ mode: except("a", false) }).map(({ mode }) => mode))).toEqual([`"b"`, `"c"`]);
  expect(different(samples({ zonal: always(trueIf(false)) }).map(({ zonal }) => zonal))).toEqual(["false"]);
  expect(different(samples({ zonal: always(anyValue) }).map(({ zonal }) => zonal))).toEqual([
    "false",
    "true",
  ]);
  expect(samples({ logs: always(some(2)) }).filter(({ logs }) => logs?.length !== 2)).toEqual([]);
});

test("a required field without a generator, an unknown path and a missing default are errors", () => {
  expect(() => samples({ name: undefined })).toThrow("name is required, and has no generator");
  expect(() => vocabulary.values("color")).toThrow("unknown field color");
  expect(() => vocabulary.values("name")).toThrow("name has no values to choose from");
  expect(vocabulary.default("days")).toBe(7);
  expect(() => vocabulary.default("zonal")).toThrow("zonal has no default");
});

test("terms are all fields and values", () => {
  expect(vocabulary.terms).toEqual(
    new Set([
      ...[
        "name",
        "mode",
        'mode = "a"',
        'mode = "b"',
        'mode = "c"',
        "days",
        "zonal",
        "zonal = true",
        "zonal = false",
      ],
      ...["logs", 'logs[] = "api"', 'logs[] = "audit"', "disk", "disk = true", "disk = false"],
      ...["disk", "pool"].flatMap((at) =>
        ["type", 'type = "ssd"', 'type = "hdd"', "encrypted", "encrypted = true", "encrypted = false"].map(
          (term) => `${at}.${term}`,
        ),
      ),
      ...["pool", "pool.size"],
    ]),
  );
});
