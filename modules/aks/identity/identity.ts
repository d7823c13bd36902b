import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { addressPart, boundedName, replaceableName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import type { AccessGrant } from "../../cluster/vocabulary";
import { roles } from "./builtin-roles";
import { grantToIdentity, grantToPeople, type GrantProps } from "./grants";
import { limits } from "../limits";
import type {
  AksAccessSpec,
  AksGrant,
  AksIdentitiesSpec,
  AksKubeletIdentityRef,
  AksIdentityRef,
} from "../spec";
import type { ResourceGroupRef } from "../resource-group/resource-group";

/** What people may do in the cluster, and the role of Azure that says so. */
const accessRoles = { admin: roles.clusterAdmin, editor: roles.writer, viewer: roles.viewer } as const;

/** See {@link AksIdentity}. */
export interface AksIdentityProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly existing: AksIdentitiesSpec;
}

/** Who acts for the cluster in Azure, who may do what in the cluster, and the identities of workloads. */
export class AksIdentity extends Construct {
  /** The control plane's identity. */
  readonly controlPlane: AksIdentityRef;

  /** The identity with which kubelets pull images. Not the cluster's own choice, so that rights can be there before it is. */
  readonly kubelet: AksKubeletIdentityRef;

  /** Rights that must be there before the cluster is, and outlive it: without them it can't be made, nor taken apart. */
  readonly clusterPrerequisites: RoleAssignment[] = [];

  /** The workloads that were given an identity, by `namespace/serviceAccount`. */
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

  /** Gives the control plane a right that it needs from its first moment on. */
  grantControlPlane(id: string, grant: Omit<GrantProps, "principalId">): void {
    const { principalId } = this.controlPlane;
    this.clusterPrerequisites.push(grantToIdentity(this, `control_plane_${id}`, { ...grant, principalId }));
  }

  /** Lets nodes pull images from a registry, before the first one starts. */
  allowPull(registryId: string): void {
    this.clusterPrerequisites.push(
      grantToIdentity(this, `kubelet_pull_${idOf(this, nameIn(registryId))}`, {
        role: roles.acrPull,
        scope: registryId,
        principalId: this.kubelet.principalId,
      }),
    );
  }

  /** Gives people their rights in a cluster. */
  admit(clusterId: string, { admins, editors = [], viewers = [] }: AksAccessSpec): void {
    for (const principal of admins) this.grantAccess("admin", { principal }, clusterId);
    for (const grant of editors) this.grantAccess("editor", grant, clusterId);
    for (const grant of viewers) this.grantAccess("viewer", grant, clusterId);
  }

  private grantAccess(
    level: keyof typeof accessRoles,
    { principal, namespaces }: AccessGrant,
    clusterId: string,
  ): void {
    const id = `${level}_${idOf(this, principal)}`;
    const role = accessRoles[level];
    // Without the second nobody gets a kubeconfig.
    grantToPeople(this, `${id}_user`, { role: roles.clusterUser, scope: clusterId, principalId: principal });
    if (!namespaces) {
      grantToPeople(this, id, { role, scope: clusterId, principalId: principal });
      return;
    }
    for (const namespace of namespaces) {
      grantToPeople(this, `${id}_${addressPart(namespace)}`, {
        role,
        scope: `${clusterId}/namespaces/${namespace}`,
        principalId: principal,
      });
    }
  }

  private createIdentity(id: "control_plane" | "kubelet"): UserAssignedIdentity {
    const { clusterName, place } = this.props;
    return new UserAssignedIdentity(this, id, {
      ...place,
      name: boundedName([clusterName, id.replace("_", "-")], limits.identityName),
    });
  }
}

/** The last part of an id of Azure; the whole where only Terraform knows it. */
export function nameIn(id: string): string {
  return id.includes("${") ? id : id.slice(id.lastIndexOf("/") + 1);
}

/**
 * The parts of an id of Azure from its resource group on, by which resources of one name stay apart; the whole of an id that is
 * of another form.
 */
export function placeIn(id: string): string {
  return id.replace(/^\/subscriptions\/[^/]+\/resourceGroups\//i, "").replaceAll(/\/providers\/[^/]+/gi, "");
}

/** See {@link AksWorkloadIdentity}. */
export interface AksWorkloadIdentityProps {
  readonly namespace: string;
  readonly serviceAccount: string;

  /** Roles on scopes. */
  readonly grants?: readonly AksGrant[];
}

/** What a workload's identity needs to know of its cluster. */
export interface WorkloadContext {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** Issuer of the cluster's service account tokens. */
  readonly issuer: string;
}

/** An identity that only the pods of one service account of one cluster can take, by their token. */
export class AksWorkloadIdentity extends Construct {
  readonly identity: UserAssignedIdentity;
  readonly credential: FederatedIdentityCredential;
  readonly grants: readonly RoleAssignment[];

  constructor(scope: Construct, id: string, props: AksWorkloadIdentityProps & WorkloadContext) {
    super(scope, id);
    const { clusterName, place, issuer, namespace, serviceAccount, grants = [] } = props;
    this.identity = new UserAssignedIdentity(this, "Resource", {
      ...place,
      name: replaceableName(
        [clusterName, serviceAccount],
        [clusterName, namespace, serviceAccount],
        limits.identityName,
      ),
    });
    this.credential = new FederatedIdentityCredential(this, "credential", {
      name: boundedName([namespace, serviceAccount], limits.credentialName),
      resourceGroupName: place.resourceGroupName,
      parentId: this.identity.id,
      issuer,
      subject: `system:serviceaccount:${namespace}:${serviceAccount}`,
      // For whom AKS makes out the tokens of workloads.
      audience: ["api://AzureADTokenExchange"],
    });
    this.grants = grants.map(({ role, scope: on }) =>
      grantToIdentity(this, `grant_${addressPart(role)}_${idOf(this, placeIn(on))}`, {
        role,
        scope: on,
        principalId: this.identity.principalId,
      }),
    );
  }
}
