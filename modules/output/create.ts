import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFolders, removeCreated } from "./folders";
import { checkPlace, outputError, reportOutput, writing } from "./problems";
import { createScratch, parts, removeScratch } from "./scratch";

/**
 * Creates files in a folder: all, or none. Each is complete when it appears, and no existing file is replaced, also not one that another
 * program creates at the same time.
 *
 * @param files - the texts by path relative to the folder
 * @throws InputError if a file exists, or the folder cannot be written
 */
export function createFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const names = Object.keys(files);
  checkPlace(folder);
  for (const name of names) {
    checkPlace(dirname(join(folder, name)));
    if (existsSync(join(folder, name))) throw existing(join(folder, name));
  }
  writing(folder, () => {
    const created: string[] = [];
    const folders: [last: string, first: string][] = [];
    let scratch: string | undefined;
    const ensure = (path: string) => {
      const first = createFolders(path);
      if (first !== undefined) folders.push([path, first]);
    };
    try {
      ensure(folder);
      scratch = createScratch(join(folder, "files"));
      const fresh = join(scratch, parts.fresh);
      mkdirSync(fresh);
      names.forEach((name, i) => writeFileSync(join(fresh, String(i)), files[name], { flag: "wx" }));
      names.forEach((name, i) => {
        const target = join(folder, name);
        ensure(dirname(target));
        place(join(fresh, String(i)), target);
        created.push(target);
      });
    } catch (failure) {
      for (const target of created) rmSync(target, { force: true });
      if (scratch !== undefined) removeScratch(scratch);
      for (const [last, first] of folders.reverse()) removeCreated(last, first);
      throw failure;
    }
    removeScratch(scratch);
  });
}

const existing = (file: string) =>
  outputError(reportOutput.free, `${file} exists, and no file is replaced; nothing was written`);

/** A hard link is created with its content, or not at all. Some file systems have none. */
function place(from: string, to: string): void {
  try {
    try {
      linkSync(from, to);
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw failure;
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "EEXIST") throw existing(to);
    throw failure;
  }
}
