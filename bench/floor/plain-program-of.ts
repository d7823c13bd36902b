import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type TerraformStack } from "cdktf";
import { loadEnvironments } from "../../modules/environment";
import { createStack } from "../../stacks";
import { plainProgram, type StackJson } from "./plain-program";

/** The plain program of some environments, and the JSON of each stack, by name, that it has to write. */
export interface Floor {
  readonly program: string;
  readonly stacks: Readonly<Record<string, StackJson>>;
}

/** The plain program of all clusters in an environment file, or in a directory of such files. */
export function plainProgramOf(location: string): Floor {
  const outdir = mkdtempSync(join(tmpdir(), "floor-"));
  try {
    const app = new App({ outdir });
    const synthesized = loadEnvironments(location).environments.flatMap(({ clusters, settings }) =>
      clusters.map((cluster) => createStack(app, cluster, settings)),
    );
    app.synth();
    const stacks = synthesized.map((stack) => ({ stack, json: jsonOf(stack, outdir) }));
    return {
      program: plainProgram(stacks, modulePath),
      stacks: Object.fromEntries(stacks.map(({ stack, json }) => [stack.node.id, json])),
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function jsonOf(stack: TerraformStack, outdir: string): StackJson {
  return JSON.parse(readFileSync(join(outdir, "stacks", stack.node.id, "cdk.tf.json"), "utf8")) as StackJson;
}

/**
 * The sub-path of a class: `EksCluster` is in `lib/eks-cluster`, the provider in `lib/provider`. A class has the suffix `A` if
 * its module needs the plain name for another class.
 *
 * @param provider - the prefix of the Terraform type
 */
function modulePath(className: string, provider: string): string {
  const lib = `@cdktf/provider-${provider}/lib`;
  if (className.endsWith("Provider") && !className.startsWith("Data")) return `${lib}/provider`;
  const kebab = className.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();
  const candidates = [kebab, kebab.replace(/-a$/, "")].map((name) => `${lib}/${name}`);
  const found = candidates.find((path) => {
    try {
      return require.resolve(path);
    } catch {
      return undefined;
    }
  });
  if (found === undefined) throw new Error(`no module of ${lib} has the class ${className}`);
  return found;
}
