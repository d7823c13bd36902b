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

const agent = (...identities: readonly (readonly [namespace: string, serviceAccount: string])[]) =>
  cluster({
    eks: {
      addOns: {
        agent: {
          version: "latest",
          identities: identities.map(([namespace, serviceAccount]) => ({
            namespace,
            serviceAccount,
            policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
          })),
        },
      },
    },
  });

const account = "arn:aws:iam::111122223333";
const withEntries = (...names: readonly string[]) =>
  cluster({
    access: { admins: [`${account}:role/ops-admin`] },
    eks: {
      accessEntries: names.map((name) => ({
        principal: `${account}:role/${name}`,
        policies: [{ policy: "AmazonEKSViewPolicy" }],
      })),
    },
  });

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
      ["different principals", withEntries("ops", "dev")],
      ["different service accounts", agent(["a", "b"], ["a", "c"])],
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
      [
        "principals that differ in punctuation from an admin and from each other",
        withEntries("ops_admin", "dev-ops", "dev_ops"),
        `error eks.accessEntries[0].principal: "${account}:role/ops_admin" and "${account}:role/ops-admin" would have the same ` +
          "Terraform address; rename one of them",
        `error eks.accessEntries[2].principal: "${account}:role/dev_ops" and "${account}:role/dev-ops" would have the same Terraform ` +
          "address; rename one of them",
        `error eks.accessEntries[2].policies[0].policy: "${account}:role/dev_ops_AmazonEKSViewPolicy" and ` +
          `"${account}:role/dev-ops_AmazonEKSViewPolicy" would have the same Terraform address; rename one of them`,
      ],
      [
        "service accounts of an add-on, whose namespaces end at another place",
        agent(["a-b", "c"], ["a", "b-c"]),
        'error eks.addOns.agent.identities[1]: "a/b-c" and "a-b/c" would have the same Terraform address; rename one of them',
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
        "policies of node roles with the same name in two accounts",
        cluster({
          eks: { nodeRolePolicyArns: [`${account}:policy/agent`, "arn:aws:iam::aws:policy/agent"] },
        }),
        `error eks.nodeRolePolicyArns[1]: "arn:aws:iam::aws:policy/agent" and "${account}:policy/agent" would have the same Terraform ` +
          "address; rename one of them",
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
