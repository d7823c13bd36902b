/** The core add-ons, by their names in EKS. */
export interface EksAddOnsSpec {
  /** Network of pods. */
  readonly "vpc-cni"?: EksAddOnSpec;
  /** Service networking on each node. */
  readonly "kube-proxy"?: EksAddOnSpec;
  /** DNS inside the cluster. */
  readonly coredns?: EksAddOnSpec;
  /** Credentials of pods. */
  readonly "eks-pod-identity-agent"?: EksAddOnSpec;
  /** EBS volumes of pods. Needs `storage.block`. */
  readonly "aws-ebs-csi-driver"?: EksAddOnSpec;
  /** EFS file systems of pods. Needs `storage.file`. */
  readonly "aws-efs-csi-driver"?: EksAddOnSpec;
  /** Lustre file systems of pods. Needs `storage.lustre`. */
  readonly "aws-fsx-csi-driver"?: EksAddOnSpec;
  /** S3 buckets as file systems. Needs `storage.object`. */
  readonly "aws-mountpoint-s3-csi-driver"?: EksAddOnSpec;
  /** Snapshots of volumes. Needs `storage.snapshots`. */
  readonly "snapshot-controller"?: EksAddOnSpec;
}

/** An add-on, by its name in EKS. */
export type EksAddOnName = keyof EksAddOnsSpec;

/** Version and settings of an add-on. */
export interface EksAddOnSpec {
  /**
   * Version, such as `v1.21.1-eksbuild.1`. `latest` reads the newest compatible version in each plan. If omitted, the version to
   * which this version of the library is pinned.
   */
  readonly version?: string;

  /** Settings in the schema of the add-on (`aws eks describe-addon-configuration`). */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/**
 * EKS capabilities: controllers that run in the account of AWS and act in the cluster. Each has a separate role. Resources that a
 * controller created in the cluster remain when its capability is removed.
 */
export interface EksCapabilitiesSpec {
  /** AWS Controllers for Kubernetes: AWS resources as Kubernetes objects. */
  readonly ack?: EksCapabilitySpec;

  /** Kube Resource Orchestrator: several objects as one. */
  readonly kro?: EksCapabilitySpec;

  /** Argo CD deploys the content of Git repositories to the cluster. Users sign in through AWS IAM Identity Center. */
  readonly argocd?: EksArgoCdSpec;
}

/** A capability of EKS. */
export interface EksCapabilitySpec {
  /**
   * ARNs of policies for the role of the capability: the permissions of the controller in AWS.
   *
   * @default []
   * @literal shape
   * @change in-place
   */
  readonly policyArns?: readonly string[];
}

/** Argo CD as a capability of EKS. */
export interface EksArgoCdSpec extends EksCapabilitySpec {
  /**
   * ARN of the instance of IAM Identity Center, `arn:aws:sso:::instance/ssoins-…`.
   *
   * @change replace the capability
   */
  readonly identityCenterArn: string;

  /**
   * Region of the instance. If omitted, that of the cluster.
   *
   * @change replace the capability
   */
  readonly identityCenterRegion?: string;

  /**
   * Namespace of the objects of Argo CD.
   *
   * @default "argocd"
   * @change replace the capability
   */
  readonly namespace?: string;

  /**
   * Ids of users and groups in Identity Center, by their role in Argo CD. By default no user has a role.
   *
   * @default []
   * @change in-place
   */
  readonly access?: readonly EksArgoCdAccess[];

  /**
   * Ids of VPC endpoints. Argo CD is then reachable only through them. If omitted, it is public, with sign-in.
   *
   * @change in-place
   */
  readonly vpcEndpointIds?: readonly string[];
}

/** Users and groups with a role in Argo CD, at least one of them. */
export interface EksArgoCdAccess {
  /** Role, by its name in Argo CD. */
  readonly role: "ADMIN" | "EDITOR" | "VIEWER";

  /**
   * Ids of users in Identity Center.
   *
   * @literal shape
   */
  readonly users?: readonly string[];

  /**
   * Ids of groups in Identity Center.
   *
   * @literal shape
   */
  readonly groups?: readonly string[];
}
