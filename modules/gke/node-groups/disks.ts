import type { ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { diskTypeOf } from "./machine-types";
import type { GkeNodeGroupSpec } from "../spec";
import { defaults } from "../fields.generated";

/** The boot disk. Its size and type are set here only: the older arguments would have to agree. */
export function bootDisk({ disk = {}, machineTypes }: GkeNodeGroupSpec): ContainerNodePoolNodeConfig {
  return {
    bootDisk: {
      sizeGb: disk.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
      // Left to GKE where the family is not known: its default fits many, and none that takes hyperdisks alone.
      diskType: disk.type ?? diskTypeOf(machineTypes[0]),
      provisionedIops: disk.iops,
      provisionedThroughput: disk.throughputMiBps,
    },
    bootDiskKmsKey: disk.kmsKeyId,
    storagePools: disk.storagePools && [...disk.storagePools],
    enableConfidentialStorage: disk.confidential || undefined,
  };
}

/** Disks that are there when a machine starts. */
export function secondaryDisks({
  secondaryDisks: disks,
}: GkeNodeGroupSpec): Pick<ContainerNodePoolNodeConfig, "secondaryBootDisks"> {
  return {
    secondaryBootDisks: disks?.map(({ image, use }) => ({
      diskImage: image,
      mode: use === "container-images" ? "CONTAINER_IMAGE_CACHE" : undefined,
    })),
  };
}
