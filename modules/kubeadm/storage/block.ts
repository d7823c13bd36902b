import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";

/** Whether block volumes have snapshots. */
export const hasSnapshots = ({ storage }: Pick<KubeadmClusterProps, "storage">): boolean =>
  storage?.snapshots ?? defaults["storage.snapshots"];

/** The class of snapshots of a driver. */
export const snapshotClass = (name: string, driver: string): object => ({
  apiVersion: "snapshot.storage.k8s.io/v1",
  kind: "VolumeSnapshotClass",
  metadata: { name },
  driver,
  deletionPolicy: "Delete",
});

/** Block volumes; undefined without them. */
export function blockStorageOf({
  storage,
}: Pick<KubeadmClusterProps, "storage">): { readonly isDefault: boolean } | undefined {
  const block = storage?.block ?? defaults["storage.block"];
  if (block === false) return undefined;
  const { defaultClass = defaults["storage.block.defaultClass"] } = block === true ? {} : block;
  return { isDefault: defaultClass };
}
