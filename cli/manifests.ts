import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { documentation } from "../modules/cluster/documentation";
import { InputError } from "../modules/cluster/problem";
import type { LoadedEnvironment, PlatformClusterSpec } from "../modules/environment";
import { helmArguments, type OwnValues } from "../modules/kubeadm/software/chart-command";
import { type ChartManifest, chartManifestsOf } from "../modules/kubeadm/software/chart-manifests";
import {
  chartLines,
  chartText,
  isSameText,
  isWritten,
  versionIn,
} from "../modules/kubeadm/software/chart-text";
import { chartsFact, manifestChart, manifestCharts } from "../modules/kubeadm/software/charts";
import { manifestsFolderOf } from "../modules/kubeadm/software/own-manifests";
import { minorOf } from "../modules/kubeadm/versions";
import { replaceFiles, writing } from "../modules/output";
import { commandLine } from "../modules/recover/commands";
import type { Values } from "../modules/workloads/release";
import type { Call } from "./call";
import { UsageError } from "./command-line";
import { loadStacks } from "./load-stacks";
import { selected } from "./stack-names";
import { withoutManifestRules } from "./without-manifest-rules";

type Kubeadm = Extract<PlatformClusterSpec, { readonly platform: "kubeadm" }>;

/** A file with the objects of a chart. */
interface ChartFile extends ChartManifest {
  readonly stack: string;

  /** Relative to the working directory. */
  readonly file: string;

  /** Arguments of Helm. */
  readonly args: readonly string[];
}

/** The files of the selected clusters. */
interface ManifestsPlan {
  readonly files: readonly ChartFile[];

  /** Those for which the table of charts has no version, and the user has no file. */
  readonly unknown: readonly ChartFile[];

  /** Files of earlier runs that the clusters do not need any more. */
  readonly old: readonly string[];

  /** What the user does without a chart. */
  readonly notes: readonly string[];
}

/** How a file differs from what its chart has. */
type FileState = "missing" | "changed" | "equal" | "old";

/** The results that the command prints. */
const written: Readonly<Record<FileState, string>> = {
  missing: "written",
  changed: "replaced",
  equal: "unchanged",
  old: "removed",
};

/** The same with --check. */
const found: Readonly<Record<FileState, string>> = {
  missing: "missing",
  changed: "differs",
  equal: "equal",
  old: "not needed",
};

/** Names of the files that the command writes. */
const fileNames = Object.keys(manifestCharts).map((chart) => `${chart}.yaml`);

const docs = documentation("kubeadm.md", "Own manifests");

/** `cdktf-clusters manifests`. Returns the exit code. */
export function manifests({ operands, options, stdout, stderr }: Call): number {
  const [check, print] = [options.has("check"), options.has("print")];
  if (check && print) throw new UsageError("--check and --print exclude each other", "manifests");
  const loaded = loadStacks(operands, stderr, withoutManifestRules);
  if (loaded === undefined) return 1;
  const plan = planManifests(loaded.environments, operands, options.get("charts"));
  for (const note of plan.notes) stderr.write(`${note}\n`);
  for (const one of plan.unknown) stderr.write(`${unknownVersionText(one)}\n`);
  const code = plan.unknown.length > 0 ? 1 : 0;
  if (print) {
    stdout.write(commandsText(plan.files));
    return code;
  }
  const states = writeManifests(plan, { helm: process.env.HELM || "helm", check });
  for (const [file, state] of states) stdout.write(`${(check ? found : written)[state]}: ${file}\n`);
  return check && states.some(([, state]) => state !== "equal") ? 1 : code;
}

/**
 * Finds the files with objects of charts that kubeadm clusters need.
 *
 * @param stacks - names of stacks; `*` matches any characters. An empty list selects all
 * @param location - where the charts are; see {@link helmArguments}
 * @throws InputError if a stack does not exist, none is a kubeadm cluster, a cluster has no folder for manifests, or shares it with another one
 */
