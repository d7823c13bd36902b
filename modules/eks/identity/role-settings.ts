import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Aspects, type IAspect } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { EksOptions } from "../spec";

/** Sets the permissions boundary and the path of all roles below `scope`, also of those that users add later. */
export function limitRoles(
  scope: Construct,
  { permissionsBoundaryArn, rolePath }: Pick<EksOptions, "permissionsBoundaryArn" | "rolePath"> = {},
): void {
  if (permissionsBoundaryArn === undefined && rolePath === undefined) return;
  Aspects.of(scope).add(new RoleSettings(permissionsBoundaryArn, rolePath));
}

/** Idempotent, because aspects run at each synthesis. Arguments of a single role take precedence. */
class RoleSettings implements IAspect {
  constructor(
    private readonly boundary: string | undefined,
    private readonly path: string | undefined,
  ) {}

  visit(node: IConstruct): void {
    if (
      node instanceof IamRole &&
      this.boundary !== undefined &&
      node.permissionsBoundaryInput === undefined
    ) {
      node.permissionsBoundary = this.boundary;
    }
    if (!(node instanceof IamRole || node instanceof IamInstanceProfile)) return;
    if (this.path !== undefined && node.pathInput === undefined) node.path = this.path;
  }
}
