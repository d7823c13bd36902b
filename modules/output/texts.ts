import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFiles } from "./files";
import { writing } from "./problems";

/**
 * Replaces texts in a folder, the last one after the others. See {@link replaceFiles}.
 *
 * @param files - name in the folder, and text
 * @throws InputError if the folder cannot be written
 */
export function replaceTexts(
  folder: string,
  files: readonly (readonly [name: string, text: string])[],
): void {
  replaceFiles(folder, files.at(-1)?.[0] ?? "", (scratch) => {
    for (const [name, text] of files) writeFileSync(join(scratch, name), text, { flag: "wx" });
  });
}

/** The files that exist, with errors for the user. */
export const filesOnDisk = {
  /** The text of a file; undefined if it does not exist. */
  textOf: (file: string): string | undefined =>
    existsSync(file) ? writing(file, () => readFileSync(file, "utf8")) : undefined,

  /** The names of the files in a folder; none if it does not exist. */
  namesIn: (folder: string): string[] =>
    existsSync(folder)
      ? writing(folder, () =>
          readdirSync(folder, { withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map(({ name }) => name),
        )
      : [],
};

/** Removes a file. */
export const removeFile = (file: string): void => writing(file, () => rmSync(file));
