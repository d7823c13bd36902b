/**
 * Installs the packages of CDK Terrain into `.cdktn/`, which Git ignores: `npm run cdktn`. They have 1 GB, so that they are no
 * development dependencies. `CDKTF_CLUSTERS_HOST=cdktn npm run synth` and the comparison of both hosts use them.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { print } from "./printable.js";

const scripts = dirname(fileURLToPath(import.meta.url));
const folder = join(dirname(scripts), ".cdktn");
const wanted = join(scripts, "cdktn.json");
const manifest = join(folder, "package.json");
const complete = join(folder, "node_modules/cdktn/package.json");

const isInstalled =
  existsSync(complete) &&
  existsSync(manifest) &&
  readFileSync(manifest, "utf8") === readFileSync(wanted, "utf8");
if (isInstalled) {
  print(".cdktn has the packages already");
} else {
  mkdirSync(folder, { recursive: true });
  copyFileSync(wanted, manifest);
  // The bindings of azurerm name an older cdktn as their peer.
  const options = ["install", "--no-audit", "--no-fund", "--legacy-peer-deps", "--no-package-lock"];
  execFileSync("npm", options, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
}
