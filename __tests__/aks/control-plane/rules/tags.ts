import { type AksRuleCases, cluster, withGroup } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/tag-limits",
    passes: [["plain ones", cluster({ tags: { team: "shop" } })]],
    fails: [
      [
        "signs, Azure's own, and two that are one",
        cluster({ tags: { "a/b": "c", "azure-x": "y", Team: "shop", team: "shop" } }),
        'error at key tags["a/b"]: keys must not contain < > % & \\ ? or /, got "a/b"',
        'error at key tags.azure-x: keys with this prefix are reserved by Azure, got "azure-x"',
        'error at key tags.team: "team" is a duplicate: Azure ignores the case of tag keys',
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
];