function planManifests(
  environments: readonly LoadedEnvironment[],
  stacks: readonly string[],
  location?: string,
): ManifestsPlan {
  const all = environments.flatMap(({ name, file, clusters }) =>
    clusters.map((cluster) => ({ environment: name, file, cluster })),
  );
  const clusters = all.flatMap(({ cluster, ...rest }) =>
    cluster.platform === "kubeadm" ? [{ ...rest, cluster, ...chartManifestsOf(cluster) }] : [],
  );
  const names = new Set(
    selected(all, ({ cluster }) => cluster.name, stacks).map(({ cluster }) => cluster.name),
  );
  const chosen = clusters.filter(({ cluster }) => names.has(cluster.name));
  if (chosen.length === 0) {
    throw new InputError("only kubeadm clusters have own manifests, and no selected stack is one");
  }
  const missing = chosen.filter(
    ({ cluster, charts }) => charts.length > 0 && folderOf(cluster) === undefined,
  );
  if (missing.length > 0) {
    throw new InputError(
      missing.map(({ environment, file, cluster }) => {
        const name = cluster.name.slice(environment.length + 1);
        return `${file}: the cluster ${name} has no folder for manifests: add to it kubeadm: { software: { manifests: manifests/${cluster.name} } }`;
      }),
    );
  }
  for (const { cluster } of chosen) {
    const other = clusters.find((one) => one.cluster !== cluster && isShared(one.cluster, cluster));
    if (other !== undefined) {
      throw new InputError(
        `${cluster.name} and ${other.cluster.name} have the same folder for manifests, ${folderOf(cluster)}: each needs its own, because manifests have the endpoint of the cluster`,
      );
    }
  }
  const files = chosen.flatMap(({ cluster, charts }) =>
    charts.map((chart): ChartFile => ({
      ...chart,
      stack: cluster.name,
      file: join(folderOf(cluster)!, `${chart.chart}.yaml`),
      args: helmArguments(cluster, chart, {
        location,
        own: ownValues(join(folderOf(cluster)!, "values", `${chart.chart}.yaml`)),
      }),
    })),
  );
  const needed = new Set(files.map(({ file }) => file));
  return {
    files: files.filter(({ version }) => version !== undefined),
    unknown: files.filter((one) => one.version === undefined && !isOfUser(one)),
    old: chosen.flatMap(({ cluster }) => writtenFiles(folderOf(cluster)).filter((file) => !needed.has(file))),
    notes: chosen.flatMap(({ cluster, charts, rest }) => [
      ...rest.map((text) => `${cluster.name}: ${text} (${docs})`),
      ...unusedValues(
        folderOf(cluster),
        charts.map(({ chart }) => chart),
      ),
    ]),
  };
}

/**
 * The values of the user for a chart; undefined without any. Machines do not read files in folders below that of the manifests.
 *
 * @throws InputError if the file has no values
 */
function ownValues(file: string): OwnValues | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  try {
    const values: unknown = parse(text) ?? {};
    if (typeof values === "object" && !Array.isArray(values)) return { file, values: values as Values };
  } catch (failure) {
    throw new InputError(`${file} is not YAML: ${(failure as Error).message.split("\n")[0]}`);
  }
  throw new InputError(`${file} must have the values of a chart, as a map`);
}

/** Files with values that belong to no chart of a cluster. */
function unusedValues(folder: string | undefined, charts: readonly string[]): string[] {
  const values = join(folder ?? "", "values");
  if (folder === undefined || !existsSync(values)) return [];
  const names = charts.map((chart) => `${chart}.yaml`);
  return writing(values, () => readdirSync(values))
    .filter((name) => !names.includes(name))
    .map(
      (name) =>
        `warning: ${join(values, name)} has no effect: ${names.length === 0 ? "no chart is rendered" : `the files with values are ${names.join(", ")}`}`,
    );
}

/** Whether the user made a file: without this command, or by its printed command with a version that the table does not have. */
function isOfUser({ file, chart }: ChartFile): boolean {
  const text = textOf(file);
  if (text === undefined) return false;
  const version = versionIn(text);
  return version === undefined || !manifestChart(chart).versions.some((one) => one.version === version);
}

const folderOf = (cluster: Kubeadm): string | undefined => manifestsFolderOf(cluster);

function isShared(one: Kubeadm, other: Kubeadm): boolean {
  const [a, b] = [folderOf(one), folderOf(other)];
  if (a === undefined || b === undefined) return false;
  // The folder below it has values of charts.
  const places = [a, join(a, "values")].map((folder) => resolve(folder));
  return places.includes(resolve(b)) || places[0] === resolve(b, "values");
}

/** The files of a folder that this command wrote. A copy with another name belongs to the user. */
function writtenFiles(folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  return writing(folder, () =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && fileNames.includes(entry.name))
      .map(({ name }) => join(folder, name))
      .filter((file) => isWritten(readFileSync(file, "utf8"))),
  );
}

// --- Texts for people -------------------------------------------------------------------------------------------

