import type { EksAutoProvisioningSpec, EksClusterProps, EksOptions } from "../../../../modules/eks/spec";
import { admin, cluster, type EksRuleCases, existing, group, variable } from "../../rule-support";

const home = group({ name: "system", size: 2 });

const withKarpenter = (patch: Partial<EksClusterProps> = {}): EksClusterProps =>
  cluster({ autoscaling: "auto-provisioning", nodeGroups: [home], ...patch });

const withAutoMode = (
  patch: Partial<EksClusterProps> = {},
  { pools, ...eks }: EksOptions & Pick<EksAutoProvisioningSpec, "pools"> = {},
): EksClusterProps =>
  cluster({
    autoscaling: "auto-provisioning",
    nodeGroups: [],
    eks: { autoProvisioning: { by: "auto-mode", pools }, ...eks },
    ...patch,
  });

const profile = { name: "karpenter", selectors: [{ namespace: "kube-system" }] };
const noNodes =
  "error nodeGroups: no node is available for Karpenter: one group must have at least one node and no taint " +
  "NoSchedule or NoExecute other than CriticalAddonsOnly, or a profile in eks.fargateProfiles must select the " +
  "namespace kube-system";
const roleNeeds =
  "warning eks.clusterRoleArn: an existing role must have the policies AmazonEKSComputePolicy, AmazonEKSBlockStoragePolicy, AmazonEKSLoadBalancingPolicy and AmazonEKSNetworkingPolicy, and trust sts:TagSession, for EKS Auto Mode";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/autoscaling/auto-provisioning-used",
    passes: [
      ["auto-provisioning", withAutoMode()],
      ["nothing of it", cluster({ autoscaling: "none" })],
    ],
    fails: [
      [
        "another autoscaling",
        cluster({ autoscaling: "none", eks: { autoProvisioning: { by: "karpenter" } } }),
        'error eks.autoProvisioning: has no effect with autoscaling "none"; set autoscaling to "auto-provisioning", or ' +
          "omit this field",
      ],
      [
        "the default",
        cluster({ eks: { autoProvisioning: {} } }),
        'error eks.autoProvisioning: has no effect with autoscaling "cluster-autoscaler"; set autoscaling to ' +
          '"auto-provisioning", or omit this field',
      ],
    ],
  },
  {
    rule: "eks/autoscaling/provisioned-capacity",
    passes: [
      ["nodes", withKarpenter({ eks: { autoProvisioning: { plannedNodes: 20 } } })],
      [
        "nodes of a type",
        withKarpenter({ eks: { autoProvisioning: { plannedNodes: 1, largestMachineType: "m7i.4xlarge" } } }),
      ],
      ["what comes later", withKarpenter({ eks: { autoProvisioning: { plannedNodes: variable } } })],
    ],
    fails: [
      [
        "no node",
        withKarpenter({ eks: { autoProvisioning: { plannedNodes: 0 } } }),
        "error eks.autoProvisioning.plannedNodes: must be a whole number of at least 1, got 0",
      ],
      [
        "a type that is none",
        withKarpenter({ eks: { autoProvisioning: { plannedNodes: 5, largestMachineType: "large" } } }),
        'error eks.autoProvisioning.largestMachineType: must be an EC2 instance type such as m7i.large, got "large"',
      ],
      [
        "a type of no nodes",
        withKarpenter({ eks: { autoProvisioning: { largestMachineType: "m7i.large" } } }),
        "error eks.autoProvisioning.largestMachineType: needs plannedNodes; set the number of nodes",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/auto-mode-pools",
    passes: [
      ["both", withAutoMode({}, { pools: ["system", "general-purpose"] })],
      ["none", withAutoMode({}, { pools: [] })],
    ],
    fails: [
      [
        "one twice",
        withAutoMode({}, { pools: ["system", "system"] }),
        'error eks.autoProvisioning.pools[1]: "system" is a duplicate of [0]',
      ],
      [
        "pools of Karpenter",
        withKarpenter({ eks: { autoProvisioning: { pools: ["system"] } } }),
        'error eks.autoProvisioning.pools: needs by "auto-mode", got "karpenter": pools of Karpenter are objects in the ' +
          "cluster",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/auto-mode-not-contradictory",
    passes: [
      ["off, for the Cluster Autoscaler", cluster({ eks: { autoMode: "off" } })],
      ["off, for Karpenter", withKarpenter({ eks: { autoMode: "off" } })],
      ["on", withAutoMode()],
    ],
    fails: [
      [
        "both",
        withAutoMode({}, { autoMode: "off" }),
        'error eks.autoMode: must not be "off" with autoscaling "auto-provisioning" by "auto-mode"; omit it, or set ' +
          "another value of autoscaling",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/karpenter-needs-nodes",
    passes: [
      ["a group", withKarpenter()],
      [
        "a group for add-ons",
        withKarpenter({
          nodeGroups: [{ ...home, taints: [{ key: "CriticalAddonsOnly", effect: "NoSchedule" }] }],
        }),
      ],
      ["Fargate", withKarpenter({ nodeGroups: [], eks: { fargateProfiles: [profile] } })],
      [
        "Fargate, by label",
        withKarpenter({
          nodeGroups: [],
          eks: {
            fargateProfiles: [
              {
                name: "k",
                selectors: [{ namespace: "kube-*", labels: { "app.kubernetes.io/name": "karpenter" } }],
              },
            ],
          },
        }),
      ],
      ["Auto Mode, which brings it", withAutoMode()],
    ],
    fails: [
      ["nothing", withKarpenter({ nodeGroups: [] }), noNodes],
      ["an empty group", withKarpenter({ nodeGroups: [group({ size: { min: 0, max: 3 } })] }), noNodes],
      [
        "a tainted group",
        withKarpenter({ nodeGroups: [{ ...home, taints: [{ key: "gpu", effect: "NoSchedule" }] }] }),
        noNodes,
      ],
      [
        "another namespace on Fargate",
        withKarpenter({
          nodeGroups: [],
          eks: { fargateProfiles: [{ name: "p", selectors: [{ namespace: "default" }] }] },
        }),
        noNodes,
      ],
    ],
  },
  {
    rule: "eks/autoscaling/size-fixed-with-auto-provisioning",
    passes: [
      ["a fixed size", withKarpenter()],
      ["a range with the Cluster Autoscaler", cluster()],
    ],
    fails: [
      [
        "a range",
        withKarpenter({ nodeGroups: [group({ size: { min: 2, max: 5 } })] }),
        'warning nodeGroups[0].size: autoscaling "auto-provisioning" does not resize node groups: size.max has no ' +
          "effect, and the group stays at 2; set a fixed size",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/auto-mode-add-ons",
    passes: [
      ["none", withAutoMode()],
      ["node groups in addition", withAutoMode({ nodeGroups: [home] }, { addOns: { coredns: {} } })],
      [
        "one that storage brings in any case",
        withAutoMode(
          { storage: { lustre: { sizeGiB: 1200 } } },
          { addOns: { "aws-fsx-csi-driver": { version: "latest" } } },
        ),
      ],
    ],
    fails: [
      [
        "the driver of block storage, which Auto Mode brings",
        withAutoMode({}, { addOns: { "aws-ebs-csi-driver": {} } }),
        "error eks.addOns.aws-ebs-csi-driver: has no effect: EKS Auto Mode contains this add-on, and the cluster has no " +
          "other nodes; omit it",
      ],
      [
        "settings of an add-on that is not installed",
        withAutoMode({}, { addOns: { coredns: { version: "latest" } } }),
        "error eks.addOns.coredns: has no effect: EKS Auto Mode contains this add-on, and the cluster has no other " +
          "nodes; omit it",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/auto-mode-subnets",
    passes: [
      ["node subnets alone", withAutoMode({ network: { existing } })],
      [
        "custom pools",
        withAutoMode(
          { network: { existing: { ...existing, controlPlaneSubnetIds: ["subnet-1", "subnet-2"] } } },
          { pools: [] },
        ),
      ],
    ],
    fails: [
      [
        "subnets of the control plane",
        withAutoMode({
          network: { existing: { ...existing, controlPlaneSubnetIds: ["subnet-1", "subnet-2"] } },
        }),
        "error network.existing.controlPlaneSubnetIds: must be omitted with pools of EKS Auto Mode: their nodes use the " +
          "subnets of the control plane, which are then nodeSubnets; or set eks.autoProvisioning.pools to [] and choose " +
          "subnets in a NodeClass",
      ],
    ],
  },
  {
    rule: "eks/autoscaling/auto-mode-role",
    passes: [
      ["a new role", withAutoMode()],
      ["an existing one without Auto Mode", withKarpenter({ eks: { clusterRoleArn: admin } })],
      ["an existing one after it", cluster({ eks: { clusterRoleArn: admin, autoMode: "off" } })],
    ],
    fails: [["an existing one", withAutoMode({}, { clusterRoleArn: admin }), roleNeeds]],
  },
  {
    rule: "eks/autoscaling/auto-mode-storage",
    passes: [
      ["nothing set", withAutoMode()],
      ["none without Auto Mode", cluster({ storage: { block: false } })],
    ],
    fails: [
      [
        "none",
        withAutoMode({ storage: { block: false } }),
        "warning storage.block: EKS Auto Mode always provides block storage to its nodes; omit this field",
      ],
    ],
  },
];
