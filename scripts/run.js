/**
 * Runs a TypeScript file of this project: `node scripts/run.js main.ts [argument…]`.
 *
 * One bundle by esbuild, without a type check: 20 ms for all files. Packages stay outside of it. Stack traces point into
 * the bundle unless `NODE_OPTIONS=--enable-source-maps`, which would read the maps of all packages too (0.3 s).
 */
const { buildSync } = require("esbuild");
const path = require("node:path");

const root = path.dirname(__dirname);

/** Bundles and loads `file`, a path from the project's root. */
function run(file) {
  const outfile = path.join(root, "node_modules", ".cache", "cdktf-clusters", file.replace(/\.ts$/, ".js"));
  buildSync({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    sourcemap: true,
    logLevel: "error",
  });
  return require(outfile);
}

module.exports = { run };

if (require.main === module) {
  const [, , file, ...rest] = process.argv;
  process.argv = [process.argv[0], path.resolve(file), ...rest];
  run(file);
}
