import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { constructId } from "../../cluster/names";
import type { EksNetworkSpec, EksNodeGroupSpec } from "../spec";
import { EksNodeGroup } from "./node-group";
import type { NodeGroupContext } from "./node-pool";
import { type NodeRoleKind, roleKindOf } from "./role-kinds";
import { createNodeRole, type NodeRole } from "./roles";
import { NodeSecurity } from "./security";

/** See {@link EksNodeGroups}. */
export interface EksNodeGroupsProps extends NodeGroupContext {
  readonly controlPlaneGroupId: string;
  /** Settings of the security group of the nodes. */
  readonly network?: EksNetworkSpec;
  /** Webhook ports of the programs that the file asks for. */
  readonly programPorts: readonly number[];
  /** Dependencies of nodes. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** All node groups, with the roles and the security group that they share. */
export class EksNodeGroups extends Construct {
  /** The role of nodes of managed Linux groups; undefined if an existing one is used. */
  readonly role?: IamRole;
  readonly roleArn: string;
  readonly security: NodeSecurity;

  /** The groups by name, in the order of their creation. */
  readonly groups = new Map<string, EksNodeGroup>();

  /** The roles of nodes by kind, created with the first group of the kind. */
  readonly roles = new Map<NodeRoleKind, NodeRole>();

  private readonly prerequisites: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNodeGroupsProps,
  ) {
    super(scope, id);
    if (props.nodeRoleArn) this.roles.set("managed", { arn: props.nodeRoleArn, prerequisites: [] });
    const { role, arn } = this.roleOf("managed");
    this.role = role;
    this.roleArn = arn;
    this.security = new NodeSecurity(this, "security_group", props);
    this.prerequisites = [...props.prerequisites, ...this.security.rules];
  }

  /**
   * Creates a group. Its name is the id of its construct.
   *
   * @param prerequisites - dependencies of the nodes of this group, in addition to those of all groups
   */
  add(spec: EksNodeGroupSpec, prerequisites: readonly ITerraformDependable[] = []): EksNodeGroup {
    const role = this.roleOf(roleKindOf(spec));
    const group = new EksNodeGroup(this, constructId(spec.name), {
      ...this.props,
      spec,
      role,
      securityGroupId: this.security.securityGroup.id,
      prerequisites: [...this.prerequisites, ...role.prerequisites, ...prerequisites],
    });
    this.groups.set(spec.name, group);
    return group;
  }

  private roleOf(kind: NodeRoleKind): NodeRole {
    const role = this.roles.get(kind) ?? createNodeRole(this, kind, this.props);
    this.roles.set(kind, role);
    return role;
  }
}
