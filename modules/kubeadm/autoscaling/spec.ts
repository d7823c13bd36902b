/** See `autoscaling`. Karpenter needs identities of workloads, which kubeadm clusters do not have. */
export type KubeadmAutoscaling = "none" | "cluster-autoscaler";
