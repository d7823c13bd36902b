import { error, keyError } from "../../../cluster/problem";
import { forEachGroup, isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { sysctls } from "../sysctls";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /** [azurerm schemaNodePoolSysctlConfig] Kernel parameters that AKS knows, within their bounds. */
  "sysctl-bounds"(cluster) {
    return forEachGroup(cluster, ({ linux }, group) =>
      Object.entries(linux?.sysctls ?? {}).flatMap(([name, value]) => {
        const path = [...group, "linux", "sysctls", name];
        if (!Object.hasOwn(sysctls, name)) {
          return [
            keyError(path, `AKS knows no such kernel parameter; it has ${Object.keys(sysctls).join(", ")}`),
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

  /** [azurerm] Both ends of the local port range, in order. */
  "local-ports"(cluster) {
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

  /** [azurerm, AKS docs] Settings of the kubelet that contradict each other. */
  "kubelet-bounds"(cluster) {
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

  /** [azurerm] swap_file_size_mb is a number of MiB. */
  "swap-is-whole"(cluster) {
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
