/** Whether time and memory grow with the work and not faster: many clusters in one process, and many groups in one cluster. */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { node, inTurns, median, medianOf, table, withScratch } = require("../support");
const grownEnvironment = require("./environment");

const platforms = ["eks", "aks", "gke"];
const clusterCounts = [1, 10, 100, 300];
/** AKS and GKE refuse as many: they take 100 node pools in a cluster, and addresses for them. */
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
    "processes, processor time. What each cluster more takes is reckoned from the row before; the ratio is to what it took there.",
    "1 is flat, and what is below comes from V8, which runs faster what it has run more often.",
    "",
    table([
      ["platform", "clusters", "ms", "ms for each more", "ratio", "peak MB", "MB for each more"],
      ...clusters,
    ]),
    "",
    "Node groups in one EKS cluster, beside those that the reference has:",
    "",
    table([["groups", "ms", "ms for each more", "ratio", "peak MB", "MB for each more"], ...groups]),
  ].join("\n");
};

/** What each environment took in each round. */
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
  /** What each one more took above the row before, round by round. */
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
