/** Service accounts of programs that are installed in the cluster and whose roles are made with it. */

/** Where the Cluster Autoscaler runs, as its Helm chart installs it with these values. */
export const clusterAutoscalerAccount = {
  namespace: "kube-system",
  serviceAccount: "cluster-autoscaler",
} as const;

/** Where the AWS Load Balancer Controller runs, as its Helm chart's documentation installs it. */
export const loadBalancerControllerAccount = {
  namespace: "kube-system",
  serviceAccount: "aws-load-balancer-controller",
} as const;

/** Where ExternalDNS runs, as its EKS add-on installs it. */
export const externalDnsAccount = { namespace: "external-dns", serviceAccount: "external-dns" } as const;
