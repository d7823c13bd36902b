import { App } from "cdktf";
import { replaceFiles } from "../modules/output";

/**
 * Synthesizes an app into a folder. The files of an earlier synthesis are replaced at the end, so they stay complete if the synthesis
 * fails. Other files in the folder, such as those of Terraform, stay.
 *
 * @returns the number of stacks
 * @throws InputError if the folder cannot be written
 */
export function synthesize(outdir: string, create: (app: App) => void): number {
  return replaceFiles(outdir, "manifest.json", (scratch) => {
    const app = new App({ outdir: scratch });
    create(app);
    app.synth();
    return app.node.children.length;
  });
}
