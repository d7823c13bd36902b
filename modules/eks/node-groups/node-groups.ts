import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../policies";
import type { EksNetworkSpec, EksNodeGroupSpec } from "../props";
import { ec2ServicePrincipal } from "../regions";
import { EksNodeGroup, type NodeGroupContext } from "./node-group";
import { NodeSecurity } from "./security";

/** What every node's role may do. The rights of the pod network are on its own role, not here. */
const nodePolicies = {
  node_role_worker_policy: "AmazonEKSWorkerNodePolicy",
  node_role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
  node_role_session_manager_policy: "AmazonSSMManagedInstanceCore",
} as const;

/** See {@link EksNodeGroups}. */
export interface EksNodeGroupsProps extends NodeGroupContext {
  readonly vpcId: string;
  readonly controlPlaneGroupId: string;
  /** Which rules the nodes' security group has. */
  readonly network?: EksNetworkSpec;
  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** All workers, with the role and the security group that they share. */
export class EksNodeGroups extends Construct {
  /** The role made for nodes; undefined when an existing one was given. */
  readonly role?: IamRole;
  readonly roleArn: string;
  readonly security: NodeSecurity;

  /** The groups by name, in the order in which they were added. */
  readonly groups = new Map<string, EksNodeGroup>();

  private readonly prerequisites: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNodeGroupsProps,
  ) {
    super(scope, id);
    this.role = props.nodeRoleArn ? undefined : this.createRole();
    this.roleArn = props.nodeRoleArn ?? this.role!.arn;
    const rights = this.role ? this.grantRights(this.role) : [];
    this.security = new NodeSecurity(this, "security_group", props);
    this.prerequisites = [...props.prerequisites, ...rights, ...this.security.rules];
  }

  /** Makes a group. Its name is the id of its construct. */
  add(spec: EksNodeGroupSpec): EksNodeGroup {
    const group = new EksNodeGroup(this, spec.name, {
      ...this.props,
      spec,
      roleArn: this.roleArn,
      securityGroupId: this.security.securityGroup.id,
      prerequisites: this.prerequisites,
    });
    this.groups.set(spec.name, group);
    return group;
  }

  private createRole(): IamRole {
    const { clusterName, region } = this.props;
    // Groups are called after their names, which have no underscore: ids of the room's own have one.
    return new IamRole(this, "node_role", {
      name: boundedName([clusterName, region, "node"], limits.roleName),
      description: `Nodes of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
    });
  }

  private grantRights(role: IamRole): ITerraformDependable[] {
    return Object.entries(nodePolicies).map(
      ([id, policy]) =>
        new IamRolePolicyAttachment(this, id, {
          role: role.name,
          policyArn: managedPolicyArn(this.props.region, policy),
        }),
    );
  }
}
