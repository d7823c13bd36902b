import type { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import { Fn } from "cdktf";
import type { DiskClass } from "./disk-class";
import { shareName } from "./file-tiers";

/** A Kubernetes object in the format of `kubectl apply`. */
export type Manifest = Readonly<Record<string, unknown>>;

/** See {@link storageManifests}. */
export interface StorageManifestsProps {
  /** Disks, with their key unless it is a key of Google. */
  readonly block?: {
    readonly type: DiskClass;
    readonly keyId?: string;
    readonly isDefault: boolean;
  };
  readonly file?: {
    readonly instance: FilestoreInstance;
    readonly location: string;
    readonly sizeGiB: number;
  };
  readonly snapshots: boolean;
}

/**
 * Objects that the Google provider of Terraform cannot create: the storage class for disks with the key of the cluster, and the shared
 * file system as a volume. One list, for `terraform output -json storage_manifests | kubectl apply -f -`.
 * Sources: docs/kubernetes/user-guides of the PD driver, docs/kubernetes/pre-provisioned-pv.md of the Filestore driver.
 */
export function storageManifests({ block, file, snapshots }: StorageManifestsProps): Manifest {
  const items = [
    block && {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: {
        name: block.type,
        annotations: { "storageclass.kubernetes.io/is-default-class": String(block.isDefault) },
      },
      provisioner: "pd.csi.storage.gke.io",
      allowVolumeExpansion: true,
      // The disk is created in the pod's zone: it cannot leave its zone.
      volumeBindingMode: "WaitForFirstConsumer",
      parameters: {
        type: block.type,
        ...(block.keyId ? { "disk-encryption-kms-key": block.keyId } : {}),
      },
    },
    file && {
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: "filestore" },
      spec: {
        storageClassName: "",
        capacity: { storage: `${file.sizeGiB}Gi` },
        accessModes: ["ReadWriteMany"],
        persistentVolumeReclaimPolicy: "Retain",
        volumeMode: "Filesystem",
        csi: {
          driver: "filestore.csi.storage.gke.io",
          volumeHandle: `modeInstance/${file.location}/${file.instance.name}/${shareName}`,
          volumeAttributes: {
            ip: Fn.element(file.instance.networks.get(0).ipAddresses, 0),
            volume: shareName,
          },
        },
      },
    },
    snapshots && {
      apiVersion: "snapshot.storage.k8s.io/v1",
      kind: "VolumeSnapshotClass",
      metadata: { name: "pd" },
      driver: "pd.csi.storage.gke.io",
      deletionPolicy: "Delete",
    },
  ];
  return { apiVersion: "v1", kind: "List", items: items.filter(Boolean) };
}
