import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { managedPolicyArn, policyDocument, trustPolicy } from "../../aws/policies";
import { fillPolicy, type PolicyTemplate } from "../../aws/policy-template";
import { ec2ServicePrincipal } from "../../aws/regions";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import type { MachineRole } from "./tags";

/** See {@link MachineRoleResources}. */
export interface MachineRoleProps {
  readonly clusterName: string;
  readonly region: string;
  readonly role: MachineRole;
  /** Session Manager opens shells on the machines. */
  readonly sessionManager: boolean;
}

/** The role of machines, with its instance profile. */
export class MachineRoleResources extends Construct {
  readonly role: IamRole;
  readonly instanceProfile: IamInstanceProfile;

  /** Dependencies of machines: their permissions. */
  readonly permissions: ITerraformDependable[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineRoleProps,
  ) {
    super(scope, id);
    const { clusterName, region, role, sessionManager } = props;
    this.role = new IamRole(this, "role", {
      name: boundedName([clusterName, region, role], limits.roleName),
      description: `Machines (${role}) of the cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
    });
    this.instanceProfile = new IamInstanceProfile(this, "instance_profile", {
      name: boundedName([clusterName, region, role], limits.instanceProfileName),
      role: this.role.name,
    });
    if (sessionManager) this.attach(this, "session_manager", "AmazonSSMManagedInstanceCore");
  }

  /** Adds a policy of a file, with values in place of its placeholders. */
  allow(
    scope: Construct,
    id: string,
    policy: PolicyTemplate,
    values: Readonly<Record<string, string>>,
  ): void {
    const { clusterName, region } = this.props;
    const resource = new IamRolePolicy(scope, id, {
      name: id.replaceAll("_", "-"),
      role: this.role.id,
      policy: policyDocument(fillPolicy(policy, region, { cluster: clusterName, ...values })),
    });
    this.permissions.push(resource);
  }

  /** Adds a policy that AWS manages. */
  attach(scope: Construct, id: string, policy: string): void {
    const policyArn = managedPolicyArn(this.props.region, policy);
    this.permissions.push(new IamRolePolicyAttachment(scope, id, { role: this.role.name, policyArn }));
  }
}
