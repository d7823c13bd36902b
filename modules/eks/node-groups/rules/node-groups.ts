import { error, keyError, warning } from "../../../cluster/problem";
import { isReserved } from "../../../cluster/rules/labels";
import { entries, forEachGroup, isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import { maxPodsProblems } from "../../../cluster/rules/node-groups";
import { type NodePlacement, placements } from "../../../cluster/scaling";
import { computeOf, hasAutoModePools } from "../compute";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

/** [EKS user guide] service quotas; both can be raised on request. */
const quotas = { nodesPerGroup: 450, groupsPerCluster: 30 } as const;

/** Pods of a node: below, EKS' own leave no room; above, EKS takes none on its largest machines. [EKS user guide] */
export const podBounds = { least: 10, most: 250 } as const;

/** [EKS API] CreateNodegroup: instanceTypes, labels, taints. */
const limits = { machineTypes: 20, taints: 50, keyLength: 63 } as const;

/** The native groups of a node group; none when its size or its zones can't be judged. */
export function nodePools(
  group: EksNodeGroupSpec,
  networkZones: readonly string[] | undefined,
): NodePlacement[] {
  const zones = group.zones ?? networkZones;
  if (!isKnown(zones) || zones.length === 0 || !zones.every(isKnown) || !isSize(group.size)) return [];
  return placements(group, zones);
}

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /** [EKS user guide] service quotas: nodes per managed node group. */
  "nodes-per-group"(cluster, { zones }) {
    return forEachGroup(cluster, (spec, group) => {
      if (spec.kind === "self-managed") return [];
      const largest = Math.max(0, ...nodePools(spec, zones).map(({ size }) => size.max));
      if (largest <= quotas.nodesPerGroup) return [];
      return [
        warning(
          [...group, "size", ...(typeof spec.size === "object" ? ["max"] : [])],
          `makes a managed node group of up to ${largest} nodes; AWS' quota is ${quotas.nodesPerGroup} unless you had it ` +
            "raised: share the nodes out over more groups",
        ),
      ];
    });
  },

  /** [EKS user guide] service quotas: managed node groups per cluster. */
  "groups-per-cluster"({ nodeGroups }, { zones }) {
    const count = entries(nodeGroups)
      .filter(([, { kind }]) => kind !== "self-managed")
      .reduce((sum, [, group]) => sum + nodePools(group, zones).length, 0);
    if (count <= quotas.groupsPerCluster) return [];
    return [
      warning(
        ["nodeGroups"],
        `makes ${count} managed node groups (one for each zone where spread is "per-zone"); AWS' quota is ` +
          `${quotas.groupsPerCluster} unless you had it raised`,
      ),
    ];
  },

  /** [EKS API] CreateNodegroup: up to 20 instance types. */
  "machine-type-count"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      !isKnown(machineTypes) || machineTypes.length <= limits.machineTypes
        ? []
        : [
            error(
              [...group, "machineTypes"],
              `EKS takes at most ${limits.machineTypes} machine types, got ${machineTypes.length}`,
            ),
          ],
    );
  },

  /** See {@link podBounds}. */
  "max-pods-range"(cluster) {
    return maxPodsProblems(cluster, podBounds);
  },

  /** [EKS API] CreateNodegroup, labels: a key has 63 characters with its prefix; a value at least one. */
  "label-lengths"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      (isKnown(labels) ? Object.entries(labels) : []).flatMap(([key, value]) => {
        const path = [...group, "labels", key];
        return [
          ...(isKnown(key) && key.length > limits.keyLength
            ? [
                keyError(
                  path,
                  `EKS takes keys of at most ${limits.keyLength} characters with their prefix, this one has ${key.length}`,
                ),
              ]
            : []),
          ...(value === "" && !isReserved(key) && !isLabelOfEks(key)
            ? [error(path, 'EKS takes no empty values; write "true"')]
            : []),
        ];
      }),
    );
  },

  /** [EKS user guide] managed node groups: the prefix is that of EKS' own labels. */
  "labels-of-eks"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      (isKnown(labels) ? Object.keys(labels) : [])
        .filter(isLabelOfEks)
        .map((key) =>
          keyError(
            [...group, "labels", key],
            `${shown(key)} is a label that EKS sets itself; use another domain`,
          ),
        ),
    );
  },

  /** [EKS API] CreateNodegroup, taints: 50, with keys of 63 characters with their prefix. */
  "taint-limits"(cluster) {
    return forEachGroup(cluster, ({ taints }, group) => {
      if (!isKnown(taints)) return [];
      return [
        ...(taints.length > limits.taints
          ? [error([...group, "taints"], `EKS takes at most ${limits.taints} taints, got ${taints.length}`)]
          : []),
        ...taints.flatMap(({ key }, i) =>
          isKnown(key) && key.length > limits.keyLength
            ? [
                error(
                  [...group, "taints", i, "key"],
                  `EKS takes keys of at most ${limits.keyLength} characters with their prefix, this one has ${key.length}`,
                ),
              ]
            : [],
        ),
      ];
    });
  },

  /** [EKS API] UpdateNodegroupConfig: no more nodes unavailable than a group can have. */
  "upgrade-within-size"(cluster, { zones }) {
    return forEachGroup(cluster, (spec, group) => {
      const unavailable = spec.upgrade?.maxUnavailable;
      const native = nodePools(spec, zones);
      const smallest = Math.min(...native.map(({ size }) => size.max));
      if (!isWhole(unavailable, 1, 100) || smallest === 0 || unavailable <= smallest) return [];
      const whose = native.length > 1 ? "the smallest zone's part" : "the group";
      return [
        error(
          [...group, "upgrade", "maxUnavailable"],
          `must be at most the largest size of ${whose} (${smallest}), got ${unavailable}`,
        ),
      ];
    });
  },

  /** [EKS user guide] managed node group capacity types: one type is one pool, which runs dry at once. */
  "spot-has-choice"(cluster) {
    return forEachGroup(cluster, ({ capacity, machineTypes, machines }, group) => {
      if (
        capacity !== "spot" ||
        machines !== undefined ||
        !isKnown(machineTypes) ||
        machineTypes.length !== 1
      )
        return [];
      return [
        warning(
          [...group, "machineTypes"],
          `spot capacity of one machine type (${machineTypes[0]}) can be gone in all zones at once; name several of a size`,
        ),
      ];
    });
  },

  /** A range is moved in by an autoscaler; without one the group stays at `min`. */
  "ranges-have-autoscaler"(cluster) {
    if (cluster.autoscaling !== "none") return [];
    return forEachGroup(cluster, ({ size }, group) => {
      if (typeof size !== "object" || !isSize(size) || size.min === size.max) return [];
      return [
        warning(
          [...group, "size"],
          `nobody changes the number of nodes with autoscaling "none": the group stays at ${size.min} unless someone does ` +
            "by hand; give a fixed size, or name an autoscaler",
        ),
      ];
    });
  },

  /**
   * Add-ons with pods are ready only when these run, and the apply waits for them. [EKS] default configurations: CoreDNS
   * tolerates `CriticalAddonsOnly`, the controller of the EBS driver too.
   */
  "add-ons-have-node"(cluster, { nodeGroupsMayFollow }) {
    const { nodeGroups, eks, storage } = cluster;
    if (!isKnown(nodeGroups)) return [];
    const compute = computeOf(cluster);
    if (!compute.addOns || compute.coreDns !== "node groups" || hasAutoModePools(compute)) return [];
    if (nodeGroups.length === 0) {
      const message = "there is no node group: CoreDNS, and all workloads, would have nowhere to run";
      return [nodeGroupsMayFollow ? warning(["nodeGroups"], message) : error(["nodeGroups"], message)];
    }

    if (nodeGroups.some(takesPodsAtStart)) return [];
    const someNode = nodeGroups.some((group) => hasNodes(group) && isLinux(group));
    const addOns = eks?.addOns ?? {};
    const waiting = [
      someNode && tolerates(addOns.coredns?.configuration) ? [] : "CoreDNS",
      storage?.block === false ||
      (someNode && tolerates(addOns["aws-ebs-csi-driver"]?.configuration?.controller))
        ? []
        : "the EBS CSI driver",
    ].flat();
    if (waiting.length === 0) return [];
    return [
      error(
        ["nodeGroups"],
        `${waiting.join(" and ")} would have no node at the start, and the apply would wait in vain: one Linux group must ` +
          "have min of at least 1 and no taint NoSchedule or NoExecute, or tolerations of it in eks.addOns",
      ),
    ];
  },
});

