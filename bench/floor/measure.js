/**
 * How much a whole synthesis costs above plain JavaScript that makes the same elements: for each platform's reference cluster, the
 * app as cdktf.json runs it, and the plain program, in turns. What counts is the ratio within a pair.
 */
const { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { parseDocument } = require("yaml");
const { root, node, median, table } = require("../support");

module.exports = function measureFloor(runs) {
  // Where the project's packages are found.
  const scratch = mkdtempSync(join(root, "node_modules", ".bench-"));
  try {
    const rows = ["eks", "aks", "gke"].map((platform) => measure(platform, scratch, runs));
    return [
      "## Floor",
      "",
      "The project's synthesis of a reference cluster (`environments/production.yaml`) against plain JavaScript that makes the same",
      `L1 elements by one call each. Whole processes in turns, ${runs} pairs after a warm-up; medians, ratios pair by pair. The aim is 1.3.`,
      "",
      table([
        ["platform", "synth ms", "floor ms", "time ratio", "synth MB", "floor MB", "memory ratio"],
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
  writeFileSync(file, only(platform));
  node(["scripts/run.js", "bench/floor/write.ts", folder, file, platform]);

  const synth = () => node(["scripts/run.js", "main.ts"], { ENVIRONMENTS: file });
  const floor = () => node([join(folder, `${platform}.js`)]);
  synth();
  floor();
  const pairs = Array.from({ length: runs }, () => [synth(), floor()]);
  const of = (figure) => median(pairs.map(figure));
  return [
    platform,
    of(([a]) => a.ms).toFixed(0),
    of(([, b]) => b.ms).toFixed(0),
    `**${of(([a, b]) => a.ms / b.ms).toFixed(2)}**`,
    of(([a]) => a.mb).toFixed(0),
    of(([, b]) => b.mb).toFixed(0),
    `**${of(([a, b]) => a.mb / b.mb).toFixed(2)}**`,
  ];
}

/** The environment with the cluster of one platform. */
function only(platform) {
  const document = parseDocument(readFileSync(join(root, "environments/production.yaml"), "utf8"));
  const clusters = document.get("clusters");
  clusters.items = clusters.items.filter((cluster) => cluster.get("platform") === platform);
  return document.toString();
}
