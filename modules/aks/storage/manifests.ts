import type { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import type { ResourceGroupRef } from "../../azure/resource-group";
import type { FileShare } from "./file-share";

/** Objects of Kubernetes with which workloads use the storage, for `kubectl apply`. */
export function storageManifests(parts: {
  readonly place: ResourceGroupRef;
  readonly fileShare?: FileShare;
  readonly diskEncryptionSet?: DiskEncryptionSet;
  readonly defaultClass: boolean;
}): object {
  const { place, fileShare, diskEncryptionSet, defaultClass } = parts;
  const needsClass = diskEncryptionSet !== undefined || defaultClass;
  return {
    apiVersion: "v1",
    kind: "List",
    items: [
      ...(needsClass ? [diskClass(diskEncryptionSet, defaultClass)] : []),
      ...(fileShare ? [sharedVolume(fileShare, place)] : []),
    ],
  };
}

/** The storage classes of AKS do not use a customer key. */
function diskClass(set: DiskEncryptionSet | undefined, isDefault: boolean): object {
  return {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: "premium-zrs",
      annotations: isDefault ? { "storageclass.kubernetes.io/is-default-class": "true" } : {},
    },
    provisioner: "disk.csi.azure.com",
    parameters: { skuName: "Premium_ZRS", ...(set && { diskEncryptionSetID: set.id }) },
    reclaimPolicy: "Delete",
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
  };
}

function sharedVolume({ account, share }: FileShare, { resourceGroupName }: ResourceGroupRef): object {
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: "shared" },
    spec: {
      capacity: { storage: `${share.quota}Gi` },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: "Retain",
      storageClassName: "",
      csi: {
        driver: "file.csi.azure.com",
        volumeHandle: share.id,
        volumeAttributes: {
          protocol: "nfs",
          resourceGroup: resourceGroupName,
          storageAccount: account.name,
          shareName: share.name,
        },
      },
    },
  };
}
