import type { EncryptionSpec, MaintenancePauseSpec, MaintenanceWindowSpec } from "../../cluster/vocabulary";

/** Keys for what the cluster stores. */
export interface AksEncryptionSpec extends EncryptionSpec {
  /**
   * Key that encrypts the cluster's secrets. `customer-key` needs `keyId`: a vault with a key can be made only by somebody who may
   * also use it, and who that is Terraform does not say beforehand.
   *
   * @default "platform-key"
   */
  readonly secrets?: "customer-key" | "platform-key";

  /** Id of a version of a key in Key Vault, `https://<vault>.vault.azure.net/keys/<key>/<version>`, for `secrets: customer-key`. */
  readonly keyId?: string;

  /** Id of the vault of `keyId`; the cluster's identity gets the right to use its keys. */
  readonly keyVaultId?: string;

  /**
   * The vault of `keyId` has no public address.
   *
   * @literal
   */
  readonly keyVaultIsPrivate?: boolean;

  /** Id of a key in Key Vault for `disks: customer-key`, without a version: the newest is used. */
  readonly disksKeyId?: string;

  /** Id of the vault of `disksKeyId`. It must have purge protection. */
  readonly disksKeyVaultId?: string;
}

/** When and how far Azure upgrades the cluster. */
export interface AksUpgradesSpec {
  /**
   * - `none`: not by itself.
   * - `patch`: to the newest patch of `kubernetesVersion`'s minor.
   * - `stable`: to the minor before the newest.
   * - `rapid`: to the newest.
   *
   * @default "patch"
   * @literal
   */
  readonly channel?: "none" | "patch" | "stable" | "rapid";

  /**
   * How nodes' images follow: a new image each week (`node-image`), security patches (`security-patch`), whatever Linux
   * does by itself at night (`unmanaged`), or not (`none`).
   *
   * @default "node-image"
   */
  readonly nodeImages?: "node-image" | "security-patch" | "unmanaged" | "none";

  /**
   * When Kubernetes is upgraded. 4 to 24 hours. AKS opens it on one day of the week: exactly one in `days`.
   *
   * @default { "days": ["sunday"], "start": "00:00", "hours": 4 }
   */
  readonly window?: MaintenanceWindowSpec;

  /**
   * When nodes' images are upgraded. 4 to 24 hours, on exactly one day, or on every day when `days` is left out.
   *
   * @default { "days": ["saturday"], "start": "00:00", "hours": 4 }
   */
  readonly nodeWindow?: MaintenanceWindowSpec;

  /** Times without upgrades. */
  readonly pauses?: readonly MaintenancePauseSpec[];

  /**
   * `long-term`: the version may stay for a year more. Needs `aks.tier: premium`.
   *
   * @default "standard"
   */
  readonly support?: "standard" | "long-term";
}
