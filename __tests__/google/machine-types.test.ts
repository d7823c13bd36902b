import { setAddedFacts } from "../../modules/cluster/added-facts";
import { machineTypesWithLocalSsds } from "../../modules/gke/node-groups/local-ssd";
import { machineFamilies, unknownType } from "../../modules/google/machine-types";
import { typesOfFamily } from "../../modules/google/machine-type-names";

afterEach(() => setAddedFacts([]));

describe("a known machine type has no warning", () => {
  test.each(
    `e2-micro e2-small e2-medium e2-standard-32 e2-highmem-16 e2-custom-4-8192 e2-custom-medium-4096 n1-standard-1 n1-custom-4-8192-ext
    n1-highcpu-96 n2-standard-128 n2-custom-6-8192 n2d-standard-224 n4-highmem-80 n4-custom-4-8192 n4a-standard-1 n4d-standard-96
    c2-standard-30 c2d-highcpu-112 c3-highcpu-22-lssd c3-standard-192-metal c3d-standard-360 c4-highmem-32-lssd c4-highmem-288-metal
    c4-standard-288-lssd-metal c4a-highmem-96-metal c4d-standard-384-metal t2a-standard-48 t2d-standard-60 h3-standard-88
    h4d-highmem-192-lssd h4d-standard-192 m1-megamem-96 m2-hypermem-416 m3-ultramem-32 m4-megamem-28 z3-highmem-192-highlssd-metal
    a2-highgpu-1g a2-megagpu-16g a2-ultragpu-8g a3-highgpu-8g a3-edgegpu-8g-nolssd a3-ultragpu-8g a4-highgpu-8g a4x-highgpu-4g
    g2-standard-96 g2-custom-4-20480 g4-standard-384 ct3p-hightpu-4t ct5lp-hightpu-8t ct6e-standard-8t tpu7x-standard-4t`.split(
      /\s+/,
    ),
  )("%s", (type) => {
    expect(unknownType(type)).toBeUndefined();
  });

  test("each one with local SSDs", () => {
    const rows = Object.entries(machineTypesWithLocalSsds).flatMap(([shape, sizes]) =>
      Object.keys(sizes).map((size) =>
        shape.includes("-")
          ? `${shape}-${size}`
          : `${shape}-${shape === "z3" ? "highmem" : "standard"}-${size}`,
      ),
    );
    expect(rows.filter((type) => unknownType(type) !== undefined)).toEqual([]);
  });
});

test.each(Object.keys(machineFamilies))("the family %s has types", (family) => {
  const types = typesOfFamily(family);
  expect(types).not.toEqual([]);
  expect(new Set(types).size).toBe(types.length);
});

describe("a wrong machine type has a warning", () => {
  test.each([
    ["e2-standart-4", 'did you mean "e2-standard-4"?'],
    ["n2-standart-2", 'did you mean "n2-standard-2"?'],
    ["n2-standard-4x", '96, 128; did you mean "n2-standard-4"?'],
    ["e2-standard-5", "sizes of e2-standard: 2, 4, 8, 16, 32; check the spelling, unless it is newer"],
    ["e2-standard-99", "sizes of e2-standard: 2, 4, 8, 16, 32"],
    ["n1-standard-3", "sizes of n1-standard: 1, 2, 4,"],
    ["n2-highmem", "sizes of n2-highmem: 2, 4, 8,"],
    ["n2-standard", "sizes of n2-standard: 2, 4, 8,"],
    ["e2-medum", 'did you mean "e2-medium"?'],
    ["a2-highgpu-3g", "sizes of a2-highgpu: 1g, 2g,"],
    ["n2-custom-4", "check the spelling"],
    ["c3-custom-4-8192", "is not a known machine type"],
    ["c4-constructor-4", "is not a known machine type"],
    ["q9-standard-4", '"q9" is an unknown machine family'],
  ])("%s: %s", (type, text) => {
    expect(unknownType(type)).toContain(text);
  });
});

test("a family that a user adds has no warnings", () => {
  const row = { architecture: "x86_64", bootDisks: ["pd-balanced"], localSsd: "none" } as const;
  setAddedFacts([
    { file: "facts.yaml", asOf: "2026-11-01", source: "x", gke: { machineFamilies: { q9: row, e2: row } } },
  ]);
  expect(unknownType("q9-standard-5")).toBeUndefined();
  expect(unknownType("e2-standard-64")).toBeUndefined();
});
