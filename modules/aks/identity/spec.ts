import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** Pods of one service account, and their roles in Azure. */
export interface AksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /**
   * Roles on scopes. The service account needs the annotation `azure.workload.identity/client-id` with the id from the stack's output.
   */
  readonly grants?: readonly AksGrant[];
}

/** A role of Azure on a scope. */
export interface AksGrant {
  /**
   * Name of a role, for example `Storage Blob Data Reader`.
   *
   * @literal
   */
  readonly role: string;

  /** Id of a resource, a resource group or a subscription. */
  readonly scope: string;
}

/** Value of `aks.identities`. */
export interface AksIdentitiesSpec {
  /** Identity of the control plane. This cluster assigns its roles, unless `rolesAssigned` is true. */
  readonly controlPlane?: AksIdentityRef;

  /** Identity of the kubelets. */
  readonly kubelet?: AksKubeletIdentityRef;
}

/** A user-assigned managed identity. */
export interface AksIdentityRef {
  /** Id of the identity. */
  readonly id: string;

  /** Object id of the identity. */
  readonly principalId: string;

  /**
   * Its roles are assigned elsewhere, since the deploying identity may not assign roles: this cluster assigns none to it. The control plane
   * needs Network Contributor on the subnets and the route table, Managed Identity Operator on the identity of kubelets, and the roles
   * on DNS zones and keys that the file uses; kubelets need AcrPull on the registries, and Storage Blob Data Contributor on the containers of
   * `storage.object`.
   *
   * @default false
   * @literal
   */
  readonly rolesAssigned?: boolean;
}

/** Identity of kubelets. */
export interface AksKubeletIdentityRef extends AksIdentityRef {
  /** Client id of the identity. */
  readonly clientId: string;
}
