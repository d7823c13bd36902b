import {
  type AksRuleCases,
  admin,
  cluster,
  key,
  keyVersion,
  vault,
  withEncryption,
} from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/secrets-key",
    passes: [
      [
        "a version and a vault",
        withEncryption({ secrets: "customer-key", keyId: keyVersion, keyVaultId: vault }),
      ],
    ],
    fails: [
      [
        "a key of all versions",
        withEncryption({ secrets: "customer-key", keyId: key, keyVaultId: vault }),
        'error encryption.keyId: must be a version of a key (https://<vault>.vault.azure.net/keys/<key>/<version>), got "https://shop.vault.azure.net/keys/aks"',
      ],
      [
        "nothing",
        withEncryption({ secrets: "customer-key" }),
        'error encryption.secrets: "customer-key" needs keyId: no key is created',
        `error encryption.secrets: "customer-key" needs keyVaultId, on which the cluster's identity gets a role`,
      ],
      [
        "a key that nothing uses",
        withEncryption({ keyId: keyVersion }),
        'error encryption.keyId: is not used with secrets "platform-key"; omit one of the two',
      ],
    ],
  },
  {
    rule: "aks/control-plane/private-vault-needs-private-api-server",
    passes: [
      [
        "an API server in the network",
        withEncryption({
          secrets: "customer-key",
          keyId: keyVersion,
          keyVaultId: vault,
          keyVaultIsPrivate: true,
        }),
      ],
    ],
    fails: [
      [
        "one that is not",
        cluster({
          access: { admins: [admin], private: false },
          encryption: {
            secrets: "customer-key",
            keyId: keyVersion,
            keyVaultId: vault,
            keyVaultIsPrivate: true,
          },
        }),
        "error encryption.keyVaultIsPrivate: needs access.private: the API server must be in the network to reach it",
      ],
    ],
  },
  {
    rule: "aks/control-plane/disks-key",
    passes: [
      [
        "a key and a vault",
        withEncryption({ disks: "customer-key", disksKeyId: key, disksKeyVaultId: vault }),
      ],
    ],
    fails: [
      [
        "one version of it",
        withEncryption({ disks: "customer-key", disksKeyId: keyVersion, disksKeyVaultId: vault }),
        'error encryption.disksKeyId: must be a key without a version (https://<vault>.vault.azure.net/keys/<key>), so that it can be rotated, got "https://shop.vault.azure.net/keys/aks/0123456789abcdef0123456789abcdef"',
      ],
      [
        "nothing",
        withEncryption({ disks: "customer-key" }),
        'error encryption.disks: "customer-key" needs disksKeyId and disksKeyVaultId: no key is created',
      ],
      [
        "a key that nothing uses",
        withEncryption({ disksKeyId: key }),
        'error encryption.disksKeyId: is not used with disks "platform-key"; omit one of the two',
      ],
    ],
  },
];
