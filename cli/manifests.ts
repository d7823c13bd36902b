import { basename, dirname } from "node:path";
import { suggestion } from "../modules/cluster/value-aliases";
import type { LoadedEnvironment } from "../modules/environment";
import {
  type ChartFile,
  type ChartFilesPlan,
  compareChartFiles,
  type FileState,
  type ManifestStack,
  planChartFiles,
  type PlanOptions,
} from "../modules/kubeadm/software/chart-files";
import {
  commandsText,
  renderedFolder,
  renderedText,
  unknownVersionText,
} from "../modules/kubeadm/software/chart-messages";
import { chartText } from "../modules/kubeadm/software/chart-text";
import { manifestCharts } from "../modules/kubeadm/software/charts";
import { runHelm } from "../modules/kubeadm/software/helm";
import { filesOnDisk, removeFile, replaceTexts } from "../modules/output";
import type { Call } from "./call";
import { UsageError } from "./command-line";
import { loadStacks } from "./load-stacks";
import { selected } from "./stack-names";
import { withoutManifestRules } from "./without-manifest-rules";

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

/** `cdktf-clusters manifests`. Returns the exit code. */
export function manifests({ operands, options, stdout, stderr }: Call): number {
  const [check, print] = [options.has("check"), options.has("print")];
  if (check && print) throw new UsageError("--check and --print exclude each other", "manifests");
  const versions = chartVersions(options.get("chart-version"));
  const loaded = loadStacks(operands, stderr, withoutManifestRules);
  if (loaded === undefined) return 1;
  const plan = planOf(loaded.environments, operands, { location: options.get("charts"), versions });
  for (const note of plan.notes) stderr.write(`${note}\n`);
  for (const one of plan.unknown) stderr.write(`${unknownVersionText(one)}\n`);
  const code = plan.unknown.length > 0 ? 1 : 0;
  const rendered = options.get("rendered");
  if (print) {
    stdout.write(commandsText(plan, rendered ?? renderedFolder));
    return code;
  }
  const results = compareChartFiles(plan, (file) =>
    chartText(file, rendered === undefined ? render(file, plan) : renderedText(file, rendered, filesOnDisk)),
  );
  if (!check) write(results);
  for (const { file, state } of results) stdout.write(`${(check ? found : written)[state]}: ${file}\n`);
  return check && results.some(({ state }) => state !== "equal") ? 1 : code;
}

/** The value of --chart-version. */
function chartVersions(text: string | undefined): PlanOptions["versions"] {
  if (text === undefined) return {};
  const [, chart, version] = /^([^=]*)=(.*)$/.exec(text) ?? [];
  const charts = Object.keys(manifestCharts);
  if (!charts.includes(chart)) {
    throw new UsageError(
      `--chart-version must be CHART=VERSION with a chart of ${charts.join(", ")}, got ${JSON.stringify(text)}${suggestion(chart, charts)}`,
      "manifests",
    );
  }
  if (!/^v?\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)) {
    throw new UsageError(
      `--chart-version must have a version such as ${chart}=1.2.3, got ${JSON.stringify(text)}`,
      "manifests",
    );
  }
  return { [chart]: version };
}

/** @param stacks - names of stacks; `*` matches any characters. An empty list selects all */
function planOf(
  environments: readonly LoadedEnvironment[],
  stacks: readonly string[],
  options: PlanOptions,
): ChartFilesPlan {
  const all = environments.flatMap(({ name, file, clusters }) =>
    clusters.map((cluster) => ({ environment: name, file, cluster })),
  );
  const names = new Set(
    selected(all, ({ cluster }) => cluster.name, stacks).map(({ cluster }) => cluster.name),
  );
  const kubeadm = all.flatMap(({ cluster, ...rest }): ManifestStack[] =>
    cluster.platform === "kubeadm" ? [{ ...rest, cluster }] : [],
  );
  return planChartFiles(kubeadm, (name) => names.has(name), filesOnDisk, options);
}

const render = ({ stack, chart, args }: ChartFile, plan: ChartFilesPlan): string =>
  runHelm(process.env.HELM || "helm", args, `the chart ${chart} of ${stack}`, () => [
    "Or run these commands where it is installed:",
    ...commandsText(plan, renderedFolder).trimEnd().split("\n"),
  ]);

/** Nothing is written before all charts are rendered. */
function write(results: ReturnType<typeof compareChartFiles>): void {
  for (const { file, state, text } of results) {
    if (state === "old") removeFile(file);
    else if (state !== "equal") replaceTexts(dirname(file), [[basename(file), text!]]);
  }
}
