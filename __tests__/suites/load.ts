import { readdirSync } from "node:fs";
import { join } from "node:path";
import suites from "./folders.json";

/**
 * Loads the test files of the folders of a suite as they are. `npm test` runs such a suite instead of its files, because Jest loads all modules again for
 * each file that it runs, and to load CDKTF and the bindings of the providers takes longer than most tests. The files of a suite also share
 * the stacks that `support/shipped.ts` synthesizes.
 */
export function load(suite: keyof typeof suites): void {
  for (const folder of suites[suite]) {
    const root = join(__dirname, "..", folder);
    const names = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts") && !name.endsWith(".long.test.ts"))
      .sort();
    if (names.length === 0) throw new Error(`${root} has no test files`);
    for (const name of names) {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- a list of imports would not find new files
      describe(`${folder}/${name}`, () => void require(join(root, name)));
    }
  }
}
