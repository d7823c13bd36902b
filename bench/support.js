/** What the measurements have in common: whole processes in turns, their time and peak memory, medians, tables. */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

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
 * @returns its wall time in ms, its peak memory in MB, and what it printed. The peak is the process's own high-water mark (`VmHWM`):
 * the one that a parent is told includes the parent's memory before the program was loaded.
 */
function node(args, env = {}) {
  return withScratch((scratch) => {
    const hook = join(scratch, "hook.js");
    const peak = join(scratch, "peak");
    writeFileSync(
      hook,
      `const fs = require("node:fs");
       process.on("exit", () => fs.writeFileSync(${JSON.stringify(peak)}, fs.readFileSync("/proc/self/status")));`,
    );
    const start = process.hrtime.bigint();
    const run = spawnSync(process.execPath, ["--require", hook, ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, ...env, CDKTF_OUTDIR: join(scratch, "out") },
    });
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    if (run.status !== 0) throw new Error(run.stderr);
    const mb = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(peak, "utf8"))[1]) / 1000;
    return { ms, mb, stdout: run.stdout };
  });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows as a table in Markdown; the first one is its head. */
function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

module.exports = { root, withScratch, node, median, table };
