import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TerraformStack } from "cdktf";
import { InputError } from "../modules/cluster/problem";
import {
  type Comparison,
  compareCluster,
  type Destructive,
  type ForceNew,
  type PlatformTables,
  setsOf,
  type Side,
} from "../modules/compare";
import { type LoadedEnvironment, planOf, type PlatformClusterSpec } from "../modules/environment";
import { platformOf, platforms } from "../modules/environment/platforms";
import { workloadsStackName } from "../modules/environment/stack-names";
import type * as azure from "../modules/aks/arguments";
import { stacksOf, synthesize } from "./export";

/** A place of environment files: a file, a folder, or `git:REVISION`. Ends with {@link Place.remove}. */
export interface Place {
  readonly location: string;
  readonly remove: () => void;
}

/**
 * The files of an operand. Those of a revision are written to a temporary folder.
 *
 * @param folder - the location of the files in the revision
 * @throws InputError if the file, folder or revision does not exist
 */
export function placeOf(operand: string, folder: string): Place {
  if (!operand.startsWith("git:")) {
    if (!existsSync(operand)) throw new InputError(`${operand} does not exist`);
    return { location: operand, remove: () => undefined };
  }
  const revision = operand.slice("git:".length);
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (commit === undefined) throw new InputError(`git has no revision ${JSON.stringify(revision)}`);
  const names = git(["ls-tree", "-r", "-z", "--name-only", commit.trim(), "--", `${folder}`])?.split("\0");
  const files = (names ?? []).filter((name) => /\.ya?ml$/.test(name));
  if (files.length === 0)
    throw new InputError(`revision ${JSON.stringify(revision)} has no files in ${folder}`);
  const root = mkdtempSync(join(tmpdir(), "cdktf-clusters-compare-"));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), git(["show", `${commit.trim()}:./${file}`]) ?? "");
  }
  return { location: join(root, folder), remove: () => rmSync(root, { recursive: true, force: true }) };
}

function git(args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 26,
    });
  } catch {
    return undefined;
  }
}

/** Compares all clusters of two sets of environments without errors. */
export function compareEnvironments(
  before: readonly LoadedEnvironment[],
  after: readonly LoadedEnvironment[],
): Comparison {
  const [old, fresh] = [before, after].map(
    (side) => new Map(stacksOf(side).map((source) => [source.cluster.name, source])),
  );
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return {
    formatVersion: 1,
    clusters: names.map((name) => {
      const [a, b] = [old.get(name), fresh.get(name)];
      return compareCluster(a && sideOf(a), b && sideOf(b), tablesOf((b ?? a)!.cluster.platform));
    }),
  };
}

/** The stacks of programs whose description differs. Nothing predicts what Helm does to them. */
export function changedPrograms(
  before: readonly LoadedEnvironment[],
  after: readonly LoadedEnvironment[],
): string[] {
  const [old, fresh] = [before, after].map(
    (side) => new Map(stacksOf(side).map(({ cluster }) => [cluster.name, JSON.stringify(cluster.workloads)])),
  );
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.filter((name) => old.get(name) !== fresh.get(name)).map(workloadsStackName);
}

function sideOf({ cluster, settings }: ReturnType<typeof stacksOf>[number]): Side {
  let sets: ReadonlySet<string> = new Set();
  const read = (stack: TerraformStack) => {
    sets = setsOf(stack);
  };
  const configuration = synthesize(cluster, settings, { read });
  return {
    cluster: cluster as unknown as Side["cluster"],
    configuration: configuration as Side["configuration"],
    sets,
    plan: planOf(cluster),
  };
}

function tablesOf(platform: PlatformClusterSpec["platform"]): PlatformTables {
  const { fields = () => ({}) } = platformOf(platforms, platform);
  return { fields: fields(), forceNew: platform === "aks" ? azureArguments : undefined };
}

/** The arguments of clusters and node pools that force replacement, from the argument table of AKS. */
const azureArguments: ForceNew = (type) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only clusters of AKS need the table
  const { argumentTable } = require("../modules/aks/arguments") as typeof azure;
  const rows = Object.entries(argumentTable).filter(([name]) => name === type || name.startsWith(`${type}.`));
  if (rows.length === 0) return undefined;
  return rows.flatMap(([name, { arguments: all }]) =>
    Object.entries(all as Readonly<Record<string, { readonly forcesReplacement?: true }>>).flatMap(
      ([argument, { forcesReplacement }]) =>
        forcesReplacement ? [name === type ? argument : `${name.slice(type.length + 1)}.${argument}`] : [],
    ),
  );
};

/** The destructive effects that `--allow` does not accept. */
export function unaccepted({ clusters }: Comparison, allowed: readonly string[]): Destructive[] {
  return clusters.flatMap(({ destructive }) => destructive).filter(({ kind }) => !allowed.includes(kind));
}
