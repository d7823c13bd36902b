/**
 * How much the project adds to what CDKTF and the resource classes cost anyway: `node bench/startup.js [runs]`.
 *
 *   synth   the app, as cdktf.json runs it, for the shipped environments: whole process
 *   floor   a bare Node process that loads cdktf and the same resource classes, and does nothing
 *
 * The two take turns, after a warm-up of each; what counts is the ratio within a pair.
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const runs = Number(process.argv[2] ?? 15);
const root = join(__dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "startup-"));
const out = join(scratch, "out");

const synth = [join(root, "scripts", "run.js"), "main.ts"];
const floor = ["-e", [...classes(), "cdktf"].map((name) => `require(${JSON.stringify(name)});`).join("")];

/** The modules of the bindings that a synthesis loads. */
function classes() {
  const hook = join(scratch, "hook.js");
  writeFileSync(hook, `process.on("exit", () => console.log(JSON.stringify(Object.keys(require.cache))));`);
  const { stdout } = node(["--require", hook, ...synth]);
  const files = JSON.parse(stdout.trim().split("\n").pop());
  const names = files.map((file) => /@cdktf\/provider-[a-z]+\/lib\/[a-z0-9-]+/.exec(file)?.[0]);
  return [...new Set(names.filter(Boolean))];
}

function node(args) {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: out, ENVIRONMENTS: join(root, "environments") },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return { stdout: run.stdout, ms: Number(process.hrtime.bigint() - start) / 1e6 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

node(floor);
const pairs = Array.from({ length: runs }, () => ({ synth: node(synth).ms, floor: node(floor).ms }));
rmSync(scratch, { recursive: true });

const row = (name, values) => `${name.padEnd(6)} ${median(values).toFixed(0).padStart(5)} ms`;
console.log(`${floor[1].split(";").length - 2} resource classes, ${runs} pairs, medians`);
console.log(
  row(
    "synth",
    pairs.map((pair) => pair.synth),
  ),
);
console.log(
  row(
    "floor",
    pairs.map((pair) => pair.floor),
  ),
);
console.log(
  `ratio  ${median(pairs.map((pair) => pair.synth / pair.floor))
    .toFixed(2)
    .padStart(5)}`,
);
