import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPlace, type NewFolder, outputError, replaceFolders, reportOutput, writing } from "../output";
import { fileNames, type Files, folderNames } from "./files";
import { origin } from "./readme";

/** Options of {@link writeFolder}. */
export interface WriteOptions {
  /** Replaces the files of an earlier export. Other files in the folder, such as those of Terraform, are kept. */
  readonly force?: boolean;
}

/**
 * Writes all files of a folder, or none. A symbolic link to a folder is kept, and its target is written.
 *
 * @throws InputError if the folder is not empty and `force` is not set, or if the folder cannot be written
 */
export function writeFolder(folder: string, files: Files, options: WriteOptions = {}): void {
  writeFolders([{ folder, files }], options);
}

/** Writes several folders, all or none. */
export function writeFolders(folders: readonly NewFolder[], { force = false }: WriteOptions = {}): void {
  replaceFolders(folders, { isOurs, check: (folder) => checkFree(folder, force) });
}

/**
 * Checks that a folder can be written.
 *
 * @throws InputError if it cannot
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
  const conflicting = there.find((name) => isFile(name) && lstatSync(join(folder, name)).isDirectory());
  if (conflicting) {
    throw outputError(
      reportOutput.folder,
      `${join(folder, conflicting)} is a folder, where a file is expected`,
    );
  }
  // Terraform keeps the lock file of a local state next to it.
  const lock = there.find((name) => /^\..+\.lock\.info$/.test(name));
  if (lock) throw outputError(reportOutput.unlocked, `Terraform is running in ${folder}: ${lock} exists`);
}

/**
 * Checks that the files that are replaced are those of an export: next to them is its README.
 *
 * @throws InputError if they are not
 */
export function checkOrigin(folder: string): void {
  const replaced = writing(folder, () =>
    existsSync(folder) ? readdirSync(folder).filter(isOurs).sort() : [],
  );
  if (replaced.length === 0) return;
  const readme = join(folder, "README.md");
  if (!replaced.includes("README.md")) {
    throw outputError(
      reportOutput.free,
      `${join(folder, replaced[0])} is not that of an export, which has a README.md: move it, or choose another folder`,
    );
  }
  if (writing(folder, () => isExport(folder))) return;
  throw outputError(
    reportOutput.free,
    `${readme} is not that of an export: move it, or choose another folder`,
  );
}

/** Names of the folders in a folder that have an earlier export. */
export function exportsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return writing(folder, () =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isExport(join(folder, entry.name)))
      .map(({ name }) => name)
      .sort(),
  );
}

function isExport(folder: string): boolean {
  const readme = join(folder, "README.md");
  return existsSync(readme) && readFileSync(readme, "utf8").replace(/\s+/g, " ").includes(origin);
}

const isFile = (name: string) => (fileNames as readonly string[]).includes(name);
const isOurs = (name: string) => isFile(name) || (folderNames as readonly string[]).includes(name);
