/** A Kubernetes object, as `kubectl apply` takes it. */
export type Manifest = Readonly<Record<string, unknown>>;

/** See {@link storageManifests}. */
export interface StorageManifestsProps {
  /** Volumes; with the key that encrypts them where it is not the account's own. */
  readonly block?: { readonly keyArn?: string; readonly isDefault: boolean };
  readonly fileSystemId?: string;
  readonly snapshots: boolean;
}

/**
 * What Terraform's AWS provider can't make: the classes by which pods ask for storage. As one list, for
 * `terraform output -json storage_manifests | kubectl apply -f -`.
 * Sources: docs/parameters.md of the EBS driver, docs/README.md of the EFS driver.
 */
export function storageManifests({ block, fileSystemId, snapshots }: StorageManifestsProps): Manifest {
  const items = [
    block && {
      ...storageClass("gp3", "ebs.csi.aws.com", block.isDefault),
      allowVolumeExpansion: true,
      // The volume is made where the pod will run: it can't leave its zone.
      volumeBindingMode: "WaitForFirstConsumer",
      parameters: {
        type: "gp3",
        encrypted: "true",
        ...(block.keyArn ? { kmsKeyId: block.keyArn } : {}),
      },
    },
    fileSystemId && {
      ...storageClass("efs", "efs.csi.aws.com", false),
      parameters: { provisioningMode: "efs-ap", fileSystemId, directoryPerms: "700" },
    },
    snapshots && {
      apiVersion: "snapshot.storage.k8s.io/v1",
      kind: "VolumeSnapshotClass",
      metadata: { name: "ebs" },
      driver: "ebs.csi.aws.com",
      deletionPolicy: "Delete",
    },
  ];
  return { apiVersion: "v1", kind: "List", items: items.filter(Boolean) };
}

function storageClass(name: string, provisioner: string, isDefault: boolean): Manifest {
  return {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name,
      annotations: { "storageclass.kubernetes.io/is-default-class": String(isDefault) },
    },
    provisioner,
  };
}
