import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { limits } from "../limits";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { nameIn } from "../../azure/resource-ids";
import type { AksIdentitiesSpec, AksIdentityRef, AksKubeletIdentityRef } from "../spec";
import { roles } from "../../azure/builtin-roles";
import { grantToIdentity, type GrantProps } from "../../azure/grants";
import type { AksWorkloadIdentity } from "./workload-identity";

/** Props of `AksIdentity`. */
export interface AksIdentityProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly existing: AksIdentitiesSpec;
}

/** Identities of the control plane and the kubelets with their roles in Azure, and identities of workloads. */
export class AksIdentity extends Construct {
  /** Identity of the control plane. */
  readonly controlPlane: AksIdentityRef;

  /** Identity with which kubelets pull images. It exists before the cluster, so that its roles can be assigned first. */
  readonly kubelet: AksKubeletIdentityRef;

  /** Role assignments that the cluster needs for its creation and its deletion. */
  readonly clusterPrerequisites: RoleAssignment[] = [];

  /** Identities of workloads by `namespace/serviceAccount`. */
  readonly workloads = new Map<string, AksWorkloadIdentity>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksIdentityProps,
  ) {
    super(scope, id);
    this.controlPlane = props.existing.controlPlane ?? this.createIdentity("control_plane");
    this.kubelet = props.existing.kubelet ?? this.createIdentity("kubelet");
    this.grantControlPlane("kubelet_operator", {
      role: roles.managedIdentityOperator,
      scope: this.kubelet.id,
    });
  }

  /** The identities as arguments of the cluster. */
  get clusterArguments(): Pick<KubernetesClusterConfig, "identity" | "kubeletIdentity"> {
    return {
      identity: { type: "UserAssigned", identityIds: [this.controlPlane.id] },
      kubeletIdentity: {
        userAssignedIdentityId: this.kubelet.id,
        clientId: this.kubelet.clientId,
        objectId: this.kubelet.principalId,
      },
    };
  }

  /** Assigns a role to the control plane, before the cluster is created. */
  grantControlPlane(id: string, grant: Omit<GrantProps, "principalId">): void {
    if (this.props.existing.controlPlane?.rolesAssigned) return;
    const { principalId } = this.controlPlane;
    this.clusterPrerequisites.push(grantToIdentity(this, `control_plane_${id}`, { ...grant, principalId }));
  }

  /** Allows nodes to pull images from a registry, before the first node starts. */
  allowPull(registryId: string): void {
    if (this.props.existing.kubelet?.rolesAssigned) return;
    this.clusterPrerequisites.push(
      grantToIdentity(this, `kubelet_pull_${idOf(this, nameIn(registryId))}`, {
        role: roles.acrPull,
        scope: registryId,
        principalId: this.kubelet.principalId,
      }),
    );
  }

  private createIdentity(id: "control_plane" | "kubelet"): UserAssignedIdentity {
    const { clusterName, place } = this.props;
    return new UserAssignedIdentity(this, id, {
      ...place,
      name: boundedName([clusterName, id.replace("_", "-")], limits.identityName),
    });
  }
}
