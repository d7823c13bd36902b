import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlatformClusterSpec } from "../../modules/environment";
import { createWorkloadsStack } from "../../stacks";
import { onAzure, onGoogle } from "../kubeadm/rule-support";
import { full as onAws } from "../kubeadm/workloads/clusters";
import { shippedClusters } from "../support/shipped";
import { Synthesized } from "../support/synthesized";

/** The second stacks: addresses, and each value of a chart. `UPDATE_GOLDEN=1` writes the golden files. */
const ofExamples = shippedClusters()
  .filter(({ cluster }) => cluster.workloads !== undefined)
  .map(({ cluster }) => cluster);

/** No example of kubeadm has programs: the clusters of its tests on each cloud. */
const ofKubeadm: readonly PlatformClusterSpec[] = [
  { ...onAws, name: "kubeadm-aws" },
  { ...onAzure(), name: "kubeadm-azure", workloads: onAws.workloads },
  { ...onGoogle(), name: "kubeadm-google", workloads: onAws.workloads },
].map((cluster) => ({ platform: "kubeadm", ...cluster }));

const clusters = [...ofExamples, ...ofKubeadm];

test("each platform has a second stack", () => {
  const platforms = new Set(
    clusters.map((one) => ("cloud" in one ? `${one.platform} ${one.cloud}` : one.platform)),
  );
  expect([...platforms].sort()).toEqual([
    "aks",
    "eks",
    "gke",
    "kubeadm aws",
    "kubeadm azure",
    "kubeadm google",
  ]);
});

test.each(clusters)("$name-workloads is the one of the golden file", (cluster) => {
  const stack = Synthesized.from((app) => createWorkloadsStack(app, cluster, { environment: "golden" }));
  const { data, provider, resource, output } = stack.terraform;
  const { addresses } = stack;
  const text = `${JSON.stringify({ addresses, data, provider, resource, output }, undefined, 2)}\n`;
  const file = join(__dirname, "golden", `${cluster.name}-workloads.json`);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(text);
  expect(stack.graph.unresolved).toEqual([]);
});
