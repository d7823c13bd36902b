import type { ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { diskTypeOf } from "./machine-types";
import type { GkeNodeGroupSpec } from "../spec";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";

/** The boot disk. The older arguments for size and type are not set, because they would need the same values. */
export function bootDisk({ disk = {}, machineTypes }: GkeNodeGroupSpec): ContainerNodePoolNodeConfig {
  return {
    bootDisk: {
      sizeGb: disk.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
      // GKE chooses the type for an unknown family. Its default fits all families except those with Hyperdisk only.
      diskType: disk.type ?? diskTypeOf(machineTypes[0]),
      provisionedIops: disk.iops,
      provisionedThroughput: disk.throughputMiBps,
    },
    bootDiskKmsKey: disk.kmsKeyId,
    storagePools: disk.storagePools && asSet(disk.storagePools),
    enableConfidentialStorage: disk.confidential || undefined,
  };
}

/** Additional disks, attached when a machine starts. */
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
