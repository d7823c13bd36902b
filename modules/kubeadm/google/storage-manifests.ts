import { snapshotClass } from "../storage/block";
import { volumeTypeOf } from "./disks";

/**
 * The classes of disks and snapshots, which the Google provider of Terraform cannot create, as one list: `terraform output -json storage_manifests |
 * kubectl apply -f -`.
 *
 * @param machineTypes - of the node groups: all attach the disks of the class
 * @param snapshots - whether disks have snapshots
 * @see https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver
 */
export function storageManifests(
  block: { readonly isDefault: boolean } | undefined,
  machineTypes: readonly string[],
  snapshots: boolean,
): object {
  const type = volumeTypeOf(machineTypes);
  const driver = "pd.csi.storage.gke.io";
  const items = block && {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: type,
      annotations: { "storageclass.kubernetes.io/is-default-class": String(block.isDefault) },
    },
    provisioner: driver,
    allowVolumeExpansion: true,
    // The disk is created in the zone of the pod, which it cannot leave.
    volumeBindingMode: "WaitForFirstConsumer",
    parameters: { type },
  };
  return {
    apiVersion: "v1",
    kind: "List",
    items: [items, snapshots && snapshotClass("pd", driver)].filter(Boolean),
  };
}
