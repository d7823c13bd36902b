import { cluster, type EksRuleCases, withGroups } from "../../rule-support";

const withPolicies = (...names: readonly string[]) =>
  cluster({
    workloadIdentities: [
      {
        namespace: "shop",
        serviceAccount: "orders",
        policyArns: names.map((name) => `arn:aws:iam::111122223333:${name}`),
      },
    ],
  });

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
  {
    rule: "eks/control-plane/policy-addresses",
    passes: [
      ["different names", withPolicies("policy/orders", "policy/ops/orders")],
      ["a policy twice, which another rule reports", withPolicies("policy/orders", "policy/orders")],
    ],
    fails: [
      [
        "names that differ in punctuation",
        withPolicies("policy/orders-eu", "policy/orders_eu"),
        'error workloadIdentities[0].policyArns[1]: "arn:aws:iam::111122223333:policy/orders_eu" and ' +
          '"arn:aws:iam::111122223333:policy/orders-eu" would have the same Terraform address; rename one of them',
      ],
      [
        "policies of a capability with the same name under two paths",
        cluster({
          eks: {
            capabilities: {
              ack: {
                policyArns: [
                  "arn:aws:iam::111122223333:policy/a/s3",
                  "arn:aws:iam::111122223333:policy/b/s3",
                ],
              },
            },
          },
        }),
        'error eks.capabilities.ack.policyArns[1]: "arn:aws:iam::111122223333:policy/b/s3" and ' +
          '"arn:aws:iam::111122223333:policy/a/s3" would have the same Terraform address; rename one of them',
      ],
    ],
  },
];
