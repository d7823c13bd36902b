import type { EncryptionSpec } from "../../cluster/vocabulary";

/** Encryption of Kubernetes secrets and of disks with AWS KMS. */
export interface EksEncryptionSpec extends EncryptionSpec {
  /**
   * Key that encrypts the disks of nodes, unless a node group sets its own key, and block volumes of pods, whose storage class
   * refers to it. The disks of nodes are always encrypted. A change replaces nodes one after the other; existing volumes keep
   * their key. Karpenter gets permissions on the key; its EC2NodeClasses name the key of the output `karpenter_disks_key_arn`. EKS
   * Auto Mode and Fargate do not use it.
   *
   * @default "platform-key"
   * @literal
   * @change rolling
   */
  readonly disks?: "customer-key" | "platform-key";

  /**
   * ARN of an existing symmetric key in the region of the cluster. If omitted, a new key.
   *
   * @shown
   * @change refused it would replace the cluster
   */
  readonly keyId?: string;

  /**
   * ARN of an existing symmetric key for disks, in the region of the cluster. The policy of the key must allow IAM policies of the
   * account, and the service-linked role of EC2 Auto Scaling, which starts nodes; with Karpenter also those of EC2 Fleet and EC2 Spot.
   *
   * @shown
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

  /**
   * Upgrades the Kubernetes version in spite of upgrade insights that report problems, such as removed APIs that are still used. Only
   * a change of `kubernetesVersion` reads it. Remove it after the upgrade.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly force?: boolean;
}

/** Values of `eks.controlPlaneTier`. */
export type EksControlPlaneTier = "standard" | "tier-xl" | "tier-2xl" | "tier-4xl";
