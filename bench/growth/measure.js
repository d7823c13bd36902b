/** Checks that time and memory grow linearly: many clusters in one process, and many node groups in one cluster. */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { node, inTurns, median, medianOf, table, withScratch } = require("../support");
const grownEnvironment = require("./environment");

const platforms = ["eks", "aks", "gke"];
const clusterCounts = [1, 10, 100, 300];
/** Only for EKS: AKS and GKE allow 100 node pools per cluster, and need addresses for them. */
const groupCounts = [0, 50, 100, 200];

module.exports = function measureGrowth(runs) {
  const clusters = platforms.flatMap((platform) => {
    const environments = clusterCounts.map((count) => grownEnvironment(platform, count));
    return rows(clusterCounts, synthesize(environments, runs)).map((row) => [platform, ...row]);
  });
  const environments = groupCounts.map((count) => grownEnvironment("eks", 1, count));
  const groups = rows(groupCounts, synthesize(environments, runs));
  return [
    "## Growth",
    "",
    "The app as cdktf.json runs it, from the file to Terraform JSON, with the reference cluster many times in one environment: whole",
    "processes, CPU time. The cost of each additional cluster is the difference to the previous row; the ratio compares it with the",
    "cost there. 1 is linear growth. Values below 1 come from V8, which optimizes code that runs often.",
    "",
    table([
      ["platform", "clusters", "ms", "ms per additional one", "ratio", "peak MB", "MB per additional one"],
      ...clusters,
    ]),
    "",
    "Node groups in one EKS cluster, in addition to those of the reference cluster:",
    "",
    table([
      ["groups", "ms", "ms per additional one", "ratio", "peak MB", "MB per additional one"],
      ...groups,
    ]),
  ].join("\n");
};

/** The figures of each environment in each round. */
function synthesize(environments, runs) {
  return withScratch((scratch) => {
    const cases = environments.map((text, i) => {
      const file = join(scratch, `grown-${i}.yaml`);
      writeFileSync(file, text);
      return [file, () => node(["scripts/run.js", "main.ts"], { ENVIRONMENTS: file })];
    });
    return Object.values(inTurns(Object.fromEntries(cases), runs));
  });
}

function rows(counts, results) {
  /** The cost of each additional one compared with the previous row, for each round. */
  const more = (figure) =>
    results.map((all, i) =>
      all.map((one, round) => (one[figure] - results[i - 1]?.[round][figure]) / (counts[i] - counts[i - 1])),
    );
  const [cpu, mb] = [more("cpu"), more("mb")];
  return results.map((all, i) => [
    counts[i],
    medianOf(all, "cpu").toFixed(0),
    i < 1 ? "" : median(cpu[i]).toFixed(1),
    i < 2 ? "" : `**${median(cpu[i].map((ms, round) => ms / cpu[i - 1][round])).toFixed(2)}**`,
    medianOf(all, "mb").toFixed(0),
    i < 1 ? "" : median(mb[i]).toFixed(2),
  ]);
}
