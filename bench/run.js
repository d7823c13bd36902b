/**
 * Runs the benchmarks and writes `bench/RESULTS.md`: `npm run bench`, all parts or some (`-- --only floor,plan --runs 9`). Every figure
 * is a ratio within one run, or next to the figure to compare it with. Needs Linux, because /proc has the peak memory, and an idle
 * machine: each part waits for a low load, and the results contain the load before the run.
 */
const { execFileSync } = require("node:child_process");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const os = require("node:os");
const { join } = require("node:path");
const { setTimeout: wait } = require("node:timers/promises");
const { format, resolveConfig } = require("prettier");
const { devDependencies: versions } = require("../package.json");
const { UsageError, parseOptions, resultsOf, sectionsOf, stamped, usage } = require("./results");
const { root } = require("./support");

/** Each part returns its section for a number of runs. The slowest is last. */
const parts = {
  startup: "./startup/measure",
  floor: "./floor/measure",
  growth: "./growth/measure",
  types: "./types/measure",
  peers: "./peers/measure",
  explain: "./explain/measure",
  plan: "./plan/measure",
  "wrong-input": "./wrong-input/measure",
  tests: "./tests/measure",
};
const names = Object.keys(parts);
const file = join(root, "bench/RESULTS.md");

async function main(argv) {
  const options = parseOptions(argv, names);
  if (options.help) return process.stdout.write(usage(names));
  if (!existsSync("/proc/self/status")) throw new UsageError("needs Linux: peak memory is read from /proc");
  for (const name of options.parts) {
    try {
      await measure(name, options);
    } catch (failure) {
      // The results of the other parts are still useful.
      console.error(`${name}: ${failure.stack}`);
      process.exitCode = 1;
    }
  }
}

async function measure(name, { runs, trial }) {
  if (!trial) await untilQuiet();
  const load = os.loadavg()[0].toFixed(2);
  const start = Date.now();
  const section = await require(parts[name])(runs);
  const seconds = Math.round((Date.now() - start) / 1000);
  const text = stamped(section, circumstances(runs, load, seconds));
  console.log(`${text}\n`);
  if (!trial) await write(name, text);
}

/** The load includes the previous part for some minutes. A machine that stays busy is measured anyway. */
async function untilQuiet() {
  const end = Date.now() + 10 * 60_000;
  while (os.loadavg()[0] > 0.5 && Date.now() < end) await wait(5_000);
}

/** Writes after each part, so that no result is lost if the next part fails. */
async function write(name, section) {
  const sections = existsSync(file) ? sectionsOf(readFileSync(file, "utf8")) : {};
  const text = resultsOf({ ...sections, [name]: section }, names);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}

function circumstances(runs, load, seconds) {
  const cpu = os.cpus()[0]?.model ?? os.arch();
  return (
    `${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${runs} ${runs === 1 ? "run" : "runs"} after a warm-up, ${seconds} s ` +
    `in all; ${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 1e9)} GB, load ${load} before; ` +
    `Node ${process.versions.node}, cdktf ${versions.cdktf}, constructs ${versions.constructs}, ` +
    `provider-aws ${versions["@cdktf/provider-aws"]}, -azurerm ${versions["@cdktf/provider-azurerm"]}, ` +
    `-google ${versions["@cdktf/provider-google"]}, TypeScript ${versions.typescript}.`
  );
}

function commit() {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();
  try {
    const changed = git("status", "--porcelain", "--", ".", ":!bench/RESULTS.md") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${changed ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}

main(process.argv.slice(2)).catch((failure) => {
  if (!(failure instanceof UsageError)) throw failure;
  console.error(`bench: ${failure.message}\n\n${usage(names)}`);
  process.exitCode = 2;
});
