/** Whether time and memory grow with the work and not faster: many clusters in one process, and many groups in one cluster. */
const { node, median, table } = require("../support");

module.exports = function measureGrowth(runs) {
  const inTurns = (cases) => {
    const results = cases.map(() => []);
    for (let i = 0; i <= runs; i++) {
      cases.forEach(([platform, clusters, groups], at) => {
        const args = ["scripts/run.js", "bench/growth/clusters.ts", platform, clusters, groups];
        const { mb, stdout } = node(args.map(String));
        // The first round warms up.
        if (i > 0) results[at].push({ ms: JSON.parse(stdout.trim().split("\n").pop()).ms, mb });
      });
    }
    return results.map((all) => ({
      ms: median(all.map(({ ms }) => ms)),
      mb: median(all.map(({ mb }) => mb)),
    }));
  };

  const counts = [1, 10, 100, 300];
  const platforms = ["eks", "aks", "gke"];
  const clusters = platforms.flatMap((platform) => {
    const results = inTurns(counts.map((count) => [platform, count, 0]));
    const [base] = results;
    return counts.map((count, i) => {
      const { ms, mb } = results[i];
      const more = i === 0 ? "" : ((mb - base.mb) / (count - counts[0])).toFixed(1);
      const ratio = i < 2 ? "" : `**${(ms / count / (results[1].ms / counts[1])).toFixed(2)}**`;
      return [platform, count, ms.toFixed(0), (ms / count).toFixed(1), ratio, mb.toFixed(0), more];
    });
  });

  const sizes = [25, 50, 100, 200];
  const groups = inTurns(sizes.map((size) => ["eks", 1, size])).map(({ ms, mb }, i, all) => [
    sizes[i],
    ms.toFixed(0),
    (ms / sizes[i]).toFixed(2),
    i === 0 ? "" : `**${(ms / sizes[i] / (all[0].ms / sizes[0])).toFixed(2)}**`,
    mb.toFixed(0),
  ]);

  return [
    "## Growth",
    "",
    `Reference clusters in one process, medians of ${runs} runs after a warm-up, the numbers in turns. The ratio is the time for each`,
    "cluster against that of ten; 1 would be flat. Memory is the peak of the whole process.",
    "",
    table([
      ["platform", "clusters", "ms", "ms each", "ratio to 10", "peak MB", "MB for each more"],
      ...clusters,
    ]),
    "",
    "Node groups in one EKS cluster, beside those that the reference has:",
    "",
    table([["groups", "ms", "ms each", "ratio to 25", "peak MB"], ...groups]),
  ].join("\n");
};
