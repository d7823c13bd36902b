import fc from "fast-check";
import { eksClusters } from "./eks";
import { today } from "./common";
import { formatPath } from "../../modules/cluster/problem";
import { clusterProblems } from "../../modules/eks/rules";
test("eks", () => {
  const seen = new Map<string, number>();
  let bad = 0;
  const n = 150;
  const t = performance.now();
  const all = fc.sample(eksClusters, { numRuns: n, seed: 1 });
  const t2 = performance.now();
  for (const c of all) {
    const errors = clusterProblems({ ...c, name: `dev-${c.name}` }, { today }).filter(
      (p) => p.severity === "error",
    );
    if (errors.length) bad++;
    for (const e of errors.slice(0, 1)) {
      const k =
        formatPath(e.path).replace(/\d+/g, "N") + ": " + e.message.slice(0, 150).replace(/"[^"]*"/g, '""');
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
  }
  console.log(
    bad,
    "of",
    n,
    t2 - t,
    performance.now() - t2,
    [...seen]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40)
      .map(([k, v]) => v + " " + k)
      .join("\n"),
  );
});
