/**
 * How much a whole synthesis costs above plain JavaScript that creates the same elements: the app as cdktf.json runs it, and the plain
 * program, in turns, for all shipped environments and for the reference cluster of each platform. What counts is the ratio within a
 * pair. `NODES=/path/to/node,…` names Node executables of other versions to measure too.
 */
const { execFileSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const { root, node, run, inTurns, medianOf, ratioOf, productionOn, table } = require("../support");

module.exports = function measureFloor(runs) {
  // Inside node_modules, so that programs find the packages of the project.
  const scratch = mkdtempSync(join(root, "node_modules", ".bench-"));
  const nodes = [process.execPath, ...(process.env.NODES?.split(",") ?? [])];
  try {
    const programs = programsIn(scratch);
    const rows = nodes.flatMap((executable) => programs.map((program) => measure(program, executable, runs)));
    return [
      "## Floor",
      "",
      "The project's synthesis of all shipped environments (`environments/`, six stacks), and of one reference cluster",
      "(`environments/production.yaml`), against plain JavaScript that creates the same L1 elements by one call each, run by Node alone:",
      "whole processes. The limit for all environments is a time ratio of 1.5 on Node 22 and newer. Processor time is less disturbed by what",
      "else a machine does. The app runs as it does the second time, with the bundle that the first run keeps. The first run, with nothing",
      "kept, bundles first; its ratio is to the second run, and the limit is 3.",
      "",
      table([
        [
          "Node",
          "environments",
          "synth ms",
          "floor ms",
          "time ratio",
          "CPU time ratio",
          "synth MB",
          "floor MB",
          "memory ratio",
          "first run ms",
          "first to second run",
        ],
        ...rows.map(({ row }) => row),
      ]),
      "",
      "Node 22.1 and newer keep compiled code from one run to the next if a program asks for it, and `scripts/run.js` does. With the plain",
      "program run in the same way:",
      "",
      table([
        [
          "Node",
          "environments",
          "floor by that runner ms",
          "time ratio",
          "processor time ratio",
          "memory ratio",
        ],
        ...rows.map(({ alike }) => alike),
      ]),
    ].join("\n");
  } finally {
    rmSync(scratch, { recursive: true });
    rmSync(join(cache, relative(root, scratch)), { recursive: true, force: true });
  }
};

/** Environments, and the plain program of each. */
function programsIn(scratch) {
  const all = { name: "all", environments: join(root, "environments") };
  const references = ["eks", "aks", "gke"].map((platform) => {
    const folder = join(scratch, platform);
    mkdirSync(folder);
    const environments = join(folder, "production.yaml");
    writeFileSync(environments, productionOn(platform).toString());
    return { name: `${platform} reference`, environments };
  });
  return [all, ...references].map(({ name, environments }, i) => {
    const floor = join(scratch, `plain-${i}.js`);
    node(["scripts/run.js", "bench/floor/write.ts", environments, floor]);
    return { name, environments, floor };
  });
}

function measure({ name, environments, floor: file }, executable, runs) {
  const version = execFileSync(executable, ["--version"], { encoding: "utf8" }).trim().slice(1);
  const synthesize = () =>
    run(executable, ["scripts/run.js", "main.ts"], { env: { ENVIRONMENTS: environments } });
  const runPlain = () => run(executable, ["scripts/run.js", relative(root, file)]);
  const { first, synth, floor, alike } = inTurns(
    {
      first() {
        rmSync(cache, { recursive: true, force: true });
        const result = synthesize();
        runPlain();
        return result;
      },
      synth: synthesize,
      floor: () => run(executable, [file]),
      alike: runPlain,
    },
    runs,
  );
  return {
    row: [
      version,
      name,
      medianOf(synth, "ms").toFixed(0),
      medianOf(floor, "ms").toFixed(0),
      `**${ratioOf(synth, floor, "ms").toFixed(2)}**`,
      `**${ratioOf(synth, floor, "cpu").toFixed(2)}**`,
      medianOf(synth, "mb").toFixed(0),
      medianOf(floor, "mb").toFixed(0),
      `**${ratioOf(synth, floor, "mb").toFixed(2)}**`,
      medianOf(first, "ms").toFixed(0),
      `**${ratioOf(first, synth, "ms").toFixed(2)}**`,
    ],
    alike: [
      version,
      name,
      medianOf(alike, "ms").toFixed(0),
      ...["ms", "cpu", "mb"].map((figure) => `**${ratioOf(synth, alike, figure).toFixed(2)}**`),
    ],
  };
}

/** Where `scripts/run.js` keeps bundles and compiled code. */
const cache = join(root, "node_modules/.cache/cdktf-clusters");
