import { ComputeSubnetworkIamMember } from "@cdktf/provider-google/lib/compute-subnetwork-iam-member";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import type { GkeProject } from "../project/project";
import { defaults } from "../fields.generated";
import type { GkeExistingNetwork } from "../spec";

/** See {@link createHostGrants}. */
interface HostGrantsProps {
  readonly region: string;
  readonly project: GkeProject;
  readonly existing: GkeExistingNetwork;
  readonly hostProject: string;
}

/**
 * Permissions of the service agents of the cluster's project in the host project of a shared VPC.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc
 */
export function createHostGrants(
  scope: Construct,
  { region, project, existing, hostProject }: HostGrantsProps,
): ITerraformDependable[] {
  const agents = { gke: project.agent("gke"), google_apis: project.agent("googleApis") };
  // Google creates the agents when the API is enabled.
  const dependsOn = project.prerequisites("container", "compute");

  const subnets = [
    { suffix: "", subnetwork: existing.subnetwork },
    ...(existing.moreSubnets ?? []).map(({ subnetwork }) => ({
      suffix: `_${idOf(scope, subnetwork)}`,
      subnetwork,
    })),
  ];
  const users = subnets.flatMap(({ suffix, subnetwork }) =>
    Object.entries(agents).map(
      ([id, member]) =>
        new ComputeSubnetworkIamMember(scope, `host_user_${id}${suffix}`, {
          project: hostProject,
          region,
          subnetwork,
          role: "roles/compute.networkUser",
          member,
          dependsOn,
        }),
    ),
  );
  const hostAgent = new ProjectIamMember(scope, "host_service_agent_user", {
    project: hostProject,
    role: "roles/container.hostServiceAgentUser",
    member: agents.gke,
    dependsOn,
  });
  // The role is not in hostServiceAgentUser. Without it GKE reports the rules of load balancers as events of Services and Ingresses.
  const firewall =
    (existing.hostFirewall ?? defaults["network.existing.hostFirewall"])
      ? [
          new ProjectIamMember(scope, "host_firewall", {
            project: hostProject,
            role: "roles/compute.securityAdmin",
            member: agents.gke,
            dependsOn,
          }),
        ]
      : [];
  return [...users, hostAgent, ...firewall];
}
