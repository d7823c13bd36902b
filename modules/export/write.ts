import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPlace, type NewFolder, outputError, replaceFolders, reportOutput, writing } from "../output";
import { fileNames, type Files } from "./files";

/** How an export is written. */
export interface WriteOptions {
  /** Files of an earlier export make way. What else is in the folder, such as Terraform's own, stays. */
  readonly force?: boolean;
}

/**
 * Writes a folder whole or not at all. A symbolic link to a folder stays, and its target is written.
 *
 * @throws InputError when there is something in the folder, and `force` was not said, or when the folder cannot be written
 */
export function writeFolder(folder: string, files: Files, options: WriteOptions = {}): void {
  writeFolders([{ folder, files }], options);
}

/** Writes several folders, all or none. */
export function writeFolders(folders: readonly NewFolder[], { force = false }: WriteOptions = {}): void {
  replaceFolders(folders, { isOurs, check: (folder) => checkFree(folder, force) });
}

/**
 * Whether a folder may be written to.
 *
 * @throws InputError when it may not
 */
export function checkFree(folder: string, force: boolean): void {
  checkPlace(folder);
  if (!existsSync(folder)) return;
  const there = writing(folder, () => readdirSync(folder).sort());
  if (there.length > 0 && !force) {
    throw outputError(
      reportOutput.free,
      `${folder} is not empty: it has ${there.slice(0, 3).join(", ")}${there.length > 3 ? ", …" : ""}; --force replaces what an export wrote`,
    );
  }
  const inTheWay = there.find((name) => isOurs(name) && lstatSync(join(folder, name)).isDirectory());
  if (inTheWay) {
    throw outputError(reportOutput.folder, `${join(folder, inTheWay)} is a folder, where a file is expected`);
  }
  // [Terraform: state locking] of a state in a file, beside it.
  const lock = there.find((name) => /^\..+\.lock\.info$/.test(name));
  if (lock) throw outputError(reportOutput.unlocked, `Terraform is at work in ${folder}: there is ${lock}`);
}

const isOurs = (name: string) => (fileNames as readonly string[]).includes(name);
