/** The core add-ons, by the names that EKS gives them. */
export interface EksAddOnsSpec {
  /** Network interface for pods. */
  readonly "vpc-cni"?: EksAddOnSpec;
  /** Service networking on every node. */
  readonly "kube-proxy"?: EksAddOnSpec;
  /** Names inside the cluster. */
  readonly coredns?: EksAddOnSpec;
  /** Credentials for pods. */
  readonly "eks-pod-identity-agent"?: EksAddOnSpec;
  /** EBS volumes for pods; there while `storage.block` is. */
  readonly "aws-ebs-csi-driver"?: EksAddOnSpec;
  /** EFS file systems for pods; there while `storage.file` is. */
  readonly "aws-efs-csi-driver"?: EksAddOnSpec;
  /** Lustre file systems for pods; there while `storage.lustre` is. */
  readonly "aws-fsx-csi-driver"?: EksAddOnSpec;
  /** S3 buckets for pods; there while `storage.object` is. */
  readonly "aws-mountpoint-s3-csi-driver"?: EksAddOnSpec;
  /** Snapshots of volumes; there while `storage.snapshots` is. */
  readonly "snapshot-controller"?: EksAddOnSpec;
}

/** An add-on, by the name that EKS gives it. */
export type EksAddOnName = keyof EksAddOnsSpec;

/** Version and settings of an add-on. */
export interface EksAddOnSpec {
  /**
   * Version, e.g. `v1.21.1-eksbuild.1`; `latest` looks the newest compatible one up at every plan. Left out: the
   * version that this version of the library is pinned to.
   */
  readonly version?: string;

  /** Settings, as the add-on's own schema has them (`aws eks describe-addon-configuration`). */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/**
 * EKS capabilities: controllers that run in AWS' own account and act in the cluster. Each gets a role of its own. What
 * a controller made in the cluster stays when its capability is removed.
 */
export interface EksCapabilitiesSpec {
  /** AWS Controllers for Kubernetes: AWS resources as Kubernetes objects. */
  readonly ack?: EksCapabilitySpec;

  /** Kube Resource Orchestrator: several objects as one. */
  readonly kro?: EksCapabilitySpec;

  /** Argo CD: what is in Git comes into the cluster. People sign in through AWS IAM Identity Center. */
  readonly argocd?: EksArgoCdSpec;
}

/** A capability of EKS. */
export interface EksCapabilitySpec {
  /**
   * ARNs of policies for the capability's role: what the controller may do in AWS.
   *
   * @default []
   * @literal shape
   */
  readonly policyArns?: readonly string[];
}

/** Argo CD as a capability of EKS. */
export interface EksArgoCdSpec extends EksCapabilitySpec {
  /** ARN of the instance of IAM Identity Center, `arn:aws:sso:::instance/ssoins-…`. Immutable. */
  readonly identityCenterArn: string;

  /** Region of the instance. Left out: the cluster's. Immutable. */
  readonly identityCenterRegion?: string;

  /**
   * Namespace of Argo CD's objects. Immutable.
   *
   * @default "argocd"
   */
  readonly namespace?: string;

  /**
   * Ids of users and groups in Identity Center, by their role in Argo CD. Nobody has one by default.
   *
   * @default []
   */
  readonly access?: readonly EksArgoCdAccess[];

  /** Ids of VPC endpoints through which alone Argo CD can be reached. Left out: it is public, behind the sign-in. */
  readonly vpcEndpointIds?: readonly string[];
}

/** Who has a role in Argo CD; at least one user or group. */
export interface EksArgoCdAccess {
  /** What they may do, as Argo CD names it. */
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
