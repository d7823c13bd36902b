import { readFileSync } from "node:fs";
import { callScript } from "./modules";

const project = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: object };

const shipped = (packages: object) => callScript("scripts/shipped.mjs", "shipped", { packages });

test.each([
  [
    "dependencies and peers with their dependencies, even if marked as development dependencies",
    {
      "": { dependencies: { a: "1" }, peerDependencies: { p: "1" }, devDependencies: { p: "1", d: "1" } },
      "node_modules/a": { dependencies: { b: "1" } },
      "node_modules/b": {},
      "node_modules/p": { dev: true, peerDependencies: { q: "1" } },
      "node_modules/q": { dev: true },
      "node_modules/d": { dev: true },
    },
    ["node_modules/a", "node_modules/b", "node_modules/p", "node_modules/q"],
  ],
  [
    "optional peers of the library, but not of other packages",
    {
      "": {
        peerDependencies: { p: "1" },
        peerDependenciesMeta: { p: { optional: true } },
        devDependencies: { q: "1" },
      },
      "node_modules/p": { peerDependencies: { q: "1" }, peerDependenciesMeta: { q: { optional: true } } },
      "node_modules/q": {},
    },
    ["node_modules/p"],
  ],
  [
    "the nearest of several versions",
    {
      "": { dependencies: { a: "1" } },
      "node_modules/a": { dependencies: { b: "1", c: "1" } },
      "node_modules/a/node_modules/b": { dependencies: { c: "1", d: "1" } },
      "node_modules/a/node_modules/c": {},
      "node_modules/b": {},
      "node_modules/c": {},
      "node_modules/d": {},
    },
    ["node_modules/a", "node_modules/a/node_modules/b", "node_modules/a/node_modules/c", "node_modules/d"],
  ],
  [
    "optional dependencies that are in the lock file",
    {
      "": { dependencies: { a: "1" } },
      "node_modules/a": { dependencies: { b: "1" }, optionalDependencies: { b: "1", missing: "1" } },
      "node_modules/b": { optional: true },
    },
    ["node_modules/a", "node_modules/b"],
  ],
  [
    "bundled packages",
    {
      "": { dependencies: { a: "1" }, devDependencies: { b: "1" } },
      "node_modules/a": { bundleDependencies: ["x"] },
      "node_modules/a/node_modules/x": { inBundle: true },
      "node_modules/a/node_modules/x/node_modules/y": { inBundle: true },
      "node_modules/b": {},
      "node_modules/b/node_modules/x": { inBundle: true },
    },
    ["node_modules/a", "node_modules/a/node_modules/x", "node_modules/a/node_modules/x/node_modules/y"],
  ],
])("users install %s", (_, packages, expected) => {
  expect(shipped(packages)).toEqual(expected);
});

test("an incomplete lock file is refused", () => {
  expect(shipped({ "": { dependencies: { a: "1" } } })).toContain(
    "package-lock.json: the package itself requires a, which has no entry",
  );
  expect(
    shipped({ "": { dependencies: { a: "1" } }, "node_modules/a": { dependencies: { b: "1" } } }),
  ).toContain("package-lock.json: node_modules/a requires b, which has no entry");
});

test("users of this library install CDKTF with its bundled packages and all bindings, but no development tools", () => {
  const paths = shipped(project.packages) as string[];
  expect(paths).toEqual(
    expect.arrayContaining([
      "node_modules/@cdktf/provider-aws",
      "node_modules/@cdktf/provider-azurerm",
      "node_modules/@cdktf/provider-google",
      "node_modules/cdktf",
      "node_modules/cdktf/node_modules/archiver",
      "node_modules/cdktf/node_modules/brace-expansion",
      "node_modules/constructs",
      "node_modules/ip-address",
      "node_modules/yaml",
    ]),
  );
  const packed = Object.keys(project.packages).filter((path) => path.startsWith("node_modules/cdktf/"));
  expect(paths.filter((path) => path.startsWith("node_modules/cdktf/"))).toEqual(packed.sort());
  expect(paths.filter((path) => /node_modules\/(jest|typescript|cdktf-cli)$/.test(path))).toEqual([]);
});
