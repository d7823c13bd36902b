import { spawnSync } from "node:child_process";
import { callScript } from "./modules";

const lock = {
  packages: {
    "": { dependencies: { a: "1" }, peerDependencies: { p: "1" } },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/p": { version: "1.2.0", dev: true, bundleDependencies: ["x"], dependencies: { x: "1" } },
    "node_modules/p/node_modules/x": { version: "3.0.0", dev: true, inBundle: true },
  },
};
const installed: Readonly<Record<string, object>> = {
  "node_modules/a": { license: "MIT" },
  "node_modules/p": { license: "MPL-2.0" },
  "node_modules/p/node_modules/x": { license: "(GPL-3.0 OR ISC)" },
};
const known = { p: "MPL-2.0" };

/** The problems with these installed manifests. */
function problemsOf(manifests: object, allowed: object, of: object = lock): unknown {
  const result = callScript("scripts/licences.mjs", "checkLicences", of, manifests, allowed);
  return (result as { problems?: unknown }).problems ?? result;
}

test("permissive and known licences pass", () => {
  expect(problemsOf(installed, known)).toEqual([]);
});

test.each([
  ["of a dependency", "node_modules/a", "a 1.0.0"],
  ["of a package that a peer bundles", "node_modules/p/node_modules/x", "x 3.0.0"],
])("an unknown licence %s is reported", (_, path, name) => {
  const problems = problemsOf({ ...installed, [path]: { license: "GPL-3.0" } }, known);
  expect(problems).toEqual([`${name}: unknown licence GPL-3.0`]);
});

test("a known package may not change its licence", () => {
  expect(problemsOf({ ...installed, "node_modules/p": { license: "BUSL-1.1" } }, known)).toEqual([
    "p 1.2.0: unknown licence BUSL-1.1",
    "scripts/licences.mjs: there is no package p with licence MPL-2.0",
  ]);
});

test("a known package that does not exist, or needs no exception, is reported", () => {
  expect(problemsOf(installed, { ...known, missing: "MPL-2.0", a: "MIT" })).toEqual([
    "scripts/licences.mjs: there is no package missing with licence MPL-2.0",
    "scripts/licences.mjs: there is no package a with licence MIT",
  ]);
});

test("a package that is not installed is reported, unless it is optional and the lock file has its licence", () => {
  const rest = { ...installed, "node_modules/a": undefined };
  expect(problemsOf(rest, known)).toEqual(["a 1.0.0: unknown licence (none, or not installed)"]);
  const a = { version: "1.0.0", optional: true, license: "MIT" };
  expect(problemsOf(rest, known, { packages: { ...lock.packages, "node_modules/a": a } })).toEqual([]);
});

test("the packages of this library pass, with CDKTF and its bundled packages", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/licences.mjs"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^MPL-2\.0: .*\bcdktf \d/m);
  expect(stdout).toMatch(/^Apache-2\.0: .*\bconstructs \d/m);
  expect(stdout).toMatch(/^MIT: .*\barchiver \d.*\bbrace-expansion \d/m);
});
