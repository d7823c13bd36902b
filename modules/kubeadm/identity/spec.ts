import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** See `workloadIdentities`. */
export type KubeadmWorkloadIdentitySpec = WorkloadIdentitySpec;
