import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { createFolders, removeCreated } from "./folders";
import { checkPlace, outputError, reportOutput, writing } from "./problems";
import { createScratch, parts, recover, removeScratch } from "./scratch";

/**
 * Replaces files in a folder. They are written to a scratch folder first, so the old files stay complete if the program fails or the
 * disk is full. One process at a time moves its files to their places.
 *
 * @param last - the file that lists the others; it is replaced after them
 * @param write - writes the files to a folder
 * @throws InputError if the folder cannot be written
 */
export function replaceFiles<T>(folder: string, last: string, write: (scratch: string) => T): T {
  checkPlace(folder);
  return writing(folder, () => {
    const target = join(folder, "files");
    const firstCreated = createFolders(folder);
    let scratch: string | undefined;
    try {
      removeAbandoned(target);
      scratch = createScratch(target);
      const fresh = join(scratch, parts.fresh);
      mkdirSync(fresh);
      const result = write(fresh);
      withLock(join(folder, ".lock"), scratch, () => move(fresh, folder, last));
      return result;
    } finally {
      if (scratch !== undefined) removeAll(scratch);
      removeCreated(folder, firstCreated);
    }
  });
}

/** Scratch folders of running processes stay: each process has its own. */
function removeAbandoned(target: string): void {
  try {
    recover(target);
  } catch (failure) {
    if (!(failure as { isInputError?: boolean }).isInputError) throw failure;
  }
}

/** Moves new files to their places: those without an old file first, because only they need space on the disk. */
function move(from: string, to: string, last: string): void {
  const names = filesBelow(from);
  const rank = (name: string) => (name === last ? 2 : existsSync(join(to, name)) ? 1 : 0);
  const ranks = new Map(names.map((name) => [name, rank(name)]));
  const created: string[] = [];
  const folders: [last: string, first: string][] = [];
  try {
    for (const name of names.sort((a, b) => ranks.get(a)! - ranks.get(b)!)) {
      const folder = dirname(join(to, name));
      checkPlace(folder);
      const first = createFolders(folder);
      if (first !== undefined) folders.push([folder, first]);
      renameSync(join(from, name), join(to, name));
      if (ranks.get(name) === 0) created.push(name);
    }
  } catch (failure) {
    for (const name of created) renameSync(join(to, name), join(from, name));
    for (const [folder, first] of folders.reverse()) removeCreated(folder, first);
    throw failure;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const longestWait = 10_000;

/** Runs an action while no other process has the lock. A lock of a process that has ended is removed. */
function withLock(lock: string, scratch: string, action: () => void): void {
  const own = join(scratch, "lock");
  writeFileSync(own, String(process.pid));
  const end = Date.now() + longestWait;
  while (!take(own, lock)) {
    if (Date.now() > end) {
      throw outputError(
        reportOutput.concurrent,
        `another process is writing to ${dirname(lock)}; if none is running, remove ${lock}`,
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  try {
    action();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A hard link is created with its content, or not at all. */
function take(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    // Some file systems have no hard links; renaming replaces single files there too.
    if (code === "EPERM" || code === "ENOTSUP" || code === "ENOSYS") return true;
    if (code !== "EEXIST") throw failure;
    removeEnded(lock, `${own}.ended`);
    return false;
  }
}

function removeEnded(lock: string, aside: string): void {
  try {
    const pid = readFileSync(lock, "utf8");
    if (isRunning(Number(pid))) return;
    renameSync(lock, aside);
    // Another process can have replaced the lock in between: it gets it back.
    if (readFileSync(aside, "utf8") !== pid) linkSync(aside, lock);
  } catch {
    // The lock is gone.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}

function removeAll(folder: string): void {
  try {
    removeScratch(folder);
  } catch {
    // The next run removes it.
  }
}
