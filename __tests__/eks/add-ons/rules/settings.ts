import type { EksAddOnsSpec } from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, group, variable, withAddOns } from "../../rule-support";

const cni = (configuration: Readonly<Record<string, unknown>>): EksAddOnsSpec => ({
  "vpc-cni": { configuration },
});
const podInterfaces = cni({ env: { ENABLE_POD_ENI: "true" } });
const role = "arn:aws:iam::111122223333:role/cluster";
const system = { name: "system", selectors: [{ namespace: "kube-system" }] };
const at = "eks.addOns.vpc-cni.configuration.env.ENABLE_POD_ENI";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/add-ons/setting-machine-types",
    passes: [
      ["machines with a trunk interface (amazon-vpc-cni-k8s #1505)", withAddOns(podInterfaces)],
      [
        "the setting switched off",
        {
          ...withAddOns(cni({ env: { ENABLE_POD_ENI: "false" } })),
          nodeGroups: [group({ machineTypes: ["t3.large"] })],
        },
      ],
      [
        "Windows nodes, which have no such pods",
        {
          ...withAddOns(podInterfaces),
          nodeGroups: [
            group(),
            group({ name: "windows", machineTypes: ["t3.large"], image: { family: "windows" } }),
          ],
        },
      ],
      [
        "machine types that only Terraform or EC2 Auto Scaling knows",
        {
          ...withAddOns(podInterfaces),
          nodeGroups: [
            group({ machineTypes: [variable] }),
            group({
              name: "own",
              kind: "self-managed",
              machineTypes: [],
              machines: { vcpus: { min: 4 }, memoryGiB: { min: 16 } },
            }),
          ],
        },
      ],
      ["no node group", { ...withAddOns(podInterfaces), nodeGroups: [], autoscaling: "none" }],
    ],
    fails: [
      [
        "only machines without a trunk interface (amazon-vpc-cni-k8s #1505)",
        { ...withAddOns(podInterfaces), nodeGroups: [group({ machineTypes: ["t3.large", "t3a.large"] })] },
        `error ${at}: pods with a security group would run nowhere: no node group has a machine type with a trunk interface, ` +
          "such as m7i.large; types of the families t3, t3a and t4g have none",
      ],
      [
        "one group without them, by an old family and a type",
        {
          ...withAddOns(cni({ env: { ENABLE_POD_ENI: true } })),
          nodeGroups: [group(), group({ name: "old", machineTypes: ["m4.large", "i4i.large", "m5.large"] })],
        },
        "warning nodeGroups[1].machineTypes[0]: m4.large has no trunk interface: pods with a security group (ENABLE_POD_ENI) do " +
          "not run on its nodes",
        "warning nodeGroups[1].machineTypes[1]: i4i.large has no trunk interface: pods with a security group (ENABLE_POD_ENI) do " +
          "not run on its nodes",
      ],
    ],
  },
  {
    rule: "eks/add-ons/setting-cluster-role",
    passes: [
      ["a new role", withAddOns(podInterfaces)],
      ["an existing role and no such setting", cluster({ eks: { clusterRoleArn: role } })],
    ],
    fails: [
      [
        "an existing role",
        cluster({ eks: { clusterRoleArn: role, addOns: podInterfaces } }),
        `warning ${at}: needs the policy AmazonEKSVPCResourceController on the role of eks.clusterRoleArn, which is not changed`,
      ],
      [
        "an existing role, and addresses of Windows pods",
        cluster({ eks: { clusterRoleArn: role, addOns: cni({ enableWindowsIpam: "true" }) } }),
        "warning eks.addOns.vpc-cni.configuration.enableWindowsIpam: needs the policy AmazonEKSVPCResourceController on the role of " +
          "eks.clusterRoleArn, which is not changed",
      ],
    ],
  },
  {
    rule: "eks/add-ons/setting-other-field",
    passes: [
      [
        "CoreDNS on Fargate with a profile for it",
        cluster({
          eks: {
            fargateProfiles: [system],
            addOns: { coredns: { configuration: { computeType: "Fargate" } } },
          },
        }),
      ],
      [
        "hybrid nodes",
        cluster({
          eks: {
            remoteNetworks: { nodeCidrs: ["10.200.0.0/16"] },
            addOns: {
              "eks-pod-identity-agent": { configuration: { daemonsets: { hybrid: { create: true } } } },
            },
          } as never,
        }),
      ],
      [
        "snapshots",
        cluster({
          storage: { snapshots: true },
          eks: {
            addOns: {
              "aws-ebs-csi-driver": { configuration: { sidecars: { snapshotter: { forceEnable: true } } } },
            },
          },
        }),
      ],
      ["a reference", withAddOns({ coredns: { configuration: { computeType: variable } } })],
    ],
    fails: [
      [
        "CoreDNS on Fargate without a profile for it",
        withAddOns({ coredns: { configuration: { computeType: "Fargate" } } }),
        "error eks.addOns.coredns.configuration.computeType: CoreDNS would run nowhere: no profile of eks.fargateProfiles selects its " +
          "pods in kube-system",
      ],
      [
        "CoreDNS on nodes that do not exist",
        cluster({
          nodeGroups: [],
          autoscaling: "none",
          storage: { block: false },
          eks: { fargateProfiles: [system], addOns: { coredns: { configuration: { computeType: "ec2" } } } },
        }),
        'error eks.addOns.coredns.configuration.computeType: CoreDNS would run nowhere: it runs on Fargate here, which needs "Fargate"; ' +
          "omit the setting",
      ],
      [
        "settings of what the file does not have",
        withAddOns({
          "eks-pod-identity-agent": { configuration: { daemonsets: { hybrid: { create: true } } } },
          "aws-ebs-csi-driver": { configuration: { sidecars: { snapshotter: { forceEnable: true } } } },
          ...cni({ env: { ENABLE_V6_EGRESS: "true" } }),
        }),
        "error eks.addOns.eks-pod-identity-agent.configuration.daemonsets.hybrid.create: has no effect without hybrid nodes: set " +
          "eks.remoteNetworks, or omit the setting",
        "error eks.addOns.aws-ebs-csi-driver.configuration.sidecars.snapshotter.forceEnable: needs storage.snapshots, which installs " +
          "the definitions that the snapshotter reads at its start",
        "error eks.addOns.vpc-cni.configuration.env.ENABLE_V6_EGRESS: has no effect: nodes of a new IPv4 network have no IPv6 " +
          "addresses; omit the setting",
      ],
    ],
  },
  {
    rule: "eks/add-ons/setting-service-account",
    passes: [
      [
        "its own name",
        withAddOns({
          "aws-ebs-csi-driver": {
            configuration: { controller: { serviceAccount: { name: "ebs-csi-controller-sa" } } },
          },
        }),
      ],
    ],
    fails: [
      [
        "another account",
        withAddOns({
          "aws-ebs-csi-driver": {
            configuration: { controller: { serviceAccount: { name: "storage", create: false } } },
          },
        }),
        "error eks.addOns.aws-ebs-csi-driver.configuration.controller.serviceAccount.name: must be ebs-csi-controller-sa, whose pods " +
          'get the role of the add-on, got "storage"; omit it',
        "error eks.addOns.aws-ebs-csi-driver.configuration.controller.serviceAccount.create: must be true: the add-on creates " +
          "ebs-csi-controller-sa, whose pods get its role; omit it",
      ],
      [
        "another role",
        withAddOns(cni({ serviceAccount: { annotations: { "eks.amazonaws.com/role-arn": role } } })),
        'error eks.addOns.vpc-cni.configuration.serviceAccount.annotations["eks.amazonaws.com/role-arn"]: is a second role for aws-node, ' +
          "which already gets the role of the add-on; omit it",
      ],
    ],
  },
];
