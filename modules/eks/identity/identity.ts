import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Fn, TerraformLocal, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { replaceableName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import type { AccessGrant } from "../../cluster/vocabulary";
import { limits } from "../limits";
import { managedPolicyArn, policyDocument, trustPolicy, webIdentityTrustPolicy } from "./policies";
import type { Statement } from "./spec";
import type { EksAccessSpec } from "../spec";
import { partitionOf } from "../regions";

/** What people may do in the cluster, and the access policy of EKS that says so. */
const accessPolicies = {
  admin: "AmazonEKSClusterAdminPolicy",
  editor: "AmazonEKSEditPolicy",
  viewer: "AmazonEKSViewPolicy",
} as const;

type AccessLevel = keyof typeof accessPolicies;

/** See {@link EksIdentity}. */
export interface EksIdentityProps {
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly access: EksAccessSpec;
  /** Issuer of the cluster's service account tokens, `https://…`. */
  readonly oidcIssuerUrl: string;
}

/** Who may do what in the cluster: an access entry for every principal, and the identities of workloads. */
export class EksIdentity extends Construct {
  /** The access entries, by principal ARN. */
  readonly accessEntries = new Map<string, EksAccessEntry>();

  /**
   * What must stand before nodes are made, so that somebody can look when they fail: the admins' rights. Not those of
   * others: node groups are replaced by successors, which makes Terraform create what they depend on before it destroys it
   * too, and of a right with another scope the new and the old one are the same to EKS. The old one's end would take both.
   */
  readonly nodePrerequisites: EksAccessPolicyAssociation[] = [];

  /** The workloads that were given rights, by `namespace/serviceAccount`. */
  readonly workloads = new Map<string, EksWorkloadIdentity>();

  private issuer?: TokenIssuer;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksIdentityProps,
  ) {
    super(scope, id);
    const { admins, editors = [], viewers = [] } = props.access;

    for (const principal of admins) this.grant("admin", { principal });
    for (const grant of editors) this.grant("editor", grant);
    for (const grant of viewers) this.grant("viewer", grant);
  }

  /** Makes the cluster's tokens known to IAM; once, for the first workload that wants it. */
  trustIssuer(): TokenIssuer {
    return (this.issuer ??= new TokenIssuer(this, "oidc_provider", this.props.oidcIssuerUrl));
  }

  private grant(level: AccessLevel, { principal, namespaces }: AccessGrant): void {
    // The id is the principal's, not the level's: EKS has one entry for each, and a second could not be made before the
    // first is gone.
    const id = idOf(this, principal.replace(/^arn:[^:]+:iam::/, ""));
    const entry = new EksAccessEntry(this, id, {
      clusterName: this.props.cluster,
      principalArn: principal,
      type: "STANDARD",
    });
    const association = new EksAccessPolicyAssociation(this, `${id}_${level}`, {
      clusterName: this.props.cluster,
      principalArn: entry.principalArn,
      policyArn: `arn:${partitionOf(this.props.region)}:eks::aws:cluster-access-policy/${accessPolicies[level]}`,
      accessScope: namespaces ? { type: "namespace", namespaces: [...namespaces] } : { type: "cluster" },
    });
    this.accessEntries.set(principal, entry);
    if (level === "admin") this.nodePrerequisites.push(association);
  }
}

/** The pods of one service account, and what they may do in AWS. */
export interface PodIdentityProps {
  /** The cluster's name, a literal: it becomes part of the role's name and of its trust. */
  readonly clusterName: string;
  readonly region: string;
  readonly namespace: string;
  readonly serviceAccount: string;

  /** ARNs of policies to attach. */
  readonly policyArns?: readonly string[];

  /** Names of policies that AWS manages, to attach. */
  readonly managedPolicies?: readonly string[];

  /** Rights of its own. */
  readonly statements?: readonly Statement[];

  /** Who hands the role to pods: the cluster's token issuer, or EKS Pod Identity when left out. */
  readonly issuer?: TokenIssuer;
}

/**
 * A role that only the pods of one service account of one cluster can assume, through EKS Pod Identity or with a token of
 * the cluster's issuer.
 */
export class PodIdentityRole extends Construct {
  readonly role: IamRole;

