import type {
  BackupSpec,
  BlockStorageSpec,
  FileStorageSpec,
  ObjectStorageSpec,
  StorageSpec,
} from "../../cluster/vocabulary";

/** Persistent storage of workloads. */
export interface EksStorageSpec extends StorageSpec {
  /**
   * EBS volumes for single pods: the EBS CSI driver with its permissions.
   *
   * @default true
   * @change in-place
   */
  readonly block?: boolean | EksBlockStorageSpec;

  /**
   * An encrypted EFS file system that pods of all zones share, with its driver. Only nodes can reach it.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly file?: boolean | EksFileStorageSpec;

  /** @change in-place */
  readonly object?: EksObjectStorageSpec;

  /**
   * Copies of the volumes and of the shared file system at fixed times, in a vault of AWS Backup that survives mistakes in the
   * cluster.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly backup?: boolean | EksBackupSpec;

  /**
   * A Lustre file system for workloads with a high read throughput: Amazon FSx, with its driver.
   *
   * @change in-place a removed file system is deleted with its data
   */
  readonly lustre?: EksLustreSpec;
}

/** EBS volumes of pods, through the EBS CSI driver. */
export interface EksBlockStorageSpec extends BlockStorageSpec {
  /**
   * The driver creates `ebs-csi-default-sc` and marks it as the default class. It is gp3 and has no settings: its volumes are
   * encrypted only if the account encrypts EBS volumes by default, and never with the key of `encryption.disks`. The stack's output
   * `storage_manifests` has a class that is encrypted with the key.
   *
   * @default false
   * @literal
   */
  readonly defaultClass?: boolean;
}

/** An EFS file system with a mount target in each zone of the nodes. */
export interface EksFileStorageSpec extends FileStorageSpec {
  /**
   * ARN of an existing symmetric key in the region of the cluster. If omitted, `aws/elasticfilesystem` of the account.
   *
   * @change replace the file system, whose data is lost
   */
  readonly keyId?: string;

  /**
   * What a client needs to mount the file system, in addition to a connection with TLS from a node.
   *
   * - `iam`: the identity of the node part of the EFS driver, `kube-system/efs-csi-node-sa`. Volumes need the mount option `iam`, which
   *   the storage class of the stack's output `storage_manifests` has.
   * - `network`: nothing. All programs on the nodes, and pods in the host network, can mount all of it. Fargate needs this value.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
   * @default "iam"
   * @literal
   * @change in-place volumes that are mounted without the option `iam` cannot be mounted again
   */
  readonly mount?: "iam" | "network";

  /**
   * The user id 0 of a pod is root in the file system. Without it EFS treats root as the anonymous user, except through an access
   * point, which has its own user.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly rootAccess?: boolean;

  /**
   * Access points to directories of the file system, by name. Each acts as one POSIX user.
   *
   * @change replace the access point; files remain
   */
  readonly accessPoints?: Readonly<Record<string, EksAccessPointSpec>>;
}

/** An access point to a directory of an EFS file system. */
export interface EksAccessPointSpec {
  /** The directory, from the root: at most four levels and 100 characters. It is created if it does not exist. */
  readonly path: string;

  /** POSIX user id of all access, 0 to 4294967295. */
  readonly uid: number;

  /** POSIX group id of all access, 0 to 4294967295. */
  readonly gid: number;

  /**
   * Permissions of a created directory, as octal digits.
   *
   * @default "0750"
   */
  readonly permissions?: string;
}

/** S3 buckets as file systems, through Mountpoint for Amazon S3. */
export interface EksObjectStorageSpec extends ObjectStorageSpec {
  /**
   * ARNs of general purpose buckets, such as `arn:aws:s3:::models`. At least one.
   *
   * @literal shape
   * @shown
   */
  readonly buckets: readonly string[];

  /**
   * ARNs of the keys that encrypt the objects of the buckets, if they are customer managed keys.
   *
   * @literal shape
   * @shown
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

  /**
   * ARN of an existing symmetric key in the region of the cluster. If omitted, a new key.
   *
   * @change replace the vault
   */
  readonly keyId?: string;
}

/**
 * An Amazon FSx for Lustre file system of the type PERSISTENT_2 on SSDs. It is in one zone. Pods of other zones reach it with a
 * higher latency and a price per GB.
 */
export interface EksLustreSpec {
  /**
   * Size in GiB: 1200, or a multiple of 2400. It can only grow.
   *
   * @change in-place
   */
  readonly sizeGiB: number;

  /**
   * Throughput in MB/s for each TiB: 125, 250, 500 or 1000.
   *
   * @default 125
   * @change in-place
   */
  readonly throughputPerTiB?: number;

  /**
   * Name of its zone, one of the zones of the nodes. If omitted, the first.
   *
   * @literal
   * @change replace the file system, whose data is lost
   */
  readonly zone?: string;

  /**
   * ARN of an existing symmetric key in the region of the cluster. If omitted, `aws/fsx` of the account.
   *
   * @change replace the file system, whose data is lost
   */
  readonly keyId?: string;

  /**
   * Days for which FSx keeps its daily backups, 0 (none) to 90.
   *
   * @default 7
   * @literal
   * @change in-place
   */
  readonly backupDays?: number;
}
