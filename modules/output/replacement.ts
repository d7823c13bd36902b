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
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createFolders, removeCreated } from "./folders";
import { checkPlace, outputError, reportOutput, writing } from "./problems";
import { createScratch, keep, parts, recover, removeScratch, restore } from "./scratch";

/** A folder and its new files, by name. */
export interface NewFolder {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Which folders and files are replaced. */
export interface Replaceable {
  /** The files that are replaced; all others in the folder stay. */
  readonly isOurs: (name: string) => boolean;

  /** Throws if a folder must not be replaced. Called after repairs of earlier runs. */
  readonly check: (folder: string) => void;
}

/**
 * Replaces folders, all or none. New folders are written completely before the first one takes its place. If the process ends in
 * between, each folder is the old or the new one, or the next run restores it.
 *
 * @throws InputError if the system refuses to write, or another process writes to a folder at the same time
 */
export function replaceFolders(folders: readonly NewFolder[], replaceable: Replaceable): void {
  const replacements: Replacement[] = [];
  try {
    for (const { folder, files } of folders) {
      const replacement = new Replacement(folder, replaceable);
      replacements.push(replacement);
      replacement.prepare(files);
    }
    for (const replacement of replacements) replacement.swap();
  } catch (failure) {
    for (const replacement of replacements.reverse()) replacement.undo();
    throw failure;
  }
  for (const replacement of replacements) replacement.finish();
}

/** Puts back what an earlier process had moved away when it ended, and removes the rest of it. */
export function repair(folder: string): void {
  writing(folder, () => recover(targetOf(folder)));
}

/** The folder to which a symbolic link refers, also if it does not exist; or the folder itself. */
function targetOf(folder: string): string {
  checkPlace(dirname(folder));
  if (existsSync(folder)) return realpathSync(folder);
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? resolve(dirname(folder), readlinkSync(folder)) : folder;
}

class Replacement {
  /** The folder itself, if `folder` is a symbolic link. */
  private target = "";
  private scratch?: string;
  private firstCreated?: string;

  /** The old folder, as it was when its files were taken over. */
  private before?: { readonly ino: number; readonly dev: number };
  private isSwapped = false;

  constructor(
    private readonly folder: string,
    private readonly replaceable: Replaceable,
  ) {}

  prepare(files: NewFolder["files"]): void {
    writing(this.folder, () => {
      this.target = targetOf(this.folder);
      recover(this.target);
      checkPlace(this.folder);
      this.replaceable.check(this.folder);
      this.firstCreated = createFolders(dirname(this.target));
      this.scratch = createScratch(this.target);
      mkdirSync(this.fresh);
      for (const [name, text] of Object.entries(files)) {
        const file = join(this.fresh, name);
        createFolders(dirname(file));
        writeDurably(file, text);
      }
      if (!existsSync(this.target)) return;
      this.before = statSync(this.target);
      for (const name of readdirSync(this.target)) {
        if (!this.replaceable.isOurs(name)) linkTree(join(this.target, name), join(this.fresh, name));
      }
    });
  }

  swap(): void {
    writing(this.folder, () => {
      if (this.before) {
        const { ino, dev } = statSync(this.target);
        if (ino !== this.before.ino || dev !== this.before.dev) throw this.concurrent();
        renameSync(this.target, this.old);
      } else if (existsSync(this.target)) throw this.concurrent();
      renameSync(this.fresh, this.target);
      this.isSwapped = true;
    });
  }

  /** Puts the old folder back. Never throws: the first error is the one to report. */
  undo(): void {
    try {
      if (this.scratch === undefined) return;
      if (this.isSwapped) renameSync(this.target, this.fresh);
      restore(this.old, this.target);
      // Something else took the place: the old folder stays in the scratch folder.
      if (existsSync(this.old)) keep(this.scratch);
      else removeScratch(this.scratch);
    } catch {
      // The next run repairs it.
    } finally {
      removeCreated(dirname(this.target), this.firstCreated);
    }
  }

  finish(): void {
    try {
      removeScratch(this.scratch!);
    } catch {
      // The new folder is complete; the next run removes the old one.
    }
  }

  private concurrent(): unknown {
    return outputError(reportOutput.concurrent, `another process replaced ${this.folder} at the same time`);
  }

  private get fresh(): string {
    return join(this.scratch!, parts.fresh);
  }

  private get old(): string {
    return join(this.scratch!, parts.old);
  }
}

/** The same files under a second name: nothing is copied, and both stay complete if one is removed. */
function linkTree(from: string, to: string): void {
  const kind = lstatSync(from);
  if (kind.isSymbolicLink()) return symlinkSync(readlinkSync(from), to);
  if (!kind.isDirectory()) return linkOrCopy(from, to);
  mkdirSync(to);
  for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name));
}

/** Some file systems have no hard links. */
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
