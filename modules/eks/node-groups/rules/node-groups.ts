import { hashSuffixLength } from "../../../cluster/names";
import { error, keyError, warning } from "../../../cluster/problem";
import { isReserved } from "../../../cluster/rules/labels";
import { entries, forEachGroup, isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import { fixedRangeWarnings, maxPodsProblems, onDemandWarning } from "../../../cluster/rules/node-groups";
import { defaults } from "../../fields.generated";
import { limits, podBounds } from "../../limits";
import { computeOf, hasAutoModePools } from "../compute";
import { hasNodes, isLinux, nodePools, takesPodsAtStart, tolerates } from "../placement";
import type { EksClusterProps } from "../../spec";

/**
 * Default quotas, which AWS raises on request.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
 */
const quotas = { nodesPerGroup: 450, groupsPerCluster: 30 } as const;

/**
 * Limits of machine types, taints, and keys of labels and taints.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
 */
const most = { machineTypes: 20, taints: 50, keyLength: 63 } as const;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * A managed node group has at most 450 nodes, unless AWS raised the quota.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
   */
  "nodes-per-group"(cluster, { zones }) {
    return forEachGroup(cluster, (spec, group) => {
      if (spec.kind === "self-managed") return [];
      const largest = Math.max(0, ...nodePools(spec, zones).map(({ size }) => size.max));
      if (largest <= quotas.nodesPerGroup) return [];
      return [
        warning(
          [...group, "size", ...(typeof spec.size === "object" ? ["max"] : [])],
          `a managed node group of up to ${largest} nodes exceeds the default quota of AWS, ${quotas.nodesPerGroup}; use ` +
            "more groups",
        ),
      ];
    });
  },

  /**
   * A cluster has at most 30 managed node groups, unless AWS raised the quota.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
   */
  "groups-per-cluster"({ nodeGroups }, { zones }) {
    const count = entries(nodeGroups)
      .filter(([, { kind }]) => kind !== "self-managed")
      .reduce((sum, [, group]) => sum + nodePools(group, zones).length, 0);
    if (count <= quotas.groupsPerCluster) return [];
    return [
      warning(
        ["nodeGroups"],
        `${count} managed node groups (one for each zone where spread is "per-zone") exceed the default quota of AWS, ` +
          `${quotas.groupsPerCluster}`,
      ),
    ];
  },

  /**
   * A group has at most 20 machine types.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
  "machine-type-count"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      !isKnown(machineTypes) || machineTypes.length <= most.machineTypes
        ? []
        : [
            error(
              [...group, "machineTypes"],
              `EKS supports at most ${most.machineTypes} machine types, got ${machineTypes.length}`,
            ),
          ],
    );
  },

  /**
   * `maxPods` is 10 to 250: fewer are not enough for the pods of EKS, more are not supported on any machine.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
   */
  "max-pods-range"(cluster) {
    return maxPodsProblems(cluster, podBounds);
  },

  /**
   * A label key has at most 63 characters with its prefix, and a value is not empty.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
  "label-lengths"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      (isKnown(labels) ? Object.entries(labels) : []).flatMap(([key, value]) => {
        const path = [...group, "labels", key];
        return [
          ...(isKnown(key) && key.length > most.keyLength
            ? [
                keyError(
                  path,
                  `EKS supports keys of at most ${most.keyLength} characters with their prefix, this one has ${key.length}`,
                ),
              ]
            : []),
          ...(value === "" && !isReserved(key) && !isLabelOfEks(key)
            ? [error(path, 'EKS supports no empty values; use "true"')]
            : []),
        ];
      }),
    );
  },

  /**
   * Labels do not have the prefix `eks.amazonaws.com/`, which EKS reserves.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
   */
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

  /**
   * A group has at most 50 taints, with keys of at most 63 characters.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
  "taint-limits"(cluster) {
    return forEachGroup(cluster, ({ taints }, group) => {
      if (!isKnown(taints)) return [];
      return [
        ...(taints.length > most.taints
          ? [error([...group, "taints"], `EKS supports at most ${most.taints} taints, got ${taints.length}`)]
          : []),
        ...taints.flatMap(({ key }, i) =>
          isKnown(key) && key.length > most.keyLength
            ? [
                error(
                  [...group, "taints", i, "key"],
                  `EKS supports keys of at most ${most.keyLength} characters with their prefix, this one has ${key.length}`,
                ),
              ]
            : [],
        ),
      ];
    });
  },

  /**
   * `upgrade.maxUnavailable` is at most the maximum size of the smallest node pool.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupConfig.html
   */
  "upgrade-within-size"(cluster, { zones }) {
    return forEachGroup(cluster, (spec, group) => {
      const unavailable = spec.upgrade?.maxUnavailable;
      const native = nodePools(spec, zones);
      const smallest = Math.min(...native.map(({ size }) => size.max));
      if (!isWhole(unavailable, 1, 100) || smallest === 0 || unavailable <= smallest) return [];
      const whose = native.length > 1 ? "the smallest node pool" : "the group";
      return [
        error(
          [...group, "upgrade", "maxUnavailable"],
          `must be at most the maximum size of ${whose} (${smallest}), got ${unavailable}`,
        ),
      ];
    });
  },

  /**
   * A spot group has several machine types: the capacity of one type can run out in all zones.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html#managed-node-group-capacity-types
   */
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
          `spot capacity of one machine type (${machineTypes[0]}) can run out in all zones; list several types of one size`,
        ),
      ];
    });
  },

  /**
   * Workloads without tolerations have on-demand nodes, unless the cluster has no protection: the cloud can interrupt all spot machines
   * at the same time.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html
   */
  "on-demand-workloads"(cluster) {
    // Auto Mode, Karpenter and Fargate add other nodes.
    const { autoProvisioning, fargateProfiles } = cluster.eks ?? {};
    if (
      autoProvisioning !== undefined ||
      cluster.autoscaling === "auto-provisioning" ||
      fargateProfiles !== undefined
    ) {
      return [];
    }
    return onDemandWarning(cluster, cluster.protection ?? defaults.protection);
  },

  /**
   * A size range needs an autoscaler. Without one the group stays at `min`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/autoscaling.html
   */
  "range-needs-autoscaler"(cluster) {
    return fixedRangeWarnings(cluster);
  },

  /**
   * CoreDNS and the EBS CSI driver have a node to run on: the deployment waits until their pods are ready. Both tolerate
   * `CriticalAddonsOnly`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html
   */
  "add-ons-need-node"(cluster, { nodeGroupsMayFollow }) {
    const { nodeGroups, eks, storage } = cluster;
    if (!isKnown(nodeGroups)) return [];
    const compute = computeOf(cluster);
    if (!compute.addOns || compute.coreDns !== "node groups" || hasAutoModePools(compute)) return [];
    if (nodeGroups.length === 0) {
      const message = "there is no node group: CoreDNS and all workloads have no node to run on";
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
        `${waiting.join(" and ")} would have no node to run on, and the deployment would fail after a timeout: one Linux ` +
          "group must have min of at least 1 and no taint NoSchedule or NoExecute, or tolerations of it in eks.addOns",
      ),
    ];
  },

  /**
   * The name of a node group has space for the zone and the hash that are added, within 63 characters.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
  "node-group-name-length"(cluster, { zones: networkZones = [] }) {
    return forEachGroup(cluster, ({ name, spread, zones = networkZones }, group) => {
      if (!isKnown(name) || !isKnown(zones)) return [];
      const longestZone = spread === "per-zone" ? Math.max(0, ...zones.map((zone) => zone.length + 1)) : 0;
      const longest = limits.nodeGroupName - hashSuffixLength - longestZone;
      if (name.length <= longest) return [];
      const why = longestZone > 0 ? "including the zone and a hash" : "including a hash";
      return [
        error(
          [...group, "name"],
          `must have at most ${longest} characters (EKS supports ${limits.nodeGroupName}, ${why}), ${shown(name)} has ` +
            `${name.length}`,
        ),
      ];
    });
  },
});

const isLabelOfEks = (key: string): boolean => key.startsWith("eks.amazonaws.com/");