const isLabelOfEks = (key: string): boolean => key.startsWith("eks.amazonaws.com/");

function tolerates(configuration: unknown): boolean {
  return (configuration as { tolerations?: unknown } | undefined)?.tolerations !== undefined;
}

/** Whether pods that tolerate `CriticalAddonsOnly` alone find a node in the group before any autoscaler runs. */
export function takesPodsAtStart(group: EksNodeGroupSpec): boolean {
  return hasNodes(group) && isLinux(group) && !repels(group);
}

function hasNodes({ size }: EksNodeGroupSpec): boolean {
  return !isSize(size) || (typeof size === "number" ? size : size.min) > 0;
}

/** [EKS user guide] Windows: what a cluster itself runs, runs on Linux. */
const isLinux = ({ image }: EksNodeGroupSpec): boolean => image?.family !== "windows";

/** CoreDNS tolerates the taint that is made for add-ons. [EKS] default configuration of the coredns add-on */
function repels({ taints }: EksNodeGroupSpec): boolean {
  return (
    isKnown(taints) &&
    taints.some(({ key, effect }) => effect !== "PreferNoSchedule" && key !== "CriticalAddonsOnly")
  );
}

function isSize(size: EksNodeGroupSpec["size"]): boolean {
  if (!isKnown(size)) return false;
  return typeof size === "object" ? isWhole(size.min, 0) && isWhole(size.max, size.min) : isWhole(size, 0);
}
