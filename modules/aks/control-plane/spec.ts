import type { EncryptionSpec, MaintenancePauseSpec, MaintenanceWindowSpec } from "../../cluster/vocabulary";

/** Dapr, as an extension of AKS. */
export interface AksDaprSpec {
  /**
   * Version of the extension, such as `"1.15.4"`. Azure then does not upgrade it; it supports the newest minor and the one before. If
   * omitted: the newest stable version, and Azure upgrades minor versions, which it recommends for development and tests only.
   *
   * @change replace the control plane of Dapr, which is removed and installed again
   * @see https://learn.microsoft.com/azure/aks/dapr
   */
  readonly version?: string;
}

/** Keys that encrypt the cluster's secrets and disks. */
export interface AksEncryptionSpec extends EncryptionSpec {
  /**
   * Key that encrypts the cluster's secrets. `customer-key` needs `keyId`: a principal can create a key only in a vault on which it
   * already has a role, and Terraform does not know the deploying identity beforehand.
   *
   * @default "platform-key"
   */
  readonly secrets?: "customer-key" | "platform-key";

  /** Id of a version of a key in Key Vault, `https://<vault>.vault.azure.net/keys/<key>/<version>`, for `secrets: customer-key`. */
  readonly keyId?: string;

  /** Id of the vault of `keyId`; the cluster's identity gets a role on the key. A private vault needs a role on the vault, too. */
  readonly keyVaultId?: string;

  /**
   * The vault of `keyId` has no public address.
   *
   * @literal
   */
  readonly keyVaultIsPrivate?: boolean;

  /**
   * Key that encrypts disks of nodes and volumes.
   *
   * @change refused
   */
  readonly disks?: "customer-key" | "platform-key";

  /** Id of a key in Key Vault for `disks: customer-key`, without a version: the newest version is used. */
  readonly disksKeyId?: string;

  /** Id of the vault of `disksKeyId`. It must have purge protection. */
  readonly disksKeyVaultId?: string;
}

/** When and how far Azure upgrades the cluster. */
export interface AksUpgradesSpec {
  /** @refused an override that forces an upgrade cannot be removed again */
  readonly force?: boolean;

  /**
   * Version to which AKS upgrades the cluster.
   *
   * - `none`: no automatic upgrades.
   * - `patch`: to the newest patch of the minor of `kubernetesVersion`.
   * - `stable`: to the minor before the newest.
   * - `rapid`: to the newest minor.
   *
   * @default "patch"
   * @literal
   */
  readonly channel?: "none" | "patch" | "stable" | "rapid";

  /**
   * Upgrades of node images: a new image each week (`node-image`), security patches (`security-patch`), the unattended upgrades of the
   * operating system (`unmanaged`), or no upgrades (`none`).
   *
   * @default "node-image"
   * @literal
   */
  readonly nodeImages?: "node-image" | "security-patch" | "unmanaged" | "none";

  /**
   * When Kubernetes is upgraded. 4 to 24 hours. AKS opens the window on one day of the week: exactly one in `days`.
   *
   * @default { "days": ["sunday"], "start": "00:00", "hours": 4 }
   */
  readonly window?: MaintenanceWindowSpec;

  /**
   * When node images are upgraded. 4 to 24 hours, on exactly one day, or on every day if `days` is omitted.
   *
   * @default { "days": ["saturday"], "start": "00:00", "hours": 4 }
   */
  readonly nodeWindow?: MaintenanceWindowSpec;

  /** Periods without upgrades. */
  readonly pauses?: readonly MaintenancePauseSpec[];

  /**
   * `long-term`: Azure supports the version for one more year. Needs `aks.tier: premium`.
   *
   * @default "standard"
   * @literal
   */
  readonly support?: "standard" | "long-term";
}
