import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tablesOf } from "../../cli/compare";
import { type ClusterComparison, compareCluster } from "../../modules/compare";
import { formatProblem, loadEnvironments, type PlatformClusterSpec } from "../../modules/environment";
import { sideOfCluster } from "../compare/side";
import { synthesizeStack } from "../support/stack";
import { Elements } from "./elements";

/** Fields of a file. */
export type Fields = Readonly<Record<string, unknown>>;

const base = (platform: string, region: string, admin: string, machineType: string): Fields => ({
  platform,
  name: "main",
  region,
  kubernetesVersion: "1.35",
  access: { admins: [admin], publicFrom: ["203.0.113.0/24"] },
  nodeGroups: [{ name: "workers", machineTypes: [machineType], size: 3 }],
});

export const admin = "arn:aws:iam::111122223333:role/Admin";

/** Clusters with few fields, which have no problem. */
export const clusters = {
  eks: base("eks", "eu-central-1", admin, "m7i.large"),
  aks: base("aks", "westeurope", "11111111-2222-3333-4444-555555555555", "Standard_D4ds_v5"),
  gke: base("gke", "europe-west3", "user:ann@example.com", "e2-standard-4"),
} as const;

export type Managed = keyof typeof clusters;

/** A cluster with more fields in its first node group. */
export const withGroup = (platform: Managed, fields: Fields): Fields => {
  const { nodeGroups } = clusters[platform] as { readonly nodeGroups: readonly Fields[] };
  return { nodeGroups: [{ ...nodeGroups[0], ...fields }] };
};

function load(platform: Managed, fields: Fields, date = "2026-11-30") {
  const folder = mkdtempSync(join(tmpdir(), "reports-"));
  try {
    const file = join(folder, "shop.yaml");
    writeFileSync(file, JSON.stringify({ clusters: [{ ...clusters[platform], ...fields }] }));
    return loadEnvironments(file, { today: new Date(date) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `validate` prints for a cluster with these fields, as lines. */
export const printed = (platform: Managed, fields: Fields, date?: string): string[] =>
  load(platform, fields, date).problems.map(formatProblem);

function specOf(platform: Managed, fields: Fields): PlatformClusterSpec {
  const { environments, problems } = load(platform, fields);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return environments[0].clusters[0];
}

/** The resources of a cluster with these fields, which has no error. */
export const jsonOf = (platform: Managed, fields: Fields): Elements =>
  new Elements(synthesizeStack(specOf(platform, fields)).terraform);

/** What `compare` predicts for an edit of a running cluster. */
export const edit = (platform: Managed, before: Fields, after: Fields): ClusterComparison =>
  compareCluster(
    sideOfCluster(specOf(platform, before)),
    sideOfCluster(specOf(platform, after)),
    tablesOf(platform),
  );
