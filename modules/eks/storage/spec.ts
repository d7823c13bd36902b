import type {
  BackupSpec,
  BlockStorageSpec,
  FileStorageSpec,
  ObjectStorageSpec,
  StorageSpec,
} from "../../cluster/vocabulary";

/** Persistent storage for workloads. */
export interface EksStorageSpec extends StorageSpec {
  /**
   * EBS volumes for single pods: the EBS CSI driver with the permissions it needs.
   *
   * @default true
   */
  readonly block?: boolean | EksBlockStorageSpec;

  /**
   * An EFS file system that pods of all zones share: made here, encrypted, open to nodes alone, with its driver.
   *
   * @default false
   * @literal
   */
  readonly file?: boolean | EksFileStorageSpec;

  readonly object?: EksObjectStorageSpec;

  /**
   * Copies of the volumes and of the shared file system at fixed times, in a vault of AWS Backup that outlives a mistake in
   * the cluster.
   *
   * @default false
   * @literal
   */
  readonly backup?: boolean | EksBackupSpec;

  /** A Lustre file system for work that reads a lot at once: made here with Amazon FSx, with its driver. */
  readonly lustre?: EksLustreSpec;
}

/** EBS volumes for pods, through the EBS CSI driver. */
export interface EksBlockStorageSpec extends BlockStorageSpec {
  /**
   * The driver makes `ebs-csi-default-sc` and marks it as the default class. It is gp3 and takes no settings: its volumes are
   * encrypted only where the account encrypts EBS volumes by default, and never with the key of `encryption.disks`. For a
   * class that says both, see the stack's output `storage_manifests`.
   *
   * @default false
   * @literal
   */
  readonly defaultClass?: boolean;
}

/** An EFS file system with a mount target in each zone of the nodes. */
export interface EksFileStorageSpec extends FileStorageSpec {
  /** ARN of an existing symmetric key in the cluster's region; the account's `aws/elasticfilesystem` when left out. Immutable. */
  readonly keyId?: string;

  /** Doors into directories of the file system, by name; each acts as one POSIX user. */
  readonly accessPoints?: Readonly<Record<string, EksAccessPointSpec>>;
}

/** A door into a directory of a file system. All of it is immutable: an edit makes a new door into the same files. */
export interface EksAccessPointSpec {
  /** The directory, from the root: at most four levels and 100 characters. Made when it is not there. */
  readonly path: string;

  /** POSIX user that everyone acts as who comes in here, 0 to 4294967295. */
  readonly uid: number;

  /** POSIX group, likewise. */
  readonly gid: number;

  /**
   * Permissions of a directory that is made, as octal digits.
   *
   * @default "0750"
   */
  readonly permissions?: string;
}

/** S3 buckets as file systems, through Mountpoint for Amazon S3. */
export interface EksObjectStorageSpec extends ObjectStorageSpec {
  /**
   * ARNs of general purpose buckets, e.g. `arn:aws:s3:::models`. At least one.
   *
   * @literal shape
   */
  readonly buckets: readonly string[];

  /**
   * ARNs of the keys that encrypt the buckets' objects, where these are keys of your account.
   *
   * @literal shape
   */
  readonly keyIds?: readonly string[];
}

/** Copies of volumes and file systems with AWS Backup. */
export interface EksBackupSpec extends BackupSpec {
  /**
   * A `cron(…)` expression of AWS, in UTC.
   *
   * @default "cron(0 3 * * ? *)"
   */
  readonly schedule?: string;

  /** ARN of an existing symmetric key in the cluster's region; a new one when left out. Immutable. */
  readonly keyId?: string;
}

/**
 * An Amazon FSx for Lustre file system of the kind PERSISTENT_2 on SSDs. It lives in one zone; pods of other zones reach it,
 * slower and at a price.
 */
export interface EksLustreSpec {
  /** Size in GiB: 1200, or a multiple of 2400. It can grow. */
  readonly sizeGiB: number;

  /**
   * Throughput in MB/s for each TiB: 125, 250, 500 or 1000.
   *
   * @default 125
   */
  readonly throughputPerTiB?: number;

  /**
   * Name of its zone, one of the nodes'. Left out: their first. Immutable.
   *
   * @literal
   */
  readonly zone?: string;

  /** ARN of an existing symmetric key in the cluster's region; the account's `aws/fsx` when left out. Immutable. */
  readonly keyId?: string;

  /**
   * Days for which FSx keeps its daily backups, 0 (none) to 90.
   *
   * @default 7
   * @literal
   */
  readonly backupDays?: number;
}
