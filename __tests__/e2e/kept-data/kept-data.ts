import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document } from "yaml";
import { ClusterDocument } from "../support/edits";
import { documentOf } from "../support/environments";
import { actions } from "../support/plan";
import { environmentFile, synthesize } from "../support/synthesis";
import { type Workspace } from "../support/workspace";

/** Fields that own data, which an edit removes from the protected cluster of `dev.yaml`. */
interface Removal {
  readonly stack: string;

  /** The fields with their values, by path. */
  readonly fields: Readonly<Record<string, unknown>>;

  /** Addresses of the resources with data. */
  readonly data: readonly string[];

  /** The resources without data that the edit deletes in the cloud, in its inventory. */
  readonly deleted: RegExp;
}

const removals = {
  eks: {
    stack: "dev-main",
    fields: { "storage.file": true },
    data: ["aws_efs_file_system.storage_file_system"],
    // The role of the driver, and access of nodes to the file system.
    deleted: /^(IAM policies|IAM roles|security groups): /,
  },
  aks: {
    stack: "dev-aks",
    fields: { "storage.file": true, "observability.managedPrometheus": true },
    data: [
      "azurerm_monitor_workspace.observability_prometheus_workspace",
      "azurerm_storage_account.storage_file_account",
      "azurerm_storage_share.storage_file",
    ],
    deleted: /\/(prometheusrulegroups|datacollection\w+)\//,
  },
  gke: {
    stack: "dev-gke",
    fields: { "storage.file": true, "storage.backup": true },
    data: [
      "google_filestore_instance.storage_file_system",
      "google_gke_backup_backup_plan.storage_backup_plan",
    ],
    deleted: /^$/,
  },
} as const satisfies Readonly<Record<string, Removal>>;

/** A platform whose clusters keep data. */
export type DataPlatform = keyof typeof removals;

/** The stack of `dev.yaml` for a platform. */
export const stackWithData = (platform: DataPlatform): string => removals[platform].stack;

/**
 * Deploys a protected cluster, removes fields with data, and applies that: the data leaves the state and stays in the cloud, and the plan
 * after it is empty.
 *
 * @param inventory - lists all resources in the cloud
 * @param adapt - changes the file
 */
export async function expectDataKept(
  platform: DataPlatform,
  workspace: Workspace,
  inventory: () => readonly string[] | Promise<readonly string[]>,
  adapt: (document: Document) => void = () => undefined,
): Promise<void> {
  const { fields, data, deleted }: Removal = removals[platform];
  const use = async (more: typeof fields): Promise<void> => {
    const document = documentOf(environmentFile("dev"), platform);
    const cluster = new ClusterDocument(document);
    for (const [path, value] of Object.entries({ protection: true, ...more })) cluster.set(path, value);
    adapt(document);
    await synthesizeInto(workspace, document);
  };
  await use(fields);
  await workspace.init();
  await workspace.apply();
  const before = await inventory();

  await use({});
  const planned = Object.entries(actions((await workspace.plan()).json));
  expect(planned.flatMap(([address, action]) => (action === "forget" ? address : []))).toEqual(data);
  await workspace.applyPlan();
  const after = new Set(await inventory());
  expect(before.filter((name) => !after.has(name) && !deleted.test(name))).toEqual([]);
  expect((await workspace.plan()).empty).toBe(true);
}

async function synthesizeInto(workspace: Workspace, document: Document): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-kept-"));
  try {
    const file = join(dir, "dev.yaml");
    await writeFile(file, document.toString());
    await synthesize(file, join(dir, "out"));
    await workspace.use(join(dir, "out"));
  } finally {
    await rm(dir, { recursive: true });
  }
}
