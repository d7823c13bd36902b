import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type fc from "fast-check";
import { fields as aks } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { gitopsSupport } from "../../modules/cluster/gitops";
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
  targetsOf,
  withValuesOf,
} from "./mapping";
import { witnesses } from "./witnesses";

/**
 * One target in `FIELDS_SHARE` is tested, and at least one of each platform, from a seed that is printed. `FIELDS=all` tests all of
 * them, `FIELDS=nodeGroups[].image,access` those of these fields and below, `FIELDS=network$` that field alone, and `FIELDS_PART=2/6` the
 * second of six parts of them.
 */
const { FIELDS: wanted = "" } = process.env;
const share = wanted === "" ? Number(process.env.FIELDS_SHARE ?? 800) : 1;
const seed = Number(process.env.FIELDS_SEED ?? new Date().getDate());

/** One witness in so many is synthesized; all of them if a share or fields are asked for. */
const synthesizedShare = wanted === "" && process.env.FIELDS_SHARE === undefined ? 8 : 1;
const [part, parts] = (process.env.FIELDS_PART ?? "1/1").split("/").map(Number);

const isWanted = (path: string) =>
  wanted === "" || wanted === "all" || wanted.split(",").some((one) => `${path}$`.startsWith(one));

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

/** Values that the rules of a platform always refuse. */
const refusedOn = (platform: PlatformClusterSpec["platform"]): ReadonlySet<string> =>
  new Set(
    platform === "kubeadm"
      ? []
      : Object.entries(gitopsSupport[platform])
          .filter(([, support]) => "refused" in support)
          .map(([tool]) => `gitops = "${tool}"`),
  );

/** Whether the run writes what it finds to the field tables: `npm run fields:map`. */
const isMeasured = Boolean(process.env.UPDATE_MAPPING) && wanted !== "";

const mapping: Record<string, Record<string, readonly string[]>> = {};

describe.each(tables)("on %s", (platform, fields, clusters) => {
  const targets = targetsOf(fields)
    .filter((target) => !refusedOn(platform).has(shown(target)))
    .filter(({ path }) => isWanted(path))
    .filter((_, i) => i % parts === part - 1)
    .filter((_, i, all) => (i + seed) % Math.min(share, all.length) === 0);
  const laboratory = new Laboratory(platform, fields, clusters, witnesses[platform]);

  test(`${targets.length} fields and values change the Terraform JSON as the table states (seed ${seed}, 1 in ${share})`, () => {
    const measured: Record<string, readonly string[]> = {};
    const silent: string[] = [];
    const wrong: string[] = [];
    for (const target of targets) {
      const recorded = isMeasured || target.value !== undefined ? [] : fields[target.path].mapped;
      const { found, unseen } = laboratory.observe(target, recorded);
      if (found === undefined) silent.push(shown(target));
      else if (target.value === undefined) measured[target.path] = summarized(found);
      if (unseen.length > 0) wrong.push(`${target.path}: ${unseen.join(", ")}`);
    }
    mapping[platform] = measured;
    expect({ silent, wrong }).toEqual({ silent: [], wrong: [] });
  }, 3_600_000);
});

test.each(tables)("each mapped field on %s names what it changes, and no other field does", (_, fields) => {
  const rows = Object.entries(fields).filter(([path]) => !path.endsWith(".*"));
  const isMapped = ([, { refused, checksOnly }]: (typeof rows)[number]) =>
    refused === undefined && checksOnly === undefined;
  expect(rows.filter(isMapped).filter(([, { mapped = [] }]) => mapped.length === 0)).toEqual([]);
  expect(rows.filter((row) => !isMapped(row)).filter(([, { mapped }]) => mapped)).toEqual([]);
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

  test.each(witnesses[platform].map((witness, i) => [witness.shows.join(", "), witness, i] as const))(
    "%s",
    (_, { shows, before, after, tied = [] }, i) => {
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
      if ((i + seed) % synthesizedShare === 0) {
        expect(differences(synthesize(before), synthesize(after))).not.toEqual([]);
      }
    },
  );
});

afterAll(() => {
  if (!isMeasured) return;
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
