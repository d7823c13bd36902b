import { existsSync, mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates a folder and those above it that do not exist. The recursive `mkdirSync` of Node.js reports a read-only file system as ENOENT.
 *
 * @returns the first folder that was created; undefined if all exist
 */
export function createFolders(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const first = createFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (failure) {
    // Another process created it.
    if ((failure as NodeJS.ErrnoException).code === "EEXIST") return first;
    if (first !== undefined) removeCreated(dirname(folder), first);
    throw failure;
  }
  return first ?? folder;
}

/** Removes folders that {@link createFolders} created, if they are empty. */
export function removeCreated(folder: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let current = folder; ; current = dirname(current)) {
      rmdirSync(current);
      if (current === first || current === dirname(current)) return;
    }
  } catch {
    // Not empty.
  }
}
