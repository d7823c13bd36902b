import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Loads the test files of a folder of `__tests__/` as they are. `npm test` runs such a suite instead of its files, because Jest loads all
 * modules again for each file that it runs, and to load CDKTF and the bindings of the providers takes longer than most tests.
 */
export function load(folder: string): void {
  const root = join(__dirname, "..", folder);
  const names = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .sort();
  if (names.length === 0) throw new Error(`${root} has no test files`);
  for (const name of names) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a list of imports would not find new files
    describe(`${folder}/${name}`, () => void require(join(root, name)));
  }
}
