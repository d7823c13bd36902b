import { type AksRuleCases, cluster, withGroup } from "../../rule-support";

export const tags: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/tag-limits",
    passes: [["plain ones", cluster({ tags: { team: "shop" } })]],
    fails: [
      [
        "signs, Azure's own, and two that are one",
        cluster({ tags: { "a/b": "c", "azure-x": "y", Team: "shop", team: "shop" } }),
        'error at key tags["a/b"]: keys must not hold < > % & \\ ? or /, got "a/b"',
        'error at key tags.azure-x: keys that begin so are Azure\'s own, got "azure-x"',
        'error at key tags.team: "team" is there already: Azure does not tell upper from lower case',
      ],
      [
        "a long value of a group",
        withGroup({ tags: { note: "x".repeat(257) } }),
        "error nodeGroups[1].tags.note: must have at most 256 characters, this one has 257",
      ],
      [
        "too many",
        cluster({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, "x"])) }),
        "error tags: must be at most 50 tags, got 51",
      ],
    ],
  },
  {
    rule: "aks/control-plane/azure-labels",
    passes: [["one's own", withGroup({ labels: { "example.com/team": "shop" } })]],
    fails: [
      [
        "Azure's",
        withGroup({
          labels: { "kubernetes.azure.com/mode": "x" },
          taints: [{ key: "kubernetes.azure.com/x", effect: "NoSchedule" }],
        }),
        'error at key nodeGroups[1].labels["kubernetes.azure.com/mode"]: "kubernetes.azure.com/mode" is a label that AKS sets itself; use another domain',
        'error nodeGroups[1].taints[0].key: "kubernetes.azure.com/x" is a taint that AKS sets itself; use another domain',
      ],
    ],
  },
];
