import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import manifest from "../../package.json";

/** Tests package.json for users of the package. __tests__/e2e/package tests the content of the package. */

type Conditions = Readonly<Record<string, string>>;
const paths = Object.entries(manifest.exports as Record<string, string | Conditions>);
const code = paths.filter((entry): entry is [string, Conditions] => typeof entry[1] === "object");

test("every platform has a sub-path, in addition to the root and the test helpers", () => {
  const platforms = readdirSync("modules").filter((name) => existsSync(join("modules", name, "cluster.ts")));
  expect(platforms).toContain("eks");
  expect(code.map(([path]) => path).sort()).toEqual(
    [".", "./testing", ...platforms.map((name) => `./${name}`)].sort(),
  );
});

test("each sub-path has types first, and an existing module", () => {
  for (const [path, conditions] of code) {
    expect(Object.keys(conditions)).toEqual(["types", "default"]);
    const stem = conditions.default.replace(/\.js$/, "");
    expect(conditions.types).toBe(`${stem}.d.ts`);
    expect(stem).toBe(path === "." ? "./lib/index" : `./lib/${path.slice(2)}/index`);
    expect(existsSync(`${stem.replace("./lib", "modules")}.ts`)).toBe(true);
  }
});

test("compilers without support for exports find the same types", () => {
  const { "*": versions } = manifest.typesVersions as Record<string, Record<string, string[]>>;
  const expected = code.filter(([path]) => path !== ".").map(([path, { types }]) => [path.slice(2), [types]]);
  expect(versions).toEqual(Object.fromEntries(expected));
  expect([manifest.main, manifest.types]).toEqual(["./lib/index.js", "./lib/index.d.ts"]);
});

/** The packages that the modules in some folders import at run time. */
function packagesOf(...folders: string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const names = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => ts.preProcessFile(withoutTypes(readFileSync(file, "utf8"))).importedFiles)
    .filter(({ fileName }) => !fileName.startsWith(".") && !fileName.startsWith("node:"))
    .map(({ fileName }) =>
      fileName
        .split("/")
        .slice(0, fileName.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  return [...new Set(names)].sort();
}

const withoutTypes = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Preserve },
  }).outputText;

test("exactly the imported packages are dependencies or peers", () => {
  const promised = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
  const imported = packagesOf("modules", "stacks", "cli").filter((name) => name !== manifest.name);
  // The build includes this package in a separate file.
  const bundled = ["@dagrejs/dagre"];
  expect(imported.filter((name) => !promised.includes(name))).toEqual(bundled);
  expect(Object.keys(manifest.dependencies).filter((name) => !imported.includes(name))).toEqual([]);
});

test("providers and both hosts are optional peers, constructs is a required peer", () => {
  const peers = Object.keys(manifest.peerDependencies);
  const optional = Object.entries(manifest.peerDependenciesMeta).filter(([, { optional }]) => optional);
  expect(optional.map(([name]) => name).sort()).toEqual(peers.filter((name) => name !== "constructs").sort());
  expect(peers.filter((name) => !/^@cdkt[fn]\/provider-/.test(name))).toEqual([
    "cdktf",
    "cdktn",
    "constructs",
  ]);
});

test("the range of a peer begins with the tested version", () => {
  const tested = manifest.devDependencies as Record<string, string>;
  for (const [name, range] of Object.entries(manifest.peerDependencies)) {
    // The range of constructs is that of CDKTF. __tests__/hosts has the peers of CDK Terrain.
    if (name !== "constructs" && !name.includes("cdktn")) expect(range).toBe(`^${tested[name]}`);
  }
});

test("only listed files are packed", () => {
  const text = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ files }] = JSON.parse(text) as { files: { path: string }[] }[];
  const allowed =
    /^((lib|cdktn)\/.*\.(js|d\.ts|json)|lib\/NOTICES\.txt|cdktn\/provider-(google|helm)\/LICENSE|docs\/(?!api\/).*\.md|bin\/cdktf-clusters\.js|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
  expect(files.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "bin/cdktf-clusters.js",
      "LICENSE",
      "README.md",
      "docs/getting-started.md",
      "docs/decisions/README.md",
    ]),
  );
});
