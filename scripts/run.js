/**
 * Runs a TypeScript file of this project: `node scripts/run.js main.ts [argument…]`.
 *
 * One bundle by esbuild, without a type check; packages stay outside of it. Stack traces point into the bundle unless
 * `NODE_OPTIONS=--enable-source-maps`, which would read the maps of all packages too (0.3 s).
 */
const { build, stop } = require("esbuild");
const path = require("node:path");

const root = path.dirname(__dirname);

/** Bundles and loads `file`, a path from the project's root. */
async function run(file) {
  const outfile = path.join(root, "node_modules", ".cache", "cdktf-clusters", file.replace(/\.ts$/, ".js"));
  const bundle = build({
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
  // esbuild is a process of its own: while it works, load what every entry needs.
  require("cdktf");
  require("yaml");
  await bundle;
  stop();
  return require(outfile);
}

// CDKTF records where every token was made, at full depth, and shows it to nobody: a twentieth of a synthesis.
const format = Error.prepareStackTrace;
Error.prepareStackTrace = (error, frames) =>
  error instanceof Error ? (format?.(error, frames) ?? [`${error}`, ...frames].join("\n    at ")) : "";

module.exports = { run };

if (require.main === module) {
  const [, , file, ...rest] = process.argv;
  process.argv = [process.argv[0], path.resolve(file), ...rest];
  run(file).catch((failure) => {
    console.error(failure?.isInputError ? failure.message : failure);
    process.exitCode = 1;
  });
}
