/**
 * Lists the licences of all packages that users of the library get, and fails for one that is not known to be permissive:
 * `npm run licences`. Reads what is installed; asks no registry.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

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

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const installed = Object.entries(packages)
  .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
  .flatMap(([path]) => manifest(path) ?? []);

const byLicence = new Map();
for (const { name, version, license } of installed) {
  const list = byLicence.get(license) ?? [];
  byLicence.set(license, [...list, `${name} ${version}`]);
}
for (const [licence, names] of [...byLicence].sort())
  console.log(`${licence}: ${[...new Set(names)].sort().join(", ")}`);

const doubtful = installed.filter(
  ({ name, license }) =>
    !licencesIn(license).some((one) => permissive.includes(one)) && known[name] !== license,
);
for (const { name, version, license } of doubtful)
  console.error(`${name} ${version}: licence ${license} is not known here`);
if (installed.length === 0 || doubtful.length > 0) process.exitCode = 1;

/** Packages for other systems are in the lock file and not on the disk. */
function manifest(path) {
  try {
    const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    return { name, version, license: String(license) };
  } catch {
    return undefined;
  }
}

/** `(MIT OR Apache-2.0)` offers two. */
function licencesIn(expression) {
  return expression.replace(/[()]/g, "").split(" OR ");
}
