/**
 * Runs commands of the CDKTF CLI for all matching stacks: `npm run stacks -- list 'production-*'`,
 * `npm run stacks -- diff 'production-*'`.
 *
 * The app is synthesized once. `diff` then plans up to four stacks at a time (`--parallelism`), prints each plan at its end, and
 * passes all other options to `cdktf diff`. Exit codes: 0 success, 1 a plan failed, 2 the command line is invalid.
 */
const { spawn } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { print, printableLine, printError } = require("./printable");
const { load } = require("./run");

const usage = `Usage: npm run stacks -- list [GLOB…]
       npm run stacks -- diff [GLOB…] [--parallelism N] [option of cdktf diff…]

In a GLOB, * matches any characters and ? matches one. If omitted, all stacks are selected.
`;

const cdktf = join(dirname(require.resolve("cdktf-cli/package.json")), "bundle", "bin", "cdktf");

async function main([command, ...rest]) {
  const { globs, options, parallelism } = parse(rest);
  if ((command !== "list" && command !== "diff") || parallelism === undefined) return printUsage();
  if (command === "list" && options.length > 0) return printUsage();

  const { matchesGlob } = await load("modules/cluster/glob.ts");
  const synthesis = await run(["synth", ...options.filter((_, i) => isOutput(options, i))]);
  if (synthesis.code !== 0) return fail(synthesis.text);
  const names = stacksOf(outputOf(options)).filter((name) => globs.some((glob) => matchesGlob(glob, name)));
  if (names.length === 0) return fail("no stack matches\n");

  if (command === "list") return print(names.map(printableLine).join("\n"));
  const plan = async (name) => {
    const { code, text } = await run(["diff", name, "--skip-synth", ...options]);
    print(`\n=== ${printableLine(name)}\n${withoutEnd(text)}`);
    if (code !== 0) process.exitCode = 1;
  };
  // Terraform's plugin cache does not support two concurrent downloads, so the first run fills it alone.
  const [first, ...others] = names;
  await plan(first);
  await inParallel(others, parallelism, plan);
}

function parse(args) {
  const number = args.indexOf("--parallelism");
  const others = args.filter((_, i) => number < 0 || (i !== number && i !== number + 1));
  const parallelism = number < 0 ? 4 : Number(args[number + 1]);
  const first = others.findIndex((argument) => argument.startsWith("-"));
  const operands = first < 0 ? others : others.slice(0, first);
  return {
    globs: operands.length > 0 ? operands : ["*"],
    options: first < 0 ? [] : others.slice(first),
    parallelism: Number.isInteger(parallelism) && parallelism > 0 ? parallelism : undefined,
  };
}

const isOutput = (options, i) => /^(-o|--output)$/.test(options[i]) || /^(-o|--output)$/.test(options[i - 1]);

function outputOf(options) {
  const at = options.findIndex((option) => /^(-o|--output)$/.test(option));
  return at < 0 ? "cdktf.out" : options[at + 1];
}

function stacksOf(output) {
  return Object.keys(JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")).stacks).sort();
}

function run(args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CI: process.env.CI || "1", FORCE_COLOR: process.env.FORCE_COLOR || "0" };
    const child = spawn(process.execPath, [cdktf, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part) => (text += part));
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text }));
  });
}

async function inParallel(items, limit, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

/** Without the line feed at the end, which printing adds. */
const withoutEnd = (text) => text.replace(/\n$/, "");

function printUsage() {
  printError(withoutEnd(usage));
  process.exitCode = 2;
}

function fail(text) {
  printError(withoutEnd(text));
  process.exitCode = 1;
}

void main(process.argv.slice(2));
