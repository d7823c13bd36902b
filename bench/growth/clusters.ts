/**
 * Makes stacks in one process: `node scripts/run.js bench/growth/clusters.ts PLATFORM CLUSTERS GROUPS`. Prints as JSON the
 * milliseconds from the first stack to the last file.
 */
import { App } from "cdktf";
import { loadEnvironments } from "../../modules/environment";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createStack } from "../../stacks";

const [, , platform, clusters, groups] = process.argv;
const [{ clusters: all, settings }] = loadEnvironments("environments/production.yaml").environments;
const reference = all.find((cluster) => cluster.platform === platform)!;

// One that is not counted: it loads the platform's classes.
createStack(new App(), { ...reference, name: "first" }, settings);

const start = process.hrtime.bigint();
const app = new App();
for (let i = 0; i < Number(clusters); i++) {
  createStack(app, grown(`${reference.name}-${i}`), settings);
}
app.synth();
console.log(JSON.stringify({ ms: Number(process.hrtime.bigint() - start) / 1e6 }));

/** The reference cluster under another name, with more groups of its last one's machines, so small, and dealt to zones, that many fit. */
function grown(name: string): PlatformClusterSpec {
  const last = reference.nodeGroups.at(-1)!;
  const more = Array.from({ length: Number(groups) }, (_, i) => ({
    name: `g${i}`,
    machineTypes: last.machineTypes,
    size: 1,
    maxPods: 10,
    ...(platform === "eks" && { zones: [`${reference.region}${"abc"[i % 3]}`] }),
  }));
  return { ...reference, name, nodeGroups: [...reference.nodeGroups, ...more] } as PlatformClusterSpec;
}
