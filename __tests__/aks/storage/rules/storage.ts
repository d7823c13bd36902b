import {
  type AksRuleCases,
  admin,
  blobs,
  cluster,
  key,
  keyVersion,
  registry,
  vault,
  withEncryption,
  withStorage,
} from "../../rule-support";

export const storage: readonly AksRuleCases[] = [
  {
    rule: "aks/storage/file-share-size",
    passes: [["100 GiB", withStorage({ file: { sizeGiB: 100 } })]],
    fails: [
      [
        "10 GiB",
        withStorage({ file: { sizeGiB: 10 } }),
        "error storage.file.sizeGiB: must be 100 to 102400 GiB, got 10",
      ],
    ],
  },
  {
    rule: "aks/storage/file-key",
    passes: [["Azure's own", withStorage({ file: true })]],
    fails: [
      [
        "one's own",
        withStorage({ file: { keyId: key } }),
        "error storage.file.keyId: is not offered on AKS: Azure's own key encrypts the share; leave it out",
      ],
    ],
  },
  {
    rule: "aks/storage/buckets",
    passes: [["ids", withStorage({ object: { buckets: [blobs] } })]],
    fails: [
      [
        "a name",
        withStorage({ object: { buckets: ["models"] } }),
        'error storage.object.buckets[0]: must be the id of a blob container (…/storageAccounts/<account>/blobServices/default/containers/<container>), got "models"',
      ],
      [
        "none",
        withStorage({ object: { buckets: [] } }),
        "error storage.object.buckets: must name at least one container, got none",
      ],
    ],
  },
  {
    rule: "aks/storage/net-app-size",
    passes: [["1 TiB", withStorage({ netApp: { sizeTiB: 1 } })]],
    fails: [
      [
        "none",
        withStorage({ netApp: { sizeTiB: 0 } }),
        "error storage.netApp.sizeTiB: must be 1 to 2048 TiB, got 0",
      ],
    ],
  },
  {
    rule: "aks/storage/snapshots-have-disks",
    passes: [["disks", withStorage({ snapshots: true })]],
    fails: [
      [
        "none",
        withStorage({ block: false, snapshots: true, backup: true }),
        "error storage.snapshots: needs storage.block: there are no disks to copy",
        "error storage.backup: needs storage.block: there are no disks to copy",
      ],
    ],
  },
  {
    rule: "aks/storage/backup-plan",
    passes: [
      [
        "every day",
        withStorage({ backup: { schedule: "R/2026-01-01T02:00:00+00:00/P1D", retentionDays: 35 } }),
      ],
    ],
    fails: [
      [
        "cron, and too long",
        withStorage({ backup: { schedule: "0 2 * * *", retentionDays: 400 } }),
        'error storage.backup.schedule: must be a repeating interval such as "R/2026-01-01T02:00:00+00:00/P1D", of 4, 6, 8 or 12 hours, a day or a week, got "0 2 * * *"',
        "error storage.backup.retentionDays: must be 1 to 360 days, got 400",
      ],
      [
        "no way out",
        cluster({ storage: { backup: true }, network: { egress: { type: "none", registryId: registry } } }),
        "error storage.backup: needs a way out of the network: its extension comes from outside",
      ],
    ],
  },
  {
    rule: "aks/storage/secrets-key",
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
        'error encryption.secrets: "customer-key" needs keyId: AKS makes no key, and who may use a new one is not known here',
        'error encryption.secrets: "customer-key" needs keyVaultId, for the right to use the key',
      ],
      [
        "a key that nothing uses",
        withEncryption({ keyId: keyVersion }),
        'error encryption.keyId: is not used with secrets "platform-key"; leave one of the two out',
      ],
    ],
  },
  {
    rule: "aks/storage/private-vault",
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
    rule: "aks/storage/disks-key",
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
        'error encryption.disks: "customer-key" needs disksKeyId and disksKeyVaultId: AKS makes no key',
      ],
      [
        "a key that nothing uses",
        withEncryption({ disksKeyId: key }),
        'error encryption.disksKeyId: is not used with disks "platform-key"; leave one of the two out',
      ],
    ],
  },
  {
    rule: "aks/storage/buckets-unique",
    passes: [["one", withStorage({ object: { buckets: [blobs] } })]],
    fails: [
      [
        "one twice",
        withStorage({ object: { buckets: [blobs, blobs] } }),
        "error storage.object.buckets[1]: is there already, at position 0",
      ],
    ],
  },
];
