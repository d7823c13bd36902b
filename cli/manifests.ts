import { basename, dirname } from "node:path";
import type { LoadedEnvironment } from "../modules/environment";
import {
  type ChartFile,
  type ChartFilesPlan,
  compareChartFiles,
  type FileState,
  type ManifestStack,
  planChartFiles,
} from "../modules/kubeadm/software/chart-files";
import { commandsText, unknownVersionText } from "../modules/kubeadm/software/chart-messages";
import { chartText } from "../modules/kubeadm/software/chart-text";
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
  const loaded = loadStacks(operands, stderr, withoutManifestRules);
  if (loaded === undefined) return 1;
  const plan = planOf(loaded.environments, operands, options.get("charts"));
  for (const note of plan.notes) stderr.write(`${note}\n`);
  for (const one of plan.unknown) stderr.write(`${unknownVersionText(one)}\n`);
  const code = plan.unknown.length > 0 ? 1 : 0;
  if (print) {
    stdout.write(commandsText(plan.files));
    return code;
  }
  const results = compareChartFiles(plan, (file) => chartText(file, render(file, plan)));
  if (!check) write(results);
  for (const { file, state } of results) stdout.write(`${(check ? found : written)[state]}: ${file}\n`);
  return check && results.some(({ state }) => state !== "equal") ? 1 : code;
}

/** @param stacks - names of stacks; `*` matches any characters. An empty list selects all */
function planOf(
  environments: readonly LoadedEnvironment[],
  stacks: readonly string[],
  location?: string,
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
  return planChartFiles(kubeadm, (name) => names.has(name), filesOnDisk, location);
}

const render = ({ stack, chart, args }: ChartFile, { files }: ChartFilesPlan): string =>
  runHelm(process.env.HELM || "helm", args, `the chart ${chart} of ${stack}`, () => [
    "Or run these commands where it is installed:",
    ...commandsText(files).trimEnd().split("\n"),
  ]);

/** Nothing is written before all charts are rendered. */
function write(results: ReturnType<typeof compareChartFiles>): void {
  for (const { file, state, text } of results) {
    if (state === "old") removeFile(file);
    else if (state !== "equal") replaceTexts(dirname(file), [[basename(file), text!]]);
  }
}
