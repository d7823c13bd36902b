import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type fc from "fast-check";
import { fields as aks } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { fields as eks } from "../../modules/eks/fields.generated";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { fields as gke } from "../../modules/gke/fields.generated";
import { aksClusters } from "../properties/aks";
import { eksClusters } from "../properties/eks";
import { gkeClusters } from "../properties/gke";
import { differences, Laboratory, summarized, type Target, targetsOf } from "./mapping";
import { notShown, witnesses } from "./witnesses";

/** One target in so many is tested, from a seed that is printed; `FIELDS=all` tests all of them. */
const share = process.env.FIELDS === "all" ? 1 : 80;
const seed = Number(process.env.FIELDS_SEED ?? new Date().getDate());

const tables: readonly [
  platform: PlatformClusterSpec["platform"],
  fields: FieldTable,
  clusters: fc.Arbitrary<PlatformClusterSpec>,
][] = [
  ["eks", eks, eksClusters as fc.Arbitrary<PlatformClusterSpec>],
  ["aks", aks, aksClusters as fc.Arbitrary<PlatformClusterSpec>],
  ["gke", gke, gkeClusters as fc.Arbitrary<PlatformClusterSpec>],
];

const shown = ({ path, value }: Target): string =>
  value === undefined ? path : `${path} = ${JSON.stringify(value)}`;

const mapping: Record<string, Record<string, readonly string[]>> = {};

describe.each(tables)("on %s", (platform, fields, clusters) => {
  const targets = targetsOf(fields).filter((_, i) => (i + seed) % share === 0);
  const laboratory = new Laboratory(platform, fields, clusters, witnesses[platform]);
  const outcomes = new Map<Target, readonly string[] | undefined>();

  test(`${targets.length} fields and values change the Terraform JSON (seed ${seed}, 1 in ${share})`, () => {
    for (const target of targets) outcomes.set(target, laboratory.observe(target));
    const silent = targets.filter((target) => outcomes.get(target) === undefined).map(shown);
    expect(silent.filter((target) => !notShown[platform].includes(target))).toEqual([]);
    mapping[platform] = Object.fromEntries(
      [...outcomes].flatMap(([{ path, value }, found]) =>
        found === undefined || value !== undefined ? [] : [[path, summarized(found)]],
      ),
    );
  }, 1_800_000);
});

afterAll(() => {
  if (!process.env.UPDATE_MAPPING || share > 1) return;
  const directory = mkdtempSync(join(tmpdir(), "fields-"));
  try {
    const file = join(directory, "mapping.json");
    writeFileSync(file, JSON.stringify(mapping));
    execFileSync(process.execPath, ["scripts/fields.mjs"], { env: { ...process.env, FIELD_MAPPING: file } });
  } finally {
    rmSync(directory, { recursive: true });
  }
});

describe("differences", () => {
  test("names arguments, and types of elements that are new or gone", () => {
    const before = { resource: { a: { x: { size: 1, name: "n" }, y: {} } } };
    const after = { resource: { a: { x: { size: 2, name: "n" } }, b: { z: {} } } };
    expect(differences(before, after)).toEqual(["a", "a.size", "b"]);
  });

  test("finds none in equal JSON", () => {
    expect(
      differences({ resource: { a: { x: { size: 1 } } } }, { resource: { a: { x: { size: 1 } } } }),
    ).toEqual([]);
  });
});
