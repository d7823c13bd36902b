import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { TerraformStack } from "cdktf";
import { InputError } from "../modules/cluster/problem";
import {
  type Comparison,
  compareCluster,
  type Destructive,
  type ForceNew,
  type PlatformTables,
  type ProgramChange,
  type Removal,
  setsOf,
  type Side,
} from "../modules/compare";
import { type LoadedEnvironment, planOf, type PlatformClusterSpec } from "../modules/environment";
import { platformOf, platforms } from "../modules/environment/platforms";
import { workloadsStackName } from "../modules/environment/stack-names";
import { isYaml } from "../modules/environment/files";
import { withoutPaths } from "../modules/environment/paths";
import { controllerManagerWorkload } from "../modules/kubeadm/software/cloud-controller-manager";
import {
  hasControllerManager,
  type ManifestObject,
  manifestsFolderOf,
  readManifests,
} from "../modules/kubeadm/software/own-manifests";
import type { KubeadmClusterProps } from "../modules/kubeadm/spec";
import type * as azure from "../modules/aks/arguments";
import { exportCommands } from "../modules/explain/commands";
import { platformFacts } from "../modules/explain/platforms";
import { stacksOf, synthesize } from "./export";
import { adviceOnMissing } from "./missing-files";
import { isCdktfProject } from "./stack-names";

/** A place of environment files: a file, a folder, or `git:REVISION`. Ends with {@link Place.remove}. */
export interface Place {
  readonly location: string;

  /** A text with the names of files as the user knows them. */
  readonly named: (text: string) => string;

  /** Calls a function while the files of the place can extend each other. */
  readonly within: <T>(use: () => T) => T;
  readonly remove: () => void;
}

/**
 * The files of an operand. Those of a revision are written to a temporary folder.
 *
 * @param folder - the location of the files in the revision
 * @throws InputError if the file, folder or revision does not exist
 */
export function placeOf(operand: string, folder: string): Place {
  if (operand.startsWith("git:")) return revisionOf(operand.slice("git:".length), folder);
  if (!existsSync(operand)) {
    const advice =
      commitOf(operand) === undefined
        ? adviceOnMissing(operand)
        : `for the revision of Git, write git:${operand}`;
    const ending = advice === undefined ? "" : `; ${advice}`;
    throw new InputError(`${operand || '""'} does not exist${ending}`);
  }
  return { location: operand, named: (text) => text, within: (use) => use(), remove: () => undefined };
}

/** The variable of the folder that files may be in. */
const rootVariable = "ENVIRONMENTS_ROOT";

function revisionOf(revision: string, folder: string): Place {
  const top = git(["rev-parse", "--show-toplevel"])?.trimEnd();
  if (top === undefined) {
    throw new InputError(
      `git:${revision} needs git, and a folder with its repository: ${process.cwd()} has none`,
    );
  }
  const inside = pathIn(top, folder);
  const allowed = process.env[rootVariable];
  const root = allowed ? pathIn(top, allowed) : undefined;
  const commit = commitOf(revision);
  if (commit === undefined) throw new InputError(`git has no revision ${JSON.stringify(revision)}`);
  const found = filesIn(top, commit, inside);
  // A file is read with the facts of its folder, and extends other files.
  const next = found.length === 1 && found[0] === inside ? [dirname(inside)] : [];
  const more = [...next, ...(root === undefined ? [] : [root])].map((one) => (one === "." ? "" : one));
  const files = [...found, ...more.flatMap((one) => filesIn(top, commit, one))];
  if (!files.some((file) => file === inside || inside === "" || file.startsWith(`${inside}/`))) {
    throw new InputError(`revision ${JSON.stringify(revision)} has no files in ${folder}`);
  }
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "cdktf-clusters-compare-")));
  for (const file of new Set(files)) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    writeFileSync(join(scratch, file), git(["show", `${commit}:${file}`]) ?? "");
  }
  return {
    location: join(scratch, inside),
    named: (text) => text.replaceAll(scratch + sep, `git:${revision}:`),
    within: (use) => (root === undefined ? use() : withRoot(join(scratch, root), use)),
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** A path from the top folder of a repository. */
function pathIn(top: string, folder: string): string {
  const path = relative(top, join(realpathSync(isAbsolute(folder) ? sep : "."), folder));
  if (path === ".." || path.startsWith(`..${sep}`)) {
    throw new InputError(`${folder} is outside of the git repository ${top}`);
  }
  return path;
}

/** The environment files at a path of a commit. */
const filesIn = (top: string, commit: string, path: string): string[] =>
  (git(["-C", top, "ls-tree", "-r", "-z", "--name-only", commit, ...(path === "" ? [] : ["--", path])]) ?? "")
    .split("\0")
    .filter((name) => /\.ya?ml$/.test(name));

/** Calls a function with another folder that files may be in. */
function withRoot<T>(root: string, use: () => T): T {
  const before = process.env[rootVariable];
  process.env[rootVariable] = root;
  try {
    return use();
  } finally {
    process.env[rootVariable] = before;
  }
}

const commitOf = (revision: string): string | undefined =>
  git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])?.trim();

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

/** The clusters of one operand, by the names of their stacks. */
export type Clusters = ReadonlyMap<string, { readonly cluster: PlatformClusterSpec; readonly side: Side }>;

/**
 * Synthesizes the clusters of environments without errors.
 *
 * The facts that `facts.yaml` adds apply until the next load, so this is called before the other operand is loaded.
 */
