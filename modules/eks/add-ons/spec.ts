import type { Statement } from "../identity/spec";

/** Add-ons by their names in EKS. */
export type EksAddOnsSpec = Readonly<Record<string, EksAddOnSpec>>;

/**
 * An add-on that the cluster installs itself: for the network of pods, services, DNS and credentials, and those of `storage.block`,
 * `file`, `lustre`, `object` and `snapshots`.
 */
export type EksAddOnName =
  | "vpc-cni"
  | "kube-proxy"
  | "coredns"
  | "eks-pod-identity-agent"
  | "aws-ebs-csi-driver"
  | "aws-efs-csi-driver"
  | "aws-fsx-csi-driver"
  | "aws-mountpoint-s3-csi-driver"
  | "snapshot-controller";

/** Version, settings and identities of an add-on. */
export interface EksAddOnSpec {
  /**
   * Version, such as `v1.21.1-eksbuild.1`. `latest` reads the newest compatible version in each plan. If omitted, the version to
   * which this version of the library is pinned. It has pins for the add-ons that the cluster installs itself; others need a version.
   */
  readonly version?: string;

  /** Settings in the schema of the add-on (`aws eks describe-addon-configuration`). */
  readonly configuration?: Readonly<Record<string, unknown>>;

  /**
   * Service accounts of the add-on with permissions in AWS, each with a new role through EKS Pod Identity. Add-ons that the cluster
   * installs itself, and others whose accounts are known, get their roles without this field; an entry for a known account replaces
   * its permissions.
   *
   * @default []
   * @see https://docs.aws.amazon.com/eks/latest/userguide/add-ons-iam.html
   */
  readonly identities?: readonly EksAddOnIdentitySpec[];
}

/** Permissions in AWS for one service account of an add-on. */
export interface EksAddOnIdentitySpec {
  /**
   * Namespace of the add-on.
   *
   * @literal
   * @change replace the role and its association
   */
  readonly namespace: string;

  /**
   * Service account of its pods.
   *
   * @literal
   * @change replace the role and its association
   */
  readonly serviceAccount: string;

  /**
   * ARNs of policies, at most 10.
   *
   * @literal shape
   * @shown
   * @change in-place
   */
  readonly policyArns?: readonly string[];

  /**
   * Statements of an inline policy, at most 10,240 characters together.
   *
   * @shown
   * @change in-place
   */
  readonly statements?: readonly Statement[];
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
