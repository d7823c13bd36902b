const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { parse, stringify } = require("yaml");
const { root } = require("../support");

/**
 * An environment file with several copies of the platform's reference cluster, each with additional node groups. The groups have the
 * machine types of the last group. They are small and distributed over the zones, so that they fit.
 */
module.exports = function grownEnvironment(platform, clusters, groups = 0) {
  const environment = parse(readFileSync(join(root, "environments/production.yaml"), "utf8"));
  const reference = environment.clusters.find((cluster) => cluster.platform === platform);
  const { machineTypes } = reference.nodeGroups.at(-1);
  const more = Array.from({ length: groups }, (_, i) => ({
    name: `g${i}`,
    machineTypes,
    size: 1,
    maxPods: 10,
    ...(platform === "eks" && { zones: [`${reference.region}${"abc"[i % 3]}`] }),
  }));
  const nodeGroups = [...reference.nodeGroups, ...more];
  const names = Array.from({ length: clusters }, (_, i) => `main-${i}`);
  return stringify(
    { ...environment, clusters: names.map((name) => ({ ...reference, name, nodeGroups })) },
    { aliasDuplicateObjects: false },
  );
};
