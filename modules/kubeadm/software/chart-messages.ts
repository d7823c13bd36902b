import { join } from "node:path";
import { InputError } from "../../cluster/problem";
import { commandLine } from "../../cluster/shell";
import type { ChartFile, ChartFilesPlan, Existing, UnknownChart } from "./chart-files";
import { chartsFact, manifestChart } from "./charts";

/** Why a chart has no version, and the command for one that the user knows. */
export function unknownVersionText({ stack, chart, minor }: UnknownChart): string {
  const { title, versions } = manifestChart(chart);
  const [{ version, from, to, source }] = versions;
  return (
    `${stack}: no known version of ${title} supports Kubernetes ${minor}: ${version} is for versions ${to === undefined ? `from ${from}` : `up to ${to}`} (${chartsFact.asOf}, ${source}). ` +
    `If a newer version supports it, run npx cdktf-clusters manifests ${stack} --chart-version ${chart}=VERSION`
  );
}

/** The folder to which printed commands write, unless the user names another one. */
export const renderedFolder = "rendered";

const renderedFile = ({ stack, chart }: ChartFile, folder: string): string =>
  join(folder, stack, `${chart}.yaml`);

/** The first line of what the commands write. It differs if the file of the cluster, or values of the user, have changed since. */
const inputsLine = ({ inputs }: ChartFile): string => `# Inputs of Helm: ${inputs}`;

/**
 * The commands of Helm for a shell. {@link renderedText} reads the files that they write.
 *
 * @param folder - for what Helm prints
 */
export function commandsText({ files }: Pick<ChartFilesPlan, "files">, folder: string): string {
  const stacks = [...new Set(files.map(({ stack }) => stack))];
  if (stacks.length === 0) return "";
  const commands = files.map((one) => {
    const [command, ...options] = commandLine(["helm", ...one.args]).split(
      / (?=--(?:repo|namespace|values|set-json) )/,
    );
    return [
      `{ ${commandLine(["echo", inputsLine(one)])} &&`,
      `${[command, ...options].join(" \\\n  ")};`,
      `} > ${commandLine([renderedFile(one, folder)])}`,
    ].join("\n  ");
  });
  return [
    commandLine(["mkdir", "-p", ...stacks.map((stack) => join(folder, stack))]),
    ...commands,
    // Objects are changed there.
    `# Then, with the package: ${commandLine(["npx", "cdktf-clusters", "manifests", ...stacks, "--rendered", folder])}`,
    "",
  ].join("\n");
}

/**
 * What Helm printed for a chart by the command of {@link commandsText}.
 *
 * @throws InputError if the folder does not have it, or it is of other inputs
 */
export function renderedText(one: ChartFile, folder: string, { textOf }: Pick<Existing, "textOf">): string {
  const file = renderedFile(one, folder);
  const [first, ...rest] = textOf(file)?.split(/\r?\n/) ?? [];
  const fault =
    first === undefined
      ? "does not exist"
      : first !== inputsLine(one)
        ? "is of another version or of other values"
        : rest.join("").trim() === ""
          ? "has no object"
          : undefined;
  if (fault === undefined) return rest.join("\n");
  throw new InputError(
    `${file} ${fault}: run the commands of npx cdktf-clusters manifests ${one.stack} --print where Helm is installed`,
  );
}
