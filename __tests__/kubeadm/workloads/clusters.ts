import type { ClusterWithWorkloads } from "../../../modules/kubeadm/spec";
import type { ClusterOutputs } from "../../../modules/kubeadm/workloads/values";
import { cluster, group, onAzure, onGoogle } from "../rule-support";

/** A cluster that installs the whole catalogue of kubeadm. */
export const full: ClusterWithWorkloads = {
  ...cluster({ storage: { snapshots: true } }),
  workloads: { programs: { "metrics-server": true, "cert-manager": true, "external-secrets": {} } },
};

/** One node, next to nodes that repel the pods. */
export const oneNode: ClusterWithWorkloads = {
  ...full,
  nodeGroups: [
    group({ size: 1 }),
    group({ name: "gpu", taints: [{ key: "nvidia.com/gpu", effect: "NoSchedule" }] }),
  ],
};

/** The same on the other clouds. */
export const azurePrograms: ClusterWithWorkloads = {
  ...onAzure({ storage: full.storage }),
  workloads: full.workloads,
};
export const googlePrograms: ClusterWithWorkloads = {
  ...onGoogle({
    nodeGroups: [group({ machineTypes: ["n2-standard-2"], spread: "per-zone" })],
    storage: full.storage,
  }),
  workloads: full.workloads,
};

/** Outputs of the first stack as Terraform reads them. */
export const literalOutputs: ClusterOutputs = { networkPart: (index) => `part-${index}` };
