import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { forEachGroup, isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import { defaults } from "../../defaults";
import {
  architectureOf,
  ephemeralRoomGiB,
  hasAmdGpus,
  hasGpus,
  isPartitionable,
  vmSize,
} from "../machine-types";
import type { AksClusterProps, AksNodeGroupSpec } from "../../spec";
import { isWindows } from "../../settings";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /** A size that is not known may be new, or misspelt. */
  "machine-type-is-known"(cluster) {
    return forEachSize(cluster, (size, _, group) => {
      // What is no name of a size at all is another rule's.
      if (vmSize(size) || architectureOf(size) === undefined) return [];
      return [
        warning(
          [...group, "machineTypes", 0],
          `${shown(size)} is not among the VM sizes known here; check the spelling, if it is not new`,
        ),
      ];
    });
  },

  /** [AKS docs] quotas, VM sizes and regions: nodes have at least two vCPUs; those for the cluster itself 4 GiB of memory. */
  "machine-is-large-enough"(cluster) {
    return forEachSize(cluster, (name, { mode }, group) => {
      const size = vmSize(name);
      if (!size) return [];
      const path = [...group, "machineTypes", 0];
      if (size.vcpus < 2)
        return [error(path, `must have at least 2 vCPUs on AKS, ${name} has ${size.vcpus}`)];
      return mode === "system" && size.memoryGiB < 4
        ? [error(path, `must have at least 4 GiB in a system group, ${name} has ${size.memoryGiB}`)]
        : [];
    });
  },

  /** [AKS docs] Windows nodes run on x86-64 alone. */
  "windows-architecture"(cluster) {
    return forEachSize(cluster, (size, spec, group) =>
      isWindows(spec) && architectureOf(size) === "arm64"
        ? [error([...group, "machineTypes", 0], `must be x86-64 for Windows, ${size} has a processor of ARM`)]
        : [],
    );
  },

  /** [Azure docs] ephemeral OS disks: on the temporary disk or in the cache of the machine, which must have room for them. */
  "ephemeral-disk-has-room"(cluster) {
    return forEachSize(cluster, (size, { disk }, group) => {
      const room = ephemeralRoomGiB(size);
      const wanted = disk?.sizeGiB ?? defaults.diskGiB;
      if (disk?.type !== "ephemeral" || room === undefined || !isWhole(wanted, 1) || wanted <= room)
        return [];
      if (room === 0) {
        return [
          error(
            [...group, "disk", "type"],
            `"ephemeral" needs a VM size with storage of its own, which ${size} has not; one with a "d" in its name has`,
          ),
        ];
      }
      const path = disk.sizeGiB === undefined ? ["disk", "type"] : ["disk", "sizeGiB"];
      return [
        error(
          [...group, ...path],
          `an ephemeral disk must fit into the ${room} GiB that ${size} has for it, got ${wanted}; set disk.sizeGiB, or take a larger size`,
        ),
      ];
    });
  },

  /** [AKS] VM sizes with GPUs are those of the families NC, ND, NG and NV. */
  "gpu-is-there"(cluster) {
    return forEachSize(cluster, (size, { gpu }, group) =>
      gpu && !hasGpus(size)
        ? [error([...group, "gpu"], `needs a VM size of the families NC, ND, NG or NV, got ${shown(size)}`)]
        : [],
    );
  },

  /** [AKS docs] use AMD GPUs: AKS installs drivers of NVIDIA, and fails on others. */
  "driver-is-nvidias"(cluster) {
    return forEachSize(cluster, (size, { gpu }, group) =>
      hasAmdGpus(size) && (gpu?.driver ?? true) && !isUnknownDriver(gpu)
        ? [
            error(
              gpu ? [...group, "gpu", "driver"] : group,
              `AKS has no driver for the GPUs of ${size}, which are AMD's: say gpu.driver false, and let their operator install one`,
            ),
          ]
        : [],
    );
  },

  /** [azurerm] gpu_instance is for GPUs that can be divided. */
  "partitions-fit"(cluster) {
    return forEachSize(cluster, (size, { gpu }, group) =>
      gpu?.partition !== undefined && !isPartitionable(size)
        ? [
            error(
              [...group, "gpu", "partition"],
              `needs a VM size with A100, H100 or H200 processors, got ${shown(size)}`,
            ),
          ]
        : [],
    );
  },
});

const isUnknownDriver = (gpu: AksNodeGroupSpec["gpu"]): boolean =>
  gpu?.driver !== undefined && !isKnown(gpu.driver);

/** Looks at each group with the size of its machines, where it is known. */
function forEachSize(
  cluster: AksClusterProps,
  check: (size: string, spec: AksNodeGroupSpec, group: Path) => readonly Problem[],
): Problem[] {
  return forEachGroup(cluster, (spec, group) => {
    const [size] = isKnown(spec.machineTypes) ? spec.machineTypes : [];
    return isKnown(size) ? check(size, spec, group) : [];
  });
}
