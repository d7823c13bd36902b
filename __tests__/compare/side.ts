import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "yaml";
import type { ClusterComparison, Side } from "../../modules/compare";
import { loadEnvironments, planOf } from "../../modules/environment";
import { synthesizeStack } from "../support/stack";

const folder = mkdtempSync(join(tmpdir(), "compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The first cluster of a document without errors, as `compare` reads it. */
export function sideOf(document: Document, name = "production"): Side {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, document.toString());
  const { environments, problems } = loadEnvironments(file, { today: new Date("2026-11-23") });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [cluster] = environments[0].clusters;
  const { terraform } = synthesizeStack(cluster, environments[0].settings);
  return { cluster: cluster as unknown as Side["cluster"], configuration: terraform, plan: planOf(cluster) };
}

/** Address -> action, for all changes. */
export const actionsOf = ({ resources }: ClusterComparison): Record<string, string> =>
  Object.fromEntries(resources.map(({ address, action }) => [address, action]));
