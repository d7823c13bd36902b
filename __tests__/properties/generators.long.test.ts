import fc from "fast-check";
import { type GitopsPlatform, gitopsSupport } from "../../modules/cluster/gitops";
import { formatPath, isError, type Problem } from "../../modules/cluster/problem";
import { platforms } from "../../modules/environment/platforms";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { aksClusters } from "./aks";
import { environment, today } from "./common";
import { eksClusters } from "./eks";
import { fieldsOf } from "./fields";
import { gkeClusters } from "./gke";
import { kubeadmClusters } from "./kubeadm";
import { Vocabulary, termsIn } from "./vocabulary";

/** Clusters of a batch. */
const batchSize = 200;

/** Batches until each field and value has occurred; usually two suffice. */
const mostBatches = 10;

const silence = {
  silence: "removes warnings, and all generated clusters must be free of them",
  "silence[].reason": "as above",
  "silence[].rule": "as above",
};

function refusedTools(platform: GitopsPlatform): Record<string, string> {
  const refused = Object.entries(gitopsSupport[platform]).filter(([, support]) => "refused" in support);
  return Object.fromEntries(refused.map(([tool]) => [`gitops = "${tool}"`, "the platform refuses it"]));
}

/** Fields and values that the generators omit on purpose, with the reason. */
const omitted: Readonly<Record<PlatformClusterSpec["platform"], Readonly<Record<string, string>>>> = {
  eks: {
    ...silence,
    ...refusedTools("eks"),
    "workloads.programs.aws-load-balancer-controller = true":
      "needs another field, whose program is installed by default",
    "workloads.programs.aws-load-balancer-controller.chartVersion": "as above",
    "workloads.programs.aws-load-balancer-controller.digest": "as above",
    "workloads.programs.aws-node-termination-handler.chartVersion": "as above",
    "workloads.programs.aws-node-termination-handler.digest": "as above",
    "workloads.programs.cluster-autoscaler = true": "as above",
    "workloads.programs.cluster-autoscaler.chartVersion": "as above",
    "workloads.programs.cluster-autoscaler.digest": "as above",
    "workloads.programs.external-dns = true": "as above",
    "workloads.programs.external-dns.digest": "as above",
    "workloads.programs.karpenter = true": "as above",
    "workloads.programs.karpenter.chartVersion": "as above",
    "workloads.programs.karpenter.digest": "as above",
  },
  aks: {
    ...silence,
    ...refusedTools("aks"),
    "aks.windows": "needs a sensitive variable, which is the environment's",
    "aks.windows.adminPassword": "as above",
    "aks.windows.adminUser": "as above",
    "workloads.programs.external-dns = true": "is rarely drawn with zones",
    "workloads.programs.external-dns.chartVersion": "as above",
    "workloads.programs.external-dns.digest": "as above",
  },
  gke: {
    ...silence,
    ...refusedTools("gke"),
    "workloads.programs.external-dns = true": "is rarely drawn with zones",
    "workloads.programs.external-dns.chartVersion": "as above",
    "workloads.programs.external-dns.digest": "as above",
  },
  kubeadm: {
    ...silence,
    "kubeadm.providerMinimum": "Azure only",
    "workloads.programs.snapshot-controller.digest": "is rarely drawn with snapshots",
  },
};

type Clusters = fc.Arbitrary<PlatformClusterSpec>;

describe.each([
  ["eks", eksClusters as Clusters],
  ["aks", aksClusters as Clusters],
  ["gke", gkeClusters as Clusters],
  ["kubeadm", kubeadmClusters as Clusters],
] as const)("clusters on %s", (platform, arbitrary) => {
  const { definition, rules } = platforms[platform];
  const batch = (seed: number) => fc.sample(arbitrary, { numRuns: batchSize, seed });
  const first = batch(1);

  test("are valid: no rule refuses one", () => {
    const validate = rules() as (cluster: PlatformClusterSpec, context: { today: Date }) => Problem[];
    const refused = first.flatMap((cluster) =>
      validate({ ...cluster, name: `${environment}-${cluster.name}` }, { today })
        .filter(isError)
        .map(({ path, message }) => `${formatPath(path)}: ${message}`),
    );
    expect(refused).toEqual([]);
  });

  test("have each field and value of the vocabulary, except those that are omitted on purpose", () => {
    const all = new Vocabulary(fieldsOf(definition)).terms;
    // A term that is omitted on purpose may occur by chance.
    const missing = new Set([...all].filter((term) => !(term in omitted[platform])));
    for (let seed = 1; seed <= mostBatches && missing.size > 0; seed++) {
      for (const cluster of seed === 1 ? first : batch(seed)) {
        for (const term of termsIn(cluster, all)) missing.delete(term);
      }
    }
    expect([...missing].sort()).toEqual([]);
  });

  test("omit on purpose only what the vocabulary has", () => {
    const all = new Vocabulary(fieldsOf(definition)).terms;
    expect(Object.keys(omitted[platform]).filter((term) => !all.has(term))).toEqual([]);
  });
});
