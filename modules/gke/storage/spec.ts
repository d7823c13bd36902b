import type { BackupSpec, FileStorageSpec, ObjectStorageSpec, StorageSpec } from "../../cluster/vocabulary";

/** Persistent storage for workloads. */
export interface GkeStorageSpec extends StorageSpec {
  /**
   * Persistent disks, through their CSI driver. Always on in Autopilot mode. With an object, the stack's output
   * `storage_manifests` contains a storage class: GKE creates its own default class.
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
   * Snapshots of persistent disks. GKE has the snapshot controller; this adds the class to the output
   * `storage_manifests`.
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
   * The CSI driver of Parallelstore, which creates the instances.
   *
   * @default false
   * @literal
   */
  readonly parallelstore?: boolean;

  /**
   * The CSI driver of Managed Lustre, which creates the instances. `legacy-port` opens the port of clusters before
   * 1.33.2.
   *
   * @default false
   * @literal
   */
  readonly lustre?: boolean | "legacy-port";

  /**
   * Stateful HA: moves pods of stateful sets to another zone if their zone fails, with regional disks. Not in Autopilot
   * mode.
   *
   * @default false
   * @literal
   */
  readonly statefulHa?: boolean;
}

/** Persistent disks. */
export interface GkeBlockStorageSpec {
  /**
   * The class of the output `storage_manifests` is the cluster's default class: of several default classes, Kubernetes takes the
   * newest. If omitted, it is the default only if all machine types attach Hyperdisk alone, such as N4 and C4: they cannot attach
   * the disks of GKE's default class, `standard-rwo`. With auto-provisioning it is not: its nodes have other machine types too.
   *
   * @literal
   */
  readonly defaultClass?: boolean;
}

/** A Filestore instance. */
export interface GkeFileStorageSpec extends FileStorageSpec {
  /**
   * Full name of an existing key in the instance's region, with the tiers `zonal`, `regional` and `enterprise`.
   *
   * @change refused it would replace the storage and lose its data
   */
  readonly keyId?: string;

  /**
   * Service tier. Instances of `basic-*` and `zonal` are in one zone, others in the region.
   *
   * @default "basic-hdd"
   * @literal
   * @change refused it would replace the storage and lose its data
   */
  readonly tier?: GkeFileTier;

  /** Size in GiB. If omitted, the minimum of the tier. It can grow. */
  readonly sizeGiB?: number;

  /**
   * Name of the zone, for zonal tiers. If omitted, the first zone of nodes.
   *
   * @literal
   * @change refused it would replace the storage and lose its data
   */
  readonly zone?: string;

  /**
   * Protocol. `nfs-v4.1` with the tiers `zonal`, `regional` and `enterprise`.
   *
   * @default "nfs-v3"
   * @change refused it would replace the storage and lose its data
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
   * Namespaces whose pods can mount the buckets, for all service accounts. If omitted, all pods of the cluster.
   *
   * @literal
   */
  readonly namespaces?: readonly string[];
}

/** Backups of the cluster's objects and volumes with Backup for GKE. */
export interface GkeBackupSpec extends BackupSpec {
  /**
   * When backups are created, in five cron fields, in UTC; either this or `rpoMinutes`.
   *
   * @default "0 3 * * *"
   */
  readonly schedule?: string;

  /** Maximum age of the latest backup in minutes, 60 to 86400; Google chooses the times. */
  readonly rpoMinutes?: number;

  /**
   * Days for which a backup is kept, 1 to 365.
   *
   * @default 35
   */
  readonly retentionDays?: number;

  /**
   * Days for which a backup cannot be deleted, 0 to 90, not more than `retentionDays`.
   *
   * @default 7
   * @literal
   */
  readonly lockDays?: number;

  /**
   * Full name of an existing key in the cluster's region. If omitted, a key that Google owns.
   *
   * @change refused it would replace the storage and lose its data
   */
  readonly keyId?: string;

  /**
   * Namespaces to back up. If omitted, all.
   *
   * @literal shape
   */
  readonly namespaces?: readonly string[];

  /**
   * Kubernetes secrets are included.
   *
   * @default true
   * @literal
   */
  readonly includeSecrets?: boolean;

  /**
   * The contents of volumes are included.
   *
   * @default true
   * @literal
   */
  readonly includeVolumes?: boolean;
}
