import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import {
  architectureOf,
  ephemeralStorageGiB,
  hasAmdGpus,
  hasGpus,
  hasPremiumDisks,
  isPartitionable,
  sizePatterns,
  unknownSize,
  vmSize,
} from "../../../azure/machine-types";
import { retiredSize } from "../../../azure/retired-sizes";
import { isWindows, shownSystemGroup, systemGroupsOf } from "../settings";
import type { AksClusterProps, AksNodeGroupSpec } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /**
   * A group has exactly one VM size, as a node pool of AKS has.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster_node_pool#vm_size
   */
  "one-machine-type"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) => {
      if (!isKnown(machineTypes)) return [];
      const path = [...group, "machineTypes"];
      if (machineTypes.length > 1) {
        return [
          error(
            path,
            `must be exactly one VM size: a node pool has one, got ${machineTypes.length}; add more groups`,
          ),
        ];
      }
      const [size] = machineTypes;
      if (!isKnown(size) || new RegExp(sizePatterns.any).test(size)) return [];
      return [error([...path, 0], `must be a VM size such as Standard_D4ds_v5, got ${shown(size)}`)];
    });
  },

  /**
   * The VM size is in the table of known sizes. A size that is missing may be new, or misspelled.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/sizes/overview
   */
  "machine-type-known"(cluster) {
    return forEachSize(cluster, (size, _, group) => {
      // Another rule reports invalid names.
      const unknown = new RegExp(sizePatterns.any).test(size) ? unknownSize(size) : undefined;
      return unknown === undefined ? [] : [warning([...group, "machineTypes", 0], unknown)];
    });
  },

  /**
   * A node has at least two vCPUs, and 4 GiB of memory in a system group.
   *
   * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
   */
  "machine-type-size"(cluster) {
    const isSystem = systemGroupsOf(cluster);
    return forEachSize(cluster, (name, spec, group) => {
      const size = vmSize(name);
      if (!size) return [];
      const path = [...group, "machineTypes", 0];
      if (size.vcpus < 2)
        return [error(path, `must have at least 2 vCPUs on AKS, ${name} has ${size.vcpus}`)];
      return isSystem(spec) && size.memoryGiB < 4
        ? [
            error(
              path,
              `must have at least 4 GiB in ${shownSystemGroup(spec)}, ${name} has ${size.memoryGiB}`,
            ),
          ]
        : [];
    });
  },

  /**
   * Azure starts machines of the VM size. It stops and deallocates those of a retired series.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retirement-overview
   */
  "machine-type-not-retired"(cluster, { today }) {
    return forEachSize(cluster, (size, _, group) => {
      const retired = retiredSize(size, today);
      return retired === undefined ? [] : [error([...group, "machineTypes", 0], retired)];
    });
  },

  /**
   * System pods do not run on burstable machines: AKS does not support the B-series in system pools. Their processors slow down when
   * credits are used up.
   *
   * @see https://learn.microsoft.com/azure/aks/use-system-pools
   */
  "system-machine-series"(cluster) {
    const isSystem = systemGroupsOf(cluster);
    return forEachSize(cluster, (size, spec, group) =>
      isSystem(spec) && size.startsWith("Standard_B")
        ? [
            warning(
              [...group, "machineTypes", 0],
              `AKS does not support the B-series for system pods, which run on this group, got ${size}; use another series, or add a ` +
                'group of mode "system"',
            ),
          ]
        : [],
    );
  },

  /**
   * The temporary disk for images and empty directories of the kubelet exists. A swap file needs none: without a temporary disk, AKS
   * creates it on the OS disk.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/azure-vms-no-temp-disk
   */
  "temporary-disk-exists"(cluster) {
    return forEachSize(cluster, (size, { disk }, group) =>
      isKnown(disk) && disk.kubelet === "temporary" && ephemeralStorageGiB(size) === 0
        ? [
            error(
              [...group, "disk", "kubelet"],
              `needs the temporary disk of the VM, which ${size} lacks; sizes with a "d" in their name have one`,
            ),
          ]
        : [],
    );
  },

  /**
   * Ultra disks and premium disks need a VM size with premium storage: those with an "s" in their name.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/disks-enable-ultra-ssd
   */
  "ultra-disk-support"(cluster) {
    return forEachSize(cluster, (size, { ultraSsd }, group) =>
      ultraSsd === true && !hasPremiumDisks(size)
        ? [
            error(
              [...group, "ultraSsd"],
              `needs a VM size with premium storage, which ${size} lacks; sizes with an "s" in their name have it`,
            ),
          ]
        : [],
    );
  },

  /**
   * Windows nodes have x86-64 processors.
   *
   * @see https://learn.microsoft.com/azure/aks/use-arm64-vms
   */
  "windows-architecture"(cluster) {
    return forEachSize(cluster, (size, spec, group) =>
      isWindows(spec) && architectureOf(size) === "arm64"
        ? [error([...group, "machineTypes", 0], `must be x86-64 for Windows, ${size} has an Arm processor`)]
        : [],
    );
  },

  /**
   * An ephemeral system disk fits on the temporary disk or in the cache of the VM size.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks
   */
  "ephemeral-disk-fits"(cluster) {
    return forEachSize(cluster, (size, { disk }, group) => {
      const available = ephemeralStorageGiB(size);
      const wanted = disk?.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"];
      if (disk?.type !== "ephemeral" || available === undefined || !isWhole(wanted, 1) || wanted <= available)
        return [];
      if (available === 0) {
        return [
          error(
            [...group, "disk", "type"],
            `"ephemeral" needs a VM size with local storage, which ${size} lacks; sizes with a "d" in their name have it`,
          ),
        ];
      }
      const path = disk.sizeGiB === undefined ? ["disk", "type"] : ["disk", "sizeGiB"];
      return [
        error(
          [...group, ...path],
          `an ephemeral disk must fit into the ${available} GiB that ${size} has for it, got ${wanted}; set disk.sizeGiB, or use a larger VM size`,
        ),
      ];
    });
  },

  /**
   * Settings of GPUs need a VM size with GPUs: the families NC, ND, NG and NV.
   *
   * @see https://learn.microsoft.com/azure/aks/use-nvidia-gpu
   */
  "gpu-machine-type"(cluster) {
    return forEachSize(cluster, (size, { gpu }, group) =>
      gpu && !hasGpus(size)
        ? [error([...group, "gpu"], `needs a VM size of the families NC, ND, NG or NV, got ${shown(size)}`)]
        : [],
    );
  },

  /**
   * AKS installs only drivers of NVIDIA. A node pool with AMD GPUs fails with them.
   *
   * @see https://learn.microsoft.com/azure/aks/use-amd-gpus
   */
  "gpu-driver-nvidia-only"(cluster) {
    return forEachSize(cluster, (size, { gpu }, group) =>
      hasAmdGpus(size) && (gpu?.driver ?? defaults["nodeGroups[].gpu.driver"]) && !isUnknownDriver(gpu)
        ? [
            error(
              gpu ? [...group, "gpu", "driver"] : group,
              `AKS has no driver for the AMD GPUs of ${size}: set gpu.driver: false and install the driver with an operator`,
            ),
          ]
        : [],
    );
  },

  /**
   * Partitions need a GPU that supports multiple instances.
   *
   * @see https://learn.microsoft.com/azure/aks/gpu-multi-instance
   */
  "gpu-partition-support"(cluster) {
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

/** Checks each node group with a known VM size. */
function forEachSize(
  cluster: AksClusterProps,
  check: (size: string, spec: AksNodeGroupSpec, group: Path) => readonly Finding[],
): Finding[] {
  return forEachGroup(cluster, (spec, group) => {
    const [size] = isKnown(spec.machineTypes) ? spec.machineTypes : [];
    return isKnown(size) ? check(size, spec, group) : [];
  });
}
