import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createStack } from "../../stacks";
import { Synthesized } from "../support/synthesized";
import { environment, today } from "./common";
import { type Made, properties } from "./properties";

/** How much is tried, and from where on: the same seed gives the same clusters. */
export const settings = {
  runs: Number(process.env.PROPERTY_RUNS ?? 50),
  seed: Number(process.env.PROPERTY_SEED ?? 20261123),

  /** The one case of a seed that failed, as fast-check names it. */
  path: process.env.PROPERTY_PATH,
};

/** A cluster as the text of an environment file. */
export const fileOf = (cluster: PlatformClusterSpec): string =>
  stringify({ clusters: [cluster] }, { aliasDuplicateObjects: false, lineWidth: 0 });

/** The way of every cluster: written to a file, read and judged, built and synthesized, twice. */
export function make(cluster: PlatformClusterSpec): Made {
  const directory = mkdtempSync(join(tmpdir(), "properties-"));
  try {
    const file = join(directory, `${environment}.yaml`);
    writeFileSync(file, fileOf(cluster));
    const load = () => loadEnvironments(file, { today });
    const { environments, problems } = load();
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new Error(`refused:\n${errors.map((one) => formatProblem(one)).join("\n")}`);

    const [{ clusters, settings: shared }] = environments;
    const synthesize = (spec: PlatformClusterSpec) =>
      Synthesized.from((app) => createStack(app, spec, shared));
    return {
      spec: clusters[0],
      stack: synthesize(clusters[0]),
      // From the file on: nothing is kept of the first time.
      again: synthesize(load().environments[0].clusters[0]).json,
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** How many things each property has looked at. */
export type Tally = Record<string, number>;

/** Holds all properties against clusters; throws what they found, with the cluster and a command that repeats it. */
export function holdAll(platform: string, clusters: fc.Arbitrary<PlatformClusterSpec>): Tally {
  const { runs, seed, path } = settings;
  const tally: Tally = Object.fromEntries(Object.keys(properties).map((name) => [name, 0]));
  const result = fc.check(
    fc.property(clusters, (cluster) => {
      const made = make(cluster);
      const broken = Object.entries(properties).flatMap(([name, property]) => {
        const { looked, wrong } = property(made);
        tally[name] += looked;
        return wrong.length > 0 ? [`${name}, but:\n${wrong.map((one) => `  ${one}`).join("\n")}`] : [];
      });
      if (broken.length > 0) throw new Error(broken.join("\n"));
    }),
    // Shrinking ends with the time; what it has come to by then is told.
    { numRuns: runs, seed, path, interruptAfterTimeLimit: runs * 2_000 + 60_000 },
  );
  if (result.failed) throw new Error(report(platform, result));
  return tally;
}

function report(platform: string, result: fc.RunDetails<[PlatformClusterSpec]>): string {
  const { seed, counterexample, counterexamplePath, numRuns, numShrinks, errorInstance } = result;
  const command =
    `PROPERTY_SEED=${seed} PROPERTY_PATH='${counterexamplePath}' ` +
    `npx jest __tests__/properties/properties.test.ts -t ${platform}`;
  return [
    (errorInstance as Error | undefined)?.message ?? "interrupted",
    `\nCluster (run ${numRuns}, made smaller ${numShrinks} times):\n${counterexample ? fileOf(counterexample[0]) : ""}`,
    `Again: ${command}`,
  ].join("\n");
}
