import type { BackupSpec, FileStorageSpec, ObjectStorageSpec, StorageSpec } from "../../cluster/vocabulary";

/** Persistent storage for workloads. */
export interface AksStorageSpec extends StorageSpec {
  /**
   * A file share by NFS on premium storage, three times over the zones, that the cluster's nodes alone can reach. The driver is
   * there in any case.
   *
   * @default false
   * @literal
   */
  readonly file?: boolean | AksFileStorageSpec;

  /** The driver for blob containers, with rights on those that are named. */
  readonly object?: AksObjectStorageSpec;

  /** A volume of Azure NetApp Files, by NFS. */
  readonly netApp?: AksNetAppSpec;

  /**
   * Azure Backup for AKS: a vault, a policy, the extension in the cluster and the rights that they need.
   *
   * @default false
   * @literal
   */
  readonly backup?: boolean | AksBackupSpec;
}

/** A file share that pods of all zones mount. */
export interface AksFileStorageSpec extends FileStorageSpec {
  /**
   * GiB that are provided and paid for, 100 to 102,400.
   *
   * @default 100
   */
  readonly sizeGiB?: number;

  /**
   * Copies of the data: `zones`, or `region` where one zone must do.
   *
   * @default "zones"
   * @literal
   */
  readonly redundancy?: "zones" | "local";
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

/** See {@link AksStorageSpec.netApp}. */
export interface AksNetAppSpec {
  /**
   * TiB of the capacity pool, 1 to 2048; the volume has all of them up to 100.
   *
   * @literal
   */
  readonly sizeTiB: number;

  /**
   * Throughput for each TiB: 16, 64 or 128 MiB a second.
   *
   * @default "Premium"
   */
  readonly serviceLevel?: "Standard" | "Premium" | "Ultra";
}

/**
 * Copies of the cluster's volumes and resources. Another schedule or retention makes all anew and gives the copies up, which
 * `protection` refuses.
 */
export interface AksBackupSpec extends BackupSpec {
  /**
   * Repeating interval of ISO 8601, e.g. `"R/2026-01-01T02:00:00+00:00/P1D"`. At least four hours apart.
   *
   * @default "R/2026-01-01T02:00:00+00:00/P1D"
   */
  readonly schedule?: string;

  /** A key of one's own for copies is an option of the vault's that is not offered here. */
  readonly keyId?: never;
}
