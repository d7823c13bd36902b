/**
 * Lists the licences of all packages that users of the library install, and fails if one is not known to be permissive:
 * `npm run licences`. Reads installed packages and uses no registry.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { shipped } from "./shipped.mjs";
import { print, printError } from "./printable.js";

/** Licences that require only a notice. */
const permissive = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "Unlicense",
];

/** Packages whose licence is not an SPDX identifier, or is accepted although it is not permissive. */
const known = {
  jsonify: "Public Domain",
  cdktf: "MPL-2.0",
  "@cdktf/provider-aws": "MPL-2.0",
  "@cdktf/provider-azurerm": "MPL-2.0",
  "@cdktf/provider-google": "MPL-2.0",
  "@cdktf/provider-helm": "MPL-2.0",
};

/**
 * The packages that users install, with their licences, and the problems.
 *
 * @param lock - the parsed lock file
 * @param manifests - the parsed `package.json` of installed packages, by path in the lock file
 * @param known - accepted licences of packages that are not permissive; each must be used
 */
export function checkLicences(lock, manifests, known) {
  const packages = shipped(lock).map((path) => licenceAt(path, lock.packages[path], manifests[path]));
  const isPermissive = ({ license }) => licencesIn(license).some((one) => permissive.includes(one));
  const isKnown = ({ name, license }) => known[name] === license;
  return {
    packages,
    problems: [
      ...packages
        .filter((one) => !isPermissive(one) && !isKnown(one))
        .map(({ name, version, license }) => `${name} ${version}: unknown licence ${license}`),
      ...Object.entries(known)
        .filter(([name]) => !packages.some((one) => one.name === name && isKnown(one) && !isPermissive(one)))
        .map(
          ([name, license]) => `scripts/licences.mjs: there is no package ${name} with licence ${license}`,
        ),
    ],
  };
}

/** Packages for other systems are in the lock file, but not installed. */
function licenceAt(path, entry, manifest = entry.optional ? entry : {}) {
  const name = entry.name ?? path.split("node_modules/").at(-1);
  return { name, version: entry.version, license: String(manifest.license ?? "(none, or not installed)") };
}

/** `(MIT OR Apache-2.0)` has two licences. */
function licencesIn(expression) {
  return expression.replace(/[()]/g, "").split(" OR ");
}

function installed(path) {
  const file = join(path, "package.json");
  return existsSync(file) ? [[path, JSON.parse(readFileSync(file, "utf8"))]] : [];
}

function main() {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const manifests = Object.fromEntries(shipped(lock).flatMap(installed));
  const { packages, problems } = checkLicences(lock, manifests, known);
  const byLicence = new Map();
  for (const { name, version, license } of packages) {
    byLicence.set(license, [...(byLicence.get(license) ?? []), `${name} ${version}`]);
  }
  for (const [licence, names] of [...byLicence].sort())
    print(`${licence}: ${[...new Set(names)].sort().join(", ")}`);
  for (const problem of problems) printError(problem);
  print(`${packages.length} packages, ${problems.length} problems`);
  return packages.length === 0 || problems.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main();
