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

/** The files that the command writes for the only stack of an environment. */
export function exported(environment: LoadedEnvironment, as: "root" | "module"): Files {
  const out = mkdtempSync(join(tmpdir(), "export-"));
  try {
    const [{ folder }] = exportStacks([environment], { stacks: [], out, as, force: false }).exported;
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}
