import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { outputError, reportOutput } from "./problems";

/*
 * A scratch folder is next to what it replaces, on the same file system: `.<name>.<host>-<process>-<random>.new`. A marker file in it
 * states that this program made it. What has no marker belongs to another program and is never removed.
 */

const marker = "made-by-cdktf-clusters";

/** After this time, a scratch folder of another machine belongs to a process that has ended. */
const longestRun = 60 * 60 * 1000;

const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** The part with the new files, and the one for what they replace. */
export const parts = { fresh: "new", old: "old" } as const;

/** Creates the scratch folder for the replacement of a file or folder. */
export function createScratch(target: string): string {
  const name = `.${basename(target)}.${host}-${process.pid}-${randomBytes(6).toString("hex")}.new`;
  const scratch = join(dirname(target), name);
  mkdirSync(scratch);
  try {
    closeSync(openSync(join(scratch, marker), "wx"));
    return scratch;
  } catch (failure) {
    removeEmpty(scratch);
    throw failure;
  }
}

/**
 * Repairs what processes left that ended while they replaced a folder: puts back what they had moved away, and removes their scratch
 * folders.
 *
 * @throws InputError if a process that replaces the same folder is still running
 */
export function recover(target: string): void {
  const parent = dirname(target);
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const owner = ownerOf(name, basename(target));
    if (owner === undefined) continue;
    const scratch = join(parent, name);
    if (!existsSync(join(scratch, marker))) {
      if (!isRunning(owner, scratch)) removeEmpty(scratch);
      continue;
    }
    if (isRunning(owner, scratch)) {
      throw outputError(reportOutput.concurrent, `another process (${owner.pid}) is writing to ${target}`);
    }
    restore(join(scratch, parts.old), target);
    removeScratch(scratch);
  }
}

/** Removes a scratch folder. Its marker is removed last: if the process ends before, the next run removes the rest. */
export function removeScratch(scratch: string): void {
  for (const name of existsSync(scratch) ? readdirSync(scratch) : []) {
    if (name !== marker) rmSync(join(scratch, name), { recursive: true, force: true });
  }
  rmSync(scratch, { recursive: true, force: true });
}

/** Leaves a scratch folder to the user: no later run removes it. */
export function keep(scratch: string): void {
  rmSync(join(scratch, marker), { force: true });
}

/** Moves a folder back to its place, unless something is there. */
export function restore(old: string, target: string): void {
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
}

interface Owner {
  readonly host: string;
  readonly pid: number;
}

function ownerOf(name: string, target: string): Owner | undefined {
  if (!name.startsWith(`.${target}.`)) return undefined;
  const match = /^([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}\.new$/.exec(name.slice(target.length + 2));
  return match ? { host: match[1], pid: Number(match[2]) } : undefined;
}

function isRunning(owner: Owner, scratch: string): boolean {
  if (owner.host !== host) return Date.now() - statSync(scratch).mtimeMs < longestRun;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process can end between the creation of a scratch folder and of its marker. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It belongs to another program.
  }
}
