import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run";

const REPOSITORY = join(__dirname, "../../..");

/** The folder of the shipped environments. */
export const environmentDirectory = join(REPOSITORY, "environments");

/** The file of a shipped environment. */
export const environmentFile = (name: string) => join(environmentDirectory, `${name}.yaml`);

/** The folder of the shipped examples. */
export const exampleDirectory = join(REPOSITORY, "examples");

/**
 * Synthesizes an environment file, or a folder of them, into a folder, with the command of cdktf.json, like the CDKTF CLI.
 *
 * @param env - more variables, such as the host
 */
export async function synthesize(
  file: string,
  outdir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { app } = JSON.parse(await readFile(join(REPOSITORY, "cdktf.json"), "utf8")) as { app: string };
  await run("sh", ["-c", app], {
    cwd: REPOSITORY,
    env: { ...env, ENVIRONMENTS: file, CDKTF_OUTDIR: outdir },
  });
}
