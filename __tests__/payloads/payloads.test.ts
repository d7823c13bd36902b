import type fc from "fast-check";
import { fields as aks } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { fields as eks } from "../../modules/eks/fields.generated";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { fields as gke } from "../../modules/gke/fields.generated";
import { fields as kubeadm } from "../../modules/kubeadm/fields.generated";
import { witnesses } from "../fields/witnesses";
import { aksClusters } from "../properties/aks";
import { eksClusters } from "../properties/eks";
import { gkeClusters } from "../properties/gke";
import { kubeadmClusters } from "../properties/kubeadm";
import { environments } from "./environments";
import { checkData, marker, type Outcome, outcomeOf, payloads } from "./payloads";
import { type Place, placesOf } from "./places";

/** One case in so many is tested, from a seed that is printed; `PAYLOADS=all` tests all of them, `PAYLOADS=20` one in 20. */
const usualShare = 400;
const all = process.env.PAYLOADS === "all";
const share = all ? 1 : Number(process.env.PAYLOADS ?? usualShare);
const seed = Number(process.env.PAYLOADS_SEED ?? new Date().getDate());

type Clusters = fc.Arbitrary<PlatformClusterSpec>;

const platforms: readonly [PlatformClusterSpec["platform"], FieldTable, Clusters][] = [
  ["eks", eks, eksClusters as Clusters],
  ["aks", aks, aksClusters as Clusters],
  ["gke", gke, gkeClusters as Clusters],
  ["kubeadm", kubeadm, kubeadmClusters as Clusters],
];

/** Tests each place with each class of payloads, and prints the counts. */
function testPlaces(name: string, places: readonly Place[], missing: readonly string[]): void {
  const cases = places.flatMap((place) =>
    Object.values(payloads).flatMap((texts) => texts.map((payload) => ({ place, payload }))),
  );
  const chosen = cases.filter((_, i) => (i * 7919 + seed) % share === 0);
  const counts: Record<Outcome, number> = { refused: 0, data: 0 };
  const faults: string[] = [];
  for (const { place, payload } of chosen) {
    try {
      counts[outcomeOf(place.with(payload), payload)]++;
    } catch (error) {
      faults.push(
        `${place.name} with ${JSON.stringify(payload)}: ${String((error as Error).stack).slice(0, 600)}`,
      );
    }
  }
  process.stdout.write(
    `${name}: ${chosen.length} of ${cases.length} payloads in ${places.length} places (seed ${seed}): ` +
      `${counts.refused} refused, ${counts.data} data, ${faults.length} faults; ${missing.length} fields in no cluster\n`,
  );
  expect(faults).toEqual([]);
  expect(chosen.length).toBeGreaterThan(0);
}

test.each(platforms)(
  "a payload in a field of %s is data, or refused",
  (platform, fields, clusters) => {
    const more = witnesses[platform].flatMap(({ before, after }) => [before, after]);
    const { places, missing } = placesOf(fields, clusters, more, { runs: share < usualShare ? 300 : 25 });
    const inFile = places.map((place) => ({
      ...place,
      with: (payload: string) => ({ clusters: [place.with(payload)] }),
    }));
    testPlaces(platform, inFile, missing);
    if (all) expect(missing).toEqual([]);
  },
  3_600_000,
);

test("a payload in a field of all clusters is data, or refused", () => {
  testPlaces("environment", environments, []);
}, 3_600_000);

describe("the check of Terraform JSON", () => {
  test.each([
    ["a live expression", { a: `\${file("${marker}")}` }, `\${file("${marker}")}`],
    ["a live directive", { a: [`%{ if true }${marker}`] }, `%{ if true }${marker}`],
    ["a document that is not JSON", { a: `{"a":"${marker}"x"}` }, `${marker}"x`],
    ["a document that has more fields", { a: `{"a":"${marker}","b":""}` }, `${marker}","b":"`],
  ])("finds %s", (_, terraform, payload) => {
    expect(() => checkData(terraform, payload)).toThrow();
  });

  test("accepts data", () => {
    const payload = `${marker}"`;
    checkData({ a: payload, [payload]: JSON.stringify({ a: payload }) }, payload);
  });
});
