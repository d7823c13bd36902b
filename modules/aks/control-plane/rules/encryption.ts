import { error } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * A customer key for secrets is a version of a key, together with its vault.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#key_management_service
   */
  "secrets-key"({ encryption = {} }) {
    const { secrets = defaults["encryption.secrets"], keyId: key, keyVaultId } = encryption;
    const path = ["encryption"];
    if (secrets === "platform-key") {
      return (["keyId", "keyVaultId", "keyVaultIsPrivate"] as const)
        .filter((field) => encryption[field] !== undefined)
        .map((field) =>
          error([...path, field], `is not used with secrets "platform-key"; omit one of the two`),
        );
    }
    return [
      ...(key === undefined
        ? [error([...path, "secrets"], `"customer-key" needs keyId: no key is created`)]
        : []),
      ...(keyVaultId === undefined
        ? [
            error(
              [...path, "secrets"],
              `"customer-key" needs keyVaultId, on which the cluster's identity gets a role`,
            ),
          ]
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

  /**
   * A key vault without a public address is reached from the subnet of the API server.
   *
   * @see https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption
   */
  "private-vault-needs-private-api-server"({ encryption = {}, access }) {
    if (!encryption.keyVaultIsPrivate || (access.private ?? defaults["access.private"])) return [];
    return [
      error(
        ["encryption", "keyVaultIsPrivate"],
        "needs access.private: the API server must be in the network to reach it",
      ),
    ];
  },

  /**
   * A customer key for disks has no version, so that it can be rotated, and comes with its vault.
   *
   * @see https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys
   */
  "disks-key"({ encryption = {} }) {
    const { disks = defaults["encryption.disks"], disksKeyId, disksKeyVaultId } = encryption;
    const path = ["encryption"];
    if (disks === "platform-key") {
      return (["disksKeyId", "disksKeyVaultId"] as const)
        .filter((field) => encryption[field] !== undefined)
        .map((field) =>
          error([...path, field], `is not used with disks "platform-key"; omit one of the two`),
        );
    }
    const match = isKnown(disksKeyId) ? keyId.exec(disksKeyId) : undefined;
    return [
      ...(disksKeyId === undefined || disksKeyVaultId === undefined
        ? [
            error(
              [...path, "disks"],
              `"customer-key" needs disksKeyId and disksKeyVaultId: no key is created`,
            ),
          ]
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

/** A key of Key Vault, with its version as the first group. */
const keyId =
  /^https:\/\/[A-Za-z0-9-]+\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)\/keys\/[A-Za-z0-9-]+(\/[0-9a-f]{32})?\/?$/;
