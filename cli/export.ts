import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type TerraformStack } from "cdktf";
import type { InputTable } from "../modules/cluster/inputs";
import { InputError, isError } from "../modules/cluster/problem";
import { backendFor } from "../modules/environment/backend/state";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { platformOf, platforms } from "../modules/environment/platforms";
import { gitopsStackName, stackNamesOf, workloadsStackName } from "../modules/environment/stack-names";
import type { LoadedEnvironment, PlatformClusterSpec } from "../modules/environment";
import {
  checkFree,
  checkOrigin,
  childModule,
  type Configuration,
  exportsIn,
  type Files,
  objectOf,
  plainConfiguration,
  programsModule,
  rootModule,
  writeFolders,
} from "../modules/export";
import { objectsChart } from "../modules/workloads/objects-chart";
import { outputError, repair, reportOutput, writing } from "../modules/output";
import { createGitopsStack, createStack, createWorkloadsStack } from "../stacks";
import type { OutputDescription } from "../stacks/workloads/output-reader";
import { selected } from "./stack-names";

/** What an export writes: see `export --as`. */
export type ExportForm = "root" | "module" | "gitops";

/** Options of `cdktf-clusters export`. */
export interface ExportOptions {
  /** Names of stacks; `*` matches any characters. An empty list selects all. */
  readonly stacks: readonly string[];

  /** The folder that contains a folder for each stack. */
  readonly out: string;
  readonly as: ExportForm;

  /** See `RootOptions`. */
  readonly emptyBackend?: string;
  readonly force: boolean;
}

/** An exported stack. */
export interface Exported {
  readonly stack: string;
  readonly folder: string;
  readonly files: number;
}

/** What an export wrote, and which stacks it skipped. */
export interface ExportResult {
  readonly exported: readonly Exported[];

  /** A line for each skipped stack, with the reason. */
  readonly skipped: readonly string[];

  /** Folders of earlier exports whose stacks the environments do not have. */
  readonly stale: readonly string[];
}

/**
 * Exports stacks of environments without errors: all of them, or none. Stacks that cannot be exported in this form are skipped, unless they are
 * named.
 *
 * @throws InputError if a stack does not exist, is named and cannot be exported in this form, or would overwrite files
 */
export function exportStacks(
  environments: readonly LoadedEnvironment[],
  { stacks, out, as, emptyBackend, force }: ExportOptions,
): ExportResult {
  const skipped: string[] = [];
  const choices = as === "gitops" ? chooseDescribed : chooseExported;
  const chosen = choices(environments, stacks).filter((stack) => {
    const reason =
      as === "gitops" || stack.name !== stack.cluster.name ? refusal(stack, as, emptyBackend) : undefined;
    if (reason === undefined) return true;
    if (stacks.includes(as === "gitops" ? stack.cluster.name : stack.name)) throw new InputError(reason);
    skipped.push(reason);
    return false;
  });
  for (const { name } of chosen) {
    const folder = join(out, name);
    repair(folder);
    checkFree(folder, force);
    checkOrigin(folder);
  }

  const results = chosen.map(({ name, cluster, settings }): [name: string, files: Files] => {
    if (as === "gitops") return [name, gitopsRoot(cluster, settings)];
    if (name !== cluster.name) {
      const files = as === "root" ? programsRoot(cluster, settings) : programsModuleOf(cluster, settings);
      return [name, { ...files, ...chartFiles }];
    }
    return [
      name,
      as === "root"
        ? rootModule(synthesize(cluster, settings), { name, emptyBackend })
        : moduleOf(cluster, settings),
    ];
  });
  const folders = results.map(([stack, files]) => ({ folder: join(out, stack), files }));
  writeFolders(folders, { force });
  const exported = results.map(([stack, files]) => ({
    stack,
    folder: join(out, stack),
    files: Object.keys(files).length,
  }));
  const known = stacksOf(environments).flatMap(({ cluster }) => [
    ...stackNamesOf(cluster),
    gitopsStackName(cluster.name),
  ]);
  const stale = exportsIn(out).filter((name) => !known.includes(name));
  return { exported, skipped, stale: stale.map((name) => join(out, name)) };
}

/** The reason why a folder that reads the state of a cluster cannot be exported. */
function refusal(
  { name, cluster, settings }: ExportedStack,
  as: ExportOptions["as"],
  emptyBackend: string | undefined,
): string | undefined {
  if (as === "module") return undefined;
  const isLocal = (backendFor(settings, cluster.name)?.type ?? "local") === "local";
  const remedies = [
    ...(isLocal ? ["set backend, such as s3"] : []),
    ...(emptyBackend === undefined ? [] : ["omit --backend"]),
  ];
  return remedies.length === 0
    ? undefined
    : `${name} reads the state of ${cluster.name}, so the file needs a backend that both folders reach: ${remedies.join(", and ")}`;
}

/** The stack that installs programs, as a root module. It reads the state of the other stack where that has its backend. */
function programsRoot(cluster: PlatformClusterSpec, settings: EnvironmentSettings): Files {
  const configuration = synthesized((app) => createWorkloadsStack(app, cluster, settings));
  return rootModule(configuration, { name: workloadsStackName(cluster.name) });
}

