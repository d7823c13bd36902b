import type { KubernetesClusterStorageProfile } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { AksStorageSpec } from "../spec";
import { defaults } from "../fields.generated";

/** The drivers that AKS runs, as arguments of the cluster. All are set, since AKS may enable omitted ones. */
export function storageArguments({ block = defaults["storage.block"], object, snapshots }: AksStorageSpec): {
  storageProfile: KubernetesClusterStorageProfile;
} {
  return {
    storageProfile: {
      diskDriverEnabled: block !== false,
      fileDriverEnabled: true,
      blobDriverEnabled: object !== undefined,
      snapshotControllerEnabled: snapshots ?? defaults["storage.snapshots"],
    },
  };
}
