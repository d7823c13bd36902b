import type { KubeadmClusterSpec } from "../../../modules/kubeadm/spec";
import { cluster } from "../../kubeadm/rule-support";
import { workloadsWitnesses } from "./workloads";

export const kubeadmWorkloads = workloadsWitnesses<Omit<KubeadmClusterSpec, "platform">>(
  (program) => cluster(program === "snapshot-controller" ? { storage: { snapshots: true } } : {}),
  ["cluster-autoscaler", "metrics-server", "snapshot-controller", "cert-manager", "external-secrets"],
);
