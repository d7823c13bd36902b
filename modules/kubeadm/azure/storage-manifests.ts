import { snapshotClass } from "../storage/block";

/**
 * The classes of disks and snapshots, which Terraform cannot create, as one list: `terraform output -json storage_manifests | kubectl apply -f -`.
 *
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md
 */
export function storageManifests(
  block: { readonly isDefault: boolean } | undefined,
  snapshots: boolean,
): object {
  const driver = "disk.csi.azure.com";
  const items = block && {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: "premium-ssd",
      annotations: { "storageclass.kubernetes.io/is-default-class": String(block.isDefault) },
    },
    provisioner: driver,
    allowVolumeExpansion: true,
    // The disk is created in the zone of the pod, which it cannot leave.
    volumeBindingMode: "WaitForFirstConsumer",
    parameters: { skuName: "Premium_LRS" },
  };
  return {
    apiVersion: "v1",
    kind: "List",
    items: [items, snapshots && snapshotClass("disk", driver)].filter(Boolean),
  };
}
