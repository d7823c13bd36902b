import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { tablesOf } from "../../cli/compare";
import { compareCluster, type Side } from "../../modules/compare";
import { predict } from "../../modules/compare/predict";
import { loadEnvironments, type PlatformClusterSpec } from "../../modules/environment";
import { podNetwork } from "../kubeadm/rule-support";
import { aksClusters } from "../properties/aks";
import { fileOf } from "../properties/check";
import { environment, today } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { gkeClusters } from "../properties/gke";
import { kubeadmClustersOn } from "../properties/kubeadm";
import { sideOfCluster } from "./side";

/** Number of pairs of each platform. Nightly runs have 300. */
const pairs = Number(process.env.COMPARE_PAIRS ?? 3);
const seed = Number(process.env.PROPERTY_SEED ?? 20261123);

const folder = mkdtempSync(join(tmpdir(), "pairs-"));
// Manifests of kubeadm clusters are below the folder of the file.
beforeAll(() => cpSync(podNetwork, join(folder, podNetwork), { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** A cluster as `compare` reads it; undefined if its file has an error. */
function sideOf(cluster: PlatformClusterSpec): Side | undefined {
  const file = join(folder, `${environment}.yaml`);
  writeFileSync(file, fileOf(cluster));
  const { environments } = loadEnvironments(file, { today });
  return environments.length === 0 ? undefined : sideOfCluster(environments[0].clusters[0]);
}

/** Pairs of valid clusters: some fields of the first have the values of another one. If that is not valid, the second is the other one. */
function pairsOf(clusters: fc.Arbitrary<PlatformClusterSpec>): [Side, Side][] {
  const drawn = fc.sample(clusters, { numRuns: 4 * pairs, seed });
  const choices = fc.sample(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), {
    numRuns: 2 * pairs,
    seed,
  });
  const found = choices.flatMap((choice, i): [Side, Side][] => {
    const [first, other] = [drawn[2 * i], drawn[2 * i + 1]];
    const fields = [
      ...new Set([...Object.keys(first), ...Object.keys(other)]),
    ] as (keyof PlatformClusterSpec)[];
    const taken = fields.filter((field, n) => field !== "name" && choice[n]);
    const mixed = taken.reduce((all, field) => ({ ...all, [field]: other[field] }), first);
    const second = sideOf(mixed) ?? sideOf({ ...other, name: first.name });
    const before = sideOf(first);
    return before === undefined || second === undefined ? [] : [[before, second]];
  });
  expect(found.length).toBeGreaterThanOrEqual(pairs);
  return found.slice(0, pairs);
}

const platforms: readonly [
  name: string,
  platform: PlatformClusterSpec["platform"],
  clusters: fc.Arbitrary<PlatformClusterSpec>,
][] = [
  ["eks", "eks", eksClusters],
  ["aks", "aks", aksClusters],
  ["gke", "gke", gkeClusters],
  // A cluster cannot change its cloud.
  ["kubeadm on aws", "kubeadm", kubeadmClustersOn.aws],
  ["kubeadm on azure", "kubeadm", kubeadmClustersOn.azure],
  ["kubeadm on google", "kubeadm", kubeadmClustersOn.google],
];

test.each(platforms)(
  "%s: the tables predict every difference of pairs of valid clusters",
  (_, platform, clusters) => {
    const tables = tablesOf(platform);
    let changed = 0;
    for (const [before, after] of pairsOf(clusters)) {
      const sets = new Set([...(before.sets ?? []), ...(after.sets ?? [])]);
      const { unknown, changes } = predict(before.configuration, after.configuration, tables.forceNew, sets);
      expect(unknown).toEqual([]);
      expect(compareCluster(before, after, tables).resources).toEqual(changes);
      if (changes.some(({ action }) => action === "update" || action.startsWith("replaced"))) changed++;
    }
    expect(changed).toBeGreaterThan(pairs / 2);
  },
  pairs * 5_000 + 60_000,
);
