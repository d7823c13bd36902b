import { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Construct } from "constructs";
import { roles } from "../../azure/builtin-roles";
import { grantToIdentity } from "../../azure/grants";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { partIn } from "../../azure/resource-ids";
import type { AksEncryptionSpec } from "../spec";

/** Parameters of `createDiskEncryption`. */
export interface DiskEncryptionProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly encryption: AksEncryptionSpec;
}

/** Creates the encryption of disks with a customer key, and the role that it needs on the key; undefined with a platform key. */
export function createDiskEncryption(
  scope: Construct,
  { clusterName, place, encryption }: DiskEncryptionProps,
): { readonly set: DiskEncryptionSet; readonly grant: RoleAssignment } | undefined {
  if (encryption.disks !== "customer-key") return undefined;
  const set = new DiskEncryptionSet(scope, "disk_encryption_set", {
    ...place,
    name: clusterName,
    keyVaultKeyId: encryption.disksKeyId,
    autoKeyRotationEnabled: true,
    identity: { type: "SystemAssigned" },
  });
  const grant = grantToIdentity(scope, "disk_encryption_set_key", {
    role: roles.keyVaultCryptoServiceEncryptionUser,
    scope: keyScope(encryption.disksKeyVaultId!, encryption.disksKeyId!),
    principalId: set.identity.principalId,
  });
  return { set, grant };
}

/**
 * The id of a key in a vault, as the scope of a role: other keys of the vault are not accessible.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide#individual-key-secret-and-certificate-role-assignments
 */
export function keyScope(vaultId: string, keyId: string): string {
  return `${vaultId}/keys/${partIn(keyId, 4)}`;
}

/** Encryption of secrets and disks, as arguments of the cluster. */
export function encryptionArguments(
  { secrets, keyId, keyVaultIsPrivate }: AksEncryptionSpec,
  diskEncryptionSet: DiskEncryptionSet | undefined,
): Partial<KubernetesClusterConfig> {
  return {
    diskEncryptionSetId: diskEncryptionSet?.id,
    keyManagementService:
      secrets === "customer-key"
        ? { keyVaultKeyId: keyId!, keyVaultNetworkAccess: keyVaultIsPrivate ? "Private" : "Public" }
        : undefined,
  };
}
