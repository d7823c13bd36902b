/**
 * Builds the package if npm installs it from Git, or from a folder without a build: npm's `prepare`. In these cases npm runs `prepare` only, and
 * not `prepack`, and sets `npm_package_resolved`. `npm ci` in a checkout does not set it, and needs no build.
 *
 * @see https://github.com/npm/pacote/blob/main/lib/dir.js
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

if (process.env.npm_package_resolved && !existsSync(join(scripts, "../lib/cli.js")) && hasCompilers()) {
  execFileSync(process.execPath, [join(scripts, "build.mjs")], { stdio: "inherit" });
}

/** A folder can be installed without its packages. */
function hasCompilers() {
  try {
    return ["esbuild", "typescript"].every((name) => require.resolve(name));
  } catch {
    return false;
  }
}
