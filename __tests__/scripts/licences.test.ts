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
const right: Readonly<Record<string, object>> = {
  "node_modules/a": { license: "MIT" },
  "node_modules/p": { license: "MPL-2.0" },
  "node_modules/p/node_modules/x": { license: "(GPL-3.0 OR ISC)" },
};
const known = { p: "MPL-2.0" };

/** The faults, where these manifests are installed. */
function faultsOf(manifests: object, allowed: object, of: object = lock): unknown {
  const result = callScript("scripts/licences.mjs", "judge", of, manifests, allowed);
  return (result as { faults?: unknown }).faults ?? result;
}

test("licences that ask for a notice pass, and those that are known", () => {
  expect(faultsOf(right, known)).toEqual([]);
});

test.each([
  ["of a dependency", "node_modules/a", "a 1.0.0"],
  ["of what a peer packs", "node_modules/p/node_modules/x", "x 3.0.0"],
])("another licence %s is told", (_, path, name) => {
  const faults = faultsOf({ ...right, [path]: { license: "GPL-3.0" } }, known);
  expect(faults).toEqual([`${name}: licence GPL-3.0 is not known here`]);
});

test("a known package may not change its licence", () => {
  expect(faultsOf({ ...right, "node_modules/p": { license: "BUSL-1.1" } }, known)).toEqual([
    "p 1.2.0: licence BUSL-1.1 is not known here",
    "scripts/licences.mjs: no package p with licence MPL-2.0 is there",
  ]);
});

test("a known package that is not there, or needs no exception, is told", () => {
  expect(faultsOf(right, { ...known, gone: "MPL-2.0", a: "MIT" })).toEqual([
    "scripts/licences.mjs: no package gone with licence MPL-2.0 is there",
    "scripts/licences.mjs: no package a with licence MIT is there",
  ]);
});

test("what is not installed is told, unless it is for another system and the lock file has its licence", () => {
  const rest = { ...right, "node_modules/a": undefined };
  expect(faultsOf(rest, known)).toEqual(["a 1.0.0: licence (none, or not installed) is not known here"]);
  const a = { version: "1.0.0", optional: true, license: "MIT" };
  expect(faultsOf(rest, known, { packages: { ...lock.packages, "node_modules/a": a } })).toEqual([]);
});

test("the packages of this library pass, CDKTF and what it packs among them", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/licences.mjs"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^MPL-2\.0: .*\bcdktf \d/m);
  expect(stdout).toMatch(/^Apache-2\.0: .*\bconstructs \d/m);
  expect(stdout).toMatch(/^MIT: .*\barchiver \d.*\bbrace-expansion \d/m);
});
