import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** Pods of one service account, and what they may do in Azure. */
export interface AksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** Roles on scopes. The service account needs the annotation `azure.workload.identity/client-id` with the id of the output. */
  readonly grants?: readonly AksGrant[];
}

/** A role of Azure on a scope. */
export interface AksGrant {
  /**
   * Name of a role, e.g. `Storage Blob Data Reader`.
   *
   * @literal
   */
  readonly role: string;

  /** Id of a resource, a resource group or a subscription. */
  readonly scope: string;
}

/** See {@link AksOptions.identities}. */
export interface AksIdentitiesSpec {
  /** The control plane's. Its grants are made here all the same. */
  readonly controlPlane?: AksIdentityRef;

  /** The kubelets'. */
  readonly kubelet?: AksKubeletIdentityRef;
}

/** A user-assigned managed identity. */
export interface AksIdentityRef {
  /** Its id. */
  readonly id: string;

  /** Its object id. */
  readonly principalId: string;
}

/** An identity of kubelets. */
export interface AksKubeletIdentityRef extends AksIdentityRef {
  readonly clientId: string;
}
