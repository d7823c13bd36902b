import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportStacks } from "../../cli/export";
import { loadEnvironments, type LoadedEnvironment } from "../../modules/environment";
import type { Files } from "../../modules/export";

/** Every cluster in some folders, each in a separate environment, by stack name. */
export function stacksOf(...locations: string[]): [name: string, environment: LoadedEnvironment][] {
  return locations
    .flatMap((location) => loadEnvironments(location, { today: new Date("2026-11-23") }).environments)
    .flatMap((environment) =>
      environment.clusters.map((cluster): [string, LoadedEnvironment] => [
        cluster.name,
        { ...environment, clusters: [cluster] },
      ]),
    );
}

/** The files that the command writes for the stack of the only cluster of an environment. */
export const exported = (environment: LoadedEnvironment, as: "root" | "module"): Files =>
  exportedStacks(environment, as)[environment.clusters[0].name];

/** The files that the command writes for each stack of an environment, without their folders. */
export function exportedStacks(environment: LoadedEnvironment, as: "root" | "module"): Record<string, Files> {
  const out = mkdtempSync(join(tmpdir(), "export-"));
  try {
    const { exported: stacks } = exportStacks([environment], { stacks: [], out, as, force: false });
    const filesIn = (folder: string): Files =>
      Object.fromEntries(
        readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]),
      );
    return Object.fromEntries(stacks.map(({ stack, folder }) => [stack, filesIn(folder)]));
  } finally {
    rmSync(out, { recursive: true });
  }
}
