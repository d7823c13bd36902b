import { EksCapability, type EksCapabilityConfigurationArgoCd } from "@cdktf/provider-aws/lib/eks-capability";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import { trustPolicy } from "../../aws/policies";
import { partitionOf } from "../../aws/regions";
import type { EksArgoCdSpec, EksCapabilitiesSpec, EksCapabilitySpec } from "../spec";

/**
 * The type of each capability.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCapability.html
 */
const types = { ack: "ACK", kro: "KRO", argocd: "ARGOCD" } as const satisfies Record<
  keyof EksCapabilitiesSpec,
  string
>;

type Name = keyof typeof types;

/** See {@link Capabilities}. */
export interface CapabilitiesProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  /** The account of the cluster. */
  readonly account: string;
  readonly region: string;
  readonly capabilities: EksCapabilitiesSpec;
}

/** Controllers that EKS runs for the cluster, each with its role. EKS creates the access entries of the roles. */
export class Capabilities extends Construct {
  /** The capabilities of the cluster. */
  readonly capabilities: Readonly<Partial<Record<Name, EksCapability>>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CapabilitiesProps,
  ) {
    super(scope, id);
    const { ack, kro, argocd } = props.capabilities;
    this.capabilities = {
      ack: ack && this.createCapability("ack", ack),
      kro: kro && this.createCapability("kro", kro),
      argocd: argocd && this.createCapability("argocd", argocd, argoCdConfiguration(argocd)),
    };
  }

  private createCapability(
    name: Name,
    { policyArns = [] }: EksCapabilitySpec,
    argoCd?: EksCapabilityConfigurationArgoCd,
  ): EksCapability {
    const role = this.createRole(name);
    const policies = policyArns.map(
      (policyArn) =>
        new IamRolePolicyAttachment(
          this,
          `${name}_policy_${idOf(this, policyArn.replace(/^arn:.*\//, ""))}`,
          {
            role: role.id,
            policyArn,
          },
        ),
    );
    return new EksCapability(this, name, {
      clusterName: this.props.cluster,
      capabilityName: name,
      type: types[name],
      roleArn: role.arn,
      // The only supported value: resources of the controller remain when the capability is removed.
      deletePropagationPolicy: "RETAIN",
      configuration: argoCd && [{ argoCd: [argoCd] }],
      dependsOn: policies,
    });
  }

  /**
   * EKS documents no keys of the source of its request: they are compared only if the request has them.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/capability-role.html
   */
  private createRole(name: Name): IamRole {
    const { clusterName, account, region } = this.props;
    const arns = `arn:${partitionOf(region)}:eks:${region}:${account}`;
    return new IamRole(this, `${name}_role`, {
      name: boundedName([clusterName, region, name], limits.roleName),
      description: `Capability ${types[name]} of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("capabilities.eks.amazonaws.com", {
        actions: ["sts:AssumeRole", "sts:TagSession"],
        conditions: {
          StringEqualsIfExists: { "aws:SourceAccount": [account] },
          // The source is the cluster, or one of its capabilities.
          ArnLikeIfExists: {
            "aws:SourceArn": [`${arns}:cluster/${clusterName}`, `${arns}:capability/${clusterName}/*`],
          },
        },
      }),
    });
  }
}

function argoCdConfiguration(spec: EksArgoCdSpec): EksCapabilityConfigurationArgoCd {
  const {
    identityCenterArn,
    identityCenterRegion,
    namespace = defaults["eks.capabilities.argocd.namespace"],
    access = [],
    vpcEndpointIds,
  } = spec;
  return {
    namespace,
    awsIdc: [{ idcInstanceArn: identityCenterArn, idcRegion: identityCenterRegion }],
    networkAccess: vpcEndpointIds && [{ vpceIds: [...vpcEndpointIds] }],
    rbacRoleMapping: access.map(({ role, users = [], groups = [] }) => ({
      role,
      identity: [
        ...users.map((id) => ({ type: "SSO_USER", id })),
        ...groups.map((id) => ({ type: "SSO_GROUP", id })),
      ],
    })),
  };
}
