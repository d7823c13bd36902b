import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Fn, TerraformLocal, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName, replaceableName } from "../../cluster/names";
import { withReferences } from "../../cluster/references";
import { limits } from "../limits";
import type { NodeSubnet } from "../network";
import { managedPolicyArn, trustPolicy } from "../identity/policies";
import type { EksFargateProfileSpec } from "../spec";
import { partitionOf } from "../regions";

/** See {@link FargateProfiles}. */
export interface FargateProfilesProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly subnets: readonly NodeSubnet[];
  readonly profiles: readonly EksFargateProfileSpec[];
  /** What must stand before the first pod starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** Which pods run on Fargate, and the role with which Fargate fetches their images and joins the cluster. */
export class FargateProfiles extends Construct {
  readonly podExecutionRole: IamRole;

  /** The profiles by name, in the order of the description. */
  readonly profiles: ReadonlyMap<string, EksFargateProfile>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FargateProfilesProps,
  ) {
    super(scope, id);
    this.podExecutionRole = this.createPodExecutionRole();
    const rights = new IamRolePolicyAttachment(this, "role_policy", {
      role: this.podExecutionRole.name,
      policyArn: managedPolicyArn(props.region, "AmazonEKSFargatePodExecutionRolePolicy"),
    });
    this.profiles = new Map(
      props.profiles.map((profile) => [
        profile.name,
        this.createProfile(profile, [rights, ...props.prerequisites]),
      ]),
    );
  }

  /** Source of the condition: EKS user guide, "Amazon EKS Pod execution IAM role". */
  private createPodExecutionRole(): IamRole {
    const { clusterName, clusterArn, region } = this.props;
    const account = new TerraformLocal(this, "account", Fn.element(Fn.split(":", clusterArn), 4));
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "fargate"], limits.roleName),
      description: `Pods on Fargate of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("eks-fargate-pods.amazonaws.com", {
        conditions: {
          ArnLike: {
            "aws:SourceArn": [
              `arn:${partitionOf(region)}:eks:${region}:${account.asString}:fargateprofile/${clusterName}/*`,
            ],
          },
        },
      }),
    });
  }

  private createProfile(
    { name, selectors }: EksFargateProfileSpec,
    dependsOn: ITerraformDependable[],
  ): EksFargateProfile {
    const { cluster, subnets } = this.props;
    // EKS can change nothing of a profile: all of it is part of the name, so that the new one stands before the old one goes.
    const immutable = withReferences(this, { selectors, subnets: subnets.map((subnet) => subnet.identity) });

    return new EksFargateProfile(this, name, {
      clusterName: cluster,
      fargateProfileName: replaceableName([name], immutable, limits.fargateProfileName),
      podExecutionRoleArn: this.podExecutionRole.arn,
      subnetIds: subnets.map((subnet) => subnet.id),
      selector: selectors.map(({ namespace, labels }) => ({ namespace, labels: labels && { ...labels } })),
      lifecycle: { createBeforeDestroy: true },
      dependsOn,
    });
  }
}
