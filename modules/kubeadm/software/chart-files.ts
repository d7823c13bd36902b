import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { documentation } from "../../cluster/documentation";
import { InputError } from "../../cluster/problem";
import type { Values } from "../../workloads/release";
import type { KubeadmClusterProps } from "../spec";
import { minorOf } from "../versions";
import { helmArguments, type HelmOptions, type OwnValues } from "./chart-command";
import { type ChartManifest, chartManifestsOf, type RenderedChart, type Rest } from "./chart-manifests";
import { isSameText, isWritten, namedVersionIn } from "./chart-text";
import { valueKeysOf } from "./chart-values";
import { type ManifestChartName, manifestCharts } from "./charts";
import { isManifest, manifestsFolderOf, objectsOfText, valuesFileOf } from "./own-manifests";

/** A kubeadm cluster, and where it is written. The name of the cluster is that of its stack. */
export interface ManifestStack {
  readonly environment: string;
  readonly file: string;
  readonly cluster: KubeadmClusterProps;
}

/** A file with the objects of a chart. */
export interface ChartFile extends RenderedChart {
  readonly stack: string;

  /** Relative to the working directory. */
  readonly file: string;

  /** Arguments of Helm. */
  readonly args: readonly string[];

  /** Changes with what Helm gets, but not with the place of the chart. */
  readonly inputs: string;

  /** The text before; undefined if the file does not exist. */
  readonly before: string | undefined;
}

/** A chart without a version. */
export interface UnknownChart {
  readonly stack: string;
  readonly chart: ManifestChartName;

  /** The minor of Kubernetes. */
  readonly minor: string;
}

/** The files of the selected clusters. */
export interface ChartFilesPlan {
  readonly files: readonly ChartFile[];

  /** Charts without a version for the minor of their cluster: neither the table nor the user names one, and the user has no file. */
  readonly unknown: readonly UnknownChart[];

  /** Files of earlier runs that the clusters do not need any more. */
  readonly old: readonly string[];

  /** What the user still does without a chart. */
  readonly notes: readonly string[];
}

/** How a file differs from what its chart has. */
export type FileState = "missing" | "changed" | "equal" | "old";

/** The files that exist. */
export interface Existing {
  /** The text of a file; undefined if it does not exist. */
  readonly textOf: (file: string) => string | undefined;

  /** The names of the files in a folder; none if it does not exist. */
  readonly namesIn: (folder: string) => readonly string[];
}

/** What the user adds to the plan. */
export interface PlanOptions extends Pick<HelmOptions, "location"> {
  /** Versions of charts for minors that no version of the table supports. */
  readonly versions?: Readonly<Partial<Record<ManifestChartName, string>>>;
}

/** Names of the files that the command writes. */
const fileNames = Object.keys(manifestCharts).map((chart) => `${chart}.yaml`);

const docs = documentation("kubeadm.md", "Own manifests");

/**
 * Finds the files with objects of charts that kubeadm clusters need.
 *
 * @param stacks - all kubeadm clusters
 * @param isChosen - whether a stack is selected
 * @throws InputError if no chosen stack is a kubeadm cluster, a cluster has no folder for manifests, or shares it with another one, or if the
 * table has the version of a chart for which the user names one, or no chosen cluster needs that chart
 */
