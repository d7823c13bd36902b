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
   * A file system that pods of all zones share: made here, encrypted, open to nodes alone, with its driver.
   *
   * @default false
   */
  readonly file?: boolean | FileStorageSpec;

  /** Object storage as a file system: the driver, with rights on the buckets that are named. */
  readonly object?: ObjectStorageSpec;

  /**
   * Snapshots of block volumes as Kubernetes objects: the snapshot controller with its resource definitions.
   *
   * @default false
   * @literal eks
   * @literal aks
   * @change eks in-place
   */
  readonly snapshots?: boolean;

  /**
   * Copies of the volumes and of the shared file system at fixed times, in a vault of their own that outlives a mistake in
   * the cluster.
   *
   * @default false
   */
  readonly backup?: boolean | BackupSpec;
}

/** Block volumes for single pods. */
export interface BlockStorageSpec {
  /**
   * The driver brings the cluster's default storage class along.
   *
   * @default false
   * @literal aks
   */
  readonly defaultClass?: boolean;
}

/** A file system that pods of all zones share. */
export interface FileStorageSpec {
  /** An existing key that encrypts it, by the id that the platform wants; the platform's own when left out. Immutable. */
  readonly keyId?: string;
}

/** Object storage as a file system. */
export interface ObjectStorageSpec {
  /** Buckets that pods may mount. At least one. */
  readonly buckets: readonly string[];

  /**
   * Pods may read, and change nothing.
   *
   * @default false
   * @literal
   */
  readonly readOnly?: boolean;
}

/** Copies of volumes at fixed times. */
export interface BackupSpec {
  /** When, as the platform writes it. Left out: every night. */
  readonly schedule?: string;

  /**
   * Days for which a copy is kept.
   *
   * @default 35
   */
  readonly retentionDays?: number;

  /** An existing key that encrypts the copies, by the id that the platform wants; a new one when left out. Immutable. */
  readonly keyId?: string;
}

/** Keys for what the cluster stores. */
export interface EncryptionSpec {
  /**
   * Key that encrypts the cluster's secrets.
   *
   * - `customer-key`: a key of your account, made with the cluster (or {@link keyId}), rotated every year.
   * - `platform-key`: a key that the cloud owns and you cannot see or revoke. Free.
   *
   * @default "customer-key"
   * @literal
   * @change eks refused from customer-key to platform-key it would replace the cluster
   */
  readonly secrets?: "customer-key" | "platform-key";

  /** An existing key for `customer-key`, by the id that the platform wants; a new one when left out. */
  readonly keyId?: string;

  /**
   * Key that encrypts disks: those of nodes, where a group names none itself (they are always encrypted), and block volumes of
   * pods, whose class names it. A change replaces nodes, one after the other; volumes that are there keep their key.
   *
   * @default "platform-key"
   * @literal
   * @change eks rolling
   */
  readonly disks?: "customer-key" | "platform-key";

  /** An existing key for `disks: customer-key`, by the id that the platform wants; a new one when left out. */
  readonly disksKeyId?: string;
}
