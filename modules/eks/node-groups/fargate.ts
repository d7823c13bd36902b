import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName, constructId, replaceableName } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import { limits } from "../limits";
import type { NodeSubnet } from "../network";
import { accountOf, managedPolicyArn, trustPolicy } from "../../aws/policies";
import type { EksFargateProfileSpec } from "../spec";
import { partitionOf } from "../../aws/regions";
import { inOrder } from "./replacement";
import { asMap, asSet } from "../../cluster/sets";

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
  /** Dependencies of pods. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** Fargate profiles, and the role with which Fargate pulls images and joins the cluster. */
export class FargateProfiles extends Construct {
  readonly podExecutionRole: IamRole;

  /** The profiles by name, in the order of the props. */
  readonly profiles: ReadonlyMap<string, EksFargateProfile>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FargateProfilesProps,
  ) {
    super(scope, id);
    this.podExecutionRole = this.createPodExecutionRole();
    const policies = new IamRolePolicyAttachment(this, "role_policy", {
      role: this.podExecutionRole.id,
      policyArn: managedPolicyArn(props.region, "AmazonEKSFargatePodExecutionRolePolicy"),
    });
    this.profiles = new Map(
      props.profiles.map((profile) => [
        profile.name,
        this.createProfile(profile, [policies, ...props.prerequisites]),
      ]),
    );
  }

  /** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html */
  private createPodExecutionRole(): IamRole {
    const { clusterName, clusterArn, region } = this.props;
    const account = accountOf(this, clusterArn);
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "fargate"], limits.roleName),
      description: `Pods on Fargate of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("eks-fargate-pods.amazonaws.com", {
        conditions: {
          ArnLike: {
            "aws:SourceArn": [
              `arn:${partitionOf(region)}:eks:${region}:${account}:fargateprofile/${clusterName}/*`,
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
    // A profile cannot be changed: its name contains a hash of all fields, so that a deleted profile does not block a new one.
    const immutable = forHash(this, {
      selectors: asSet(selectors).map(asMap),
      subnets: inOrder(subnets).map((subnet) => subnet.identity),
    });

    return new EksFargateProfile(this, constructId(name), {
      clusterName: cluster,
      fargateProfileName: replaceableName([name], immutable, limits.fargateProfileName),
      podExecutionRoleArn: this.podExecutionRole.arn,
      subnetIds: subnets.map((subnet) => subnet.id),
      selector: selectors.map(({ namespace, labels }) => ({ namespace, labels: labels && { ...labels } })),
      dependsOn,
    });
  }
}
