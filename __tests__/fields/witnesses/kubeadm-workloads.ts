import type { KubeadmClusterSpec } from "../../../modules/kubeadm/spec";
import { cluster } from "../../kubeadm/rule-support";
import { workloadsWitnesses } from "./workloads";

export const kubeadmWorkloads = workloadsWitnesses<Omit<KubeadmClusterSpec, "platform">>(
  () => cluster(),
  ["cluster-autoscaler", "metrics-server", "cert-manager", "external-secrets"],
);
