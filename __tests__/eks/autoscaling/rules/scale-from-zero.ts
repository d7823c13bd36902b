import { type EksRuleCases, withGroups } from "../../rule-support";

const many = (count: number, prefix = "k") =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, "a"]));

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/autoscaling/scale-from-zero-tags",
    passes: [
      [
        "45 labels and taints",
        withGroups({ labels: many(44), taints: [{ key: "a", effect: "NoSchedule" }] }),
      ],
      ["more, of a fixed size", withGroups({ size: 3, labels: many(46) })],
    ],
    fails: [
      [
        "45 labels and a tag of a self-managed group",
        withGroups({ kind: "self-managed", labels: many(45), tags: { team: "a" } }),
        "error nodeGroups[0].labels: must be at most 44 labels and taints together, which the Cluster Autoscaler reads from tags; got 45",
      ],
      [
        "46 labels and taints",
        withGroups({ labels: many(45), taints: [{ key: "a", effect: "NoSchedule" }] }),
        "error nodeGroups[0].labels: must be at most 45 labels and taints together, which the Cluster Autoscaler reads from tags; got 46",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/scale-from-zero-taints",
    passes: [
      [
        "two keys",
        withGroups({
          taints: [
            { key: "a", effect: "NoSchedule" },
            { key: "b", effect: "NoExecute" },
          ],
        }),
      ],
      [
        "one key twice without an autoscaler",
        withGroups({
          size: 3,
          taints: [
            { key: "a", effect: "NoSchedule" },
            { key: "a", effect: "NoExecute" },
          ],
        }),
      ],
    ],
    fails: [
      [
        "one key with two effects",
        withGroups({
          taints: [
            { key: "a", effect: "NoSchedule" },
            { key: "a", effect: "NoExecute" },
          ],
        }),
        "error nodeGroups[0].taints[1]: a also has the effect NoSchedule; the Cluster Autoscaler reads one effect for " +
          "each key",
      ],
    ],
  },
];
