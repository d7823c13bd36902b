/** A Kubernetes object for `kubectl apply`. */
export type Manifest = Readonly<Record<string, unknown>>;

/** See {@link storageManifests}. */
export interface StorageManifestsProps {
  /** Block volumes, and the key that encrypts them; undefined with the key of the account. */
  readonly block?: { readonly keyArn?: string; readonly isDefault: boolean };
  readonly file?: { readonly id: string; readonly needsIdentity: boolean };
  readonly snapshots: boolean;
}

/**
 * Storage classes, which the AWS provider of Terraform cannot create, as one list: `terraform output -json storage_manifests
 * | kubectl apply -f -`.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md
 */
export function storageManifests({ block, file, snapshots }: StorageManifestsProps): Manifest {
  const items = [
    block && {
      ...storageClass("gp3", "ebs.csi.aws.com", block.isDefault),
      allowVolumeExpansion: true,
      // The volume is created in the zone of the pod, which it cannot leave.
      volumeBindingMode: "WaitForFirstConsumer",
      parameters: {
        type: "gp3",
        encrypted: "true",
        ...(block.keyArn ? { kmsKeyId: block.keyArn } : {}),
      },
    },
    file && {
      ...storageClass("efs", "efs.csi.aws.com", false),
      // https://github.com/aws/efs-utils#mounting-with-iam
      ...(file.needsIdentity ? { mountOptions: ["iam"] } : {}),
      parameters: { provisioningMode: "efs-ap", fileSystemId: file.id, directoryPerms: "700" },
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
