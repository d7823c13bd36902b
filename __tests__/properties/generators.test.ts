import fc from "fast-check";
import { isError, type Problem } from "../../modules/cluster/problem";
import { platforms } from "../../modules/environment/platforms";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { formatPath } from "../../modules/cluster/problem";
import { aksClusters } from "./aks";
import { environment, today } from "./common";
import { eksClusters } from "./eks";
import { gkeClusters } from "./gke";
import { wordsIn, wordsOf } from "./words";

/** As many as it takes to see each word, and a few more: with this seed the last one comes with the 211th cluster. */
const samples = 215;

/** Not the seed of the properties: what is looked at here are the generators, and a rare word must not be a matter of luck. */
const seed = 1;

/** Words that the generators leave out on purpose, and why. */
const silence = {
  silence: "removes warnings, and all generated clusters must be free of them",
  "silence[].reason": "likewise",
  "silence[].rule": "likewise",
};

const leftOut: Readonly<Record<PlatformClusterSpec["platform"], Readonly<Record<string, string>>>> = {
  eks: {
    ...silence,
    "workloadIdentities[].statements[].principal": "is for policies on resources",
    'workloadIdentities[].statements[].principal = "*"': "likewise",
  },
  aks: {
    ...silence,
    "aks.windows": "needs a sensitive variable, which is the environment's",
    "aks.windows.adminPassword": "likewise",
    "aks.windows.adminUser": "likewise",
    "nodeGroups[].repair": "is refused on AKS",
    "nodeGroups[].repair = false": "likewise",
    "nodeGroups[].repair = true": "likewise",
    "storage.backup.keyId": "is refused on AKS",
    "storage.file.keyId": "is refused on AKS",
  },
  gke: { ...silence },
};

type Clusters = fc.Arbitrary<PlatformClusterSpec>;

describe.each([
  ["eks", eksClusters as Clusters],
  ["aks", aksClusters as Clusters],
  ["gke", gkeClusters as Clusters],
] as const)("clusters on %s", (platform, arbitrary) => {
  const { definition, rules } = platforms[platform];
  const clusters = fc.sample(arbitrary, { numRuns: samples, seed });

  test("are right: no rule refuses one", () => {
    const judge = rules() as (cluster: PlatformClusterSpec, context: { today: Date }) => Problem[];
    const refused = clusters.flatMap((cluster) =>
      judge({ ...cluster, name: `${environment}-${cluster.name}` }, { today })
        .filter(isError)
        .map(({ path, message }) => `${formatPath(path)}: ${message}`),
    );
    expect(refused).toEqual([]);
  });

  test("use every word of the vocabulary, but those that are left out on purpose", () => {
    const all = wordsOf(definition);
    const used = new Set(clusters.flatMap((cluster) => [...wordsIn(cluster, all)]));
    expect([...all].filter((word) => !used.has(word)).sort()).toEqual(Object.keys(leftOut[platform]).sort());
  });
});
