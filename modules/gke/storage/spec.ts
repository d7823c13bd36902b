import type { BackupSpec, FileStorageSpec, ObjectStorageSpec, StorageSpec } from "../../cluster/vocabulary";

/** Persistent storage for workloads. */
export interface GkeStorageSpec extends StorageSpec {
  /**
   * Persistent disks, through their CSI driver. Always there in Autopilot. With a map, the class is said by the stack's output
   * `storage_manifests`: GKE brings its own default class along.
   *
   * @default true
   */
  readonly block?: boolean | GkeBlockStorageSpec;

  /**
   * A Filestore instance with the Filestore CSI driver.
   *
   * @literal
   */
  readonly file?: boolean | GkeFileStorageSpec;

  readonly object?: GkeObjectStorageSpec;

  /**
   * Snapshots of persistent disks. GKE has the snapshot controller; this adds the class to the output `storage_manifests`.
   *
   * @default false
   * @literal
   */
  readonly snapshots?: boolean;

  /**
   * @literal
   */
  readonly backup?: boolean | GkeBackupSpec;

  /**
   * The CSI driver of Parallelstore. Instances are made by the driver.
   *
   * @default false
   * @literal
   */
  readonly parallelstore?: boolean;

  /**
   * The CSI driver of Managed Lustre. Instances are made by the driver. `legacy-port` opens the port of clusters before 1.33.2.
   *
   * @default false
   * @literal
   */
  readonly lustre?: boolean | "legacy-port";

  /**
   * Stateful HA: moves pods of stateful sets to another zone when theirs fails, with regional disks. Not in Autopilot.
   *
   * @default false
   * @literal
   */
  readonly statefulHa?: boolean;
}

/** Persistent disks. */
export interface GkeBlockStorageSpec {
  /**
   * The class of the output `storage_manifests` is the cluster's default one; GKE's own must then be unmarked.
   *
   * @default false
   * @literal
   */
  readonly defaultClass?: boolean;
}

/** A Filestore instance. */
export interface GkeFileStorageSpec extends FileStorageSpec {
  /** Full name of an existing key in the instance's region; with the tiers `zonal`, `regional` and `enterprise`. Immutable. */
  readonly keyId?: string;

  /**
   * What it is made of. `basic-*` and `zonal` live in one zone, the others in the region. Immutable.
   *
   * @default "basic-hdd"
   * @literal
   */
  readonly tier?: GkeFileTier;

  /** Size in GiB. Left out: the tier's smallest. It can grow. */
  readonly sizeGiB?: number;

  /**
   * Name of its zone, for the tiers that live in one. Left out: the first zone of nodes. Immutable.
   *
   * @literal
   */
  readonly zone?: string;

  /**
   * Protocol. `nfs-v4.1` with the tiers `zonal`, `regional` and `enterprise`. Immutable.
   *
   * @default "nfs-v3"
   */
  readonly protocol?: "nfs-v3" | "nfs-v4.1";
}

/** See {@link GkeFileStorageSpec.tier}. */
export type GkeFileTier = "basic-hdd" | "basic-ssd" | "zonal" | "regional" | "enterprise";

/** Cloud Storage buckets as file systems, through Cloud Storage FUSE. */
export interface GkeObjectStorageSpec extends ObjectStorageSpec {
  /**
   * Names of buckets. At least one.
   *
   * @literal shape
   */
  readonly buckets: readonly string[];

  /**
   * Namespaces whose pods may mount them, all service accounts. Left out: all pods of the cluster.
   *
   * @literal
   */
  readonly namespaces?: readonly string[];
}

/** Copies of the cluster's objects and volumes with Backup for GKE. */
export interface GkeBackupSpec extends BackupSpec {
  /**
   * When, in cron's five fields, in UTC; one of this and `rpoMinutes`.
   *
   * @default "0 3 * * *"
   */
  readonly schedule?: string;

  /** Minutes of which at most work may be lost, 60 to 86400; Google chooses the times. */
  readonly rpoMinutes?: number;

  /**
   * Days for which a copy is kept, 1 to 365.
   *
   * @default 35
   */
  readonly retentionDays?: number;

  /**
   * Days for which nobody can delete a copy, 0 to 90, not more than `retentionDays`.
   *
   * @default 7
   * @literal
   */
  readonly lockDays?: number;

  /** Full name of an existing key in the cluster's region. Left out: a key that Google owns. Immutable. */
  readonly keyId?: string;

  /**
   * Namespaces to copy. Left out: all.
   *
   * @literal shape
   */
  readonly namespaces?: readonly string[];

  /**
   * Kubernetes secrets are copied too.
   *
   * @default true
   * @literal
   */
  readonly includeSecrets?: boolean;

  /**
   * The contents of volumes are copied too.
   *
   * @default true
   * @literal
   */
  readonly includeVolumes?: boolean;
}
