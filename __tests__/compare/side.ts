import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "yaml";
import { type ClusterComparison, setsOf, type Side } from "../../modules/compare";
import { loadEnvironments, planOf, type PlatformClusterSpec } from "../../modules/environment";
import type { EnvironmentSettings } from "../../modules/environment/settings";
import { createStack } from "../../stacks";
import { Synthesized } from "../support/synthesized";

const folder = mkdtempSync(join(tmpdir(), "compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The first cluster of a document without errors, as `compare` reads it. */
export function sideOf(document: Document, name = "production"): Side {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, document.toString());
  const { environments, problems } = loadEnvironments(file, { today: new Date("2026-11-23") });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [cluster] = environments[0].clusters;
  return sideOfCluster(cluster, environments[0].settings);
}

/** A cluster without errors, as `compare` reads it. */
export function sideOfCluster(cluster: PlatformClusterSpec, settings?: EnvironmentSettings): Side {
  let sets: ReadonlySet<string> = new Set();
  const { terraform } = Synthesized.from(
    (app) => {
      const stack = createStack(app, cluster, settings);
      sets = setsOf(stack);
      return stack;
    },
    { alone: true },
  );
  return {
    cluster: cluster as unknown as Side["cluster"],
    configuration: terraform,
    sets,
    plan: planOf(cluster),
  };
}

/** Address -> action, for all changes. */
export const actionsOf = ({ resources }: ClusterComparison): Record<string, string> =>
  Object.fromEntries(resources.map(({ address, action }) => [address, action]));
