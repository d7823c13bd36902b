import { admin, cluster, type EksRuleCases, key, variable } from "../../rule-support";

const keyExample = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

export const cases: readonly EksRuleCases[] = [
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
        "error encryption.keyId: must be the ARN of the key itself, got the alias " +
          '"arn:aws:kms:eu-central-1:111122223333:alias/eks"; permissions are granted on keys',
      ],
      [
        "a key elsewhere",
        cluster({ encryption: { keyId: key.replace("eu-central-1", "eu-west-1") } }),
        `error encryption.keyId: must be a key in eu-central-1 (aws), got "${key.replace("eu-central-1", "eu-west-1")}"`,
      ],
    ],
  },
  {
    rule: "eks/control-plane/secrets-key-used",
    passes: [
      ["one's own key", cluster({ encryption: { secrets: "customer-key", keyId: key } })],
      ["the platform's", cluster({ encryption: { secrets: "platform-key" } })],
    ],
    fails: [
      [
        "both",
        cluster({ encryption: { secrets: "platform-key", keyId: key } }),
        'error encryption.keyId: is not used with secrets "platform-key"; omit one of them',
      ],
    ],
  },
  {
    rule: "eks/control-plane/deletion-window",
    passes: [
      ["the ends", cluster({ encryption: { deletionWindowDays: 7 } })],
      [
        "an existing key of secrets, and a new key of disks",
        cluster({ encryption: { keyId: key, disks: "customer-key", deletionWindowDays: 7 } }),
      ],
      [
        "an existing key of secrets, and a new key of backups",
        cluster({ encryption: { keyId: key, deletionWindowDays: 7 }, storage: { backup: true } }),
      ],
    ],
    fails: [
      [
        "six days",
        cluster({ encryption: { deletionWindowDays: 6 } }),
        "error encryption.deletionWindowDays: must be a whole number from 7 to 30, got 6",
      ],
      [
        "an existing key",
        cluster({ encryption: { keyId: key, deletionWindowDays: 30 } }),
        "warning encryption.deletionWindowDays: has no effect: the cluster creates no key",
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
];
