import fc from "fast-check";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { aksClusters } from "./aks";
import { fileOf, holdAll, make, makeFreshly, settings } from "./check";
import { eksClusters } from "./eks";
import { gkeClusters } from "./gke";
import { onlyOn, pathsIn, pathsOf, sameBytes } from "./properties";

/** Right clusters of each platform. */
const platforms: readonly (readonly [PlatformClusterSpec["platform"], fc.Arbitrary<PlatformClusterSpec>])[] =
  [
    ["eks", eksClusters],
    ["aks", aksClusters],
    ["gke", gkeClusters],
  ];

/** Clusters that have what is rare: fifty may do without. */
const rare: Readonly<Record<PlatformClusterSpec["platform"], readonly PlatformClusterSpec[]>> = {
  eks: [
    {
      name: "hybrid",
      platform: "eks",
      region: "eu-central-1",
      kubernetesVersion: "1.34",
      network: { cidr: "10.0.0.0/16", zones: 2 },
      access: { admins: [], publicFrom: ["203.0.113.0/24"] },
      nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 2 }],
      eks: { remoteNetworks: { nodeCidrs: ["10.192.0.0/20"], podCidrs: ["10.224.0.0/20"] } },
    },
  ],
  aks: [
    {
      name: "routed",
      platform: "aks",
      region: "westeurope",
      kubernetesVersion: "1.34",
      network: {
        cidr: "10.0.0.0/16",
        zones: 2,
        egress: { type: "route-table", nextHopAddress: "10.128.0.4" },
      },
      access: { admins: [], publicFrom: ["203.0.113.0/24"] },
      nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4s_v5"], size: 2 }],
    },
  ],
  gke: [],
};

/** Whether what these runs look at is no matter of luck: the usual ones are known, and a thousand have everything. */
const isSure =
  settings.runs >= 500 ||
  (process.env.PROPERTY_RUNS === undefined && process.env.PROPERTY_SEED === undefined);

test.each(platforms)(
  "every right cluster on %s holds all properties",
  (platform, clusters) => {
    const { runs, tally, paths } = holdAll(platform, clusters);
    process.stderr.write(
      `${platform}: ${runs} clusters from seed ${settings.seed} held; looked at ${Object.entries(tally)
        .map(([name, looked]) => `${looked} (${name})`)
        .join(", ")}\n`,
    );
    if (settings.path !== undefined) return;
    expect(runs).toBe(settings.runs);
    expect(tally["a second synthesis gives the same bytes"]).toBe(Math.ceil(runs / settings.share));
    // A property that finds nothing to look at can't go red. In a few clusters that may be so.
    if (runs < 50) return;
    const idle = Object.keys(tally).filter((name) => tally[name] === 0);
    expect(idle).toEqual(Object.keys(onlyOn).filter((name) => !onlyOn[name].includes(platform)));
    if (!isSure) return;
    // The same for what a property looks at: a path that is misspelt, or of what we do not make.
    const found = new Set([...paths, ...rare[platform].flatMap((cluster) => pathsIn(make(cluster, false)))]);
    expect(pathsOf(platform).filter((path) => !found.has(path))).toEqual([]);
  },
  settings.runs * 3_000 + 120_000,
);

// After all the others of this file: what these have left in modules is in the one synthesis, and not in the other.
test.each(platforms)(
  "a fresh process gives the same bytes of clusters on %s",
  async (_, clusters) => {
    if (settings.path !== undefined) return;
    for (const cluster of fc.sample(clusters, { numRuns: settings.fresh, seed: settings.seed + 1 })) {
      const { wrong } = sameBytes(await makeFreshly(cluster));
      if (wrong.length > 0) throw new Error(`${wrong[0]}\n\nCluster:\n${fileOf(cluster)}`);
    }
  },
  settings.fresh * 30_000,
);
