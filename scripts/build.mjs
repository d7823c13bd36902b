/**
 * Builds the npm package into lib/: `npm run build`.
 *
 * Compiles each sub-path of package.json and its imports to CommonJS with types, file by file. Bundles the command into one file, which
 * loads stacks and platforms on demand. Packages stay outside of both. `cdktn/` is the same for CDK Terrain: see `scripts/host.js`.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { withDeferredBindings } from "./deferred.js";
import hosts from "./host.js";
import { editorSchemas } from "./editor-schema.mjs";
import { validatorsPlugin } from "./validators.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const lib = join(root, "lib");

/** The modules of the sub-paths: `./lib/eks/index.js` is compiled from `modules/eks/index.ts`. */
const { exports: paths } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.values(paths)
  .flatMap(({ default: file }) => file ?? [])
  .map((file) => join(root, file.replace("./lib/", "modules/").replace(/\.js$/, ".ts")));

/** Small packages that become a part of the command, so that users do not install them. */
const bundled = ["@dagrejs/dagre", "@dagrejs/graphlib"];

/** The build for CDK Terrain. The name is that of its sub-paths, which compilers without support for exports read as folders. */
const terrain = join(root, "cdktn");

rmSync(lib, { recursive: true, force: true });
rmSync(terrain, { recursive: true, force: true });
compile();
await bundleCommand(join(lib, "cli.js"));
const needed = hosts.writeTerrainBuild(lib, terrain);
await bundleCommand(join(terrain, "cli.js"), terrainNames(needed));
hosts.writeBindings(needed, terrain);
for (const [folder, host] of [
  [lib, "cdktf"],
  [terrain, "cdktn"],
])
  checkHost(folder, host);
for (const [name, text] of Object.entries(editorSchemas())) writeFileSync(join(lib, name), text);
for (const schema of ["explain/explanation", "compare/comparison"]) {
  copyFileSync(join(root, `modules/${schema}.schema.json`), join(lib, `${basename(schema)}.schema.json`));
}
copyNotices();

function compile() {
  const scratch = mkdtempSync(join(root, "node_modules", ".build-"));
  try {
    const project = join(scratch, "tsconfig.json");
    writeFileSync(project, JSON.stringify({ extends: join(root, "tsconfig.build.json"), files: entries }));
    execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", project], {
      stdio: "inherit",
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The licences of the packages in the bundle require their notice. */
function copyNotices() {
  const notices = bundled.map(
    (name) => `${name}\n\n${readFileSync(join(root, "node_modules", name, "LICENSE"), "utf8")}`,
  );
  writeFileSync(join(lib, "NOTICES.txt"), notices.join("\n"));
}

/** The names of CDK Terrain in the command; bindings that are not published are next to it. */
function terrainNames(needed) {
  return {
    name: "cdktn",
    setup({ onResolve }) {
      onResolve({ filter: /^(cdktf|@cdktf\/provider-[a-z]+)(\/|$)/ }, ({ path: name }) => {
        const published = hosts.terrainName(name);
        if (published !== undefined) return { path: published, external: true };
        const { provider, resource } = hosts.bindingOf(name);
        needed.add(`${provider}/${resource}`);
        return { path: `./provider-${provider}/${resource}/index.js`, external: true };
      });
    },
  };
}

/** Each entry first checks which host is installed. */
function checkHost(folder, host) {
  writeFileSync(join(folder, "host.js"), hosts.hostCheck(host));
  for (const entry of entries) {
    const file = join(folder, relative(join(root, "modules"), entry).replace(/\.ts$/, ".js"));
    const check = hosts.relativePath(dirname(file), join(folder, "host.js"));
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/^"use strict";\n/, (start) => `${start}require("${check}");\n`),
    );
  }
}

/** @param names - a plugin that replaces names of packages */
async function bundleCommand(outfile, ...names) {
  await build({
    absWorkingDir: root,
    entryPoints: ["cli/cdktf-clusters.ts"],
    outfile,
    bundle: true,
    packages: "external",
    alias: Object.fromEntries(bundled.map((name) => [name, require.resolve(name)])),
    plugins: [...names, validatorsPlugin],
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  writeFileSync(outfile, withDeferredBindings(readFileSync(outfile, "utf8")));
}
