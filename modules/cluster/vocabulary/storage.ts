/** Persistent storage for workloads. */
export interface StorageSpec {
  /**
   * Block volumes for single pods: the platform's CSI driver with the permissions it needs.
   *
   * @default true
   * @literal
   */
  readonly block?: boolean | BlockStorageSpec;

  /**
   * A shared file system for pods of all zones, with its CSI driver. It is encrypted, and only nodes can access it.
   *
   * @default false
   */
  readonly file?: boolean | FileStorageSpec;

  /** Object storage as a file system: the CSI driver, with permissions for the given buckets. */
  readonly object?: ObjectStorageSpec;

  /**
   * Snapshots of block volumes as Kubernetes objects: the snapshot controller with its custom resource definitions.
   *
   * @default false
   * @literal eks
   * @literal aks
   * @change eks in-place
   */
  readonly snapshots?: boolean;

  /**
   * Scheduled backups of the volumes and of the shared file system, in a separate vault that is protected from mistakes in the
   * cluster.
   *
   * @default false
   */
  readonly backup?: boolean | BackupSpec;
}

/** Block volumes for single pods. */
export interface BlockStorageSpec {
  /**
   * The driver creates the default storage class of the cluster.
   *
   * @default false
   * @literal aks
   */
  readonly defaultClass?: boolean;
}

/** A shared file system for pods of all zones. */
export interface FileStorageSpec {
  /** ID of an existing key that encrypts the file system, in the format of the platform. If omitted, a key of the platform. Immutable. */
  readonly keyId?: string;
}

/** Object storage as a file system. */
export interface ObjectStorageSpec {
  /** Buckets that pods may mount. At least one. */
  readonly buckets: readonly string[];

  /**
   * Pods have read-only access.
   *
   * @default false
   * @literal
   */
  readonly readOnly?: boolean;
}

/** Scheduled backups of volumes. */
export interface BackupSpec {
  /** Schedule in the format of the platform. If omitted, every night. */
  readonly schedule?: string;

  /**
   * Retention of a backup, in days.
   *
   * @default 35
   */
  readonly retentionDays?: number;

  /** ID of an existing key that encrypts the backups, in the format of the platform. If omitted, a new key. Immutable. */
  readonly keyId?: string;
}

/** Encryption keys of the cluster. */
export interface EncryptionSpec {
  /**
   * Key that encrypts the cluster's secrets.
   *
   * - `customer-key`: a key in your account, created with the cluster (or {@link keyId}), rotated every year.
   * - `platform-key`: a key that the cloud owns and that you cannot see or revoke. Free.
   *
   * @default "customer-key"
   * @literal
   * @change eks refused from customer-key to platform-key it would replace the cluster
   */
  readonly secrets?: "customer-key" | "platform-key";

  /** ID of an existing key for `customer-key`, in the format of the platform. If omitted, a new key. */
  readonly keyId?: string;

  /**
   * Key that encrypts the disks of nodes, unless a node group sets its own key, and block volumes of pods, whose storage class
   * refers to it. The disks of nodes are always encrypted. A change replaces nodes one after the other; existing volumes keep
   * their key.
   *
   * @default "platform-key"
   * @literal
   * @change eks rolling
   */
  readonly disks?: "customer-key" | "platform-key";

  /** ID of an existing key for `disks: customer-key`, in the format of the platform. If omitted, a new key. */
  readonly disksKeyId?: string;
}