export function planChartFiles(
  stacks: readonly ManifestStack[],
  isChosen: (stack: string) => boolean,
  existing: Existing,
  { location, versions = {} }: PlanOptions = {},
): ChartFilesPlan {
  const chosen = stacks
    .filter(({ cluster }) => isChosen(cluster.name))
    .map((one) => ({ ...one, folder: manifestsFolderOf(one.cluster), ...chartManifestsOf(one.cluster) }));
  if (chosen.length === 0) {
    throw new InputError("only kubeadm clusters have own manifests, and no selected stack is one");
  }
  checkFolders(
    stacks,
    chosen.map(({ charts, ...one }) => ({ ...one, needsFolder: charts.length > 0 })),
  );
  checkNames(
    versions,
    chosen.flatMap(({ charts }) => charts.map(({ chart }) => chart)),
  );
  const files: ChartFile[] = [];
  const unknown: UnknownChart[] = [];
  const kept = new Set<string>();
  const unchecked: string[] = [];
  for (const { cluster, folder, charts } of chosen) {
    for (const chart of charts) {
      const file = join(folder!, `${chart.chart}.yaml`);
      const before = existing.textOf(file);
      const minor = minorOf(cluster.kubernetesVersion);
      kept.add(file);
      const version = versionOf(chart, versions[chart.chart], before, minor);
      if (version === undefined) {
        // A file of the user needs no version.
        if (before === undefined || isWritten(before)) {
          unknown.push({ stack: cluster.name, chart: chart.chart, minor });
        }
        continue;
      }
      const own = ownValues(valuesFileOf(folder!, chart.chart), existing);
      const rendered = { ...chart, version, isNamed: chart.version === undefined };
      const args = helmArguments(cluster, rendered, { location, own });
      const inputs = inputsOf(cluster, rendered, own);
      files.push({ ...rendered, stack: cluster.name, file, args, inputs, before });
      if (own !== undefined && valueKeysOf(chart.chart, version) === undefined) {
        unchecked.push(
          `${cluster.name}: ${own.file} is not checked: the values of ${chart.chart} ${version} are unknown`,
        );
      }
    }
  }
  return {
    files,
    unknown,
    old: chosen.flatMap(({ folder }) => writtenIn(folder, existing).filter((file) => !kept.has(file))),
    notes: [
      ...unchecked,
      ...chosen.flatMap(({ cluster, folder, charts, rest }) => [
        ...rest
          .filter((one) => isNeeded(one, folder, existing))
          .map(({ text }) => `${cluster.name}: ${text} (${docs})`),
        ...unusedValues(
          folder,
          charts.map(({ chart }) => chart),
          existing,
        ),
      ]),
    ],
  };
}

/**
 * The state of each file of a plan, with the text that it gets.
 *
 * @param textOf - the text of a file from its chart
 * @throws InputError if a file exists that the command did not write; then no text is created
 */
export function compareChartFiles(
  { files, old }: Pick<ChartFilesPlan, "files" | "old">,
  textOf: (file: ChartFile) => string,
): { readonly file: string; readonly state: FileState; readonly text?: string }[] {
  const foreign = files.filter(({ before }) => before !== undefined && !isWritten(before));
  if (foreign.length > 0) {
    throw new InputError(
      foreign.map(
        ({ file }) =>
          `${file} was not written by this command, which does not replace it: remove it, or move it out of its folder`,
      ),
    );
  }
  const compared = files.map((one) => {
    const text = textOf(one);
    const { file, before } = one;
    const state: FileState =
      before === undefined ? "missing" : isSameText(before, text) ? "equal" : "changed";
    return { file, state, text };
  });
  return [...compared, ...old.map((file) => ({ file, state: "old" as const }))];
}

/** @throws InputError if a cluster has no folder and needs one, or shares it with another one */
function checkFolders(
  all: readonly ManifestStack[],
  chosen: readonly (ManifestStack & { readonly folder?: string; readonly needsFolder: boolean })[],
): void {
  const missing = chosen.filter(({ folder, needsFolder }) => needsFolder && folder === undefined);
  if (missing.length > 0) {
    throw new InputError(
      missing.map(({ environment, file, cluster }) => {
        const name = cluster.name.slice(environment.length + 1);
        return `${file}: the cluster ${name} has no folder for manifests: add to it kubeadm: { software: { manifests: manifests/${cluster.name} } }`;
      }),
    );
  }
  for (const { cluster, folder } of chosen) {
    const other = all.find(
      (one) => one.cluster !== cluster && isShared(manifestsFolderOf(one.cluster), folder),
    );
    if (other !== undefined) {
      throw new InputError(
        `${cluster.name} and ${other.cluster.name} have the same folder for manifests, ${folder}: each needs its own, because manifests have the endpoint of the cluster`,
      );
    }
  }
}

