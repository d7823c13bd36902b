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

/** One cluster in so many is synthesized a second time, which takes as long as all the rest. */
const share = 3;

/** A cluster as the text of an environment file. */
export const fileOf = (cluster: PlatformClusterSpec): string =>
  stringify({ clusters: [cluster] }, { aliasDuplicateObjects: false, lineWidth: 0 });

/** The way of every cluster: written to a file, read and judged, built and synthesized; and all of that again, if `twice`. */
export function make(cluster: PlatformClusterSpec, twice = true): Made {
  const directory = mkdtempSync(join(tmpdir(), "properties-"));
  try {
    const file = join(directory, `${environment}.yaml`);
    writeFileSync(file, fileOf(cluster));
    const first = synthesize(file);
    // From the file on: nothing is kept of the first time.
    return { ...first, again: twice ? synthesize(file).stack.json : undefined };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function synthesize(file: string): Omit<Made, "again"> {
  const { environments, problems } = loadEnvironments(file, { today });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`refused:\n${errors.map((one) => formatProblem(one)).join("\n")}`);
  const [{ clusters, settings: shared }] = environments;
  return { spec: clusters[0], stack: Synthesized.from((app) => createStack(app, clusters[0], shared)) };
}

/** What held: for how many clusters, and how many things each property has looked at in them. */
export interface Held {
  readonly runs: number;
  readonly tally: Readonly<Record<string, number>>;
}

/** Holds all properties against clusters; throws what they found, with the cluster and a command that repeats it. */
export function holdAll(
  platform: string,
  clusters: fc.Arbitrary<PlatformClusterSpec>,
  { runs, seed, path } = settings,
  limitMs = runs * 2_000 + 60_000,
): Held {
  const tally: Record<string, number> = Object.fromEntries(Object.keys(properties).map((name) => [name, 0]));
  const end = performance.now() + limitMs;
  let count = 0;
  let hasFailed = false;
  const result = fc.check(
    fc.property(clusters, (cluster) => {
      if (performance.now() >= end) {
        // Shrinking ends with the time; what it has come to by then is told. (The tests' clock stands, for fast-check's limit too.)
        if (hasFailed) return;
        throw new Error(`interrupted after ${count} of ${runs} clusters`);
      }
      // A cluster that is made smaller is held to everything.
      const made = make(cluster, path !== undefined || hasFailed || count++ % share === 0);
      const broken = complaintsOf(made, (name, looked) => (tally[name] += looked));
      if (broken.length === 0) return;
      hasFailed = true;
      throw new Error(broken.map(([, text]) => text).join("\n"));
    }),
    { numRuns: runs, seed, path },
  );
  if (result.failed) throw new Error(report(platform, result));
  return { runs: result.numRuns, tally };
}

/** The properties that a cluster breaks: by name, with what they found. */
export function complaintsOf(
  made: Made,
  onLooked: (name: string, looked: number) => void = () => undefined,
): [name: string, text: string][] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const { looked, wrong } = property(made);
    onLooked(name, looked);
    return wrong.length > 0 ? [[name, `${name}, but:\n${wrong.map((one) => `  ${one}`).join("\n")}`]] : [];
  });
}

function report(platform: string, result: fc.RunDetails<[PlatformClusterSpec]>): string {
  const { seed, counterexample, counterexamplePath, numRuns, numShrinks, errorInstance } = result;
  const command =
    `PROPERTY_SEED=${seed} PROPERTY_PATH='${counterexamplePath}' ` +
    `npx jest __tests__/properties/properties.test.ts -t ${platform}`;
  return [
    (errorInstance as Error | undefined)?.message ?? "failed without an error",
    `\nCluster (run ${numRuns}, made smaller ${numShrinks} times):\n${counterexample ? fileOf(counterexample[0]) : ""}`,
    `Again: ${command}`,
  ].join("\n");
}
