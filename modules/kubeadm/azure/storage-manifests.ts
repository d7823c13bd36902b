/**
 * The storage class for disks, which Terraform cannot create, as one list: `terraform output -json storage_manifests | kubectl apply -f -`.
 *
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md
 */
export function storageManifests(block: { readonly isDefault: boolean } | undefined): object {
  const items = block && {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: "premium-ssd",
      annotations: { "storageclass.kubernetes.io/is-default-class": String(block.isDefault) },
    },
    provisioner: "disk.csi.azure.com",
    allowVolumeExpansion: true,
    // The disk is created in the zone of the pod, which it cannot leave.
    volumeBindingMode: "WaitForFirstConsumer",
    parameters: { skuName: "Premium_LRS" },
  };
  return { apiVersion: "v1", kind: "List", items: items ? [items] : [] };
}
