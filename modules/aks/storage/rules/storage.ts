import { error, type Path } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { egressOf } from "../../settings";

export const rules = defineRules<AksClusterProps>("aks/storage", {
  /** [Azure Files] Premium shares: 100 to 102,400 GiB. */
  "file-share-size"({ storage }) {
    const file = storage?.file;
    if (!isKnown(file) || typeof file === "boolean" || !isKnown(file.sizeGiB)) return [];
    return isWhole(file.sizeGiB, 100, 102_400)
      ? []
      : [error(["storage", "file", "sizeGiB"], `must be 100 to 102400 GiB, got ${shown(file.sizeGiB)}`)];
  },

  /** The account's key is an option that is not offered here. */
  "file-key"({ storage }) {
    const file = storage?.file;
    if (typeof file !== "object" || file.keyId === undefined) return [];
    return [
      error(
        ["storage", "file", "keyId"],
        "is not offered on AKS: Azure's own key encrypts the share; leave it out",
      ),
    ];
  },

  /** [Azure] Blob containers by their ids. */
  buckets({ storage }) {
    const list = storage?.object?.buckets;
    const path: Path = ["storage", "object", "buckets"];
    if (!isKnown(list)) return [];
    if (list.length === 0) return [error(path, "must name at least one container, got none")];
    return knownEntries(list)
      .filter(([, id]) => !/\/storageAccounts\/[^/]+\/blobServices\/default\/containers\/[^/]+$/i.test(id))
      .map(([i, id]) =>
        error(
          [...path, i],
          `must be the id of a blob container (…/storageAccounts/<account>/blobServices/default/containers/<container>), got ${shown(id)}`,
        ),
      );
  },

  /** [Azure RBAC] A container twice would be two grants of one role. */
  "buckets-unique"({ storage }) {
    return repeated(knownEntries(storage?.object?.buckets), (id) => id.toLowerCase()).map(
      ({ index, first }) =>
        error(["storage", "object", "buckets", index], `is there already, at position ${first}`),
    );
  },

  /** [Azure NetApp Files] Capacity pools of 1 to 2,048 TiB. */
  "net-app-size"({ storage }) {
    const size = storage?.netApp?.sizeTiB;
    if (!isKnown(size) || isWhole(size, 1, 2048)) return [];
    return [error(["storage", "netApp", "sizeTiB"], `must be 1 to 2048 TiB, got ${shown(size)}`)];
  },

  /** [AKS docs] Snapshots are of disks. */
  "snapshots-have-disks"({ storage }) {
    if (storage?.block !== false) return [];
    return (["snapshots", "backup"] as const)
      .filter((field) => storage[field])
      .map((field) => error(["storage", field], "needs storage.block: there are no disks to copy"));
  },

  /** [Azure Backup] An interval that repeats, and 1 to 360 days; the extension needs a way out. */
  "backup-plan"(cluster) {
    const backup = cluster.storage?.backup;
    if (!backup) return [];
    const path = ["storage", "backup"];
    const { schedule, retentionDays } = backup === true ? {} : backup;
    return [
      ...(isKnown(schedule) &&
      !/^R\/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)\/P(T(4|6|8|12)H|1D|1W)$/.test(schedule)
        ? [
            error(
              [...path, "schedule"],
              `must be a repeating interval such as "R/2026-01-01T02:00:00+00:00/P1D", of 4, 6, 8 or 12 hours, a day or a week, got ${shown(schedule)}`,
            ),
          ]
        : []),
      ...(isKnown(retentionDays) && !isWhole(retentionDays, 1, 360)
        ? [error([...path, "retentionDays"], `must be 1 to 360 days, got ${shown(retentionDays)}`)]
        : []),
      ...(egressOf(cluster)?.type === "none" || egressOf(cluster) === undefined
        ? [error(path, "needs a way out of the network: its extension comes from outside")]
        : []),
    ];
  },

  /** [azurerm] A customer's key of secrets: a version of a key, and its vault. */
  "secrets-key"({ encryption = {} }) {
    const { secrets = "platform-key", keyId: key, keyVaultId } = encryption;
    const path = ["encryption"];
    if (secrets === "platform-key") {
      return (["keyId", "keyVaultId", "keyVaultIsPrivate"] as const)
        .filter((field) => encryption[field] !== undefined)
        .map((field) =>
          error([...path, field], `is not used with secrets "platform-key"; leave one of the two out`),
        );
    }
    return [
      ...(key === undefined
        ? [
            error(
              [...path, "secrets"],
              `"customer-key" needs keyId: AKS makes no key, and who may use a new one is not known here`,
            ),
          ]
        : []),
      ...(keyVaultId === undefined
        ? [error([...path, "secrets"], `"customer-key" needs keyVaultId, for the right to use the key`)]
        : []),
      ...(isKnown(key) && keyId.exec(key)?.[1] === undefined
        ? [
            error(
              [...path, "keyId"],
              `must be a version of a key (https://<vault>.vault.azure.net/keys/<key>/<version>), got ${shown(key)}`,
            ),
          ]
        : []),
    ];
  },

  /** [AKS docs] A vault without a public address is reached by the API server's subnet. */
  "private-vault"({ encryption = {}, access }) {
    if (!encryption.keyVaultIsPrivate || (access.private ?? true)) return [];
    return [
      error(
        ["encryption", "keyVaultIsPrivate"],
        "needs access.private: the API server must be in the network to reach it",
      ),
    ];
  },

  /** [azurerm] A customer's key of disks, without a version, and its vault. */
  "disks-key"({ encryption = {} }) {
    const { disks = "platform-key", disksKeyId, disksKeyVaultId } = encryption;
    const path = ["encryption"];
    if (disks === "platform-key") {
      return (["disksKeyId", "disksKeyVaultId"] as const)
        .filter((field) => encryption[field] !== undefined)
        .map((field) =>
          error([...path, field], `is not used with disks "platform-key"; leave one of the two out`),
        );
    }
    const match = isKnown(disksKeyId) ? keyId.exec(disksKeyId) : undefined;
    return [
      ...(disksKeyId === undefined || disksKeyVaultId === undefined
        ? [error([...path, "disks"], `"customer-key" needs disksKeyId and disksKeyVaultId: AKS makes no key`)]
        : []),
      ...(isKnown(disksKeyId) && (!match || match[1] !== undefined)
        ? [
            error(
              [...path, "disksKeyId"],
              `must be a key without a version (https://<vault>.vault.azure.net/keys/<key>), so that it can be rotated, got ${shown(disksKeyId)}`,
            ),
          ]
        : []),
    ];
  },
});

const keyId =
  /^https:\/\/[A-Za-z0-9-]+\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)\/keys\/[A-Za-z0-9-]+(\/[0-9a-f]{32})?\/?$/;
