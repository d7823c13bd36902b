import type { KubernetesClusterStorageProfile } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { AksStorageSpec } from "../spec";
import { defaults } from "../fields.generated";

/** The drivers that AKS runs. Said in full: what is left out AKS may switch on. */
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
