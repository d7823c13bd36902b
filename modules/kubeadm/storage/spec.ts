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

  /**
   * Snapshots of block volumes: the permissions of the CSI driver, and a class of snapshots. `workloads` installs the snapshot controller;
   * without it install the controller and its custom resource definitions yourself.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly snapshots?: boolean;

  /** @refused only etcd is backed up, see controlPlane.etcd; install a backup program for volumes yourself */
  readonly backup?: boolean | BackupSpec;
}

/** See `encryption`. */
export type KubeadmEncryptionSpec = EncryptionSpec;
