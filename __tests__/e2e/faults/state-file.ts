import { existsSync } from "node:fs";
import { copyFile, readFile, rm, stat, truncate } from "node:fs/promises";

/** The possible results of a kill for a local state file. */
export const STATE_FILES = ["complete", "restored", "lost"] as const;

export type StateFile = (typeof STATE_FILES)[number];

/**
 * Terraform empties a local state file before it writes it, so a kill may leave it empty or incomplete. A backup contains the state
 * before the run. It still has what the run destroyed, which the next refresh corrects, and nothing that the run created. An apply
 * therefore begins with imports, as it does without a state.
 */
export async function restoreStateFile(file: string): Promise<StateFile> {
  if (!existsSync(file) || isComplete(await readFile(file, "utf8"))) return "complete";
  const backup = `${file}.backup`;
  if (existsSync(backup)) {
    await copyFile(backup, file);
    return "restored";
  }
  await rm(file);
  return "lost";
}

/** Truncates a state file like a kill during the write. A test cannot time such a kill. */
export async function truncateStateFile(file: string): Promise<void> {
  await truncate(file, Math.floor((await stat(file)).size / 2));
}

function isComplete(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