/** @throws InputError if the user names the version of a chart that no chosen cluster needs */
function checkNames(versions: NonNullable<PlanOptions["versions"]>, needed: readonly string[]): void {
  const charts = [...new Set(needed)];
  const unused = Object.entries(versions).filter(([chart]) => !charts.includes(chart));
  if (unused.length > 0) {
    const all =
      charts.length === 0
        ? "the selected clusters need no chart"
        : `the charts of the selected clusters are ${charts.join(", ")}`;
    throw new InputError(
      unused.map(
        ([chart, version]) =>
          `no selected cluster needs the chart ${chart}, for which --chart-version names ${version}: ${all}`,
      ),
    );
  }
}

function isShared(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  // The folder below it has values of charts.
  const places = [one, join(one, "values")].map((folder) => resolve(folder));
  return places.includes(resolve(other)) || places[0] === resolve(other, "values");
}

function inputsOf(
  { kubernetesVersion }: KubeadmClusterProps,
  { version, values }: RenderedChart,
  own: OwnValues | undefined,
): string {
  const all = JSON.stringify([version, kubernetesVersion, values, own?.values]);
  return createHash("sha256").update(all).digest("hex").slice(0, 16);
}

/**
 * The values of the user for a chart; undefined without any.
 *
 * @throws InputError if the file has no values
 */
function ownValues(file: string, { textOf }: Existing): OwnValues | undefined {
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

/** Whether the user still does something: an object is missing, or the chart that needs it is new. */
function isNeeded(
  { object, chart }: Rest,
  folder: string | undefined,
  { namesIn, textOf }: Existing,
): boolean {
  if (folder === undefined) return true;
  if (chart !== undefined) return textOf(join(folder, `${chart}.yaml`)) === undefined;
  const objects = namesIn(folder)
    .filter(isManifest)
    .map((name) => textOf(join(folder, name)) ?? "")
    .filter((text) => !isWritten(text))
    .flatMap(objectsOfText);
  return !objects.some(
    (one) => object === "any" || (one?.kind === object?.kind && one?.metadata?.name === object?.name),
  );
}

/** Files with values that belong to no chart of a cluster. */
function unusedValues(
  folder: string | undefined,
  charts: readonly string[],
  { namesIn }: Existing,
): string[] {
  if (folder === undefined) return [];
  const values = join(folder, "values");
  const names = charts.map((chart) => `${chart}.yaml`);
  return namesIn(values)
    .filter((name) => !names.includes(name))
    .map(
      (name) =>
        `warning: ${join(values, name)} has no effect: ${names.length === 0 ? "no chart is rendered" : `the files with values are ${names.join(", ")}`}`,
    );
}

/**
 * The version of a chart: that of the table, or one that the user names. The file keeps it for later runs.
 *
 * @throws InputError if both name one
 */
function versionOf(
  { chart, version }: ChartManifest,
  named: string | undefined,
  before: string | undefined,
  minor: string,
): string | undefined {
  if (version !== undefined && named !== undefined) {
    throw new InputError(
      `the version of ${chart} for Kubernetes ${minor} is ${version}: only a chart without a known version can have another one, got ${named}`,
    );
  }
  return version ?? named ?? (before === undefined ? undefined : namedVersionIn(before));
}

/** The files of a folder that the command wrote. A copy with another name belongs to the user. */
function writtenIn(folder: string | undefined, { namesIn, textOf }: Existing): string[] {
  if (folder === undefined) return [];
  return namesIn(folder)
    .filter((name) => fileNames.includes(name))
    .map((name) => join(folder, name))
    .filter((file) => isWritten(textOf(file) ?? ""));
}
