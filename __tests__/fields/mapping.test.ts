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
import { fields as kubeadm } from "../../modules/kubeadm/fields.generated";
import { gkeClusters } from "../properties/gke";
import { kubeadmClusters } from "../properties/kubeadm";
import {
  differences,
  errorsOf,
  Laboratory,
  placesOfDifferences,
  shown,
  summarized,
  synthesize,
  type Target,
  targetsOf,
  withValuesOf,
} from "./mapping";
import { witnesses } from "./witnesses";

/**
 * One target in `FIELDS_SHARE` is tested, and at least one of each platform, from a seed that is printed. `FIELDS=all` tests all of
 * them, and `FIELDS=nodeGroups[].image` those of the field and below.
 */
const { FIELDS: wanted = "" } = process.env;
const share = wanted === "" ? Number(process.env.FIELDS_SHARE ?? 800) : 1;
const seed = Number(process.env.FIELDS_SEED ?? new Date().getDate());

const tables: readonly [
  platform: PlatformClusterSpec["platform"],
  fields: FieldTable,
  clusters: fc.Arbitrary<PlatformClusterSpec>,
][] = [
  ["eks", eks, eksClusters as fc.Arbitrary<PlatformClusterSpec>],
  ["aks", aks, aksClusters as fc.Arbitrary<PlatformClusterSpec>],
  ["gke", gke, gkeClusters as fc.Arbitrary<PlatformClusterSpec>],
  ["kubeadm", kubeadm, kubeadmClusters as fc.Arbitrary<PlatformClusterSpec>],
];

const mapping: Record<string, Record<string, readonly string[]>> = {};

describe.each(tables)("on %s", (platform, fields, clusters) => {
  const targets = targetsOf(fields)
    .filter(({ path }) => wanted === "" || wanted === "all" || path.startsWith(wanted))
    .filter((_, i, all) => (i + seed) % Math.min(share, all.length) === 0);
  const laboratory = new Laboratory(platform, fields, clusters, witnesses[platform]);
  const outcomes = new Map<Target, readonly string[] | undefined>();

  test(`${targets.length} fields and values change the Terraform JSON (seed ${seed}, 1 in ${share})`, () => {
    for (const target of targets) outcomes.set(target, laboratory.observe(target));
    const silent = targets.filter((target) => outcomes.get(target) === undefined).map(shown);
    expect(silent).toEqual([]);
    mapping[platform] = Object.fromEntries(
      [...outcomes].flatMap(([{ path, value }, found]) =>
        found === undefined || value !== undefined ? [] : [[path, summarized(found)]],
      ),
    );
  }, 1_800_000);
});

describe.each(tables)("witnesses on %s", (platform, fields) => {
  const targets = new Set(targetsOf(fields).map(shown));
  const place = (steps: readonly (string | number)[]) =>
    steps
      .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
      .join("")
      .slice(1);
  /** A step `*` of a field is any key. */
  const within = (path: string, field: string) => {
    const steps = path.split(/\.|(?=\[\])/);
    return field
      .split(/\.|(?=\[\])/)
      .every((step, i) => steps[i] === step || (step === "*" && i < steps.length));
  };
  const fieldOf = (target: string) => target.replace(/ = .*$/, "").replace(/\([^)]*\)/g, "");

  test.each(witnesses[platform].map((witness) => [witness.shows.join(", "), witness] as const))(
    "%s",
    (_, { shows, before, after, tied = [] }) => {
      expect(shows.filter((target) => !targets.has(target))).toEqual([]);
      expect(
        [before, after].map((cluster) => errorsOf(platform, cluster).map(({ message }) => message)),
      ).toEqual([[], []]);
      const places = placesOfDifferences(before, after);
      const isOf = (list: readonly string[]) => (steps: readonly (string | number)[]) =>
        list.some((target) => within(place(steps), fieldOf(target)));
      const own = places.filter(isOf(shows));
      expect(own).not.toEqual([]);
      expect(places.filter((steps) => !isOf([...shows, ...tied])(steps)).map(place)).toEqual([]);
      // Fields are tied only if a rule refuses the change of the shown ones alone.
      if (tied.length > 0) expect(errorsOf(platform, withValuesOf(before, after, own))).not.toEqual([]);
      expect(differences(synthesize(before), synthesize(after))).not.toEqual([]);
    },
  );
});

afterAll(() => {
  if (!process.env.UPDATE_MAPPING || wanted === "") return;
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
