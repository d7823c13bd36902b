/**
 * Runs a TypeScript file of this project: `node scripts/run.js main.ts [argument…]`.
 *
 * One bundle by esbuild, without a type check, kept until one of its files changes. The library's own dependencies are in it,
 * other packages stay outside. Beside it is what V8 made of it. Stack traces point into the bundle unless
 * `NODE_OPTIONS=--enable-source-maps`, which would read the maps of all packages too (0.3 s).
 */
const { Buffer } = require("node:buffer");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const root = path.dirname(__dirname);

/** Bundles and loads `file`, a path from the project's root. A bundle whose files are as they were is not made again. */
async function run(file) {
  const outfile = path.join(root, "node_modules", ".cache", "cdktf-clusters", file.replace(/\.ts$/, ".js"));
  return load(outfile, keptBundle(outfile) ?? (await bundle(file, outfile)));
}

async function bundle(file, outfile) {
  const began = Date.now();
  const { build, stop } = require("esbuild");
  const { dependencies } = require("../package.json");
  const { validatorsPlugin } = require("./validators");
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: "external",
    // A path is no package, so that these are taken in: looking up their hundred files takes longer than running them.
    alias: Object.fromEntries(Object.keys(dependencies).map((name) => [name, require.resolve(name)])),
    plugins: [validatorsPlugin],
    platform: "node",
    target: "node20",
    sourcemap: true,
    metafile: true,
    write: false,
    logLevel: "error",
  });
  stop();
  for (const { path: output, contents } of outputFiles) keep(output, contents);
  const made = Buffer.from(outputFiles.find(({ path: output }) => output === outfile).contents);
  const ours = Object.keys(metafile.inputs).filter((input) => !/^(node_modules\/|validators:)/.test(input));
  const others = ["environment.schema.json"].map((name) => `modules/environment/${name}`);
  const states = [
    ...ours,
    ...others,
    "package-lock.json",
    "tsconfig.json",
    "scripts/run.js",
    "scripts/validators.js",
  ].map((input) => [input, fs.statSync(path.join(root, input))]);
  // Who saves a file meanwhile finds the old text in the bundle; clocks of file systems go in steps.
  if (states.every(([, { mtimeMs }]) => mtimeMs < began - clockStepMs)) {
    const inputs = Object.fromEntries(states.map(([input, state]) => [input, stateOf(state)]));
    keep(`${outfile}.inputs.json`, JSON.stringify({ bundle: hashOf(made).toString("hex"), inputs }));
  }
  return made;
}

const clockStepMs = 20;

/** The bundle of an earlier run, if it is that of which the inputs are known, and they are as they were. */
function keptBundle(outfile) {
  try {
    const { bundle: hash, inputs } = JSON.parse(fs.readFileSync(`${outfile}.inputs.json`, "utf8"));
    const isFresh = ([input, state]) => stateOf(fs.statSync(path.join(root, input))) === state;
    const kept = Object.entries(inputs).every(isFresh) ? fs.readFileSync(outfile) : undefined;
    return kept && hashOf(kept).toString("hex") === hash ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What changes when a file does. */
const stateOf = ({ mtimeMs, size }) => `${mtimeMs} ${size}`;

const hashOf = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * As `require` does, but with the code that V8 made in an earlier run, if it is of this text: V8 itself compares nothing but the
 * length, and refuses only what another Node made.
 */
function load(file, bytes) {
  const hash = hashOf(bytes);
  const kept = readIfThere(`${file}.code`);
  const cachedData = kept?.subarray(0, hash.length).equals(hash) ? kept.subarray(hash.length) : undefined;
  const text = bytes.toString().replace(/^#!.*/, "");
  const script = new vm.Script(Module.wrap(text), { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected) {
    // At the end of a run that went well it has all the functions that such a run calls.
    process.once("exit", (code) => {
      if (code === 0) keep(`${file}.code`, Buffer.concat([hash, script.createCachedData()]));
    });
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, Module.createRequire(file), module, file, path.dirname(file));
  return module.exports;
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * At once, because others may be reading. Where nothing can be written, as in a container whose packages are somebody else's,
 * the next run makes it again.
 */
function keep(file, contents) {
  const next = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    try {
      fs.writeFileSync(next, contents);
      fs.renameSync(next, file);
    } finally {
      fs.rmSync(next, { force: true });
    }
  } catch {
    return;
  }
}

/** CDKTF records where every token was made, at full depth, and shows it to nobody: a fifth of a synthesis. */
function leaveOutTracesOfTokens() {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = (object, below) => {
    // The depth that CDKTF asks for, and nobody else.
    if (Error.stackTraceLimit !== Number.MAX_SAFE_INTEGER) capture(object, below);
  };
}

/** CDKTF loads what packs archives, a tenth of a synthesis, and then packs in a process of its own. */
function loadArchiverWhenItPacks() {
  const loadModule = Module._load;
  Module._load = function (request, ...rest) {
    if (request !== "archiver") return loadModule.call(this, request, ...rest);
    return (...args) => loadModule.call(this, request, ...rest)(...args);
  };
}

leaveOutTracesOfTokens();
loadArchiverWhenItPacks();

module.exports = { run };

if (require.main === module) {
  const [, , file, ...rest] = process.argv;
  process.argv = [process.argv[0], path.resolve(file), ...rest];
  run(file).catch((failure) => {
    console.error(failure?.isInputError ? failure.message : failure);
    process.exitCode = 1;
  });
}
