import { type AksRuleCases, addOnsOnly, cluster, group, variable, withGroups } from "../../rule-support";

const system = group({ name: "system", size: 3, taints: [addOnsOnly] });

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/node-limits",
    passes: [["few", cluster()]],
    fails: [
      [
        "too many in a pool",
        withGroups({ size: 1001 }),
        "error nodeGroups[0].size: must be at most 1000 nodes in a pool, got 1001",
      ],
      [
        "too many in all",
        withGroups(...Array.from({ length: 6 }, (_, i) => ({ name: `g${i}`, size: 900 }))),
        "error nodeGroups: must have at most 5000 nodes in all, got 5400",
      ],
      [
        "too many pools",
        withGroups(
          ...Array.from({ length: 34 }, (_, i) => ({ name: `g${i}`, size: 3, spread: "per-zone" as const })),
        ),
        "error nodeGroups: must result in at most 100 node pools, got 102",
      ],
    ],
  },
  {
    rule: "aks/node-groups/free-tier-size",
    passes: [["ten", cluster({ aks: { tier: "free" } })]],
    fails: [
      [
        "more",
        cluster({ aks: { tier: "free" }, nodeGroups: [group({ size: 11 })] }),
        'warning aks.tier: "free" is meant for up to ten nodes and has no guarantee; this cluster may have 11',
      ],
    ],
  },
  {
    rule: "aks/node-groups/workloads-have-three-nodes",
    passes: [
      ["three", cluster({ nodeGroups: [system, group({ size: { min: 3, max: 9 } })] })],
      [
        "three in two groups",
        cluster({ nodeGroups: [system, group({ size: 1 }), group({ name: "b", size: 2 })] }),
      ],
      ["only the first group, which another rule checks", withGroups({ size: 1 })],
      ["two where nothing is kept", cluster({ nodeGroups: [system, group({ size: 2 })], protection: false })],
      [
        "none with auto-provisioning",
        cluster({ nodeGroups: [system, group({ size: 1 })], autoscaling: "auto-provisioning" }),
      ],
      ["a reference", cluster({ nodeGroups: [system, group({ size: variable })] })],
    ],
    fails: [
      [
        "two",
        cluster({ nodeGroups: [system, group({ size: { min: 2, max: 9 } })] }),
        "warning nodeGroups: workloads may have only 2 on-demand nodes: a zone outage or the eviction of spot nodes could stop them",
      ],
      [
        "spot machines alone",
        cluster({ nodeGroups: [system, group({ size: 5, capacity: "spot" })] }),
        "warning nodeGroups: workloads may have only 0 on-demand nodes: a zone outage or the eviction of spot nodes could stop them",
      ],
    ],
  },
  {
    rule: "aks/node-groups/workloads-have-nodes",
    passes: [["an open group", cluster()]],
    fails: [
      [
        "the system group alone",
        withGroups({ taints: [addOnsOnly] }),
        "error nodeGroups: all groups have the taint CriticalAddonsOnly: no workload could run; add a group without it",
      ],
    ],
  },
];
