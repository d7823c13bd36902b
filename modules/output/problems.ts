import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { defineProblems, formatMessage, InputError, type ProblemKind } from "../cluster/problem";

export const reportOutput = defineProblems("output", {
  /**
   * The disk has space for the new files.
   *
   * @see https://man7.org/linux/man-pages/man3/errno.3.html
   */
  space: "error",

  /**
   * The process may write to the output folder.
   *
   * @see https://man7.org/linux/man-pages/man3/errno.3.html
   */
  writable: "error",

  /**
   * The output folder and the folders above it are folders or do not exist.
   *
   * @remarks Decision of this project: a file that is in the way is never replaced.
   */
  folder: "error",

  /**
   * A symbolic link in the path of the output folder has a target.
   *
   * @remarks Decision of this project: the target of a link is not created, because it can be a disk that is not mounted.
   */
  links: "error",

  /**
   * The output folder is empty, unless the user allows to replace an earlier export. A file that a command creates does not exist.
   *
   * @remarks Decision of this project: a misspelt folder must not lose its files.
   */
  free: "error",

  /**
   * Terraform holds no lock of a state in the output folder.
   *
   * @see https://developer.hashicorp.com/terraform/language/state/locking
   */
  unlocked: "error",

  /**
   * No other process writes to the same folder.
   *
   * @remarks Decision of this project: the files of two runs must not be mixed.
   */
  concurrent: "error",

  /**
   * The operating system can write the files.
   *
   * @see https://man7.org/linux/man-pages/man3/errno.3.html
   */
  possible: "error",
});

/** An error of the output; the message starts with the file or folder. */
export const outputError = (kind: ProblemKind, message: string): InputError =>
  new InputError(formatMessage(kind([], message)));

/** Kinds and reasons by error code of the system. */
const reasons: Readonly<Record<string, readonly [kind: keyof typeof reportOutput, reason: string]>> = {
  ENOSPC: ["space", "the disk is full"],
  EDQUOT: ["space", "the disk quota is exceeded"],
  EFBIG: ["space", "the file is too large for the file system"],
  EACCES: ["writable", "permission denied"],
  EPERM: ["writable", "permission denied"],
  EROFS: ["writable", "the file system is read-only"],
  ENOTDIR: ["folder", "a file is in the place of a folder"],
  EISDIR: ["folder", "a folder is in the place of a file"],
  ELOOP: ["links", "symbolic links refer to each other"],
  ENOTEMPTY: ["concurrent", "another process wrote to it at the same time"],
  EEXIST: ["concurrent", "another process wrote to it at the same time"],
  ENOENT: ["concurrent", "another process removed or replaced it at the same time"],
};

/** The error for the user when the system refuses to write to a place. Other errors are returned as they are. */
export function writeError(failure: unknown, place: string): unknown {
  const { code, syscall } = failure as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return failure;
  const [kind, reason] = Object.hasOwn(reasons, code)
    ? reasons[code]
    : (["possible", "the operating system refuses it"] as const);
  return outputError(reportOutput[kind], `${place} cannot be written: ${reason} (${code})`);
}

/** Runs an action that writes to a place, with errors for the user. */
export function writing<T>(place: string, action: () => T): T {
  try {
    return action();
  } catch (failure) {
    throw writeError(failure, place);
  }
}

/**
 * Checks that a folder exists or can be created.
 *
 * @throws InputError if it, or a folder above it, is something else
 */
export function checkPlace(folder: string): void {
  const above = dirname(folder);
  if (above !== folder && !existsSync(folder)) checkPlace(above);
  const kind = writing(folder, () => lstatSync(folder, { throwIfNoEntry: false }));
  if (kind?.isSymbolicLink() && !existsSync(folder)) {
    throw outputError(reportOutput.links, `${folder} is a symbolic link without a target`);
  }
  if (kind && !statSync(folder).isDirectory()) {
    throw outputError(reportOutput.folder, `${folder} exists and is not a folder`);
  }
}
