/**
 * How much a whole synthesis costs above plain JavaScript that makes the same elements: for each platform's reference cluster, the
 * app as cdktf.json runs it, and the plain program, in turns. What counts is the ratio within a pair.
 */
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { root, node, inTurns, medianOf, ratioOf, productionOn, table } = require("../support");

module.exports = function measureFloor(runs) {
  // Where the project's packages are found.
  const scratch = mkdtempSync(join(root, "node_modules", ".bench-"));
  try {
    const rows = ["eks", "aks", "gke"].map((platform) => measure(platform, scratch, runs));
    return [
      "## Floor",
      "",
      "The project's synthesis of a reference cluster (`environments/production.yaml`) against plain JavaScript that makes the same",
      "L1 elements by one call each, run by Node alone: whole processes. The aim is 1.3 for time and for memory. Processor time is less",
      "disturbed by what else a machine does. The app runs as it does the second time, with the bundle and V8's code kept. The first run",
      "after an edit, or after `npm ci`, bundles first: the last columns.",
      "",
      table([
        [
          "platform",
          "synth ms",
          "floor ms",
          "time ratio",
          "processor time ratio",
          "synth MB",
          "floor MB",
          "memory ratio",
          "first run ms",
          "its time ratio",
        ],
        ...rows,
      ]),
    ].join("\n");
  } finally {
    rmSync(scratch, { recursive: true });
  }
};

function measure(platform, scratch, runs) {
  const folder = join(scratch, platform);
  mkdirSync(folder);
  const file = join(folder, "production.yaml");
  writeFileSync(file, productionOn(platform).toString());
  node(["scripts/run.js", "bench/floor/write.ts", folder, file, platform]);

  const app = () => node(["scripts/run.js", "main.ts"], { ENVIRONMENTS: file });
  const { first, synth, floor } = inTurns(
    {
      first() {
        forgetBundle();
        return app();
      },
      synth: app,
      floor: () => node([join(folder, `${platform}.js`)]),
    },
    runs,
  );
  return [
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
  ];
}

/** As after an edit: the bundle is made and compiled again. */
function forgetBundle() {
  for (const ending of ["", ".map", ".code", ".inputs.json"]) {
    rmSync(join(root, "node_modules/.cache/cdktf-clusters", `main.js${ending}`), { force: true });
  }
}