/** Why a chart has no version, and the command for one that the user knows. */
function unknownVersionText(one: ChartFile): string {
  const { stack, chart, args } = one;
  const { title, versions } = manifestChart(chart);
  const [{ version, from, to, source }] = versions;
  const minor = minorOf(args[args.indexOf("--kube-version") + 1]);
  return (
    `${stack}: no known version of ${title} supports Kubernetes ${minor}: ${version} is for versions ${to === undefined ? `from ${from}` : `up to ${to}`} (${chartsFact.asOf}, ${source}). ` +
    `If a newer version supports it, run mkdir -p ${commandLine([join(one.file, "..")])} && ${shellCommand(one, " ").join(" ")}`
  );
}

/** The commands for a shell. They write files that a later run of this command replaces. */
const commandsText = (files: readonly ChartFile[]): string =>
  files
    .map((one) =>
      [
        `# ${one.stack}: ${one.file}`,
        `mkdir -p ${commandLine([join(one.file, "..")])}`,
        ...shellCommand(one, " \\\n    "),
        "",
      ].join("\n"),
    )
    .join("\n");

/**
 * The lines of a command that writes a file as this program does.
 *
 * @param separator - between the options of Helm
 */
function shellCommand(one: ChartFile, separator: string): string[] {
  const [command, ...options] = commandLine(["helm", ...one.args]).split(
    / (?=--(?:repo|namespace|values|set-json) )/,
  );
  const filter = one.awk === undefined ? [] : [`| ${commandLine(["awk", one.awk])}`];
  return [
    "{",
    ...chartLines(one).map((line) => `  ${commandLine(["echo", line])};`),
    `  ${[command, ...options, ...filter].join(separator)};`,
    `} > ${commandLine([one.file])}`,
  ];
}

// --- Files ------------------------------------------------------------------------------------------------------

/**
 * Renders the charts, and compares them with the files. Unless only checked, writes the files that differ, and removes old ones: nothing
 * is written if a chart cannot be rendered.
 *
 * @param helm - the program
 * @returns the state of each file before
 * @throws InputError if Helm is missing or fails, or a file exists that this command did not write
 */
function writeManifests(
  { files, old }: Pick<ManifestsPlan, "files" | "old">,
  { helm, check }: { readonly helm: string; readonly check: boolean },
): [file: string, state: FileState][] {
  const before = files.map(({ file }) => textOf(file));
  const foreign = files.filter((_, i) => before[i] !== undefined && !isWritten(before[i]));
  if (foreign.length > 0) {
    throw new InputError(
      foreign.map(
        ({ file }) =>
          `${file} was not written by this command, which does not replace it: remove it, or move it out of its folder`,
      ),
    );
  }
  const texts = files.map((one) => chartText(one, rendered(one, helm, files)));
  const states = files.map(({ file }, i): [string, FileState] => [
    file,
    before[i] === undefined ? "missing" : isSameText(before[i], texts[i]) ? "equal" : "changed",
  ]);
  if (!check) {
    states.forEach(([file, state], i) => {
      if (state === "equal") return;
      const name = `${files[i].chart}.yaml`;
      replaceFiles(join(file, ".."), name, (scratch) =>
        writeFileSync(join(scratch, name), texts[i], { flag: "wx" }),
      );
    });
    for (const file of old) writing(file, () => rmSync(file));
  }
  return [...states, ...old.map((file): [string, FileState] => [file, "old"])];
}

const textOf = (file: string): string | undefined =>
  existsSync(file) ? writing(file, () => readFileSync(file, "utf8")) : undefined;

/** What Helm prints for a chart. */
function rendered({ stack, chart, args }: ChartFile, helm: string, all: readonly ChartFile[]): string {
  const { status, signal, stdout, stderr, error } = spawnSync(helm, [...args], {
    encoding: "utf8",
    env: process.env,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
    throw new InputError([
      `${helm} is not installed: this command needs Helm (https://helm.sh/docs/intro/install/), whose path can be in the environment variable HELM.`,
      "Or run these commands where it is installed:",
      ...commandsText(all).trimEnd().split("\n"),
    ]);
  }
  if (error !== undefined) throw new InputError(`${helm} does not start: ${error.message}`);
  if (status !== 0) {
    const end = status === null ? `was ended by ${signal}` : `failed with exit code ${status}`;
    throw new InputError([
      `Helm ${end} for the chart ${chart} of ${stack}:`,
      ...stderr.trimEnd().split("\n").slice(-10),
    ]);
  }
  if (stdout.trim() === "") throw new InputError(`Helm printed no object for the chart ${chart} of ${stack}`);
  return stdout;
}
