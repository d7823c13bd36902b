/**
 * Lists the licences of all packages that users of the library get, and fails for one that is not known to be permissive:
 * `npm run licences`. Reads what is installed; asks no registry.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { shipped } from "./shipped.mjs";

/** Licences that ask for no more than a notice. */
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

/** Packages whose file does not say it as SPDX does, or that bind users to what they know already. */
const known = {
  jsonify: "Public Domain",
  cdktf: "MPL-2.0",
  "@cdktf/provider-aws": "MPL-2.0",
  "@cdktf/provider-azurerm": "MPL-2.0",
  "@cdktf/provider-google": "MPL-2.0",
};

/**
 * The packages that users get, with their licences, and what is wrong with them.
 *
 * @param lock - the parsed lock file
 * @param manifests - the parsed `package.json` of what is installed, by its path in the lock file
 * @param known - licences of packages that are let pass though they are not permissive, each of which must be needed
 */
export function judge(lock, manifests, known) {
  const packages = shipped(lock).map((path) => licenceAt(path, lock.packages[path], manifests[path]));
  const isPermissive = ({ license }) => licencesIn(license).some((one) => permissive.includes(one));
  const isKnown = ({ name, license }) => known[name] === license;
  return {
    packages,
    faults: [
      ...packages
        .filter((one) => !isPermissive(one) && !isKnown(one))
        .map(({ name, version, license }) => `${name} ${version}: licence ${license} is not known here`),
      ...Object.entries(known)
        .filter(([name]) => !packages.some((one) => one.name === name && isKnown(one) && !isPermissive(one)))
        .map(
          ([name, license]) => `scripts/licences.mjs: no package ${name} with licence ${license} is there`,
        ),
    ],
  };
}

/** What is for other systems is in the lock file and not on the disk. */
function licenceAt(path, entry, manifest = entry.optional ? entry : {}) {
  const name = entry.name ?? path.split("node_modules/").at(-1);
  return { name, version: entry.version, license: String(manifest.license ?? "(none, or not installed)") };
}

/** `(MIT OR Apache-2.0)` offers two. */
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
  const { packages, faults } = judge(lock, manifests, known);
  const byLicence = new Map();
  for (const { name, version, license } of packages) {
    byLicence.set(license, [...(byLicence.get(license) ?? []), `${name} ${version}`]);
  }
  for (const [licence, names] of [...byLicence].sort())
    console.log(`${licence}: ${[...new Set(names)].sort().join(", ")}`);
  for (const fault of faults) console.error(fault);
  console.log(`${packages.length} packages, ${faults.length} faults`);
  return packages.length === 0 || faults.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main();
