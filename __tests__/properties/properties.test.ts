import fc from "fast-check";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { aksClusters } from "./aks";
import { fileOf, checkAll, build, buildInNewProcess, longRuns, settings } from "./check";
import { eksClusters } from "./eks";
import { gkeClusters } from "./gke";
import { kubeadmClusters } from "./kubeadm";
import { onlyOn, pathsIn, pathsOf, sameBytes } from "./properties";

/** Valid clusters of each platform. */
const platforms: readonly (readonly [PlatformClusterSpec["platform"], fc.Arbitrary<PlatformClusterSpec>])[] =
  [
    ["eks", eksClusters],
    ["aks", aksClusters],
    ["gke", gkeClusters],
    ["kubeadm", kubeadmClusters],
  ];

/** Clusters with rare values, which fifty random clusters may not have. */
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
        peerings: [
          {
            name: "hub",
            networkId:
              "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub",
          },
        ],
      },
      access: { admins: [], publicFrom: ["203.0.113.0/24"] },
      nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4s_v5"], size: 2 }],
    },
    {
      name: "dual",
      platform: "aks",
      region: "westeurope",
      kubernetesVersion: "1.34",
      network: { cidr: "10.0.0.0/16", zones: 2, dualStack: true, egress: { type: "load-balancer" } },
      access: { admins: [], publicFrom: ["203.0.113.0/24"] },
      observability: { managedPrometheus: true },
      nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4s_v5"], size: 2 }],
    },
  ],
  gke: [],
  kubeadm: [],
};

/** Whether the checked values do not depend on chance: fifty clusters of a fixed seed, or a thousand clusters, have all values. */
const isSure =
  settings.runs >= 500 || (settings.runs === longRuns && process.env.PROPERTY_SEED === undefined);

test.each(platforms)(
  "all valid clusters on %s have all properties",
  (platform, clusters) => {
    const { runs, tally, paths } = checkAll(platform, clusters);
    process.stderr.write(
      `${platform}: ${runs} clusters from seed ${settings.seed} are valid; checked ${Object.entries(tally)
        .map(([name, checked]) => `${checked} (${name})`)
        .join(", ")}\n`,
    );
    if (settings.path !== undefined) return;
    expect(runs).toBe(settings.runs);
    expect(tally["a second synthesis gives the same bytes"]).toBe(Math.ceil(runs / settings.share));
    // A property without checked values cannot fail. With few clusters this is possible.
    if (runs < longRuns) return;
    const idle = Object.keys(tally).filter((name) => tally[name] === 0);
    expect(idle).toEqual(Object.keys(onlyOn).filter((name) => !onlyOn[name].includes(platform)));
    if (!isSure) return;
    // The same applies to each path: without values it is misspelt, or refers to a resource that is not created.
    const found = new Set([...paths, ...rare[platform].flatMap((cluster) => pathsIn(build(cluster, false)))]);
    expect(pathsOf(platform).filter((path) => !found.has(path))).toEqual([]);
  },
  settings.runs * 3_000 + 120_000,
);

// The last tests of the file: earlier tests may have changed the state of modules, which a new process does not have.
(settings.fresh > 0 ? test : test.skip).each(platforms)(
  "a new process synthesizes the same JSON of clusters on %s",
  async (_, clusters) => {
    if (settings.path !== undefined) return;
    for (const cluster of fc.sample(clusters, { numRuns: settings.fresh, seed: settings.seed + 1 })) {
      const { wrong } = sameBytes(await buildInNewProcess(cluster));
      if (wrong.length > 0) throw new Error(`${wrong[0]}\n\nCluster:\n${fileOf(cluster)}`);
    }
  },
  settings.fresh * 30_000,
);
