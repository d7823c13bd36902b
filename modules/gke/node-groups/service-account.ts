import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { accountId } from "../names";
import type { GkeProject } from "../project/project";

/** See {@link NodeServiceAccount}. */
export interface NodeServiceAccountProps {
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;

  /** Projects whose registries nodes may read, in addition to the cluster's. */
  readonly imageProjects: readonly string[];
}

/**
 * The minimum roles of nodes. The default account of Compute Engine may edit the whole project.
 * Source: https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa
 */
const roles = {
  /** Logs, metrics, and data for the autoscaler. */
  node: "roles/container.defaultNodeServiceAccount",
  /** Images. */
  images: "roles/artifactregistry.reader",
} as const;

/** Service account of the nodes. */
export class NodeServiceAccount extends Construct {
  readonly account: ServiceAccount;

  /** The roles of the account, which nodes need before they start. */
  readonly grants: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NodeServiceAccountProps,
  ) {
    super(scope, id);
    this.account = new ServiceAccount(this, "Resource", {
      accountId: accountId(props, "nodes"),
      displayName: `Nodes of the GKE cluster ${props.clusterName} in ${props.region}`,
      dependsOn: props.project.prerequisites("iam"),
    });
    this.grants = [
      this.grant("node", roles.node),
      this.grant("images", roles.images),
      ...props.imageProjects.map((project) => this.grant(`images_${project}`, roles.images, project)),
    ];
  }

  private grant(id: string, role: string, project: string = this.props.project.id): ProjectIamMember {
    return new ProjectIamMember(this, id, { project, role, member: this.account.member });
  }
}
