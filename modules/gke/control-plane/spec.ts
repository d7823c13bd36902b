import type { EncryptionSpec, MaintenancePauseSpec, MaintenanceWindowSpec } from "../../cluster/vocabulary";

/** Keys of Cloud KMS. */
export interface GkeEncryptionSpec extends EncryptionSpec {
  /**
   * Key that encrypts the disks of nodes, unless a node group sets its own key, and block volumes of pods, whose storage class
   * refers to it. The disks of nodes are always encrypted. Existing volumes keep their key.
   *
   * @default "platform-key"
   * @literal
   * @change replace the node pools; in Autopilot mode and with auto-provisioning the cluster
   */
  readonly disks?: "customer-key" | "platform-key";

  /**
   * Full name of an existing symmetric key in the cluster's region: `projects/…/locations/…/keyRings/…/cryptoKeys/…`.
   * The service agent of GKE gets the right to use it.
   */
  readonly keyId?: string;

  /**
   * Full name of an existing symmetric key in the cluster's region, for disks. The service agent of Compute Engine gets
   * the right to use it.
   *
   * @change replace the node pools; in Autopilot mode and with auto-provisioning the cluster
   */
  readonly disksKeyId?: string;

  /**
   * Days after which a new key gets a new version, 1 to 3650. Data that is already encrypted stays readable.
   *
   * @default 90
   * @literal
   */
  readonly rotationDays?: number;

  /**
   * Name of the ring of new keys. Google Cloud does not delete key rings: a later cluster of the same name needs another
   * name here, or imports the old ring. If omitted, the cluster's name.
   *
   * @change refused it would replace keys, and data that they encrypt could not be read
   */
  readonly keyRing?: string;

  /**
   * Protection of new keys: software, or hardware security modules.
   *
   * @default "software"
   * @change refused it would replace keys, and data that they encrypt could not be read
   */
  readonly protectionLevel?: "software" | "hsm";
}

/** When GKE upgrades the cluster, and to which versions. */
export interface GkeUpgradesSpec {
  /** @refused GKE has no check before an upgrade that a cluster can override */
  readonly force?: boolean;

  /**
   * Release channel: how new the versions are that GKE upgrades to automatically. `extended` supports a minor for up to
   * 24 months, for a fee. `none`: no channel; nodes also have `kubernetesVersion`, and are upgraded with it.
   *
   * @default "regular"
   * @literal
   */
  readonly channel?: "rapid" | "regular" | "stable" | "extended" | "none";

  /** When GKE may upgrade: at least 4 hours at a time, and 48 hours in 32 days. If omitted, at any time. */
  readonly window?: MaintenanceWindowSpec;

  /** Periods without upgrades, at most 20. */
  readonly pauses?: readonly GkeMaintenancePauseSpec[];

  /**
   * Patches as soon as they exist, before their rollout in the channel.
   *
   * @default false
   * @literal
   * @change in-place the provider cannot turn it off again
   */
  readonly acceleratedPatches?: boolean;
}

/** A period without upgrades. */
export interface GkeMaintenancePauseSpec extends MaintenancePauseSpec {
  /**
   * What is paused: `all` upgrades (at most 30 days), `minor` versions of the control plane, or these and all updates of
   * nodes (`minor-and-nodes`).
   *
   * @default "all"
   */
  readonly scope?: "all" | "minor" | "minor-and-nodes";
}

/**
 * Your own keys and certificate authorities, by their full names in Cloud KMS and Certificate Authority Service.
 */
export interface GkeControlPlaneKeysSpec {
  /** CA pool that signs the cluster's certificates. */
  readonly clusterCa?: string;

  /** CA pool for the connection between API server and etcd. */
  readonly etcdApiCa?: string;

  /** CA pool for connections between the members of etcd. */
  readonly etcdPeerCa?: string;

  /** CA pool for aggregated APIs. */
  readonly aggregationCa?: string;

  /** Key versions that sign tokens of service accounts. */
  readonly serviceAccountSigningKeys?: readonly string[];

  /** Key versions that verify tokens of service accounts. */
  readonly serviceAccountVerificationKeys?: readonly string[];

  /** Key that encrypts the control plane's disks. */
  readonly controlPlaneDisksKeyId?: string;

  /** Key that encrypts Google's backups of etcd. */
  readonly etcdBackupKeyId?: string;
}
