import { error, keyError, warning } from "../../../cluster/problem";
import { maxPodsProblems } from "../../../cluster/rules/node-groups";
import { defineRules, entries, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { parsePorts } from "../../ports";
import { shownSystemGroup, systemGroupsOf } from "../settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /**
   * Settings of spot nodes are for capacity `spot`, and spot node pools have no upgrade settings.
   *
   * @see https://learn.microsoft.com/azure/aks/spot-node-pool
   */
  "spot-settings"(cluster) {
    return forEachGroup(cluster, (group, path) => {
      if (group.capacity !== "spot") {
        return group.spot === undefined
          ? []
          : [error([...path, "spot"], `is only for capacity "spot"; omit it`)];
      }
      const { maxPrice } = group.spot ?? {};
      return [
        ...(group.upgrade
          ? [error([...path, "upgrade"], "AKS has no upgrade settings for spot node pools; omit it")]
          : []),
        ...(isKnown(maxPrice) && !(maxPrice >= 0.00001)
          ? [
              error(
                [...path, "spot", "maxPrice"],
                `must be at least 0.00001 US dollars, got ${shown(maxPrice)}`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * An upgrade has either a surge or a number of unavailable nodes, within the limits of AKS.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster_node_pool#upgrade_settings
   */
  "upgrade-settings"(cluster) {
    return forEachGroup(cluster, ({ upgrade }, group) => {
      if (!isKnown(upgrade)) return [];
      const path = [...group, "upgrade"];
      const { maxSurge, maxUnavailable, maxUnavailablePercent, drainTimeoutMinutes, soakMinutes } = upgrade;
      const both =
        maxSurge !== undefined && (maxUnavailable !== undefined || maxUnavailablePercent !== undefined);
      const isSurge = (value: unknown) =>
        isWhole(value, 1) || (typeof value === "string" && /^([1-9]\d?|100)%$|^[1-9]\d*$/.test(value));
      const within = (field: string, value: unknown, least: number, most: number) =>
        isKnown(value) && !isWhole(value, least, most)
          ? [error([...path, field], `must be a whole number from ${least} to ${most}, got ${shown(value)}`)]
          : [];
      return [
        ...(both ? [error(path, "must have one of maxSurge and maxUnavailable, got both")] : []),
        ...(isKnown(maxSurge) && !isSurge(maxSurge)
          ? [
              error(
                [...path, "maxSurge"],
                `must be a number of nodes or a percentage such as "33%", got ${shown(maxSurge)}`,
              ),
            ]
          : []),
        ...within("drainTimeoutMinutes", drainTimeoutMinutes, 1, 1440),
        ...within("soakMinutes", soakMinutes, 0, 30),
      ];
    });
  },

  /**
   * A system disk has 30 to 2048 GiB.
   *
   * @see https://learn.microsoft.com/azure/aks/concepts-storage
   */
  "disk-size"(cluster) {
    return forEachGroup(cluster, ({ disk }, group) => {
      const size = disk?.sizeGiB;
      return isWhole(size, 1) && (size < 30 || size > 2048)
        ? [error([...group, "disk", "sizeGiB"], `must be 30 to 2048 GiB, got ${size}`)]
        : [];
    });
  },

  /**
   * Nodes that are deallocated instead of deleted need a managed disk: an ephemeral disk is lost with its
   * host.
   *
   * @see https://learn.microsoft.com/azure/aks/scale-down-mode
   */
  "deallocate-needs-managed-disk"(cluster) {
    return forEachGroup(cluster, ({ disk, scaleDown, spot }, group) => {
      if (disk?.type !== "ephemeral") return [];
      const wrong = (path: string[]) =>
        error(
          [...group, ...path],
          `"deallocate" needs disk.type "managed": an ephemeral disk is lost when the node stops`,
        );
      return [
        ...(scaleDown === "deallocate" ? [wrong(["scaleDown"])] : []),
        ...(spot?.eviction === "deallocate" ? [wrong(["spot", "eviction"])] : []),
      ];
    });
  },

  /**
   * A node runs 10 to 250 pods; a node of a system group at least 30.
   *
   * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
   */
  "max-pods"(cluster) {
    const isSystem = systemGroupsOf(cluster);
    return [
      ...maxPodsProblems(cluster, { least: 10, most: 250 }),
      ...forEachGroup(cluster, (spec, group) =>
        isSystem(spec) && isWhole(spec.maxPods, 10) && spec.maxPods < 30
          ? [
              error(
                [...group, "maxPods"],
                `must be at least 30 in ${shownSystemGroup(spec)}, got ${spec.maxPods}`,
              ),
            ]
          : [],
      ),
    ];
  },

  /**
   * Host ports are ports or ranges with a protocol. Application security groups are ignored without them.
   *
   * @see https://learn.microsoft.com/azure/aks/use-node-public-ips
   */
  "public-address"(cluster) {
    return forEachGroup(cluster, ({ publicAddress }, group) => {
      if (!isKnown(publicAddress)) return [];
      const path = [...group, "publicAddress"];
      const { hostPorts, applicationSecurityGroupIds } = publicAddress;
      const wrong = entries(hostPorts).filter(([, text]) => parsePorts(text) === undefined);
      return [
        ...wrong.map(([i, text]) =>
          error(
            [...path, "hostPorts", i],
            `must be ports such as "8080/tcp" or "30000-30100/udp", got ${shown(text)}`,
          ),
        ),
        // Azure ignores the groups without ports.
        ...(applicationSecurityGroupIds && !hostPorts
          ? [error([...path, "applicationSecurityGroupIds"], "are used only with hostPorts")]
          : []),
      ];
    });
  },

  /**
   * Machines of a proximity placement group are in one zone.
   *
   * @see https://learn.microsoft.com/azure/aks/reduce-latency-ppg
   */
  "placement-in-one-zone"(cluster, { zones = [] }) {
    return forEachGroup(cluster, ({ placement, zones: own = zones, spread }, group) =>
      placement?.proximityPlacementGroupId && isKnown(own) && own.length > 1 && spread !== "per-zone"
        ? [
            warning(
              [...group, "placement"],
              "a proximity placement group is in one zone; this group has more zones",
            ),
          ]
        : [],
    );
  },

  /**
   * AKS sets labels and taints of the domain `kubernetes.azure.com` itself.
   *
   * @see https://learn.microsoft.com/azure/aks/use-labels
   */
  "reserved-labels"(cluster) {
    return forEachGroup(cluster, ({ labels, taints }, group) => [
      ...Object.keys(isKnown(labels) ? labels : {})
        .filter((key) => /^kubernetes\.azure\.com\//.test(key))
        .map((key) =>
          keyError(
            [...group, "labels", key],
            `${shown(key)} is a label that AKS sets itself; use another domain`,
          ),
        ),
      ...(isKnown(taints) ? taints : []).flatMap(({ key }, i) =>
        isKnown(key) && /^kubernetes\.azure\.com\//.test(key)
          ? [
              error(
                [...group, "taints", i, "key"],
                `${shown(key)} is a taint that AKS sets itself; use another domain`,
              ),
            ]
          : [],
      ),
    ]);
  },
});
