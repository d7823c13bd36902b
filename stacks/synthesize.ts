import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformResource } from "cdktf";
import { replaceFiles, writing } from "../modules/output";

/** What a synthesis wrote. */
export interface Synthesis {
  /** The stacks, with the number of their resources. */
  readonly stacks: readonly { readonly name: string; readonly resources: number }[];

  /** Stacks of an earlier synthesis that no environment has any more. Their Terraform JSON is removed. */
  readonly removed: readonly string[];
}

/** The folder of the synthesized stacks: that of the variable `CDKTF_OUTDIR`, which the CDKTF CLI sets, or `cdktf.out`. */
export const outputDirectory = (): string => process.env.CDKTF_OUTDIR || "cdktf.out";

/**
 * Synthesizes an app into a folder. The files of an earlier synthesis are replaced at the end, so they stay complete if the synthesis
 * fails. Other files in the folder, such as those of Terraform, stay.
 *
 * @throws InputError if the folder cannot be written
 */
export function synthesize(outdir: string, create: (app: App) => void): Synthesis {
  const stacks = replaceFiles(outdir, "manifest.json", (scratch) => {
    const app = new App({ outdir: scratch });
    create(app);
    app.synth();
    return app.node.children.map((stack) => ({
      name: stack.node.id,
      resources: stack.node.findAll().filter(TerraformResource.isTerraformResource).length,
    }));
  });
  const names = new Set(stacks.map(({ name }) => name));
  return { stacks, removed: writing(outdir, () => removeOthers(join(outdir, "stacks"), names)) };
}

/** Removes the Terraform JSON of other stacks, which would look like stacks to deploy. Files of Terraform and of users stay. */
function removeOthers(folder: string, names: ReadonlySet<string>): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !names.has(name) && existsSync(join(folder, name, "cdk.tf.json")))
    .map((name) => {
      rmSync(join(folder, name, "cdk.tf.json"));
      if (readdirSync(join(folder, name)).length === 0) rmdirSync(join(folder, name));
      return name;
    });
}
