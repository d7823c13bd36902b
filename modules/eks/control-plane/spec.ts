import type { EncryptionSpec } from "../../cluster/vocabulary";

/** Encryption of Kubernetes secrets and of disks with AWS KMS. */
export interface EksEncryptionSpec extends EncryptionSpec {
  /**
   * ARN of an existing symmetric key in the region of the cluster. If omitted, a new key.
   *
   * @change refused it would replace the cluster
   */
  readonly keyId?: string;

  /**
   * ARN of an existing symmetric key for disks, in the region of the cluster. The policy of the key must allow IAM policies of the
   * account, and the service-linked role of EC2 Auto Scaling, which starts nodes.
   *
   * @change rolling
   */
  readonly disksKeyId?: string;

  /**
   * Days from the deletion of a new key to its end, 7 to 30.
   *
   * @default 30
   * @change in-place
   */
  readonly deletionWindowDays?: number;
}

/** Support of the Kubernetes version. */
export interface EksUpgradesSpec {
  /**
   * `standard`: AWS upgrades the control plane when standard support ends. `extended`: the version has support for twelve more
   * months, at six times the price of the control plane.
   *
   * @default "standard"
   * @literal
   * @change in-place
   */
  readonly support?: "standard" | "extended";
}

/** Values of `eks.controlPlaneTier`. */
export type EksControlPlaneTier = "standard" | "tier-xl" | "tier-2xl" | "tier-4xl";
