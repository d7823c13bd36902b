import type { EksClusterProps } from "../../../../modules/eks/spec";
import { admin, cluster, type EksRuleCases, existing, group } from "../../rule-support";

const ofNodes: Partial<EksClusterProps> = {
  network: {
    podAddresses: "prefixes",
    podCidr: "100.64.0.0/16",
    nodeRules: "restricted",
    webhookPorts: [8443],
  },
  storage: { block: { defaultClass: true } },
  eks: {
    sessionManager: true,
    nodeRolePolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
    nodeRoleArn: admin,
  },
};
const effectless = (field: string) =>
  `warning ${field}: has no effect: the cluster has no node groups and no Karpenter; EKS configures nodes of Auto Mode, and pods on ` +
  "Fargate";
const autoMode: Partial<EksClusterProps> = { nodeGroups: [], autoscaling: "auto-provisioning" };

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/field-has-nodes",
    passes: [
      ["node groups", cluster(ofNodes)],
      ["nodes of Karpenter", cluster({ ...autoMode, ...ofNodes })],
      [
        "the defaults",
        cluster({
          ...autoMode,
          network: { podAddresses: "secondary-ips", nodeRules: "standard", webhookPorts: [] },
          eks: { autoProvisioning: { by: "auto-mode" }, sessionManager: false },
        }),
      ],
    ],
    fails: [
      [
        "EKS Auto Mode alone",
        cluster({ ...ofNodes, ...autoMode, eks: { ...ofNodes.eks, autoProvisioning: { by: "auto-mode" } } }),
        effectless("network.podAddresses"),
        effectless("network.podCidr"),
        effectless("network.nodeRules"),
        effectless("network.webhookPorts"),
        effectless("storage.block.defaultClass"),
        effectless("eks.sessionManager"),
        effectless("eks.nodeRolePolicyArns"),
        effectless("eks.nodeRoleArn"),
      ],
      [
        "Fargate alone",
        cluster({
          nodeGroups: [],
          autoscaling: "none",
          network: { existing: { ...existing, podSubnets: [] } },
          eks: { fargateProfiles: [{ name: "all", selectors: [{ namespace: "*" }] }] },
        }),
        effectless("network.existing.podSubnets"),
      ],
    ],
  },
  {
    rule: "eks/node-groups/node-policies-have-role",
    passes: [
      [
        "a new role",
        cluster({
          eks: { sessionManager: true, nodeRolePolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
        }),
      ],
      [
        "a self-managed group, which has a separate role",
        cluster({
          nodeGroups: [group(), group({ name: "own", kind: "self-managed" })],
          eks: { sessionManager: true, nodeRoleArn: admin },
        }),
      ],
    ],
    fails: [
      [
        "an existing role",
        cluster({ eks: { sessionManager: true, nodeRoleArn: admin } }),
        "warning eks.sessionManager: has no effect: all nodes have the existing role of eks.nodeRoleArn, which is not changed; attach " +
          "AmazonSSMManagedInstanceCore to it, and omit the field",
      ],
      [
        "an existing role, and policies for it",
        cluster({
          eks: {
            nodeRoleArn: admin,
            nodeRolePolicyArns: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"],
          },
        }),
        "warning eks.nodeRolePolicyArns: has no effect: all nodes have the existing role of eks.nodeRoleArn, which is not changed; " +
          "attach the policies to it, and omit the field",
      ],
    ],
  },
  {
    rule: "eks/node-groups/termination-handler-has-groups",
    passes: [
      [
        "a self-managed group",
        cluster({
          nodeGroups: [group(), group({ name: "own", kind: "self-managed" })],
          eks: { nodeTerminationHandler: true },
        }),
      ],
      ["no handler", cluster({ eks: { nodeTerminationHandler: false } })],
    ],
    fails: [
      [
        "managed groups only",
        cluster({ eks: { nodeTerminationHandler: true } }),
        "warning eks.nodeTerminationHandler: has no effect: no group is self-managed, and managed node groups, Karpenter and Auto Mode drain " +
          "nodes themselves; omit it",
      ],
    ],
  },
];