  /** The role's rights; depend on them before pods start. */
  readonly rights: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PodIdentityProps) {
    super(scope, id);
    const { clusterName, region, namespace, serviceAccount } = props;

    this.role = new IamRole(this, "Resource", {
      name: replaceableName(
        [clusterName, region, serviceAccount],
        [clusterName, region, namespace, serviceAccount],
        limits.roleName,
      ),
      description: `Pods of ${namespace}/${serviceAccount} in the EKS cluster ${clusterName}`,
      assumeRolePolicy: props.issuer ? tokenTrust(props.issuer, props) : podIdentityTrust(props),
    });
    this.rights = [...this.attachPolicies(props), ...this.grantStatements(props.statements ?? [])];
  }

  private attachPolicies({
    region,
    managedPolicies = [],
    policyArns = [],
  }: PodIdentityProps): ITerraformDependable[] {
    const arns = [...managedPolicies.map((name) => managedPolicyArn(region, name)), ...policyArns];
    return arns.map(
      (policyArn) =>
        new IamRolePolicyAttachment(
          this,
          `policy_${idOf(this, policyArn.replace(/^arn:.*?:policy\//, ""))}`,
          {
            role: this.role.name,
            policyArn,
          },
        ),
    );
  }

  private grantStatements(statements: readonly Statement[]): ITerraformDependable[] {
    if (statements.length === 0) return [];
    return [
      new IamRolePolicy(this, "statements", {
        name: "rights",
        role: this.role.name,
        policy: policyDocument(statements),
      }),
    ];
  }
}

/** Source: EKS user guide, "Create IAM role with trust policy required by EKS Pod Identity". */
function podIdentityTrust({ clusterName, namespace, serviceAccount }: PodIdentityProps): string {
  return trustPolicy("pods.eks.amazonaws.com", {
    actions: ["sts:AssumeRole", "sts:TagSession"],
    conditions: {
      StringEquals: {
        "aws:RequestTag/eks-cluster-name": [clusterName],
        "aws:RequestTag/kubernetes-namespace": [namespace],
        "aws:RequestTag/kubernetes-service-account": [serviceAccount],
      },
    },
  });
}

/** Source: EKS user guide, "Assign IAM roles to Kubernetes service accounts". */
function tokenTrust(issuer: TokenIssuer, { namespace, serviceAccount }: PodIdentityProps): string {
  return webIdentityTrustPolicy(issuer.provider.arn, {
    StringEquals: {
      [`${issuer.host}:sub`]: [`system:serviceaccount:${namespace}:${serviceAccount}`],
      [`${issuer.host}:aud`]: [tokenAudience],
    },
  });
}

/** For whom tokens of workloads are made out; the same in every partition. */
const tokenAudience = "sts.amazonaws.com";

/** The cluster's service account tokens, as IAM knows them. */
export class TokenIssuer extends Construct {
  readonly provider: IamOpenidConnectProvider;

  /** The issuer's URL without its scheme, as IAM's conditions have it. */
  readonly host: string;

  constructor(scope: Construct, id: string, url: string) {
    super(scope, id);
    // No thumbprint: IAM trusts the certificate authority of EKS' issuers (IAM user guide, OIDC federation).
    this.provider = new IamOpenidConnectProvider(this, "Resource", { url, clientIdList: [tokenAudience] });
    this.host = new TerraformLocal(this, "host", Fn.trimprefix(url, "https://")).asString;
  }
}

/** A workload's identity: its role, and what hands the role to its pods. */
export class EksWorkloadIdentity extends Construct {
  readonly role: IamRole;

  /** Undefined where pods get the role with a token of the cluster: then their service account names it. */
  readonly association?: EksPodIdentityAssociation;

  constructor(scope: Construct, id: string, props: PodIdentityProps & { readonly cluster: string }) {
    super(scope, id);
    const identity = new PodIdentityRole(this, "role", props);
    this.role = identity.role;
    if (props.issuer) return;
    this.association = new EksPodIdentityAssociation(this, "Resource", {
      clusterName: props.cluster,
      namespace: props.namespace,
      serviceAccount: props.serviceAccount,
      roleArn: this.role.arn,
      dependsOn: [...identity.rights],
    });
  }
}
