import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../cluster/problem";
import { fileNames, type Files } from "./files";

/** How an export is written. */
export interface WriteOptions {
  /** Files of an earlier export make way. What else is in the folder, such as Terraform's own, stays. */
  readonly force?: boolean;
}

/**
 * Writes a folder whole or not at all. The new one is made beside its place and then takes it: whatever ends the process,
 * the old one or the new one is there, and complete. Between two renames the old one is called `.<name>.old`; the next
 * export puts it back.
 *
 * @throws InputError when there is something in the folder, and `force` was not said
 */
export function writeFolder(folder: string, files: Files, { force = false }: WriteOptions = {}): void {
  recover(folder);
  checkFree(folder, force);

  const fresh = beside(folder, `${process.pid}.new`);
  const old = beside(folder, "old");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeDurably(join(fresh, name), text);
    if (existsSync(folder)) {
      takeOver(folder, fresh);
      renameSync(folder, old);
    }
    renameSync(fresh, folder);
  } catch (failure) {
    recover(folder);
    rmSync(fresh, { recursive: true, force: true });
    throw failure;
  }
  rmSync(old, { recursive: true, force: true });
}

/**
 * Whether a folder may be written to.
 *
 * @throws InputError when it may not
 */
export function checkFree(folder: string, force: boolean): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new InputError(`${folder} is there, and is no folder`);
  const there = readdirSync(folder).sort();
  if (there.length > 0 && !force) {
    throw new InputError(
      `${folder} is not empty: it has ${there.slice(0, 3).join(", ")}${there.length > 3 ? ", …" : ""}; --force replaces what an export wrote`,
    );
  }
  // [Terraform: state locking] of a state in a file, beside it.
  const lock = there.find((name) => /^\..+\.lock\.info$/.test(name));
  if (lock) throw new InputError(`Terraform is at work in ${folder}: there is ${lock}`);
}

/** Puts right what an earlier export left when it was ended in the middle. */
function recover(folder: string): void {
  const old = beside(folder, "old");
  if (existsSync(old)) {
    if (existsSync(folder)) rmSync(old, { recursive: true, force: true });
    else renameSync(old, folder);
  }
  const unfinished = new RegExp(`^\\.${escaped(basename(folder))}\\.(\\d+)\\.new$`);
  const parent = dirname(folder);
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const pid = unfinished.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(parent, name), { recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}

const beside = (folder: string, suffix: string) => join(dirname(folder), `.${basename(folder)}.${suffix}`);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const isOurs = (name: string) => (fileNames as readonly string[]).includes(name);

/** What an export did not write is in the new folder too: state, locks and downloads of Terraform, files of people. */
function takeOver(from: string, to: string): void {
  for (const name of readdirSync(from)) if (!isOurs(name)) linkTree(join(from, name), join(to, name));
}

/** The same files under a second name: nothing is copied, and both stay whole if one goes. */
function linkTree(from: string, to: string): void {
  const kind = lstatSync(from);
  if (kind.isSymbolicLink()) return symlinkSync(readlinkSync(from), to);
  if (!kind.isDirectory()) return linkOrCopy(from, to);
  mkdirSync(to);
  for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name));
}

/** Some file systems know no second names. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, "wx");
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
