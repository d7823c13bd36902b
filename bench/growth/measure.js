/** Whether time and memory grow with the work and not faster: many clusters in one process, and many groups in one cluster. */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { node, inTurns, medianOf, table, withScratch } = require("../support");
const grownEnvironment = require("./environment");

const platforms = ["eks", "aks", "gke"];
const clusterCounts = [1, 10, 100, 300];
/** AKS and GKE refuse as many: they take 100 node pools in a cluster, and addresses for them. */
const groupCounts = [0, 25, 50, 100, 200];

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
    "processes, processor time. What each cluster more takes is reckoned from the row of one cluster, which has what a process takes",
    "anyway. The ratio is to ten clusters: 1 is flat, and what is below comes from V8, which runs faster what it has run more often.",
    "",
    table([
      ["platform", "clusters", "ms", "ms for each more", "ratio", "peak MB", "MB for each more"],
      ...clusters,
    ]),
    "",
    "Node groups in one EKS cluster, beside those that the reference has; the ratio is to 25:",
    "",
    table([["groups", "ms", "ms for each more", "ratio", "peak MB", "MB for each more"], ...groups]),
  ].join("\n");
};

/** The medians of synthesizing each environment, in turns. */
function synthesize(environments, runs) {
  return withScratch((scratch) => {
    const cases = environments.map((text, i) => {
      const file = join(scratch, `grown-${i}.yaml`);
      writeFileSync(file, text);
      return [file, () => node(["scripts/run.js", "main.ts"], { ENVIRONMENTS: file })];
    });
    const results = Object.values(inTurns(Object.fromEntries(cases), runs));
    return results.map((all) => ({ ms: medianOf(all, "cpu"), mb: medianOf(all, "mb") }));
  });
}

function rows(counts, results) {
  const [first] = results;
  const more = results.map(({ ms, mb }, i) => {
    const added = counts[i] - counts[0];
    return { ms: (ms - first.ms) / added, mb: (mb - first.mb) / added };
  });
  return results.map(({ ms, mb }, i) => [
    counts[i],
    ms.toFixed(0),
    i < 1 ? "" : more[i].ms.toFixed(1),
    i < 2 ? "" : `**${(more[i].ms / more[1].ms).toFixed(2)}**`,
    mb.toFixed(0),
    i < 1 ? "" : more[i].mb.toFixed(2),
  ]);
}