export const clustersOf = (environments: readonly LoadedEnvironment[]): Clusters =>
  new Map(
    environments.flatMap((environment) =>
      stacksOf([environment]).map((source) => [
        source.cluster.name,
        // The operands are in different folders, and a revision is in a temporary one.
        { cluster: withoutPaths(source.cluster, environment.file), side: sideOf(source, environment.file) },
      ]),
    ),
  );

/** Compares all clusters of two operands. */
export function compareClusters(before: Clusters, after: Clusters): Comparison {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return {
    formatVersion: 1,
    clusters: names.map((name) => {
      const [a, b] = [before.get(name), after.get(name)];
      const compared = compareCluster(a?.side, b?.side, tablesOf((b ?? a)!.cluster.platform));
      const programs = programsOf(name, a?.cluster.workloads, b?.cluster.workloads);
      return {
        ...compared,
        ...(programs === undefined ? {} : { programs }),
        ...(compared.change === "removed" ? { removal: removalOf(a!.cluster) } : {}),
      };
    }),
  };
}

/** The change of the stack of the programs in a cluster, from the description of the programs. */
function programsOf(cluster: string, before: unknown, after: unknown): ProgramChange | undefined {
  if (isDeepStrictEqual(before, after)) return undefined;
  const stack = workloadsStackName(cluster);
  const change = before === undefined ? "created" : after === undefined ? "removed" : "changed";
  return { stack, change, commands: commandsOf(stack, change === "removed") };
}

const removalOf = ({ name, protection }: PlatformClusterSpec): Removal => ({
  isProtected: protection !== false,
  commands: commandsOf(name, true),
});

/** The commands for a stack: those of CDKTF in one of its projects, otherwise those for an export, as in projects of `init`. */
function commandsOf(stack: string, isRemoved: boolean): string[] {
  if (isCdktfProject()) return [`npx cdktf ${isRemoved ? "destroy" : "diff"} ${stack}`];
  const { write, init, plan, destroy } = exportCommands(stack);
  return isRemoved ? [destroy] : [write, init, plan];
}

/** Pairs of a removed and a new cluster that differ in their names only. A name never changes, so the second is a new cluster. */
export function renamedClusters(
  before: Clusters,
  after: Clusters,
): (readonly [old: string, fresh: string])[] {
  const [old, fresh] = [before, after].map((side) => [...side.values()].map(({ cluster }) => cluster));
  const without = (names: readonly PlatformClusterSpec[], others: readonly PlatformClusterSpec[]) =>
    names.filter(({ name }) => !others.some((one) => one.name === name));
  const textOf = (cluster: PlatformClusterSpec) => JSON.stringify({ ...cluster, name: "" });
  const added = without(fresh, old);
  return without(old, fresh).flatMap((cluster) =>
    added
      .filter((one) => textOf(one) === textOf(cluster))
      .slice(0, 1)
      .map((one) => [cluster.name, one.name] as const),
  );
}

/**
 * Why two files have no cluster in common, if their names differ: a name is that of the environment. Undefined for other operands, and if
 * clusters were renamed.
 */
export function otherNames(
  files: readonly [old: string, fresh: string],
  [before, after]: readonly [Clusters, Clusters],
): string | undefined {
  const [old, fresh] = files.map((file) =>
    isYaml(file) ? basename(file).replace(/\.ya?ml$/, "") : undefined,
  );
  if (old === undefined || fresh === undefined || old === fresh) return undefined;
  if ([...before.keys()].some((name) => after.has(name))) return undefined;
  return (
    `the name of a file is that of its environment: ${files[0]} describes clusters of ${old}, and ${files[1]} those of ${fresh}. To ` +
    `compare two versions of one environment, give both files the name ${basename(files[1])}, in two folders`
  );
}

function sideOf({ cluster, settings }: ReturnType<typeof stacksOf>[number], file: string): Side {
  let sets: ReadonlySet<string> = new Set();
  const read = (stack: TerraformStack) => {
    sets = setsOf(stack);
  };
  const configuration = synthesize(cluster, settings, { read });
  return {
    cluster: withoutPaths(cluster, file) as unknown as Side["cluster"],
    configuration: configuration as Side["configuration"],
    sets,
    plan: planOf(cluster),
    objects: cluster.platform === "kubeadm" ? objectsOf(cluster) : [],
  };
}

/** What the machines of a cluster apply: the cloud controller manager, and the objects of the own manifests. */
function objectsOf({ kubeadm }: KubeadmClusterProps): Side["objects"] {
  const folder = manifestsFolderOf({ kubeadm });
  const own: readonly ManifestObject[] =
    folder === undefined ? [] : readManifests(folder).flatMap(({ objects = [] }) => objects);
  return [...(hasControllerManager({ kubeadm }) ? [controllerManagerWorkload] : []), ...own].map(
    ({ kind, metadata: { name, namespace } = {} }) => ({
      kind: String(kind),
      name: namespace === undefined ? String(name) : `${String(namespace)}/${String(name)}`,
    }),
  );
}

/** What `compare` knows of a platform. */
export function tablesOf(platform: PlatformClusterSpec["platform"]): PlatformTables {
  const { fields = () => ({}) } = platformOf(platforms, platform);
  return {
    fields: fields(),
    forceNew: platform === "aks" ? azureArguments : undefined,
    startOf: (type, { cloud }) => platformFacts({ platform, cloud: cloud as string })?.resources[type],
  };
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
