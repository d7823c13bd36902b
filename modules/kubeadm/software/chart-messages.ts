import { dirname } from "node:path";
import { commandLine } from "../../cluster/shell";
import { minorOf } from "../versions";
import type { ChartFile } from "./chart-files";
import { chartLines } from "./chart-text";
import { chartsFact, manifestChart } from "./charts";

/** Why a chart has no version, and the command for one that the user knows. */
export function unknownVersionText(one: ChartFile): string {
  const { stack, chart, args } = one;
  const { title, versions } = manifestChart(chart);
  const [{ version, from, to, source }] = versions;
  const minor = minorOf(args[args.indexOf("--kube-version") + 1]);
  return (
    `${stack}: no known version of ${title} supports Kubernetes ${minor}: ${version} is for versions ${to === undefined ? `from ${from}` : `up to ${to}`} (${chartsFact.asOf}, ${source}). ` +
    `If a newer version supports it, run mkdir -p ${commandLine([dirname(one.file)])} && ${shellCommand(one, " ").join(" ")}`
  );
}

/** The commands for a shell. They write files that a later run of the command replaces. */
export const commandsText = (files: readonly ChartFile[]): string =>
  files
    .map((one) =>
      [
        `# ${one.stack}: ${one.file}`,
        `mkdir -p ${commandLine([dirname(one.file)])}`,
        ...shellCommand(one, " \\\n    "),
        "",
      ].join("\n"),
    )
    .join("\n");

/**
 * The lines of a command that writes a file as the command `manifests` does.
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
