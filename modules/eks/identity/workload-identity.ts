import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Fn, TerraformLocal, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { replaceableName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { limits } from "../limits";
import { managedPolicyArn, policyDocument, trustPolicy, webIdentityTrustPolicy } from "../../aws/policies";
import { fullName, type ServiceAccount } from "./service-accounts";
import type { EksWorkloadIdentitySpec, Statement } from "./spec";

/** The pods of one service account, and their permissions in AWS. */
export interface PodIdentityProps {
  /** The cluster's name, a literal: the name of the role and its trust policy contain it. */
  readonly clusterName: string;
  /** ARN of the cluster: only its pods can have the role. */
  readonly clusterArn: string;
  readonly region: string;
  readonly namespace: string;
  readonly serviceAccount: string;

  /** ARNs of policies to attach. */
  readonly policyArns?: readonly string[];

  /** Names of AWS managed policies to attach. */
  readonly managedPolicies?: readonly string[];

  /** Statements of an inline policy. */
  readonly statements?: readonly Statement[];

  /** Pods get the role with a token of this issuer. If omitted, through EKS Pod Identity. */
  readonly issuer?: TokenIssuer;
}

/** The pods of one service account, and their permissions in AWS. */
export interface EksWorkloadIdentityProps
  extends
    Omit<PodIdentityProps, "clusterName" | "clusterArn" | "region" | "issuer">,
    Pick<EksWorkloadIdentitySpec, "via"> {}

/** The props as an entry of `workloadIdentities`, which has only ARNs of policies. */
export function entryOf(
  { managedPolicies = [], ...spec }: EksWorkloadIdentityProps,
  region: string,
): EksWorkloadIdentitySpec {
  if (managedPolicies.length === 0) return spec;
  // Not a list in JavaScript: the check reports it.
  if (!Array.isArray(managedPolicies)) return { ...spec, policyArns: managedPolicies };
  const arns = managedPolicies.map((name) => managedPolicyArn(region, name));
  return { ...spec, policyArns: [...arns, ...(spec.policyArns ?? [])] };
}

/** The issuer that the pods of a service account use; undefined if EKS Pod Identity gives them credentials. */
export type IssuerOf = (account: ServiceAccount) => TokenIssuer | undefined;

/** The identity of a workload: its role, and the association that gives the role to its pods. */
export class EksWorkloadIdentity extends Construct {
  /** The service account, `namespace/name`. */
  readonly serviceAccount: string;

  readonly role: IamRole;

  /** Undefined if pods get the role with a token of the cluster: an annotation of their service account then names the role. */
  readonly association?: EksPodIdentityAssociation;

  constructor(scope: Construct, id: string, props: PodIdentityProps & { readonly cluster: string }) {
    super(scope, id);
    const identity = new PodIdentityRole(this, "role", props);
    this.serviceAccount = fullName(props);
    this.role = identity.role;
    if (props.issuer) return;
    this.association = new EksPodIdentityAssociation(this, "Resource", {
      clusterName: props.cluster,
      namespace: props.namespace,
      serviceAccount: props.serviceAccount,
      roleArn: this.role.arn,
      dependsOn: [...identity.policies],
    });
  }
}

/**
 * A role that only the pods of one service account of one cluster can assume, through EKS Pod Identity or with a token of the
 * cluster's issuer.
 */
export class PodIdentityRole extends Construct {
  readonly role: IamRole;

  /** The policies of the role. Pods depend on them. */
  readonly policies: readonly ITerraformDependable[];

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
    this.policies = [...this.attachPolicies(props), ...this.attachStatements(props.statements ?? [])];
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
            role: this.role.id,
            policyArn,
          },
        ),
    );
  }

  private attachStatements(statements: readonly Statement[]): ITerraformDependable[] {
    if (statements.length === 0) return [];
    return [
      new IamRolePolicy(this, "statements", {
        name: "rights",
        role: this.role.id,
        policy: policyDocument(statements),
      }),
    ];
  }
}

/** Audience of the tokens of workloads, the same in each partition. */
const tokenAudience = "sts.amazonaws.com";

/** The issuer of the cluster's service account tokens, as an identity provider in IAM. */
export class TokenIssuer extends Construct {
  readonly provider: IamOpenidConnectProvider;

  /** The issuer's URL without its scheme, as conditions of IAM use it. */
  readonly host: string;

  constructor(scope: Construct, id: string, url: string) {
    super(scope, id);
    // No thumbprint: IAM trusts the certificate authority of the issuers of EKS.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
    this.provider = new IamOpenidConnectProvider(this, "Resource", { url, clientIdList: [tokenAudience] });
    this.host = new TerraformLocal(this, "host", Fn.trimprefix(url, "https://")).asString;
  }
}

/**
 * The tags that EKS documents, of which the ARN of the cluster contains its account and region. EKS does not document `aws:SourceArn`
 * and `aws:SourceAccount` for these requests, so that conditions on them could deny credentials to all pods.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
function podIdentityTrust({ clusterName, clusterArn, namespace, serviceAccount }: PodIdentityProps): string {
  return trustPolicy("pods.eks.amazonaws.com", {
    actions: ["sts:AssumeRole", "sts:TagSession"],
    conditions: {
      StringEquals: {
        "aws:RequestTag/eks-cluster-arn": [clusterArn],
        "aws:RequestTag/eks-cluster-name": [clusterName],
        "aws:RequestTag/kubernetes-namespace": [namespace],
        "aws:RequestTag/kubernetes-service-account": [serviceAccount],
      },
    },
  });
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
function tokenTrust(issuer: TokenIssuer, { namespace, serviceAccount }: PodIdentityProps): string {
  return webIdentityTrustPolicy(issuer.provider.arn, {
    StringEquals: {
      [`${issuer.host}:sub`]: [`system:serviceaccount:${namespace}:${serviceAccount}`],
      [`${issuer.host}:aud`]: [tokenAudience],
    },
  });
}
