import { existsSync } from "node:fs";
import { copyFile, readFile, rm, stat, truncate } from "node:fs/promises";

/** What a kill may leave of a local state file. */
export const STATE_FILES = ["whole", "restored", "lost"] as const;

export type StateFile = (typeof STATE_FILES)[number];

/**
 * Terraform writes a local state by emptying the file and filling it again, so that a kill may leave it empty or in part. What it
 * was before that run is beside it. That knows of what the run destroyed, which the next refresh sets right, and nothing of what
 * it made: so an apply begins with imports, as it does where nothing is left.
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

/** Does to a state file what a kill does while it is written; when that is, no test can choose. */
export async function cutOffStateFile(file: string): Promise<void> {
  await truncate(file, Math.floor((await stat(file)).size / 2));
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
