import { type Path, warning } from "../../../cluster/problem";
import { defineRules, entries, isKnown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";
import { computeOf } from "../compute";
import { roleKindOf } from "../role-kinds";

/** Fields of nodes in node groups and of Karpenter's nodes. Auto Mode and Fargate do not use them. */
const ofNodes: readonly { readonly path: Path; readonly isSet: (cluster: EksClusterProps) => boolean }[] = [
  {
    path: ["network", "podAddresses"],
    isSet: ({ network }) => (network?.podAddresses ?? defaults["network.podAddresses"]) === "prefixes",
  },
  { path: ["network", "podCidr"], isSet: ({ network }) => network?.podCidr !== undefined },
  {
    path: ["network", "existing", "podSubnets"],
    isSet: ({ network }) => network?.existing?.podSubnets !== undefined,
  },
  {
    path: ["network", "nodeRules"],
    isSet: ({ network }) => (network?.nodeRules ?? defaults["network.nodeRules"]) === "restricted",
  },
  { path: ["network", "webhookPorts"], isSet: ({ network }) => entries(network?.webhookPorts).length > 0 },
  {
    path: ["storage", "block", "defaultClass"],
    isSet: ({ storage }) => typeof storage?.block === "object" && storage.block.defaultClass === true,
  },
  { path: ["eks", "sessionManager"], isSet: ({ eks }) => eks?.sessionManager === true },
  { path: ["eks", "nodeRolePolicyArns"], isSet: ({ eks }) => entries(eks?.nodeRolePolicyArns).length > 0 },
  { path: ["eks", "nodeRoleArn"], isSet: ({ eks }) => eks?.nodeRoleArn !== undefined },
];

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * Fields of nodes are set in clusters with node groups or Karpenter. EKS configures the nodes of Auto Mode, and pods on Fargate.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
   */
  "field-has-nodes"(cluster) {
    if (!isKnown(cluster.nodeGroups) || computeOf(cluster).nodes) return [];
    return ofNodes
      .filter(({ isSet }) => isSet(cluster))
      .map(({ path }) =>
        warning(
          path,
          "has no effect: the cluster has no node groups and no Karpenter; EKS configures nodes of Auto Mode, and pods on Fargate",
        ),
      );
  },

  /**
   * The Node Termination Handler has self-managed groups. Managed groups, Karpenter and Auto Mode drain nodes themselves.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
   */
  "termination-handler-has-groups"({ eks, nodeGroups }, { nodeGroupsMayFollow }) {
    if (eks?.nodeTerminationHandler !== true || nodeGroupsMayFollow || !isKnown(nodeGroups)) return [];
    const mayBeSelfManaged = ({ kind }: EksNodeGroupSpec) =>
      kind === "self-managed" || (kind !== undefined && !isKnown(kind));
    if (nodeGroups.some((group) => !isKnown(group) || mayBeSelfManaged(group))) return [];
    return [
      warning(
        ["eks", "nodeTerminationHandler"],
        "has no effect: no group is self-managed, and managed node groups, Karpenter and Auto Mode drain nodes themselves; omit it",
      ),
    ];
  },

  /**
   * `sessionManager` and `nodeRolePolicyArns` are set only if the cluster creates a role of nodes: an existing role is not changed.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
   */
  "node-policies-have-role"(cluster, { nodeGroupsMayFollow }) {
    const { eks = {}, nodeGroups } = cluster;
    if (eks.nodeRoleArn === undefined || !isKnown(nodeGroups)) return [];
    const { nodes, karpenter } = computeOf(cluster);
    const createsRole = karpenter || entries(nodeGroups).some(([, group]) => roleKindOf(group) !== "managed");
    if (!nodes || createsRole || nodeGroupsMayFollow) return [];
    const policies = {
      sessionManager: eks.sessionManager === true && "AmazonSSMManagedInstanceCore",
      nodeRolePolicyArns: entries(eks.nodeRolePolicyArns).length > 0 && "the policies",
    };
    return Object.entries(policies).flatMap(([field, missing]) =>
      missing === false
        ? []
        : [
            warning(
              ["eks", field],
              "has no effect: all nodes have the existing role of eks.nodeRoleArn, which is not changed; attach " +
                `${missing} to it, and omit the field`,
            ),
          ],
    );
  },
});
