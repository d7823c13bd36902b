import { type GkeRuleCases, cluster, group, withGroups, withOptions } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/upgrade-strategy",
    passes: [
      ["surge", withGroups({ upgrade: { maxSurge: 2, maxUnavailable: 1 } })],
      ["blue-green", withGroups({ upgrade: { strategy: "blue-green", blueGreen: { batchPercent: 20 } } })],
    ],
    fails: [
      [
        "surge in blue-green",
        withGroups({ upgrade: { strategy: "blue-green", maxSurge: 1, maxUnavailable: 1 } }),
        'error nodeGroups[0].upgrade.maxSurge: needs strategy "surge"; omit it with "blue-green"',
        'error nodeGroups[0].upgrade.maxUnavailable: needs strategy "surge"; omit it with "blue-green"',
      ],
      [
        "blue-green in surge",
        withGroups({ upgrade: { maxSurge: 1, blueGreen: { batchNodes: 1 } } }),
        'error nodeGroups[0].upgrade.blueGreen: needs strategy "blue-green"',
      ],
      [
        "blue-green in surge, of machines that GKE makes",
        cluster({
          gke: { autoProvisioning: { cpu: { max: 8 }, memoryGiB: { max: 32 }, upgrade: { blueGreen: {} } } },
        }),
        'error gke.autoProvisioning.upgrade.blueGreen: needs strategy "blue-green"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/upgrade-surge",
    passes: [
      ["20 together", withGroups({ upgrade: { maxSurge: 10, maxUnavailable: 10 } })],
      ["no node more, and one less", withGroups({ upgrade: { maxSurge: 0, maxUnavailable: 1 } })],
    ],
    fails: [
      [
        "21 together",
        withGroups({ upgrade: { maxSurge: 10, maxUnavailable: 11 } }),
        "error nodeGroups[0].upgrade: maxSurge and maxUnavailable together must be at most 20, got 21",
      ],
      [
        "21 of one",
        withGroups({ upgrade: { maxSurge: 21 } }, { upgrade: { maxUnavailable: 21 } }),
        "error nodeGroups[0].upgrade.maxSurge: must be a whole number from 0 to 20, got 21",
        "error nodeGroups[1].upgrade.maxUnavailable: must be a whole number from 1 to 20, got 21",
      ],
      [
        "neither",
        withGroups({ upgrade: { maxSurge: 0 } }),
        "error nodeGroups[0].upgrade.maxSurge: must be above 0 without maxUnavailable: otherwise no node can be replaced",
      ],
    ],
  },
  {
    rule: "gke/node-groups/upgrade-blue-green",
    passes: [
      [
        "a batch and waits",
        withGroups({
          upgrade: {
            strategy: "blue-green",
            blueGreen: { batchNodes: 5, batchSoakSeconds: 0, soakSeconds: 604800 },
          },
        }),
      ],
    ],
    fails: [
      [
        "two sizes",
        withGroups({ upgrade: { strategy: "blue-green", blueGreen: { batchNodes: 5, batchPercent: 10 } } }),
        "error nodeGroups[0].upgrade.blueGreen: must have one of batchNodes and batchPercent, got both",
      ],
      [
        "numbers out of bounds",
        withGroups({
          upgrade: {
            strategy: "blue-green",
            blueGreen: { batchNodes: 0, batchSoakSeconds: -1, soakSeconds: 604801 },
          },
        }),
        "error nodeGroups[0].upgrade.blueGreen.batchNodes: must be a whole number of at least 1, got 0",
        "error nodeGroups[0].upgrade.blueGreen.batchSoakSeconds: must be a whole number from 0 to 604800, got -1",
        "error nodeGroups[0].upgrade.blueGreen.soakSeconds: must be a whole number from 0 to 604800, got 604801",
      ],
      [
        "too large a part",
        withGroups({ upgrade: { strategy: "blue-green", blueGreen: { batchPercent: 101 } } }),
        "error nodeGroups[0].upgrade.blueGreen.batchPercent: must be a whole number from 1 to 100, got 101",
      ],
    ],
  },
  {
    rule: "gke/node-groups/repair-in-channel",
    passes: [
      ["machines of a queue", withGroups({ repair: false, provisioning: "queued" })],
      [
        "outside of the channels",
        cluster({ upgrades: { channel: "none" }, nodeGroups: [group({ repair: false })] }),
      ],
    ],
    fails: [
      [
        "in one",
        withGroups({ repair: false }),
        'error nodeGroups[0].repair: GKE repairs all nodes in a release channel (regular); omit it, or set upgrades.channel to "none"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/alpha-without-repair",
    passes: [
      [
        "alpha features without repair",
        cluster({ gke: { alphaFeatures: true }, nodeGroups: [group({ repair: false })] }),
      ],
    ],
    fails: [
      [
        "alpha features with repair",
        withOptions({ alphaFeatures: true }),
        "error nodeGroups[0].repair: must be false with gke.alphaFeatures: GKE does not repair nodes of alpha clusters",
      ],
    ],
  },
];
