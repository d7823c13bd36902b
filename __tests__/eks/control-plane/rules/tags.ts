import { cluster, type EksRuleCases, group, variable, withGroups } from "../../rule-support";

const many = (count: number, prefix = "k") =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, "a"]));

export const cases: readonly EksRuleCases[] = [
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
        'error at key tags["aws:owner"]: keys that start with "aws:" are reserved for AWS, got "aws:owner"',
        'error at key tags["a&b"]: keys must consist of letters, digits, spaces and _.:/=+-@, got "a&b"',
        'error tags.d: must consist of letters, digits, spaces and _.:/=+-@, got "e;f"',
        "error tags.g: must be text, got 1; use quotes",
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
    rule: "eks/control-plane/controller-tags-reserved",
    passes: [["other tags", cluster({ tags: { Name: "a", "example.com/team": "b" } })]],
    fails: [
      [
        "the ownership tag on everything",
        cluster({ tags: { "kubernetes.io/cluster/shop": "owned" } }),
        'error at key tags["kubernetes.io/cluster/shop"]: "kubernetes.io/cluster/shop" is read by controllers of ' +
          "Kubernetes and set where it is needed; omit it",
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
        'error at key tags.Team: differs from "team" only in case, which IAM rejects',
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
        "error tags: must be at most 45 tags (AWS supports 50, including those that the cluster adds), got 46",
      ],
      [
        "46 together",
        cluster({ tags: many(40), nodeGroups: [group({ tags: many(6, "g") })] }),
        "error nodeGroups[0].tags: must be at most 45 tags (AWS supports 50, including those that the cluster adds), got " +
          "46 with those of the cluster",
      ],
    ],
  },
];