/** The stack that installs programs, as a module whose inputs are outputs of the module of the cluster. */
function programsModuleOf(cluster: PlatformClusterSpec, settings: EnvironmentSettings): Files {
  const table = inputsOf(cluster);
  const first = synthesize(cluster, settings, { inputs: table });
  let outputs: readonly string[] = [];
  const configuration = synthesized((app) => {
    const form = { table, outputs: objectOf(first.output) as Record<string, OutputDescription> };
    const stack = createWorkloadsStack(app, cluster, settings, form);
    outputs = stack.outputInputs;
    return stack;
  });
  const name = workloadsStackName(cluster.name);
  return programsModule(configuration, { cluster: cluster.name, name, first, table, outputs });
}

/** The chart of objects, which is a folder of the stack. */
const chartFiles: Files = Object.fromEntries(
  Object.entries(objectsChart.files).map(([file, text]) => [`${objectsChart.folder}/${file}`, text]),
);

/** The root module that describes a cluster to a GitOps tool. */
function gitopsRoot(cluster: PlatformClusterSpec, settings: EnvironmentSettings): Files {
  const configuration = synthesized((app) => createGitopsStack(app, cluster, settings));
  return rootModule(configuration, { name: gitopsStackName(cluster.name) });
}

/** @throws InputError if no cluster has one of the names, or a cluster has the name of a folder */
function chooseDescribed(
  environments: readonly LoadedEnvironment[],
  names: readonly string[],
): ExportedStack[] {
  const clusters = environments.flatMap((environment) => environment.clusters.map(({ name }) => name));
  return choose(environments, names).map((source) => {
    const name = gitopsStackName(source.cluster.name);
    if (clusters.includes(name)) {
      throw new InputError(
        `${name} is also a cluster; the description of ${source.cluster.name} has its folder`,
      );
    }
    return { ...source, name };
  });
}

/** A stack that is exported: that of a cluster, or the one that installs programs in it. */
interface ExportedStack extends StackSource {
  readonly name: string;
}

/** @throws InputError if no stack has one of the names */
function chooseExported(
  environments: readonly LoadedEnvironment[],
  names: readonly string[],
): ExportedStack[] {
  const all = stacksOf(environments).flatMap((source) =>
    stackNamesOf(source.cluster).map((name): ExportedStack => ({ ...source, name })),
  );
  return selected(all, ({ name }) => name, names);
}

/** A cluster, which has one stack of its name, and the settings of its file. */
interface StackSource {
  readonly cluster: PlatformClusterSpec;
  readonly settings: EnvironmentSettings;
}

export const stacksOf = (environments: readonly LoadedEnvironment[]): StackSource[] =>
  environments.flatMap(({ clusters, settings }) => clusters.map((cluster) => ({ cluster, settings })));

/** @throws InputError if no stack has one of the names */
export const choose = (environments: readonly LoadedEnvironment[], names: readonly string[]): StackSource[] =>
  selected(stacksOf(environments), ({ cluster }) => cluster.name, names);

/** The inputs of the module of a cluster. */
function inputsOf(cluster: PlatformClusterSpec): InputTable {
  const { rules, inputs } = platformOf(platforms, cluster.platform);
  const problemsOf = rules();
  return inputs()({
    cluster,
    accepts: (other) => !problemsOf(other, { today: new Date() }).some(isError),
  });
}

function moduleOf(cluster: PlatformClusterSpec, settings: EnvironmentSettings): Files {
  const table = inputsOf(cluster);
  return childModule(synthesize(cluster, settings, { inputs: table }), { cluster, table });
}

/** Options of {@link synthesize}. */
export interface SynthesisOptions {
  readonly inputs?: InputTable;

  /** Reads the constructs before the synthesis. */
  readonly read?: (stack: TerraformStack) => void;

  /** An existing folder for the files of CDKTF; if omitted, a temporary one. */
  readonly outdir?: string;
}

/** Synthesizes one stack with `app.synth()`, including preparation and validations. */
export function synthesize(
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings,
  { inputs, read, outdir }: SynthesisOptions = {},
): Configuration {
  return synthesized((app) => {
    const stack = createStack(app, cluster, settings, inputs);
    read?.(stack);
    return stack;
  }, outdir);
}

function synthesized(create: (app: App) => TerraformStack, outdir?: string): Configuration {
  if (outdir === undefined) return inTemporaryFolder((folder) => synthesized(create, folder));
  const text = writing(tmpdir(), () => {
    const app = new App({ outdir });
    const { id } = create(app).node;
    app.synth();
    return readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8");
  });
  return plainConfiguration(text, [outdir, process.cwd()]);
}

/** Calls a function with a temporary folder, which is removed after that. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const temporary = tmpdir();
  if (!existsSync(temporary)) {
    throw outputError(reportOutput.folder, `the temporary folder ${temporary} (TMPDIR) does not exist`);
  }
  const folder = writing(temporary, () => mkdtempSync(join(temporary, "cdktf-clusters-export-")));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
