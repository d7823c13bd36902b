import { ProjectIamCustomRole } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addressPart, boundedName } from "../../cluster/names";
import { limits } from "../../google/limits";
import { accountId } from "../../google/names";
import type { Project } from "./project";

/** Longest id of a custom role. */
const roleIdLength = 64;

/** See {@link MachineAccount}. */
export interface MachineAccountProps {
  readonly clusterName: string;
  readonly region: string;
  readonly role: "control-plane" | "node";
  readonly project: Project;
}

/** The service account of machines. Firewall rules select machines by it. */
export class MachineAccount extends Construct {
  readonly account: ServiceAccount;

  /** The account as a member of IAM. */
  readonly member: string;

  /** Dependencies of machines: their permissions. */
  readonly permissions: ITerraformDependable[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineAccountProps,
  ) {
    super(scope, id);
    const { clusterName, role, project } = props;
    this.account = new ServiceAccount(this, "account", {
      accountId: accountId(props, role),
      displayName: boundedName([`Machines (${role}) of ${clusterName}`], limits.displayName),
      dependsOn: project.prerequisites("iam"),
    });
    this.member = `serviceAccount:${this.account.email}`;
  }

  /** Gives the account permissions in the project. */
  allow(scope: Construct, id: string, title: string, permissions: readonly string[]): void {
    const { clusterName, region, project } = this.props;
    const role = new ProjectIamCustomRole(scope, `${id}_role`, {
      roleId: addressPart(boundedName([clusterName, region, id], roleIdLength)),
      title: boundedName([`${title} ${clusterName}`], limits.displayName),
      permissions: [...permissions],
      dependsOn: project.prerequisites("iam"),
    });
    this.permissions.push(
      new ProjectIamMember(scope, id, { project: project.id, role: role.name, member: this.member }),
    );
  }
}
