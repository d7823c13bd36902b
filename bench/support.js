/** Common functions of the benchmarks: processes in turns, their time and peak memory, medians, ratios, tables. */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { parseDocument } = require("yaml");

const root = join(__dirname, "..");

/** Runs a function with a temporary folder. */
function withScratch(work) {
  // The folder is outside of any node_modules folder.
  const scratch = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return work(scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/**
 * Runs a Node program.
 *
 * @returns its wall time and CPU time in ms, its peak memory in MB, and its output.
 */
function node(args, env = {}) {
  return run(process.execPath, args, { env });
}

/**
 * Runs a program and measures it and its child processes that are Node processes.
 *
 * @param options.accept exit codes that are not an error
 * @param options.timeout in ms; a program that takes longer is killed, and its exit code is undefined
 * @returns its wall time (`ms`), the CPU time of all processes (`cpu`, ms), the largest peak memory of one of them (`mb`), its exit code,
 * and its output. The peak memory is the high-water mark that the process itself reads (`VmHWM`), because the value that a parent gets
 * includes its own memory before the exec. It is undefined if no process ended by itself.
 */
function run(program, args, { cwd = root, env = {}, accept = [0], timeout } = {}) {
  return withScratch((scratch) => {
    const hook = join(scratch, "hook.js");
    writeFileSync(
      hook,
      `const fs = require("node:fs");
       const used = ${JSON.stringify(join(scratch, "used-"))} + process.pid;
       process.on("exit", () => {
         const status = fs.readFileSync("/proc/self/status", "utf8");
         const { user, system } = process.cpuUsage();
         const mb = Number(/VmHWM:\\s+(\\d+) kB/.exec(status)[1]) / 1000;
         fs.writeFileSync(used, JSON.stringify({ mb, cpu: (user + system) / 1000 }));
       });`,
    );
    const start = process.hrtime.bigint();
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout,
      killSignal: "SIGKILL",
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${hook}`,
        CDKTF_OUTDIR: join(scratch, "out"),
        CDK_OUTDIR: join(scratch, "out"),
        ...env,
      },
    });
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    const code = status ?? undefined;
    if (!accept.includes(code))
      throw new Error(`${[program, ...args].join(" ")}: ${error ?? stderr + stdout}`);
    return { ms, ...used(scratch), code, stdout, stderr };
  });
}

/** The figures that the processes wrote at their end. */
function used(folder) {
  const all = readdirSync(folder)
    .filter((name) => name.startsWith("used-"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const cpu = all.reduce((sum, one) => sum + one.cpu, 0);
  return { cpu, mb: all.length === 0 ? undefined : Math.max(...all.map(({ mb }) => mb)) };
}

/**
 * Measures all cases in each round.
 *
 * @param cases functions that measure, by name
 * @returns the results of all rounds by name, without the first round, which is a warm-up
 */
function inTurns(cases, runs) {
  const results = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const [name, measure] of Object.entries(cases)) {
      const result = measure();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of a figure. */
function medianOf(results, figure) {
  return median(results.map((result) => result[figure]));
}

/** The median of the ratios of two cases in each round. */
function ratioOf(results, to, figure) {
  return median(results.map((result, round) => result[figure] / to[round][figure]));
}

/** Formats rows as a Markdown table. The first row is the header. */
function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The shipped production environment, with only the clusters of one platform. */
function productionOn(platform) {
  const document = parseDocument(readFileSync(join(root, "environments/production.yaml"), "utf8"));
  const clusters = document.get("clusters");
  clusters.items = clusters.items.filter((cluster) => cluster.get("platform") === platform);
  return document;
}

module.exports = {
  root,
  withScratch,
  node,
  run,
  inTurns,
  median,
  medianOf,
  ratioOf,
  table,
  productionOn,
};
