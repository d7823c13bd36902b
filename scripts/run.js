/**
 * Runs a TypeScript file of this project: `node scripts/run.js main.ts [argument…]`. Loads the file, then calls the function
 * `main` if the file exports it. `scripts/host.js` decides whether it runs on CDKTF or on CDK Terrain.
 *
 * esbuild creates one bundle of the file, without a type check. The bundle is kept until one of its inputs changes. It contains the
 * dependencies of the library; other packages stay outside. Stack traces show lines of the bundle unless `NODE_OPTIONS=--enable-source-maps`,
 * with which Node reads the source maps of all packages too (0.3 s).
 */
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { inspect } = require("node:util");
const vm = require("node:vm");
const { withDeferredBindings } = require("./deferred");
const { hostOfApp, terrainPlugin } = require("./host");
const { replaceFile } = require("./replace-file");

const root = path.dirname(__dirname);
const cache = path.join(root, "node_modules/.cache/cdktf-clusters");

/** Loads `file`, a path from the project's root, and returns its exports. */
async function load(file) {
  // Node 22.1 and newer keep compiled code, also that of packages, from one run to the next.
  Module.enableCompileCache?.(path.join(cache, "compiled"));
  const host = hostOfApp();
  const outfile = path.join(cache, host === "cdktf" ? "" : host, file.replace(/\.ts$/, ".js"));
  if (isFresh(outfile)) return require(outfile);
  const text = await bundle(file, outfile, host);
  return replaceFile(outfile, text) ? require(outfile) : evaluate(text, outfile);
}

/** Bundles a file. The last line lists the inputs with times and sizes, unless an input may have changed during the build. */
async function bundle(file, outfile, host) {
  const start = Date.now();
  const { build, stop } = require("esbuild");
  const { dependencies } = require("../package.json");
  const { validatorsPlugin } = require("./validators");
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: "external",
    // A path is not a package, so that these are bundled: to find their hundred files takes longer than to run them.
    alias: Object.fromEntries(Object.keys(dependencies).map((name) => [name, require.resolve(name)])),
    plugins: host === "cdktf" ? [validatorsPlugin] : [terrainPlugin(), validatorsPlugin],
    platform: "node",
    target: "node20",
    sourcemap: true,
    metafile: true,
    write: false,
    logLevel: "error",
  });
  stop();
  const [map, bundled] = outputFiles;
  const text = withDeferredBindings(bundled.text);
  replaceFile(map.path, map.text);
  const inputs = [...Object.keys(metafile.inputs).filter(isOurs), ...always].map(stateOf);
  // File systems record times in steps.
  const isUnchanged = inputs.every(([, mtimeMs]) => mtimeMs < start - 20);
  return isUnchanged ? text + mark + JSON.stringify(inputs) : text;
}

/** Inputs of every bundle, in addition to its own files. The lock file represents the packages. */
const always = [
  "package.json",
  "scripts/deferred.js",
  "scripts/host.js",
  "modules/environment/environment.schema.json",
  "package-lock.json",
  "scripts/run.js",
  "scripts/validators.js",
  "tsconfig.json",
];

/** Whether an input is a file of this project that is not generated. */
const isOurs = (input) => !/^(node_modules\/|validators:)/.test(input);

const mark = "// inputs: ";

function stateOf(input) {
  const { mtimeMs, size } = fs.statSync(path.join(root, input));
  return [input, mtimeMs, size];
}

/** Whether a bundle exists, and its inputs have not changed since. */
function isFresh(outfile) {
  try {
    const text = fs.readFileSync(outfile, "utf8");
    const inputs = text.slice(text.lastIndexOf(mark) + mark.length);
    return JSON.stringify(JSON.parse(inputs).map(([input]) => stateOf(input))) === inputs;
  } catch {
    return false;
  }
}

/** The exports of a bundle that could not be written to its file. */
function evaluate(text, file) {
  const module = { exports: {} };
  const parameters = ["module", "exports", "require", "__filename", "__dirname"];
  const wrapper = vm.compileFunction(text.replace(/^#!.*/, ""), parameters, { filename: file });
  wrapper(module, module.exports, Module.createRequire(file), file, path.dirname(file));
  return module.exports;
}

module.exports = { load };

if (require.main === module) {
  const [, , file, ...rest] = process.argv;
  process.argv = [process.argv[0], path.resolve(file), ...rest];
  load(file)
    .then(({ main }) => main?.())
    .catch((failure) => {
      const { printError } = require("./printable");
      printError(failure?.isInputError ? failure.message : inspect(failure));
      process.exitCode = 1;
    });
}
