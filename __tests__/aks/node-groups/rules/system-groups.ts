import { type AksRuleCases, addOnsOnly, cluster, withGroup, withGroups } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/first-pool-possible",
    passes: [
      ["a plain group", cluster()],
      ["the taint for it", withGroups({ taints: [addOnsOnly] })],
    ],
    fails: [
      [
        "spot alone",
        withGroups({ capacity: "spot" }),
        `error nodeGroups: one group must qualify as the cluster's first node pool: Linux, on-demand, at least one node, no taints except CriticalAddonsOnly=true:NoSchedule, and not mode "user"`,
      ],
      [
        "another taint",
        withGroups({ mode: "system", taints: [{ key: "dedicated", effect: "NoSchedule" }] }),
        `error nodeGroups[0]: one group must qualify as the cluster's first node pool: Linux, on-demand, at least one node, no taints except CriticalAddonsOnly=true:NoSchedule, and not mode "user"`,
      ],
    ],
  },
  {
    rule: "aks/node-groups/first-pool-settings",
    passes: [["surge", withGroups({ upgrade: { maxSurge: 1 } })]],
    fails: [
      [
        "fewer nodes",
        withGroups({ upgrade: { maxUnavailable: 1 } }),
        "error nodeGroups[0].upgrade: the cluster's first node pool supports only maxSurge; omit maxUnavailable",
      ],
      [
        "a setting of its replacement",
        withGroups({ replacement: "blue-green" }),
        "error nodeGroups[0].replacement: the cluster's first node pool is always rotated; omit it",
      ],
      [
        "a former name",
        withGroups({ formerName: "old" }),
        "error nodeGroups[0].formerName: the cluster's first node pool keeps its nodes under another name of the group; omit it",
      ],
    ],
  },
  {
    rule: "aks/node-groups/system-group-settings",
    passes: [["Linux, on demand", withGroup({ name: "more", mode: "system" })]],
    fails: [
      [
        "Windows, spot, empty",
        withGroup({
          mode: "system",
          capacity: "spot",
          size: { min: 0, max: 3 },
          image: { family: "windows-2022" },
        }),
        "error nodeGroups[1].mode: a system group must be Linux, not Windows",
        "error nodeGroups[1].mode: a system group must be on-demand, not spot",
        "error nodeGroups[1].size.min: must be at least 1 in a system group, got 0",
      ],
    ],
  },
  {
    rule: "aks/node-groups/system-group-in-each-zone",
    passes: [
      ["a node in each zone", withGroups({ spread: "per-zone", size: { min: 3, max: 9 } })],
      ["one pool over all zones", withGroups({ size: { min: 1, max: 9 } })],
      ["a user group", withGroup({ spread: "per-zone", size: { min: 0, max: 9 } })],
    ],
    fails: [
      [
        "fewer nodes than zones",
        withGroups({ spread: "per-zone", size: { min: 2, max: 9 } }),
        'error nodeGroups[0].size.min: must be at least the number of zones (3) with spread "per-zone" in a system group, ' +
          "as the cluster's first node pool is one, got 2",
      ],
      [
        "fewer nodes than zones in a group of mode system",
        withGroups({ mode: "system", spread: "per-zone", size: { min: 2, max: 9 } }),
        'error nodeGroups[0].size.min: must be at least the number of zones (3) with spread "per-zone" in a system group, got 2',
      ],
    ],
  },
  {
    rule: "aks/node-groups/system-group-size",
    passes: [["three nodes", cluster()]],
    fails: [
      [
        "one",
        withGroups({ size: 1 }),
        "warning nodeGroups[0].size: has fewer than three nodes for system pods: a zone outage stops them",
      ],
    ],
  },
];
