import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { stringify } from "yaml";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createStack } from "../../stacks";
import { Synthesized } from "../support/synthesized";
import { environment, today } from "./common";
import { type Made, pathsIn, properties } from "./properties";

/** Clusters of each platform where nobody says how many; more of them are for the night. */
const usualRuns = 50;

const runs = Number(process.env.PROPERTY_RUNS ?? usualRuns);

/** How much is tried, and from where on: the same seed gives the same clusters. */
export const settings = {
  runs,
  seed: Number(process.env.PROPERTY_SEED ?? 20261123),

  /** The one case of a seed that failed, as fast-check names it. */
  path: process.env.PROPERTY_PATH,

  /** One cluster in so many is synthesized a second time, which takes as long as all the rest; at night all are. */
  share: runs > usualRuns ? 1 : 3,

  /** How many are synthesized in a process of their own too. */
  fresh: runs > usualRuns ? 10 : 1,
};

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

/** Reads and judges the file of a cluster, builds its stack and synthesizes it. */
export function synthesize(file: string): Omit<Made, "again"> {
  const { environments, problems } = loadEnvironments(file, { today });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`refused:\n${errors.map((one) => formatProblem(one)).join("\n")}`);
  const [{ clusters, settings: shared }] = environments;
  return { spec: clusters[0], stack: Synthesized.from((app) => createStack(app, clusters[0], shared)) };
}

/** A cluster's way in this process, whatever this has done before, and the bytes that a new one gives. */
export async function makeFreshly(cluster: PlatformClusterSpec): Promise<Made> {
  const directory = mkdtempSync(join(tmpdir(), "properties-"));
  try {
    const file = join(directory, `${environment}.yaml`);
    writeFileSync(file, fileOf(cluster));
    const program = ["scripts/run.js", "__tests__/properties/fresh.ts", file];
    const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 2 ** 28 });
    return { ...synthesize(file), again: stdout };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** What held: for how many clusters, and what was looked at in them. */
export interface Held {
  readonly runs: number;

  /** How many things each property has looked at. */
  readonly tally: Readonly<Record<string, number>>;

  /** Those of {@link pathsOf} at which there was something. */
  readonly paths: ReadonlySet<string>;
}

/** Holds all properties against clusters; throws what they found, with the cluster and a command that repeats it. */
export function holdAll(
  platform: string,
  clusters: fc.Arbitrary<PlatformClusterSpec>,
  { runs, seed, path, share }: Omit<typeof settings, "fresh"> = settings,
  limitMs = runs * 2_000 + 60_000,
): Held {
  const tally: Record<string, number> = Object.fromEntries(Object.keys(properties).map((name) => [name, 0]));
  const paths = new Set<string>();
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
      for (const found of pathsIn(made)) paths.add(found);
      if (broken.length === 0) return;
      hasFailed = true;
      throw new Error(broken.map(([, text]) => text).join("\n"));
    }),
    { numRuns: runs, seed, path },
  );
  if (result.failed) throw new Error(report(platform, result));
  return { runs: result.numRuns, tally, paths };
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
