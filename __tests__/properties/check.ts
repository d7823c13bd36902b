import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { stringify } from "yaml";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { environment, today } from "./common";
import { type Built, pathsIn, properties } from "./properties";
import { podNetwork, podNetworkWithRelay } from "../kubeadm/rule-support";
import { synthesizeStack } from "../support/stack";

/** Number of clusters of each platform in `npm run test:long`. `npm test` checks fewer, and nightly runs more. */
export const longRuns = 50;

const runs = Number(process.env.PROPERTY_RUNS ?? 4);

/** Number of runs and their seed: the same seed gives the same clusters. */
export const settings = {
  runs,
  seed: Number(process.env.PROPERTY_SEED ?? 20261123),

  /** The path of a failed case of the seed, in the notation of fast-check. */
  path: process.env.PROPERTY_PATH,

  /** Each n-th cluster is synthesized a second time, which doubles the duration. In nightly runs all are. */
  share: runs > longRuns ? 1 : 3,

  /** Number of clusters that are also synthesized in a separate process. */
  fresh: runs > longRuns ? 10 : runs < longRuns ? 0 : 1,
};

/** A cluster as the text of an environment file. */
export const fileOf = (cluster: PlatformClusterSpec): string =>
  stringify({ clusters: [cluster] }, { aliasDuplicateObjects: false, lineWidth: 0 });

/** Writes the file of a cluster, and the folders that it names next to it. */
function writeTo(directory: string, cluster: PlatformClusterSpec): string {
  const file = join(directory, `${environment}.yaml`);
  writeFileSync(file, fileOf(cluster));
  for (const folder of [podNetwork, podNetworkWithRelay]) {
    cpSync(folder, join(directory, folder), { recursive: true });
  }
  return file;
}

/** Writes a cluster to a file, reads and checks it, and synthesizes its stack; `twice` repeats this from the file on. */
export function build(cluster: PlatformClusterSpec, twice = true): Built {
  const directory = mkdtempSync(join(tmpdir(), "properties-"));
  try {
    const file = writeTo(directory, cluster);
    const first = synthesize(file);
    // The second synthesis starts from the file, without values of the first one.
    return { ...first, again: twice ? synthesize(file).stack.json : undefined };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Reads and checks the file of a cluster, and synthesizes its stack. */
export function synthesize(file: string): Omit<Built, "again"> {
  const { environments, problems } = loadEnvironments(file, { today });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`refused:\n${errors.map((one) => formatProblem(one)).join("\n")}`);
  const [{ clusters, settings: shared }] = environments;
  return { spec: clusters[0], stack: synthesizeStack(clusters[0], shared) };
}

/** Synthesizes a cluster in this process, and in a new process that has not synthesized anything before. */
export async function buildInNewProcess(cluster: PlatformClusterSpec): Promise<Built> {
  const directory = mkdtempSync(join(tmpdir(), "properties-"));
  try {
    const file = writeTo(directory, cluster);
    const program = ["scripts/run.js", "__tests__/properties/fresh.ts", file];
    const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 2 ** 28 });
    return { ...synthesize(file), again: stdout };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The number of checked clusters, and of the checked values. */
export interface Checked {
  readonly runs: number;

  /** Number of values that each property has checked. */
  readonly tally: Readonly<Record<string, number>>;

  /** Those of {@link pathsOf} that had values. */
  readonly paths: ReadonlySet<string>;
}

/** Checks all properties for clusters. Throws the problems, with the cluster and a command that repeats the case. */
export function checkAll(
  platform: string,
  clusters: fc.Arbitrary<PlatformClusterSpec>,
  { runs, seed, path, share }: Omit<typeof settings, "fresh"> = settings,
  limitMs = runs * 2_000 + 60_000,
): Checked {
  const tally: Record<string, number> = Object.fromEntries(Object.keys(properties).map((name) => [name, 0]));
  const paths = new Set<string>();
  const end = performance.now() + limitMs;
  let count = 0;
  let hasFailed = false;
  const result = fc.check(
    fc.property(clusters, (cluster) => {
      if (performance.now() >= end) {
        // Shrinking ends at the time limit, and its smallest case is reported. The limit of fast-check does not work with fake timers.
        if (hasFailed) return;
        throw new Error(`interrupted after ${count} of ${runs} clusters`);
      }
      // A shrunk cluster is checked for all properties.
      let built: Built;
      try {
        built = build(cluster, path !== undefined || hasFailed || count++ % share === 0);
      } catch (failure) {
        hasFailed = true;
        throw failure;
      }
      const broken = problemsOf(built, (name, checked) => (tally[name] += checked));
      for (const found of pathsIn(built)) paths.add(found);
      if (broken.length === 0) return;
      hasFailed = true;
      throw new Error(broken.map(([, text]) => text).join("\n"));
    }),
    { numRuns: runs, seed, path },
  );
  if (result.failed) throw new Error(report(platform, result));
  return { runs: result.numRuns, tally, paths };
}

/** The properties that a cluster breaks, by name, with the problems. */
export function problemsOf(
  built: Built,
  onChecked: (name: string, checked: number) => void = () => undefined,
): [name: string, text: string][] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const { checked, wrong } = property(built);
    onChecked(name, checked);
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
    `\nCluster (run ${numRuns}, shrunk ${numShrinks} times):\n${counterexample ? fileOf(counterexample[0]) : ""}`,
    `Repeat with: ${command}`,
  ].join("\n");
}
