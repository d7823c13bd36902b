import type { ClusterWithWorkloads } from "../../../modules/eks/workloads/programs";
import type { ClusterOutputs } from "../../../modules/eks/workloads/values";
import { cluster, group } from "../rule-support";

/** A cluster that has every controller but Karpenter. */
export const full: ClusterWithWorkloads = {
  ...cluster({
    loadBalancing: { controller: true, sharedSecurityGroup: true },
    dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
    nodeGroups: [group({ kind: "self-managed" })],
    eks: { nodeTerminationHandler: true },
  }),
  workloads: { programs: { "metrics-server": true, "cert-manager": {}, "external-secrets": true } },
};

/** The same with Karpenter instead of the Cluster Autoscaler. */
export const karpenter: ClusterWithWorkloads = { ...full, autoscaling: "auto-provisioning" };

/** Controllers whose charts allow it run on Fargate, with roles of annotations. */
export const onFargate: ClusterWithWorkloads = {
  ...karpenter,
  eks: { ...karpenter.eks, fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
  workloads: { programs: { "cert-manager": true } },
};

/** One node, next to nodes that repel the pods. */
export const oneNode: ClusterWithWorkloads = {
  ...full,
  loadBalancing: { controller: true },
  nodeGroups: [
    group({ size: 1 }),
    group({ name: "gpu", taints: [{ key: "nvidia.com/gpu", effect: "NoSchedule" }] }),
  ],
};

/** Outputs of the first stack as Terraform reads them. */
export const literalOutputs: ClusterOutputs = {
  ofVersion: (minor, derive) => derive(minor),
  endpoint: "https://0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com",
  vpcId: "vpc-0a1b2c3d4e5f67890",
  karpenterQueueName: "production-shop-karpenter",
  terminationQueueUrl: "https://sqs.eu-central-1.amazonaws.com/111122223333/production-shop-termination",
  loadBalancerGroupId: "sg-0a1b2c3d4e5f67890",
  roleArnOf: (account) => `arn:aws:iam::111122223333:role/${account.replace("/", "-")}`,
};
