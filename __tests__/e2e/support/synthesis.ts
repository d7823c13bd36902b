import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run";

const REPOSITORY = join(__dirname, "../../..");

/** The folder of the environments that the repository ships. */
export const environmentDirectory = join(REPOSITORY, "environments");

/** The file of an environment that the repository ships. */
export const environmentFile = (name: string) => join(environmentDirectory, `${name}.yaml`);

/** The folder of the examples that the repository ships. */
export const exampleDirectory = join(REPOSITORY, "examples");

/** Synthesizes an environment file, or a folder of them, into a folder, by the command of cdktf.json, as the CDKTF command line does. */
export async function synthesize(file: string, outdir: string): Promise<void> {
  const { app } = JSON.parse(await readFile(join(REPOSITORY, "cdktf.json"), "utf8")) as { app: string };
  await run("sh", ["-c", app], { cwd: REPOSITORY, env: { ENVIRONMENTS: file, CDKTF_OUTDIR: outdir } });
}
