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
import { defaults } from "../../fields.generated";
import { architectureOf } from "../../../aws/machine-types";
import { karpenterAccount } from "../../identity/service-accounts";
import type { EksClusterProps } from "../../spec";
import { selects } from "../../node-groups/fargate-selectors";
import { takesPodsAtStart } from "../../node-groups/placement";

const path = ["eks", "autoProvisioning"];

export const rules = defineRules<EksClusterProps>("eks/autoscaling", {
  /**
   * `eks.autoProvisioning` is set only with `autoscaling: auto-provisioning`.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "auto-provisioning-used"({ autoscaling = defaults["autoscaling"], eks }) {
    if (!isKnown(eks?.autoProvisioning) || !isKnown(autoscaling) || autoscaling === "auto-provisioning")
      return [];
    return [
      error(
        path,
        `has no effect with autoscaling ${shown(autoscaling)}; set autoscaling to "auto-provisioning", or omit this field`,
      ),
    ];
  },

  /**
   * `pools` belong to Auto Mode, each listed once.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_ComputeConfigRequest.html
   */
  "auto-mode-pools"({ eks }) {
    const { by = defaults["eks.autoProvisioning.by"], pools } = eks?.autoProvisioning ?? {};
    if (!isKnown(pools) || !isKnown(by)) return [];
    if (by !== "auto-mode") {
      return [
        error(
          [...path, "pools"],
          `needs by "auto-mode", got ${shown(by)}: pools of Karpenter are objects in the cluster`,
        ),
      ];
    }
    return repeated(knownEntries(pools)).map(({ index, value, first }) =>
      error([...path, "pools", index], `${shown(value)} is a duplicate of [${first}]`),
    );
  },

  /**
   * `plannedNodes` is a positive number and `largestMachineType` an EC2 instance type.
   *
   * @remarks Decision of this project: the two values only feed the capacity plan.
   */
  "provisioned-capacity"({ eks }) {
    const { plannedNodes: nodes, largestMachineType: type } = eks?.autoProvisioning ?? {};
    return [
      ...(isKnown(nodes) && !isWhole(nodes, 1)
        ? [error([...path, "plannedNodes"], `must be a whole number of at least 1, got ${shown(nodes)}`)]
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
        ? [error([...path, "largestMachineType"], "needs plannedNodes; set the number of nodes")]
        : []),
    ];
  },

  /**
   * `autoMode: off` is not combined with automatic provisioning by Auto Mode.
   *
   * @remarks Decision of this project: two fields must not contradict each other.
   */
  "auto-mode-not-contradictory"({ autoscaling, eks }) {
    if (eks?.autoMode !== "off" || autoscaling !== "auto-provisioning") return [];
    if (eks.autoProvisioning?.by !== "auto-mode") return [];
    return [
      error(
        ["eks", "autoMode"],
        'must not be "off" with autoscaling "auto-provisioning" by "auto-mode"; omit it, or set another value of ' +
          "autoscaling",
      ),
    ];
  },

  /**
   * Karpenter has nodes to run on that it does not create: a node group, or a Fargate profile. Its chart tolerates
   * `CriticalAddonsOnly`.
   *
   * @see https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/
   */
  "karpenter-needs-nodes"(cluster) {
    const { nodeGroups, eks } = cluster;
    if (!computeOf(cluster).karpenter || !isKnown(nodeGroups)) return [];
    const { namespace } = karpenterAccount;
    const labels = { "app.kubernetes.io/name": "karpenter", "app.kubernetes.io/instance": "karpenter" };
    if (nodeGroups.some(takesPodsAtStart)) return [];
    if (entries(eks?.fargateProfiles).some(([, profile]) => selects(profile, namespace, labels))) return [];
    return [
      error(
        ["nodeGroups"],
        "no node is available for Karpenter: one group must have at least one node and no taint NoSchedule or NoExecute " +
          `other than CriticalAddonsOnly, or a profile in eks.fargateProfiles must select the namespace ${namespace}`,
      ),
    ];
  },

  /**
   * Node groups have a fixed size with automatic provisioning. Neither Karpenter nor Auto Mode changes the size of a
   * group.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/autoscaling.html
   */
  "size-fixed-with-auto-provisioning"(cluster) {
    if (cluster.autoscaling !== "auto-provisioning") return [];
    return forEachGroup(cluster, ({ size }, group) => {
      if (!isKnown(size) || typeof size !== "object" || !isWhole(size.min, 0) || size.min === size.max)
        return [];
      return [
        warning(
          [...group, "size"],
          'autoscaling "auto-provisioning" does not resize node groups: size.max has no effect, and the group stays at ' +
            `${size.min}; set a fixed size`,
        ),
      ];
    });
  },

  /**
   * Add-ons that Auto Mode contains are not configured in a cluster of Auto Mode only.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
   */
  "auto-mode-add-ons"(cluster) {
    if (!isKnown(cluster.nodeGroups) || computeOf(cluster).addOns || !isKnown(cluster.eks?.addOns)) return [];
    const own = Object.keys(cluster.eks.addOns).filter((name) =>
      addOnsInAutoMode.some((contained) => contained === name),
    );
    return own.map((name) =>
      error(
        ["eks", "addOns", name],
        "has no effect: EKS Auto Mode contains this add-on, and the cluster has no other nodes; omit it",
      ),
    );
  },

  /**
   * The control plane uses the node subnets with the pools of Auto Mode: their default NodeClass takes the subnets of the
   * cluster.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
   */
  "auto-mode-subnets"(cluster) {
    if (cluster.network?.existing?.controlPlaneSubnetIds === undefined) return [];
    if (!isKnown(cluster.nodeGroups) || !hasAutoModePools(computeOf(cluster))) return [];
    return [
      error(
        ["network", "existing", "controlPlaneSubnetIds"],
        "must be omitted with pools of EKS Auto Mode: their nodes use the subnets of the control plane, which are then " +
          "nodeSubnets; or set eks.autoProvisioning.pools to [] and choose subnets in a NodeClass",
      ),
    ];
  },

  /**
   * An existing cluster role has the policies that Auto Mode needs.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html
   */
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

  /**
   * Block storage is not disabled with Auto Mode, which always provides it to its nodes.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
   */
  "auto-mode-storage"(cluster) {
    if (cluster.storage?.block !== false || !isKnown(cluster.nodeGroups)) return [];
    const { autoMode = "off" } = computeOf(cluster);
    if (autoMode === "off") return [];
    return [
      warning(
        ["storage", "block"],
        "EKS Auto Mode always provides block storage to its nodes; omit this field",
      ),
    ];
  },
});
