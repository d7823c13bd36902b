/**
 * Runs a TypeScript file of this project: `node scripts/run.js main.ts [argument…]`.
 *
 * One bundle by esbuild, without a type check, kept until one of its files changes; packages stay outside. Stack traces point into the bundle unless
 * `NODE_OPTIONS=--enable-source-maps`, which would read the maps of all packages too (0.3 s).
 */
const fs = require("node:fs");
const path = require("node:path");

const root = path.dirname(__dirname);

/** Bundles and loads `file`, a path from the project's root. A bundle whose files are as they were is not made again. */
async function run(file) {
  const outfile = path.join(root, "node_modules", ".cache", "cdktf-clusters", file.replace(/\.ts$/, ".js"));
  if (!isFresh(outfile)) await bundle(file, outfile);
  return require(outfile);
}

async function bundle(file, outfile) {
  const { build, stop } = require("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    sourcemap: true,
    metafile: true,
    logLevel: "error",
  });
  stop();
  const inputs = [...Object.keys(metafile.inputs), "package-lock.json", "tsconfig.json", "scripts/run.js"];
  const states = Object.fromEntries(inputs.map((input) => [input, stateOf(input)]));
  fs.writeFileSync(`${outfile}.inputs.json`, JSON.stringify(states));
}

function isFresh(outfile) {
  try {
    const states = JSON.parse(fs.readFileSync(`${outfile}.inputs.json`, "utf8"));
    return (
      fs.existsSync(outfile) && Object.entries(states).every(([input, state]) => stateOf(input) === state)
    );
  } catch {
    return false;
  }
}

/** What changes when a file does. */
function stateOf(input) {
  const { mtimeMs, size } = fs.statSync(path.join(root, input));
  return `${mtimeMs} ${size}`;
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
