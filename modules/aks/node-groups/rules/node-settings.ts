import { error, keyError } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { sysctls } from "../../node-groups/sysctls";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /**
   * Kernel parameters are supported by AKS and within their limits.
   *
   * @see https://learn.microsoft.com/azure/aks/custom-node-configuration
   */
  "sysctl-values"(cluster) {
    return forEachGroup(cluster, ({ linux }, group) =>
      Object.entries(linux?.sysctls ?? {}).flatMap(([name, value]) => {
        const path = [...group, "linux", "sysctls", name];
        if (!Object.hasOwn(sysctls, name)) {
          return [
            keyError(
              path,
              `AKS does not support this kernel parameter; it supports ${Object.keys(sysctls).join(", ")}`,
            ),
          ];
        }
        const { least, most } = sysctls[name];
        if (!isKnown(value)) return [];
        if (least === undefined || most === undefined) {
          return typeof value === "boolean"
            ? []
            : [error(path, `must be true or false, got ${shown(value)}`)];
        }
        return isWhole(value, least, most)
          ? []
          : [error(path, `must be a whole number from ${least} to ${most}, got ${shown(value)}`)];
      }),
    );
  },

  /**
   * The local port range has both ends, in order.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster_node_pool#net_ipv4_ip_local_port_range_min
   */
  "local-port-range"(cluster) {
    const [low, high] = ["net.ipv4.ip_local_port_range_min", "net.ipv4.ip_local_port_range_max"];
    return forEachGroup(cluster, ({ linux }, group) => {
      const { [low]: min, [high]: max } = linux?.sysctls ?? {};
      const path = [...group, "linux", "sysctls"];
      if (min === undefined && max === undefined) return [];
      if (min === undefined || max === undefined) return [error(path, `must have both ${low} and ${high}`)];
      return typeof min === "number" && typeof max === "number" && min > max
        ? [error([...path, high], `must be at least ${low} (${min}), got ${max}`)]
        : [];
    });
  },

  /**
   * Settings of the kubelet are within their limits and do not contradict each other.
   *
   * @see https://learn.microsoft.com/azure/aks/custom-node-configuration
   */
  "kubelet-settings"(cluster) {
    return forEachGroup(cluster, ({ kubelet }, group) => {
      if (!isKnown(kubelet)) return [];
      const path = [...group, "kubelet"];
      const {
        imageGcHighThreshold: high,
        imageGcLowThreshold: low,
        cpuCfsQuotaPeriod,
        containerLogMaxSizeMb,
      } = kubelet;
      const percent = (["imageGcHighThreshold", "imageGcLowThreshold"] as const).filter(
        (field) => isKnown(kubelet[field]) && !isWhole(kubelet[field], 0, 100),
      );
      return [
        ...percent.map((field) =>
          error([...path, field], `must be a percentage from 0 to 100, got ${shown(kubelet[field])}`),
        ),
        ...(percent.length === 0 && isKnown(high) && isKnown(low) && high <= low
          ? [
              error(
                [...path, "imageGcHighThreshold"],
                `must be above imageGcLowThreshold (${low}), got ${high}`,
              ),
            ]
          : []),
        ...(isKnown(cpuCfsQuotaPeriod) && !/^\d+(\.\d+)?m?s$/.test(cpuCfsQuotaPeriod)
          ? [
              error(
                [...path, "cpuCfsQuotaPeriod"],
                `must be a duration such as "100ms", got ${shown(cpuCfsQuotaPeriod)}`,
              ),
            ]
          : []),
        ...(isKnown(containerLogMaxSizeMb) && !isWhole(containerLogMaxSizeMb, 1)
          ? [
              error(
                [...path, "containerLogMaxSizeMb"],
                `must be a whole number of at least 1, got ${shown(containerLogMaxSizeMb)}`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * The size of the swap file is a whole number of MiB.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster_node_pool#swap_file_size_mb
   */
  "swap-size"(cluster) {
    return forEachGroup(cluster, ({ linux }, group) =>
      isKnown(linux?.swapFileSizeMiB) && !isWhole(linux.swapFileSizeMiB, 1)
        ? [
            error(
              [...group, "linux", "swapFileSizeMiB"],
              `must be a whole number of MiB, got ${shown(linux.swapFileSizeMiB)}`,
            ),
          ]
        : [],
    );
  },
});
