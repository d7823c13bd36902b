/** Facts of EKS as tables. Sources: the EKS user guide and API reference. */

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_LogSetup.html */
export const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

/** Service principals that the roles given to EKS must trust. */
export const TRUSTED_BY = {
  cluster: "eks.amazonaws.com",
  nodes: "ec2.amazonaws.com",
  fargatePods: "eks-fargate-pods.amazonaws.com",
  capabilities: "capabilities.eks.amazonaws.com",
} as const;

/** https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
export const ACCESS_POLICIES: ReadonlySet<string> = new Set([
  "AmazonEKSAdminPolicy",
  "AmazonEKSAdminViewPolicy",
  "AmazonEKSAutoNodePolicy",
  "AmazonEKSClusterAdminPolicy",
  "AmazonEKSEditPolicy",
  "AmazonEKSSecretReaderPolicy",
  "AmazonEKSViewPolicy",
]);

/** Access entries of these types are for nodes: they accept no groups, no user name and no policies. */
export const NODE_ACCESS_ENTRY_TYPES: ReadonlySet<string> = new Set([
  "EC2",
  "EC2_LINUX",
  "EC2_WINDOWS",
  "FARGATE_LINUX",
  "HYBRID_LINUX",
]);

/** Authentication modes in the only order in which a cluster can move through them. */
export const AUTHENTICATION_MODES = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"] as const;

/** The architecture of each image type and how its AMIs are named. */
export const AMI_TYPES: Readonly<Record<string, { architecture: "x86_64" | "arm64"; image: string }>> = {
  AL2023_x86_64_STANDARD: { architecture: "x86_64", image: "amazon-eks-node-al2023-x86_64-standard" },
  AL2023_ARM_64_STANDARD: { architecture: "arm64", image: "amazon-eks-node-al2023-arm64-standard" },
  AL2023_x86_64_NVIDIA: { architecture: "x86_64", image: "amazon-eks-node-al2023-x86_64-nvidia" },
  AL2023_ARM_64_NVIDIA: { architecture: "arm64", image: "amazon-eks-node-al2023-arm64-nvidia" },
  AL2023_x86_64_NEURON: { architecture: "x86_64", image: "amazon-eks-node-al2023-x86_64-neuron" },
  BOTTLEROCKET_x86_64: { architecture: "x86_64", image: "bottlerocket-aws-k8s-x86_64" },
  BOTTLEROCKET_ARM_64: { architecture: "arm64", image: "bottlerocket-aws-k8s-aarch64" },
  BOTTLEROCKET_x86_64_FIPS: { architecture: "x86_64", image: "bottlerocket-aws-k8s-fips-x86_64" },
  BOTTLEROCKET_ARM_64_FIPS: { architecture: "arm64", image: "bottlerocket-aws-k8s-fips-aarch64" },
  BOTTLEROCKET_x86_64_NVIDIA: { architecture: "x86_64", image: "bottlerocket-aws-k8s-nvidia-x86_64" },
  WINDOWS_CORE_2019_x86_64: {
    architecture: "x86_64",
    image: "Windows_Server-2019-English-Core-EKS_Optimized",
  },
  WINDOWS_FULL_2019_x86_64: {
    architecture: "x86_64",
    image: "Windows_Server-2019-English-Full-EKS_Optimized",
  },
  WINDOWS_CORE_2022_x86_64: {
    architecture: "x86_64",
    image: "Windows_Server-2022-English-Core-EKS_Optimized",
  },
  WINDOWS_FULL_2022_x86_64: {
    architecture: "x86_64",
    image: "Windows_Server-2022-English-Full-EKS_Optimized",
  },
  BOTTLEROCKET_ARM_64_NVIDIA: { architecture: "arm64", image: "bottlerocket-aws-k8s-nvidia-aarch64" },
};

interface AddOnFacts {
  readonly version: string;
  readonly needsNodes: boolean;
  /** Labels of the pods of an add-on that can run on Fargate. */
  readonly onFargate?: Readonly<Record<string, string>>;
}

/** The default version of each add-on, and whether its pods need a node before it is ACTIVE. */
export const ADD_ONS: Readonly<Record<string, AddOnFacts>> = {
  "aws-ebs-csi-driver": { version: "v1.52.1-eksbuild.1", needsNodes: true },
  "aws-efs-csi-driver": { version: "v2.1.13-eksbuild.1", needsNodes: true },
  "aws-fsx-csi-driver": { version: "v1.7.0-eksbuild.1", needsNodes: true },
  "aws-mountpoint-s3-csi-driver": { version: "v2.1.0-eksbuild.1", needsNodes: true },
  coredns: {
    version: "v1.12.4-eksbuild.1",
    needsNodes: true,
    onFargate: { "k8s-app": "kube-dns", "eks.amazonaws.com/component": "coredns" },
  },
  "eks-node-monitoring-agent": { version: "v1.4.1-eksbuild.1", needsNodes: false },
  "eks-pod-identity-agent": { version: "v1.3.9-eksbuild.3", needsNodes: false },
  "kube-proxy": { version: "v1.34.0-eksbuild.4", needsNodes: false },
  "metrics-server": { version: "v0.8.0-eksbuild.2", needsNodes: true },
  "snapshot-controller": { version: "v8.3.0-eksbuild.1", needsNodes: true },
  "vpc-cni": { version: "v1.20.4-eksbuild.1", needsNodes: false },
};

/** The namespace of the service accounts of all add-ons above. */
export const ADD_ON_NAMESPACE = "kube-system";

/**
 * Settings that the launch template of a managed node group must not have.
 * https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export const FORBIDDEN_IN_LAUNCH_TEMPLATE = [
  "IamInstanceProfile",
  "HibernationOptions",
  "InstanceInitiatedShutdownBehavior",
  "DisableApiTermination",
] as const;

/** Default quotas: https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html */
export const QUOTAS = {
  nodesPerGroup: 450,
  groupsPerCluster: 30,
  fargateProfilesPerCluster: 10,
  selectorsPerProfile: 5,
  labelsPerSelector: 5,
} as const;
