import { join } from "node:path";
import { InputError } from "../modules/cluster/problem";
import { platformOf, platforms } from "../modules/environment/platforms";
import type { LoadedEnvironment } from "../modules/environment";
import {
  type ExplainedCluster,
  type Explanation,
  explanationOf,
  type Format,
  formats,
  render,
} from "../modules/explain";
import { replaceTexts } from "../modules/output";
import { choose, inTemporaryFolder, synthesize } from "./export";
import { isCdktfProject } from "./stack-names";

/** Options of `cdktf-clusters explain`. */
export interface ExplainOptions {
  /** Names of stacks; `*` matches any characters. An empty list selects all. */
  readonly stacks: readonly string[];
  readonly format: Format;

  /** Characters of a line in a terminal. */
  readonly columns?: number;

  /** The folder for one file per stack. If omitted, the text is returned. */
  readonly out?: string;
}

/**
 * Explains stacks of environments without errors. Writes all files, or none.
 *
 * @returns the text to print
 * @throws InputError if a stack does not exist or its platform cannot be explained, or the folder cannot be written
 */
export function explainStacks(
  environments: readonly LoadedEnvironment[],
  { stacks, format, columns, out }: ExplainOptions,
): string {
  const explanations = inTemporaryFolder((folder) =>
    choose(environments, stacks).map(({ cluster, settings }): Explanation => {
      const { fields = () => ({}) } = platformOf(platforms, cluster.platform);
      const explanation = explanationOf({
        cluster: cluster as ExplainedCluster,
        configuration: synthesize(cluster, settings, { outdir: folder }),
        fields: fields(),
        deployment: isCdktfProject() ? "cdktf" : "terraform",
      });
      if (explanation === undefined) {
        throw new InputError(`${cluster.name} is on ${cluster.platform}, which explain does not support`);
      }
      return explanation;
    }),
  );
  if (out !== undefined) return write(explanations, format, out);
  if (format === "json") return `${JSON.stringify(explanations, undefined, 2)}\n`;
  if (format === "html" && explanations.length > 1) {
    throw new InputError("several pages need a folder: give one STACK, or --out DIR");
  }
  return explanations.map((explanation) => render(explanation, format, columns)).join("\n");
}

function write(explanations: readonly Explanation[], format: Format, out: string): string {
  const files = explanations.map((one) => [`${one.stack}.${formats[format]}`, render(one, format)] as const);
  replaceTexts(out, files);
  return files.map(([name]) => `${join(out, name)}\n`).join("");
}
