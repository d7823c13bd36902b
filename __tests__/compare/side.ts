import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "yaml";
import { type ClusterComparison, setsOf, type Side } from "../../modules/compare";
import { formatProblem, loadEnvironments, planOf, type PlatformClusterSpec } from "../../modules/environment";
import type { EnvironmentSettings } from "../../modules/environment/settings";
import { createStack } from "../../stacks";
import { Synthesized } from "../support/synthesized";

const folder = mkdtempSync(join(tmpdir(), "compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The first cluster of a document without errors, as `compare` reads it. */
export function sideOf(document: Document, name?: string): Side {
  const found = sideOrProblems(document, name);
  if (!Array.isArray(found)) return found as Side;
  throw new Error(found.join("\n"));
}

/** The first cluster of a document, as `compare` reads it; undefined if it has an error. */
export function validSideOf(document: Document, name?: string): Side | undefined {
  const found = sideOrProblems(document, name);
  return Array.isArray(found) ? undefined : (found as Side);
}

function sideOrProblems(document: Document, name = "production"): Side | readonly string[] {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, document.toString());
  const { environments, problems } = loadEnvironments(file, { today: new Date("2026-11-23") });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return errors.map(formatProblem);
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

/** What an edit does, by its strongest effect. */
export const effects = ["in place", "rolling", "replaced", "refused"] as const;
export type Effect = (typeof effects)[number];

/** The strongest effect of an edit; undefined if it changes nothing. */
export function effectOf({ refusals, resources, nodes }: ClusterComparison): Effect | undefined {
  if (refusals.length > 0) return "refused";
  if (resources.some(({ action }) => action.startsWith("replaced"))) return "replaced";
  if (nodes.some(({ how }) => how === "rolling")) return "rolling";
  return resources.length > 0 ? "in place" : undefined;
}

/** Address -> action, for all changes. */
export const actionsOf = ({ resources }: ClusterComparison): Record<string, string> =>
  Object.fromEntries(resources.map(({ address, action }) => [address, action]));
