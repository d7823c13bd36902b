import { type GkeRuleCases, cluster, variable, withGroups } from "../../rule-support";

const many = (count: number, prefix = "k") =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, ""]));

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/label-syntax",
    passes: [["labels", cluster({ tags: { "managed-by": "terraform", team: variable, empty: "" } })]],
    fails: [
      [
        "tags of another cloud",
        cluster({ tags: { "Cost Center": "Team A", "goog-x": "a" } }),
        'error at key tags["Cost Center"]: must be a label key: at most 63 lower-case letters, digits, "-" and "_", starting with a letter, got "Cost Center"; "cost-center" would be right',
        'error tags["Cost Center"]: must be a label value: at most 63 lower-case letters, digits, "-" and "_", got "Team A"; "team-a" would be right',
        'error at key tags.goog-x: keys that start with "goog-" are reserved by Google, got "goog-x"',
      ],
      [
        "a long value of a group",
        withGroups({ tags: { team: "a".repeat(64) } }),
        'error nodeGroups[0].tags.team: must be a label value: at most 63 lower-case letters, digits, "-" and "_", got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" would be right',
      ],
    ],
  },
  {
    rule: "gke/control-plane/label-count",
    passes: [["64", cluster({ tags: many(64) })]],
    fails: [
      ["65", cluster({ tags: many(65) }), "error tags: must be at most 64 labels, got 65"],
      [
        "64 and one of a group",
        { ...withGroups({ tags: { own: "a" } }), tags: many(64) },
        "error nodeGroups[0].tags: must be at most 64 labels, with the cluster's labels got 65",
      ],
    ],
  },
];
