import type { ClusterWithWorkloads } from "../../../modules/kubeadm/spec";
import { cluster, group } from "../rule-support";

/** A cluster that installs the whole catalogue of kubeadm. */
export const full: ClusterWithWorkloads = {
  ...cluster(),
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
