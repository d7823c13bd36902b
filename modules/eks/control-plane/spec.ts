import type { EncryptionSpec } from "../../cluster/vocabulary";

/** Encryption of Kubernetes secrets with AWS KMS. */
export interface EksEncryptionSpec extends EncryptionSpec {
  /** ARN of an existing symmetric key in the cluster's region. Immutable. */
  readonly keyId?: string;

  /**
   * ARN of an existing symmetric key in the cluster's region, for disks. Its policy must let IAM policies of the account use
   * it, and the service-linked role of EC2 Auto Scaling, which starts nodes.
   */
  readonly disksKeyId?: string;

  /**
   * Days between the deletion of a new key and its end, 7 to 30.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

/** How long a Kubernetes version may run. */
export interface EksUpgradesSpec {
  /**
   * `standard`: when standard support ends, AWS upgrades the control plane. `extended`: the version may stay for twelve
   * more months, at six times the price of the control plane.
   *
   * @default "standard"
   * @literal
   */
  readonly support?: "standard" | "extended";
}

/** See {@link EksOptions.controlPlaneTier}. */
export type EksControlPlaneTier = "standard" | "tier-xl" | "tier-2xl" | "tier-4xl";
