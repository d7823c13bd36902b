import { error, warning } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  repeated,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { addOnsInAutoMode, computeOf, hasAutoModePools } from "../../node-groups/compute";
import { defaults } from "../../defaults";
import { architectureOf } from "../../node-groups/machine-types";
import { karpenterAccount } from "../karpenter-account";
import type { EksAddOnsSpec, EksClusterProps } from "../../spec";
import { selects } from "../../node-groups/rules/fargate";
import { takesPodsAtStart } from "../../node-groups/rules/node-groups";

const path = ["eks", "autoProvisioning"];

export const rules = defineRules<EksClusterProps>("eks/autoscaling", {
  /** What makes nodes is said where something is to make nodes. */
  "auto-provisioning-is-used"({ autoscaling = defaults.cluster.autoscaling, eks }) {
    if (!isKnown(eks?.autoProvisioning) || !isKnown(autoscaling) || autoscaling === "auto-provisioning")
      return [];
    return [
      error(
        path,
        `has no effect with autoscaling ${shown(autoscaling)}; write "auto-provisioning" there, or leave this out`,
      ),
    ];
  },

  /** [EKS API] ComputeConfigRequest: pools are Auto Mode's, each named once. */
  "pools-of-auto-mode"({ eks }) {
    const { by = defaults.autoProvisioning.by, pools } = eks?.autoProvisioning ?? {};
    if (!isKnown(pools) || !isKnown(by)) return [];
    if (by !== "auto-mode") {
      return [
        error(
          [...path, "pools"],
          `belongs to by "auto-mode", got by ${shown(by)}: Karpenter's pools are objects in the cluster`,
        ),
      ];
    }
    return repeated(knownEntries(pools)).map(({ index, value, first }) =>
      error([...path, "pools", index], `${shown(value)} is there already, at position ${first}`),
    );
  },

  /** Nodes to find room for are a number, and their type is one that EC2 may have. */
  "room-for-provisioned"({ eks }) {
    const { roomForNodes: nodes, largestMachineType: type } = eks?.autoProvisioning ?? {};
    return [
      ...(isKnown(nodes) && !isWhole(nodes, 1)
        ? [error([...path, "roomForNodes"], `must be a whole number of at least 1, got ${shown(nodes)}`)]
        : []),
      ...(isKnown(type) && !architectureOf(type)
        ? [
            error(
              [...path, "largestMachineType"],
              `must be an EC2 instance type such as m7i.large, got ${shown(type)}`,
            ),
          ]
        : []),
      ...(type !== undefined && nodes === undefined
        ? [
            error(
              [...path, "largestMachineType"],
              "is for roomForNodes, which is not there; say how many nodes",
            ),
          ]
        : []),
    ];
  },

  /** Auto Mode is on or taken away. */
  "auto-mode-is-on-or-off"({ autoscaling, eks }) {
    if (eks?.autoMode !== "off" || autoscaling !== "auto-provisioning") return [];
    if (eks.autoProvisioning?.by !== "auto-mode") return [];
    return [
      error(
        ["eks", "autoMode"],
        'must not be "off" with autoscaling "auto-provisioning" by "auto-mode"; name what is to make nodes instead',
      ),
    ];
  },

  /** [Karpenter] the controller runs on a node that it does not make, or on Fargate; its chart tolerates CriticalAddonsOnly. */
  "karpenter-has-home"(cluster) {
    const { nodeGroups, eks } = cluster;
    if (!computeOf(cluster).karpenter || !isKnown(nodeGroups)) return [];
    const { namespace } = karpenterAccount;
    const labels = { "app.kubernetes.io/name": "karpenter", "app.kubernetes.io/instance": "karpenter" };
    if (nodeGroups.some(takesPodsAtStart)) return [];
    if (entries(eks?.fargateProfiles).some(([, profile]) => selects(profile, namespace, labels))) return [];
    return [
      error(
        ["nodeGroups"],
        "there is no place for Karpenter to run: one group must have at least one node and no taint NoSchedule or NoExecute " +
          `but CriticalAddonsOnly, or a profile in eks.fargateProfiles must select the namespace ${namespace}`,
      ),
    ];
  },

  /** [Karpenter], [EKS user guide] Auto Mode: neither touches Auto Scaling groups. */
  "groups-keep-their-size"(cluster) {
    if (cluster.autoscaling !== "auto-provisioning") return [];
    return forEachGroup(cluster, ({ size }, group) => {
      if (!isKnown(size) || typeof size !== "object" || !isWhole(size.min, 0) || size.min === size.max)
        return [];
      return [
        warning(
          [...group, "size"],
          `nobody changes the number of nodes of this group with autoscaling "auto-provisioning", which makes nodes beside ` +
            `it: it stays at ${size.min}; give a fixed size`,
        ),
      ];
    });
  },

  /** [EKS user guide] Auto Mode: pod network, DNS, block storage and the pod identity agent are part of it; other storage is not. */
  "add-ons-of-auto-mode"(cluster) {
    if (!isKnown(cluster.nodeGroups) || computeOf(cluster).addOns || !isKnown(cluster.eks?.addOns)) return [];
    const own = (Object.keys(cluster.eks.addOns) as (keyof EksAddOnsSpec)[]).filter((name) =>
      addOnsInAutoMode.includes(name),
    );
    return own.map((name) =>
      error(
        ["eks", "addOns", name],
        "has no effect: EKS Auto Mode brings what this does, and there are neither node groups nor Fargate profiles; leave it out",
      ),
    );
  },

  /** [EKS user guide] Auto Mode: its own pools use the default NodeClass, which takes the cluster's subnets. */
  "auto-mode-subnets"(cluster) {
    if (cluster.network?.existing?.controlPlaneSubnetIds === undefined) return [];
    if (!isKnown(cluster.nodeGroups) || !hasAutoModePools(computeOf(cluster))) return [];
    return [
      error(
        ["network", "existing", "controlPlaneSubnetIds"],
        "must be left out with pools of EKS Auto Mode: their nodes are where the control plane is, both in nodeSubnets; or " +
          "set eks.autoProvisioning.pools to [] and choose subnets in a NodeClass",
      ),
    ];
  },

  /** [EKS user guide] "Amazon EKS Auto Mode cluster IAM role": it needs four policies more. */
  "auto-mode-role"(cluster) {
    const { eks, nodeGroups } = cluster;
    if (eks?.clusterRoleArn === undefined || !isKnown(nodeGroups)) return [];
    const { autoMode = "off" } = computeOf(cluster);
    if (autoMode === "off") return [];
    return [
      warning(
        ["eks", "clusterRoleArn"],
        "an existing role must have the policies AmazonEKSComputePolicy, AmazonEKSBlockStoragePolicy, " +
          "AmazonEKSLoadBalancingPolicy and AmazonEKSNetworkingPolicy, and trust sts:TagSession, for EKS Auto Mode",
      ),
    ];
  },

  /** [EKS API] compute, block storage and load balancing of Auto Mode are on or off together. */
  "auto-mode-storage"(cluster) {
    if (cluster.storage?.block !== false || !isKnown(cluster.nodeGroups)) return [];
    const { autoMode = "off" } = computeOf(cluster);
    if (autoMode === "off") return [];
    return [
      warning(
        ["storage", "block"],
        "EKS Auto Mode brings block storage for its nodes in any case; leave this out",
      ),
    ];
  },
});
