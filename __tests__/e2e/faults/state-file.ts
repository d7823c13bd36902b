import { existsSync } from "node:fs";
import { copyFile, readFile, rm } from "node:fs/promises";

/** What a kill left of a local state file. */
export type StateFile = "whole" | "restored" | "lost";

/**
 * Terraform writes a local state by emptying the file and filling it again, so that a kill may leave it empty or in part. What it
 * was before that run is beside it; it knows of more or less than is there, which the next refresh and imports set right.
 */
export async function restoreStateFile(file: string): Promise<StateFile> {
  if (!existsSync(file) || isWhole(await readFile(file, "utf8"))) return "whole";
  const backup = `${file}.backup`;
  if (existsSync(backup)) {
    await copyFile(backup, file);
    return "restored";
  }
  await rm(file);
  return "lost";
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
