import { cluster, type EksRuleCases, variable, withGroups } from "../../rule-support";

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const range = { min: 1, max: 3 };

export const terraformAddresses: readonly EksRuleCases[] = [
  {
    rule: "eks/control-plane/principal-addresses",
    passes: [
      ["names of their own", cluster({ access: { admins: [role("a"), role("b")] } })],
      ["the same name behind another path", cluster({ access: { admins: [role("a"), role("ops/a")] } })],
      ["references", cluster({ access: { admins: [variable, role("a")] } })],
    ],
    fails: [
      [
        "names that differ in punctuation",
        cluster({
          access: { admins: [role("dev-ops")], viewers: [{ principal: role("dev_ops") }] },
        }),
        `error access.viewers[0].principal: "${role("dev_ops")}" and "${role("dev-ops")}" would have the same Terraform address; rename one of them`,
      ],
    ],
  },
  {
    rule: "eks/control-plane/node-group-addresses",
    passes: [
      ["names of their own", withGroups({ name: "w", spread: "per-zone" }, { name: "w-other" })],
      ["a zone's name without a fan-out", withGroups({ name: "w" }, { name: "w-eu-central-1a" })],
    ],
    fails: [
      [
        "a group called as another's part in a zone",
        withGroups({ name: "w", spread: "per-zone", zones: ["eu-central-1a"] }, { name: "w-eu-central-1a" }),
        'error nodeGroups[1].name: "w-eu-central-1a" and "w" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "eks/control-plane/label-addresses",
    passes: [
      ["keys of their own", withGroups({ size: range, labels: { "a.b": "1", "a.c": "1" } })],
      ["fixed sizes, which have no tags", withGroups({ size: 3, labels: { "a.b": "1", "a-b": "1" } })],
      [
        "no autoscaler, which has no tags",
        { ...withGroups({ size: range, labels: { "a.b": "1", "a-b": "1" } }), autoscaling: "none" },
      ],
    ],
    fails: [
      [
        "keys that differ in punctuation",
        withGroups({ size: range, labels: { "a.b": "1", "a-b": "1" } }),
        'error at key nodeGroups[0].labels.a-b: "a-b" and "a.b" would have the same Terraform address; rename one of them',
      ],
    ],
  },
];
