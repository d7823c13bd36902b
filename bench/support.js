/** What the measurements have in common: whole processes in turns, their time and peak memory, medians, ratios, tables. */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { parseDocument } = require("yaml");

const root = join(__dirname, "..");

/** Does the work with a folder that is gone afterwards. */
function withScratch(work) {
  // Below node_modules of nobody: programs in it find packages through the project's.
  const scratch = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return work(scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/**
 * Runs a Node program to its end.
 *
 * @returns its wall time and its processor time in ms, its peak memory in MB, and what it printed.
 */
function node(args, env = {}) {
  return run(process.execPath, args, { env });
}

/**
 * Runs a program to its end, and measures the Node processes that it is or starts.
 *
 * @param options.accept exit codes that are an answer and no failure
 * @param options.timeout in ms; a program that takes longer is killed, and its exit code is undefined
 * @returns its wall time in ms (`ms`), the processor time of all processes (`cpu`, ms), the largest peak memory of one of them (`mb`), its
 * exit code, and what it printed. The peak is the process's own high-water mark (`VmHWM`): the one that a parent is told includes the
 * parent's memory before the program was loaded. It is undefined when none ended by itself.
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

/** What the processes wrote down when they ended. */
function used(folder) {
  const all = readdirSync(folder)
    .filter((name) => name.startsWith("used-"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const cpu = all.reduce((sum, one) => sum + one.cpu, 0);
  return { cpu, mb: all.length === 0 ? undefined : Math.max(...all.map(({ mb }) => mb)) };
}

/**
 * Lets every case have its turn in each round.
 *
 * @param cases by name: what is done, and gives what was measured
 * @returns by name: what each round gave, without the first, which warms up
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

/** The median of one figure of many results. */
function medianOf(results, figure) {
  return median(results.map((result) => result[figure]));
}

/** The median of the ratios of two cases, which were measured in the same rounds, taken round by round. */
function ratioOf(results, to, figure) {
  return median(results.map((result, round) => result[figure] / to[round][figure]));
}

/** Rows as a table in Markdown; the first one is its head. */
function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The shipped production environment with the clusters of one platform alone. */
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
