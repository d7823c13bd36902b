/**
 * Compares a synthesis with plain JavaScript that creates the same elements: for each platform's reference cluster, the app as
 * cdktf.json runs it, and the plain program, in turns. The result is the ratio within a round.
 */
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const { root, node, inTurns, medianOf, ratioOf, productionOn, table } = require("../support");

module.exports = function measureFloor(runs) {
  // Inside node_modules, so that programs find the packages of the project.
  const scratch = mkdtempSync(join(root, "node_modules", ".bench-"));
  try {
    const rows = ["eks", "aks", "gke"].map((platform) => measure(platform, scratch, runs));
    return [
      "## Floor",
      "",
      "The project's synthesis of a reference cluster (`environments/production.yaml`) compared with plain JavaScript that creates the",
      "same L1 elements with one call each, run directly by Node: whole processes. The target is 1.3 for time and for memory. Other",
      "processes affect CPU time less. The app runs as it does the second time, with a cached bundle and V8 code. The first run after an",
      "edit, or after `npm ci`, creates the bundle.",
      "",
      table([
        [
          "platform",
          "synth ms",
          "floor ms",
          "time ratio",
          "CPU time ratio",
          "synth MB",
          "floor MB",
          "memory ratio",
          "first run ms",
          "its time ratio",
        ],
        ...rows.map(({ row }) => row),
      ]),
      "",
      "Part of the ratio comes from the runner of the app (`scripts/run.js`). With the same runner for the plain program:",
      "",
      table([
        ["platform", "floor with the runner ms", "time ratio", "CPU time ratio", "memory ratio"],
        ...rows.map(({ alike }) => alike),
      ]),
    ].join("\n");
  } finally {
    rmSync(scratch, { recursive: true });
    rmSync(keptBelow(relative(root, scratch)), { recursive: true, force: true });
  }
};

function measure(platform, scratch, runs) {
  const folder = join(scratch, platform);
  mkdirSync(folder);
  const file = join(folder, "production.yaml");
  writeFileSync(file, productionOn(platform).toString());
  node(["scripts/run.js", "bench/floor/write.ts", folder, file, platform]);

  const app = () => node(["scripts/run.js", "main.ts"], { ENVIRONMENTS: file });
  const program = join(folder, `${platform}.js`);
  const { first, synth, floor, alike } = inTurns(
    {
      first() {
        forgetBundle();
        return app();
      },
      synth: app,
      floor: () => node([program]),
      alike: () => node(["scripts/run.js", relative(root, program)]),
    },
    runs,
  );
  return {
    row: [
      platform,
      medianOf(synth, "ms").toFixed(0),
      medianOf(floor, "ms").toFixed(0),
      `**${ratioOf(synth, floor, "ms").toFixed(2)}**`,
      `**${ratioOf(synth, floor, "cpu").toFixed(2)}**`,
      medianOf(synth, "mb").toFixed(0),
      medianOf(floor, "mb").toFixed(0),
      `**${ratioOf(synth, floor, "mb").toFixed(2)}**`,
      medianOf(first, "ms").toFixed(0),
      ratioOf(first, floor, "ms").toFixed(2),
    ],
    alike: [
      platform,
      medianOf(alike, "ms").toFixed(0),
      ...["ms", "cpu", "mb"].map((figure) => `**${ratioOf(synth, alike, figure).toFixed(2)}**`),
    ],
  };
}

/** Deletes the bundle, so that it is created and compiled again, as after an edit. */
function forgetBundle() {
  for (const ending of ["", ".map", ".code", ".inputs.json"]) {
    rmSync(keptBelow(`main.js${ending}`), { force: true });
  }
}

/** The cache of `scripts/run.js`. */
const keptBelow = (path) => join(root, "node_modules/.cache/cdktf-clusters", path);
