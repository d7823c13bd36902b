import type { BackupSpec, FileStorageSpec, ObjectStorageSpec, StorageSpec } from "../../cluster/vocabulary";

/** Persistent storage for workloads. */
export interface AksStorageSpec extends StorageSpec {
  /**
   * A file share with NFS on premium storage, replicated over three zones, that only nodes of the cluster can reach. The driver is
   * always installed.
   *
   * @default false
   * @literal
   */
  readonly file?: boolean | AksFileStorageSpec;

  /** The driver for blob containers, with a role on each container that is listed. */
  readonly object?: AksObjectStorageSpec;

  /** A volume of Azure NetApp Files, with NFS. */
  readonly netApp?: AksNetAppSpec;

  /**
   * Azure Backup for AKS: a vault, a policy, the extension in the cluster and the roles that they need.
   *
   * @default false
   * @literal
   */
  readonly backup?: boolean | AksBackupSpec;
}

/** A file share that pods of all zones mount. */
export interface AksFileStorageSpec extends FileStorageSpec {
  /**
   * GiB that are provisioned and paid for, 100 to 102,400.
   *
   * @default 100
   */
  readonly sizeGiB?: number;

  /**
   * Replication of the data: `zones`, or `local` in regions without zone-redundant storage.
   *
   * @default "zones"
   * @literal
   * @change refused
   */
  readonly redundancy?: "zones" | "local";

  /**
   * A customer key for the share is not supported.
   *
   * @refused a platform key of Azure encrypts the share; remove the field
   */
  readonly keyId?: string;
}

/** Blob containers as file systems. */
export interface AksObjectStorageSpec extends ObjectStorageSpec {
  /**
   * Ids of blob containers (`…/storageAccounts/<account>/blobServices/default/containers/<container>`). At least one.
   *
   * @literal shape
   */
  readonly buckets: readonly string[];
}

/** Value of `storage.netApp`. */
export interface AksNetAppSpec {
  /**
   * TiB of the capacity pool, 1 to 2048; the volume uses up to 100 of them.
   *
   * @literal
   */
  readonly sizeTiB: number;

  /**
   * Throughput for each TiB: 16, 64 or 128 MiB a second.
   *
   * @default "Premium"
   * @change refused
   */
  readonly serviceLevel?: "Standard" | "Premium" | "Ultra";
}

/**
 * Copies of the cluster's volumes and resources. A change of the schedule or the retention replaces the backup instance and deletes the
 * copies, which `protection` refuses.
 */
export interface AksBackupSpec extends BackupSpec {
  /**
   * Repeating interval of ISO 8601, for example `"R/2026-01-01T02:00:00+00:00/P1D"`. At least four hours apart.
   *
   * @default "R/2026-01-01T02:00:00+00:00/P1D"
   * @change refused
   */
  readonly schedule?: string;

  /**
   * Days for which a copy is kept, 1 to 360.
   *
   * @change refused
   */
  readonly retentionDays?: number;

  /**
   * A customer key for copies is not supported.
   *
   * @refused a platform key of Azure encrypts the copies; remove the field
   */
  readonly keyId?: never;
}
