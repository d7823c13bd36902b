import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, isSeq, parseDocument } from "yaml";
import { run } from "./run";

const REPOSITORY = join(__dirname, "../../..");

/** The file of an environment that the repository ships. */
export const environmentFile = (name: string) => join(REPOSITORY, "environments", `${name}.yaml`);

/** The folder of the examples that the repository ships. */
export const exampleDirectory = join(REPOSITORY, "examples");

export const exampleFile = (name: string) => join(exampleDirectory, `${name}.yaml`);

/** Synthesizes an environment file, or a folder of them, into a folder, by the command of cdktf.json, as the CDKTF command line does. */
export async function synthesize(file: string, outdir: string): Promise<void> {
  const { app } = JSON.parse(await readFile(join(REPOSITORY, "cdktf.json"), "utf8")) as { app: string };
  await run("sh", ["-c", app], { cwd: REPOSITORY, env: { ENVIRONMENTS: file, CDKTF_OUTDIR: outdir } });
}

/** A copy of an environment file in which every cluster says `protection: false`; the rest is as it was. */
export async function writeUnprotected(file: string, copy: string): Promise<void> {
  const environment: Document = parseDocument(await readFile(file, "utf8"));
  const clusters = environment.get("clusters");
  if (!isSeq(clusters) || clusters.items.length === 0) throw new Error(`${file} lists no clusters`);
  clusters.items.forEach((_, index) => environment.setIn(["clusters", index, "protection"], false));
  await writeFile(copy, environment.toString());
}
