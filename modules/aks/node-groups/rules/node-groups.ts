import { error, type Problem, warning } from "../../../cluster/problem";
import { maxPodsProblems } from "../../../cluster/rules/node-groups";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  type RuleContext,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { placements, sizeOf } from "../../../cluster/scaling";
import { limits } from "../../limits";
import type { AksClusterProps, AksNodeGroupSpec } from "../../spec";
import { firstGroupOf, isCriticalAddOnsOnly, isWindows } from "../../settings";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /** [azurerm] vm_size: one for each pool. */
  "one-machine-type"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) => {
      if (!isKnown(machineTypes)) return [];
      const path = [...group, "machineTypes"];
      if (machineTypes.length > 1) {
        return [
          error(
            path,
            `must be exactly one VM size: a node pool has one, got ${machineTypes.length}; make more groups`,
          ),
        ];
      }
      const [size] = machineTypes;
      if (!isKnown(size) || /^Standard_[A-Z][A-Za-z0-9]*(-\d+)?[a-z]*(_[A-Za-z0-9]+)*$/.test(size)) return [];
      return [error([...path, 0], `must be a VM size such as Standard_D4ds_v5, got ${shown(size)}`)];
    });
  },

  /** [azurerm kubernetes_nodepool.go] A cluster is made with a pool that is Linux, on demand and without taints but one. */
  "first-pool-is-there"(cluster) {
    const { nodeGroups } = cluster;
    if (!Array.isArray(nodeGroups) || firstGroupOf(nodeGroups)) return [];
    const systemAt = nodeGroups.findIndex(({ mode }: AksNodeGroupSpec) => mode === "system");
    return [
      error(
        systemAt < 0 ? ["nodeGroups"] : ["nodeGroups", systemAt],
        "one group must be able to be the cluster's first node pool: Linux, on demand, at least one node, " +
          "without taints but CriticalAddonsOnly=true:NoSchedule, and not mode user",
      ),
    ];
  },

  /** [azurerm] What the first node pool has no argument for. */
  "first-pool-is-plain"(cluster) {
    const first = Array.isArray(cluster.nodeGroups) ? firstGroupOf(cluster.nodeGroups) : undefined;
    return forEachGroup(cluster, (group, path) => {
      if (group !== first) return [];
      const { upgrade } = group;
      const isSlow = upgrade?.maxUnavailable !== undefined || upgrade?.maxUnavailablePercent !== undefined;
      return [
        ...(isSlow
          ? [
              error(
                [...path, "upgrade"],
                `the cluster's first node pool takes maxSurge alone; leave maxUnavailable out`,
              ),
            ]
          : []),
        ...(group.replacement !== undefined
          ? [error([...path, "replacement"], "the cluster's first node pool is always rotated; leave it out")]
          : []),
      ];
    });
  },

  /** [AKS docs] System pools: Linux, on demand, never empty. */
  "system-pools"(cluster) {
    return forEachGroup(cluster, (group, path) => {
      if (group.mode !== "system") return [];
      return [
        ...(isWindows(group) ? [error([...path, "mode"], "a system group must be Linux, not Windows")] : []),
        ...(group.capacity === "spot"
          ? [error([...path, "mode"], "a system group must be on demand, not spot")]
          : []),
        ...(isKnown(group.size) && sizeOf(group.size).min < 1
          ? [
              error(
                [...path, "size", ...(typeof group.size === "object" ? ["min"] : [])],
                `must be at least 1 in a system group, got ${sizeOf(group.size).min}`,
              ),
            ]
          : []),
      ];
    });
  },

  /** [AKS docs] A system pool is never empty; with `per-zone` there is one in each zone. The first group is of that kind always. */
  "system-pools-of-zones"(cluster, { zones: networkZones }) {
    const first = Array.isArray(cluster.nodeGroups) ? firstGroupOf(cluster.nodeGroups) : undefined;
    return forEachGroup(cluster, (group, path) => {
      const { mode, spread, size, zones = networkZones } = group;
      const isSystem = mode === "system" || group === first;
      if (!isSystem || spread !== "per-zone" || !isKnown(zones) || !isKnown(size) || typeof size === "number")
        return [];
      if (!isWhole(size.min, 1) || size.min >= zones.length) return [];
      return [
        error(
          [...path, "size", "min"],
          `must be at least the number of zones (${zones.length}) in a system group with spread "per-zone", got ${size.min}`,
        ),
      ];
    });
  },

  /** [AKS docs] Workloads need somewhere to run: a tainted system group takes none. */
  "workloads-have-nodes"(cluster, { nodeGroupsMayFollow }) {
    if (nodeGroupsMayFollow || !Array.isArray(cluster.nodeGroups) || cluster.nodeGroups.length === 0)
      return [];
    if (cluster.autoscaling === "auto-provisioning") return [];
    const closed = cluster.nodeGroups.every(({ taints }: AksNodeGroupSpec) =>
      knownEntries(taints).some(([, taint]) => isCriticalAddOnsOnly(taint)),
    );
    return closed
      ? [
          error(
            ["nodeGroups"],
            "all groups have the taint CriticalAddonsOnly: no workload could run; add a group without it",
          ),
        ]
      : [];
  },

  /** [AKS docs] At least three nodes for what the cluster itself needs, and for workloads: PSRule Azure.AKS.MinNodeCount. */
  "system-pool-is-large-enough"(cluster) {
    if (!(cluster.protection ?? true)) return [];
    const first = Array.isArray(cluster.nodeGroups) ? firstGroupOf(cluster.nodeGroups) : undefined;
    return forEachGroup(cluster, (group, path) =>
      group === first && isKnown(group.size) && sizeOf(group.size).min < 3
        ? [
            warning(
              [...path, "size"],
              "fewer than three nodes for what the cluster itself needs: a zone's failure stops it",
            ),
          ]
        : [],
    );
  },

  /** [azurerm] 1,000 nodes in a pool; [AKS quotas] 100 pools and 5,000 nodes in a cluster. */
  "node-counts": nodeCounts,

  /** [AKS docs] The free tier is for up to ten nodes. */
  "free-tier-is-small"(cluster) {
    if (cluster.aks?.tier !== "free") return [];
    const nodes = entries(cluster.nodeGroups).reduce(
      (sum, [, { size }]) => sum + (isKnown(size) ? sizeOf(size).max : 0),
      0,
    );
    return nodes > 10
      ? [
          warning(
            ["aks", "tier"],
            `"free" is meant for up to ten nodes and has no guarantee; this cluster may have ${nodes}`,
          ),
        ]
      : [];
  },

  /** [AKS docs] A pool of machines that may go away is a user pool, and takes no pace of upgrades. */
  "spot-settings"(cluster) {
    return forEachGroup(cluster, (group, path) => {
      if (group.capacity !== "spot") {
        return group.spot === undefined
          ? []
          : [error([...path, "spot"], "is for capacity spot alone; leave it out")];
      }
      const { maxPrice } = group.spot ?? {};
      return [
        ...(group.upgrade
          ? [error([...path, "upgrade"], "AKS takes no pace of upgrades for spot machines; leave it out")]
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

  /** [AKS docs] Ranges need somebody who moves in them; with auto-provisioning nobody does. */
  "ranges-have-autoscaler"(cluster) {
    const { autoscaling = "cluster-autoscaler" } = cluster;
    return forEachGroup(cluster, (group, path) => {
      if (!isKnown(group.size) || typeof group.size === "number") return [];
      if (autoscaling === "none") {
        return [
          warning(
            [...path, "size"],
            `nobody changes the number of nodes with autoscaling "none": it stays at min`,
          ),
        ];
      }
      return autoscaling === "auto-provisioning"
        ? [
            error(
              [...path, "size"],
              `must be a number with autoscaling "auto-provisioning": AKS takes no autoscaled pools beside it`,
            ),
          ]
        : [];
    });
  },

  /** [AKS docs] Node auto-provisioning: no Windows, and a pod network that it knows. */
  "auto-provisioning-fits"(cluster) {
    if (cluster.autoscaling !== "auto-provisioning") return [];
    const { network = {} } = cluster;
    return [
      ...forEachGroup(cluster, (group, path) =>
        isWindows(group)
          ? [error([...path, "image", "family"], "AKS takes no Windows groups beside auto-provisioning")]
          : [],
      ),
      ...(network.podNetwork === "kubenet" ||
      network.podNetwork === "none" ||
      network.networkPolicy === "calico"
        ? [
            error(
              ["autoscaling"],
              `"auto-provisioning" needs Azure's pod network, without kubenet and Calico`,
            ),
          ]
        : []),
      ...(network.dualStack
        ? [error(["autoscaling"], `"auto-provisioning" does not go with dualStack`)]
        : []),
      ...(network.httpProxy
        ? [error(["autoscaling"], `"auto-provisioning" does not go with httpProxy`)]
        : []),
    ];
  },

  /** [azurerm] Exactly one way to say the pace; its bounds. */
  "upgrade-bounds"(cluster) {
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

  /** [AKS docs] System disks: 30 to 2,048 GiB. */
  "disk-bounds"(cluster) {
    return forEachGroup(cluster, ({ disk }, group) => {
      const size = disk?.sizeGiB;
      return isWhole(size, 1) && (size < 30 || size > 2048)
        ? [error([...group, "disk", "sizeGiB"], `must be 30 to 2048 GiB, got ${size}`)]
        : [];
    });
  },

  /** [AKS docs] What is stopped and started again needs a disk that stays: an ephemeral one goes with the host. */
  "stopped-nodes-keep-disks"(cluster) {
    return forEachGroup(cluster, ({ disk, scaleDown, spot }, group) => {
      if (disk?.type !== "ephemeral") return [];
      const wrong = (path: string[]) =>
        error(
          [...group, ...path],
          `"deallocate" needs disk.type "managed": an ephemeral disk does not outlive a stop`,
        );
      return [
        ...(scaleDown === "deallocate" ? [wrong(["scaleDown"])] : []),
        ...(spot?.eviction === "deallocate" ? [wrong(["spot", "eviction"])] : []),
      ];
    });
  },

  /** [AKS docs] Up to 250 pods on a node; at least 10, for what AKS runs on every one. */
  "pod-bounds"(cluster) {
    return [
      ...maxPodsProblems(cluster, { least: 10, most: 250 }),
      ...forEachGroup(cluster, ({ maxPods, mode }, group) =>
        mode === "system" && isWhole(maxPods, 10) && maxPods < 30
          ? [error([...group, "maxPods"], `must be at least 30 in a system group, got ${maxPods}`)]
          : [],
      ),
    ];
  },

  /** [azurerm] node_public_ip_enabled, allowed_host_ports: ports as `8080/tcp` or `30000-30100/udp`; groups need ports. */
  "public-address-settings"(cluster) {
    return forEachGroup(cluster, ({ publicAddress }, group) => {
      if (!isKnown(publicAddress)) return [];
      const path = [...group, "publicAddress"];
      const { hostPorts, applicationSecurityGroupIds } = publicAddress;
      const wrong = entries(hostPorts).filter(([, text]) => {
        const [, from, to = from] = /^(\d+)(?:-(\d+))?\/(?:tcp|udp)$/.exec(text) ?? [];
        return from === undefined || Number(from) < 1 || Number(to) > 65535 || Number(from) > Number(to);
      });
      return [
        ...wrong.map(([i, text]) =>
          error(
            [...path, "hostPorts", i],
            `must be ports such as "8080/tcp" or "30000-30100/udp", got ${shown(text)}`,
          ),
        ),
        // [azurerm docs] Without ports, the groups are ignored.
        ...(applicationSecurityGroupIds && !hostPorts
          ? [error([...path, "applicationSecurityGroupIds"], "are used with hostPorts alone")]
          : []),
      ];
    });
  },

  /** [AKS docs] Machines that are close together are in one zone. */
  "placement-has-one-zone"(cluster, { zones = [] }) {
    return forEachGroup(cluster, ({ placement, zones: own = zones, spread }, group) =>
      placement?.proximityPlacementGroupId && isKnown(own) && own.length > 1 && spread !== "per-zone"
        ? [
            warning(
              [...group, "placement"],
              "machines of a proximity placement group are in one zone; this group has more",
            ),
          ]
        : [],
    );
  },
});

/** [azurerm] 1,000 nodes in a pool; [AKS quotas] 100 pools and 5,000 nodes in a cluster. */
export function nodeCounts(cluster: AksClusterProps, { zones = [] }: RuleContext): Problem[] {
  let pools = 0;
  let nodes = 0;
  const problems = forEachGroup(cluster, (group, path) => {
    if (
      !isKnown(group.size) ||
      (isKnown(group.zones) && group.zones.length === 0) ||
      (zones.length === 0 && !group.zones)
    )
      return [];
    const parts = placements(group, zones);
    pools += parts.length;
    nodes += sizeOf(group.size).max;
    const largest = Math.max(...parts.map(({ size }) => size.max));
    return largest > limits.nodesPerPool
      ? [
          error(
            [...path, "size", ...(typeof group.size === "object" ? ["max"] : [])],
            `must be at most ${limits.nodesPerPool} nodes in a pool, got ${largest}`,
          ),
        ]
      : [];
  });
  return [
    ...problems,
    ...(pools > limits.poolsPerCluster
      ? [error(["nodeGroups"], `must make at most ${limits.poolsPerCluster} node pools, these make ${pools}`)]
      : []),
    ...(nodes > limits.nodesPerCluster
      ? [error(["nodeGroups"], `must have at most ${limits.nodesPerCluster} nodes in all, got ${nodes}`)]
      : []),
  ];
}
