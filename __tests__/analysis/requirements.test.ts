import fc from "fast-check";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { aksClusters } from "../properties/aks";
import { environment } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { gkeClusters } from "../properties/gke";
import { kubeadmClustersOn } from "../properties/kubeadm";
import { aksNetwork, aksRuleLists, aksRuleTypes } from "./aks-network";
import { aksRights } from "./aks-rights";
import { eksNetwork } from "./eks-network";
import { eksRights } from "./eks-rights";
import { eksRedundancies, eksRuleLists, eksRuleTypes } from "./eks-rule-types";
import { gkeNetwork, gkeRuleLists, gkeRuleTypes } from "./gke-network";
import { gkeRights } from "./gke-rights";
import { kubeadmAws, kubeadmAwsRedundancies, kubeadmAwsRuleLists, kubeadmAwsRuleTypes } from "./kubeadm-aws";
import {
  kubeadmAzure,
  kubeadmAzureRedundancies,
  kubeadmAzureRuleLists,
  kubeadmAzureRuleTypes,
} from "./kubeadm-azure";
import {
  kubeadmGoogle,
  kubeadmGoogleRedundancies,
  kubeadmGoogleRuleLists,
  kubeadmGoogleRuleTypes,
} from "./kubeadm-google";
import {
  deletions,
  lacksOther,
  missing,
  type Redundancy,
  type Requirement,
  withoutContainers,
} from "./requirement";
import { synthesizeStack } from "../support/stack";
import type { Arguments } from "../support/synthesized";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other clusters; the nightly run has 1,000 of each platform. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 4);
const seed = Number(process.env.PROPERTY_SEED ?? 20261129);

interface Platform {
  readonly clusters: fc.Arbitrary<PlatformClusterSpec>;
  readonly table: readonly Requirement<never>[];
  readonly types: readonly string[];
  readonly lists: readonly string[];
  readonly redundancies: readonly Redundancy[];
}

const platforms: Readonly<Record<string, Platform>> = {
  eks: {
    clusters: eksClusters,
    table: [...eksNetwork, ...eksRights],
    types: eksRuleTypes,
    lists: eksRuleLists,
    redundancies: eksRedundancies,
  },
  aks: {
    clusters: aksClusters,
    table: [...aksNetwork, ...aksRights],
    types: aksRuleTypes,
    lists: aksRuleLists,
    redundancies: [],
  },
  gke: {
    clusters: gkeClusters,
    table: [...gkeNetwork, ...gkeRights],
    types: gkeRuleTypes,
    lists: gkeRuleLists,
    redundancies: [],
  },
  "kubeadm on aws": {
    clusters: kubeadmClustersOn.aws,
    table: kubeadmAws,
    types: kubeadmAwsRuleTypes,
    lists: kubeadmAwsRuleLists,
    redundancies: kubeadmAwsRedundancies,
  },
  "kubeadm on azure": {
    clusters: kubeadmClustersOn.azure,
    table: kubeadmAzure,
    types: kubeadmAzureRuleTypes,
    lists: kubeadmAzureRuleLists,
    redundancies: kubeadmAzureRedundancies,
  },
  "kubeadm on google": {
    clusters: kubeadmClustersOn.google,
    table: kubeadmGoogle,
    types: kubeadmGoogleRuleTypes,
    lists: kubeadmGoogleRuleLists,
    redundancies: kubeadmGoogleRedundancies,
  },
};

test.each(Object.entries(platforms))(
  `%s: ${numRuns} clusters have what the table requires, and lack it after the deletion of any rule (seed ${seed})`,
  (_, { clusters, table: rows, types, lists, redundancies }) => {
    const table = rows as readonly Requirement<PlatformClusterSpec>[];
    const absent: string[] = [];
    const unseen: string[] = [];
    let deleted = 0;
    for (const sample of fc.sample(clusters, { numRuns, seed })) {
      const cluster = { ...sample, name: `${environment}-${sample.name}` };
      const { terraform } = synthesizeStack(cluster);
      const before = missing(table, cluster, terraform);
      absent.push(...before.map((what) => `${cluster.name}: ${what}`));
      for (const deletion of deletions(terraform, types, lists)) {
        deleted++;
        const isSeen = (json: Arguments) => lacksOther(table, cluster, json, before);
        if (isSeen(deletion.terraform)) continue;
        // Another rule contains it: the deletion of both is seen, and not that of the other one alone.
        const rest = withoutContainers(deletion.terraform, deletion.element, redundancies);
        if (!rest || !isSeen(rest)) unseen.push(`${cluster.name}: ${deletion.what}`);
      }
    }
    expect(absent).toEqual([]);
    expect(unseen).toEqual([]);
    expect(deleted).toBeGreaterThan(5 * numRuns);
  },
);

test("each row states its source", () => {
  for (const { table } of Object.values(platforms)) {
    for (const { name, source } of table)
      expect([name, source]).toEqual([name, expect.stringMatching(/https:|docum/)]);
  }
});
