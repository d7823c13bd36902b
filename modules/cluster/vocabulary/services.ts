/** Load balancers of Kubernetes Services and Ingresses. */
export interface LoadBalancingSpec {
  /**
   * Permissions of the platform's controller, which creates load balancers for Services and Ingresses. The user installs the
   * controller in the cluster.
   *
   * @default false
   */
  readonly controller?: boolean;
}

/** DNS records of Kubernetes Services and Ingresses. */
export interface DnsSpec {
  /**
   * IDs of the DNS zones in which ExternalDNS may write records. At least one. The user installs ExternalDNS in the cluster.
   */
  readonly zones: readonly string[];
}

/** Logs of the control plane and of the network, and their retention. */
export interface ObservabilitySpec {
  /** Retention of control-plane logs and flow logs, in days. */
  readonly retentionDays?: number;

  /**
   * Keeps the logs when the cluster is destroyed. A later cluster with the same name needs them imported or removed first.
   *
   * @default false
   * @change in-place
   */
  readonly keepLogs?: boolean;
}
