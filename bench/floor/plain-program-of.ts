import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { loadEnvironments } from "../../modules/environment";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createStack } from "../../stacks";
import { plainProgram, type StackJson } from "./plain-program";

/** A stack's plain program, and the JSON that it has to make. */
export interface Floor {
  readonly stack: string;
  readonly program: string;
  readonly json: StackJson;
}

/** The plain program of a platform's first cluster in an environment file. */
export function plainProgramOf(file: string, platform: PlatformClusterSpec["platform"]): Floor {
  const [{ clusters, settings }] = loadEnvironments(file).environments;
  const cluster = clusters.find((one) => one.platform === platform)!;
  const outdir = mkdtempSync(join(tmpdir(), "floor-"));
  try {
    const app = new App({ outdir });
    const stack = createStack(app, cluster, settings);
    app.synth();
    const json = JSON.parse(
      readFileSync(join(outdir, "stacks", stack.node.id, "cdk.tf.json"), "utf8"),
    ) as StackJson;
    return {
      stack: stack.node.id,
      program: plainProgram(stack, json, (name) => modulePath(name, platform)),
      json,
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const providers = { eks: "aws", aks: "azurerm", gke: "google" } as const;

/**
 * The sub-path of a class: `EksCluster` is in `lib/eks-cluster`, the provider in `lib/provider`. A class whose name another one
 * of its module would take has an `A` behind it.
 */
function modulePath(className: string, platform: PlatformClusterSpec["platform"]): string {
  const lib = `@cdktf/provider-${providers[platform]}/lib`;
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
