import { admin, cluster, type EksRuleCases, key, variable } from "../../rule-support";

const keyExample = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

export const encryption: readonly EksRuleCases[] = [
  {
    rule: "eks/control-plane/secrets-key",
    passes: [
      [
        "a key, and a region that only Terraform knows",
        cluster({ region: variable, encryption: { keyId: key.replace("eu-central-1", "eu-west-1") } }),
      ],
      ["a key", cluster({ encryption: { keyId: key } })],
      [
        "a key of several regions",
        cluster({ encryption: { keyId: `arn:aws:kms:eu-central-1:111122223333:key/mrk-${"0".repeat(32)}` } }),
      ],
      ["a reference", cluster({ encryption: { keyId: variable } })],
    ],
    fails: [
      [
        "an id, and a region that only Terraform knows",
        cluster({ region: variable, encryption: { keyId: "x" } }),
        `error encryption.keyId: must be the ARN of a KMS key such as ${keyExample.replace("eu-central-1", "us-east-1")}, got "x"`,
      ],
      [
        "an id",
        cluster({ encryption: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" } }),
        `error encryption.keyId: must be the ARN of a KMS key such as ${keyExample}, got "1234abcd-12ab-34cd-56ef-1234567890ab"`,
      ],
      [
        "an alias",
        cluster({ encryption: { keyId: "arn:aws:kms:eu-central-1:111122223333:alias/eks" } }),
        'error encryption.keyId: must be the ARN of the key itself, got the alias "arn:aws:kms:eu-central-1:111122223333:alias/eks"; rights are given on keys',
      ],
      [
        "a key elsewhere",
        cluster({ encryption: { keyId: key.replace("eu-central-1", "eu-west-1") } }),
        `error encryption.keyId: must be a key in eu-central-1 (aws), got "${key.replace("eu-central-1", "eu-west-1")}"`,
      ],
    ],
  },
  {
    rule: "eks/control-plane/secrets-key-is-used",
    passes: [
      ["one's own key", cluster({ encryption: { secrets: "customer-key", keyId: key } })],
      ["the platform's", cluster({ encryption: { secrets: "platform-key" } })],
    ],
    fails: [
      [
        "both",
        cluster({ encryption: { secrets: "platform-key", keyId: key } }),
        'error encryption.keyId: is not used with secrets "platform-key"; leave one of the two out',
      ],
    ],
  },
  {
    rule: "eks/control-plane/deletion-window",
    passes: [["the ends", cluster({ encryption: { deletionWindowDays: 7 } })]],
    fails: [
      [
        "six days",
        cluster({ encryption: { deletionWindowDays: 6 } }),
        "error encryption.deletionWindowDays: must be a whole number from 7 to 30, got 6",
      ],
      [
        "a key that is there already",
        cluster({ encryption: { keyId: key, deletionWindowDays: 30 } }),
        "warning encryption.deletionWindowDays: has no effect: no key is made here that could be deleted",
      ],
    ],
  },
  {
    rule: "eks/control-plane/existing-roles",
    passes: [
      ["roles", cluster({ eks: { clusterRoleArn: admin, nodeRoleArn: variable } })],
      ["none", cluster()],
    ],
    fails: [
      [
        "a user and a name",
        cluster({ eks: { clusterRoleArn: "arn:aws:iam::111122223333:user/jane", nodeRoleArn: "nodes" } }),
        'error eks.clusterRoleArn: must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/PlatformAdmin, got "arn:aws:iam::111122223333:user/jane"',
        'error eks.nodeRoleArn: must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/PlatformAdmin, got "nodes"',
      ],
    ],
  },
  {
    rule: "eks/observability/log-retention",
    passes: [
      ["a year", cluster({ observability: { retentionDays: 365 } })],
      ["the default", cluster()],
    ],
    fails: [
      [
        "100 days",
        cluster({ observability: { retentionDays: 100 } }),
        "error observability.retentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 100",
      ],
    ],
  },
  {
    rule: "eks/observability/log-types-unique",
    passes: [["each once", cluster({ observability: { logTypes: ["audit", "api"] } })]],
    fails: [
      [
        "one twice",
        cluster({ observability: { logTypes: ["audit", "api", "audit"] } }),
        'error observability.logTypes[2]: "audit" is there already, at position 0',
      ],
    ],
  },
  {
    rule: "eks/observability/audit-is-logged",
    passes: [
      ["the default", cluster()],
      ["audit", cluster({ observability: { logTypes: ["audit"] } })],
    ],
    fails: [
      [
        "other logs",
        cluster({ observability: { logTypes: ["api"] } }),
        "warning observability.logTypes: lacks audit: nobody could tell later who did what in the cluster",
      ],
    ],
  },
];
