import type {
  BackupSpec,
  BlockStorageSpec,
  EncryptionSpec,
  FileStorageSpec,
  ObjectStorageSpec,
  StorageSpec,
} from "../../cluster/vocabulary";

/** Persistent storage for workloads. */
export interface KubeadmStorageSpec extends StorageSpec {
  /**
   * Block volumes for single pods: the permissions of the CSI driver, which runs on control-plane machines, and a storage class.
   *
   * @default true
   * @literal
   * @change in-place
   */
  readonly block?: boolean | BlockStorageSpec;

  /** @refused only block volumes are supported; install the driver of a file system yourself */
  readonly file?: boolean | FileStorageSpec;

  /** @refused only block volumes are supported; install the driver of the object storage yourself */
  readonly object?: ObjectStorageSpec;

  /** @refused the snapshot controller is a part of the software of the cluster, not of this field; remove it */
  readonly snapshots?: boolean;

  /** @refused only etcd is backed up, see controlPlane.etcd; install a backup program for volumes yourself */
  readonly backup?: boolean | BackupSpec;
}

/** See `encryption`. */
export type KubeadmEncryptionSpec = EncryptionSpec;
