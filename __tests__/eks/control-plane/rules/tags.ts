import { cluster, type EksRuleCases, group, variable, withGroups } from "../../rule-support";

const many = (count: number, prefix = "k") =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, "a"]));

export const tags: readonly EksRuleCases[] = [
  {
    rule: "eks/control-plane/tag-syntax",
    passes: [
      ["the longest", cluster({ tags: { ["k".repeat(128)]: "v".repeat(256) } })],
      [
        "letters of any language",
        cluster({ tags: { Name: "Müller & co".replace("&", "+"), "cost-center": "4711", a: "" } }),
      ],
      ["references", cluster({ tags: { owner: variable } })],
    ],
    fails: [
      [
        "AWS' own, a strange sign, a number",
        cluster({ tags: { "aws:owner": "a", "a&b": "c", d: "e;f", g: 1 as never } }),
        'error at key tags["aws:owner"]: keys that begin with "aws:" are reserved for AWS, got "aws:owner"',
        'error at key tags["a&b"]: keys must hold letters, digits, blanks and _.:/=+-@, got "a&b"',
        'error tags.d: must hold letters, digits, blanks and _.:/=+-@, got "e;f"',
        "error tags.g: must be text, got 1; put it in quotes",
      ],
      [
        "too long, of a group",
        withGroups({ tags: { ["k".repeat(129)]: "a", b: "v".repeat(257) } }),
        `error at key nodeGroups[0].tags.${"k".repeat(129)}: keys must have at most 128 characters, this one has 129`,
        "error nodeGroups[0].tags.b: must have at most 256 characters, this one has 257",
      ],
      [
        "an empty key",
        cluster({ tags: { "": "a" } }),
        'error at key tags[""]: must have a key, got an empty one',
      ],
    ],
  },
  {
    rule: "eks/control-plane/controller-tags-are-ours",
    passes: [["other tags", cluster({ tags: { Name: "a", "example.com/team": "b" } })]],
    fails: [
      [
        "the ownership tag on everything",
        cluster({ tags: { "kubernetes.io/cluster/shop": "owned" } }),
        'error at key tags["kubernetes.io/cluster/shop"]: "kubernetes.io/cluster/shop" steers Kubernetes\' controllers, and is put where it belongs; leave it out',
      ],
    ],
  },
  {
    rule: "eks/control-plane/tag-keys-differ",
    passes: [["different keys", cluster({ tags: { team: "a", teams: "b" } })]],
    fails: [
      [
        "keys in two cases",
        cluster({ tags: { team: "a", Team: "b" } }),
        'error at key tags.Team: differs from "team" only in case, which IAM refuses',
      ],
    ],
  },
  {
    rule: "eks/control-plane/tag-count",
    passes: [
      ["45", cluster({ tags: many(45) })],
      [
        "45 together",
        cluster({ tags: many(40), nodeGroups: [group({ tags: { ...many(2), ...many(5, "g") } })] }),
      ],
    ],
    fails: [
      [
        "46",
        cluster({ tags: many(46) }),
        "error tags: must be at most 45 tags (AWS takes 50, with those added here), got 46",
      ],
      [
        "46 together",
        cluster({ tags: many(40), nodeGroups: [group({ tags: many(6, "g") })] }),
        "error nodeGroups[0].tags: must be at most 45 tags (AWS takes 50, with those added here), got 46 with those of the cluster",
      ],
    ],
  },
  {
    rule: "eks/control-plane/scale-from-zero-tags",
    passes: [
      [
        "45 labels and taints",
        withGroups({ labels: many(44), taints: [{ key: "a", effect: "NoSchedule" }] }),
      ],
      ["more, of a fixed size", withGroups({ size: 3, labels: many(46) })],
    ],
    fails: [
      [
        "45 labels beside a tag of a self-managed group",
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
    rule: "eks/control-plane/scale-from-zero-taints",
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
        "error nodeGroups[0].taints[1]: a has the effect NoSchedule already; the Cluster Autoscaler reads one effect of a key",
      ],
    ],
  },
];
