/** Service accounts of programs that run in the cluster, and whose roles are created with it. Rules also read this file. */

export { fullName, type ServiceAccount } from "../../cluster/workload-names";

/** The Cluster Autoscaler, as its Helm chart installs it with these values. */
export const clusterAutoscalerAccount = {
  namespace: "kube-system",
  serviceAccount: "cluster-autoscaler",
} as const;

/** Karpenter, as its Helm chart installs it. */
export const karpenterAccount = { namespace: "kube-system", serviceAccount: "karpenter" } as const;

/** The AWS Node Termination Handler, as its Helm chart installs it. */
export const terminationHandlerAccount = {
  namespace: "kube-system",
  serviceAccount: "aws-node-termination-handler",
} as const;

/** The AWS Load Balancer Controller, as the documentation of its Helm chart installs it. */
export const loadBalancerControllerAccount = {
  namespace: "kube-system",
  serviceAccount: "aws-load-balancer-controller",
} as const;

/** ExternalDNS, as its EKS add-on installs it. */
export const externalDnsAccount = { namespace: "external-dns", serviceAccount: "external-dns" } as const;

/** The VPC CNI, as its EKS add-on installs it. */
export const vpcCniAccount = { namespace: "kube-system", serviceAccount: "aws-node" } as const;

/** The service accounts of drivers in `kube-system`, from their Helm charts. */
export const driverAccounts = {
  "aws-ebs-csi-driver": "ebs-csi-controller-sa",
  "aws-efs-csi-driver": "efs-csi-controller-sa",
  "aws-fsx-csi-driver": "fsx-csi-controller-sa",
  "aws-mountpoint-s3-csi-driver": "s3-csi-driver-sa",
} as const;

/** The service account of the part of the EFS driver that mounts file systems on nodes. */
export const fileMountAccount = { namespace: "kube-system", serviceAccount: "efs-csi-node-sa" } as const;
