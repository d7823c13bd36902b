import type { EncryptionSpec, MaintenancePauseSpec, MaintenanceWindowSpec } from "../../cluster/vocabulary";

/** Keys of Cloud KMS. */
export interface GkeEncryptionSpec extends EncryptionSpec {
  /**
   * Full name of an existing symmetric key in the cluster's region: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. GKE's service
   * agent gets the right to use it.
   */
  readonly keyId?: string;

  /** Full name of an existing symmetric key in the cluster's region, for disks. Compute Engine's service agent gets the right. */
  readonly disksKeyId?: string;

  /**
   * Days after which a new key has a new version, 1 to 3650. What was encrypted before stays readable.
   *
   * @default 90
   * @literal
   */
  readonly rotationDays?: number;

  /**
   * Name of the ring of new keys. Google deletes no rings: after the cluster is gone, the next one of its name needs another
   * word here, or the old ring imported. Immutable. Left out: the cluster's name.
   */
  readonly keyRing?: string;

  /**
   * How new keys keep their secret.
   *
   * @default "software"
   */
  readonly protectionLevel?: "software" | "hsm";
}

/** When and how far Google upgrades the cluster. */
export interface GkeUpgradesSpec {
  /**
   * How new the versions are that Google upgrades to by itself. `extended` lets a minor stay for up to 24 months, at a price.
   * `none`: outside of the channels; nodes then have `kubernetesVersion` too, and groups are upgraded with it.
   *
   * @default "regular"
   * @literal
   */
  readonly channel?: "rapid" | "regular" | "stable" | "extended" | "none";

  /** When Google may upgrade: at least 4 hours at a time and 48 in 32 days. Left out: at any time. */
  readonly window?: MaintenanceWindowSpec;

  /** Times without upgrades, at most 20. */
  readonly pauses?: readonly GkeMaintenancePauseSpec[];

  /**
   * Patches as soon as there are any, before their turn in the channel.
   *
   * @default false
   * @literal
   */
  readonly acceleratedPatches?: boolean;
}

/** A time without upgrades. */
export interface GkeMaintenancePauseSpec extends MaintenancePauseSpec {
  /**
   * What is held back: `all` (at most 30 days), new `minor` versions of the control plane, or these and all changes of nodes
   * (`minor-and-nodes`).
   *
   * @default "all"
   */
  readonly scope?: "all" | "minor" | "minor-and-nodes";
}

/** Keys and certificate authorities of yours, by their full names in Cloud KMS and Certificate Authority Service. */
export interface GkeControlPlaneKeysSpec {
  /** Pool of authorities that sign the cluster's certificates. */
  readonly clusterCa?: string;

  /** Pool of authorities for the API server's side of etcd. */
  readonly etcdApiCa?: string;

  /** Pool of authorities between the members of etcd. */
  readonly etcdPeerCa?: string;

  /** Pool of authorities for aggregated APIs. */
  readonly aggregationCa?: string;

  /** Versions of keys that sign service accounts' tokens. */
  readonly serviceAccountSigningKeys?: readonly string[];

  /** Versions of keys that service accounts' tokens are verified with. */
  readonly serviceAccountVerificationKeys?: readonly string[];

  /** Key that encrypts the control plane's disks. */
  readonly controlPlaneDisksKeyId?: string;

  /** Key that encrypts Google's copies of etcd. */
  readonly etcdBackupKeyId?: string;
}
