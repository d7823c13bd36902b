import { type EksRuleCases, withGroups } from "../../rule-support";

const range = { min: 1, max: 3 };

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/control-plane/terraform-addresses-unique",
    passes: [
      ["different names", withGroups({ name: "w", spread: "per-zone" }, { name: "w-other" })],
      ["a zone's name without a fan-out", withGroups({ name: "w" }, { name: "w-eu-central-1a" })],
      ["different keys", withGroups({ size: range, labels: { "a.b": "1", "a.c": "1" } })],
      ["fixed sizes, which have no tags", withGroups({ size: 3, labels: { "a.b": "1", "a-b": "1" } })],
      [
        "no autoscaler, which has no tags",
        { ...withGroups({ size: range, labels: { "a.b": "1", "a-b": "1" } }), autoscaling: "none" },
      ],
    ],
    fails: [
      [
        "a group called as another's part in a zone",
        withGroups({ name: "w", spread: "per-zone", zones: ["eu-central-1a"] }, { name: "w-eu-central-1a" }),
        'error nodeGroups[1].name: "w-eu-central-1a" and "w" would have the same Terraform address; rename one of them',
      ],
      [
        "keys that differ in punctuation",
        withGroups({ size: range, labels: { "a.b": "1", "a-b": "1" } }),
        'error at key nodeGroups[0].labels.a-b: "a-b" and "a.b" would have the same Terraform address; rename one of them',
      ],
    ],
  },
];
