/** Load balancers that the cluster makes for its services. */
export interface LoadBalancingSpec {
  /**
   * The platform's controller, which makes load balancers for Services and Ingresses: what it may do in the cloud. The
   * program itself is installed in the cluster.
   *
   * @default false
   */
  readonly controller?: boolean;
}

/** Names that the cluster gives to its services. */
export interface DnsSpec {
  /**
   * Zones in which ExternalDNS may write records, by the ids that the platform gives them. At least one. The program itself
   * is installed in the cluster.
   */
  readonly zones: readonly string[];
}

/** What the control plane and the network write down, and for how long. */
export interface ObservabilitySpec {
  /** Days for which control-plane and flow logs are kept. */
  readonly retentionDays?: number;

  /**
   * Leaves the logs when the cluster is destroyed. The next cluster of the name needs them imported or removed.
   *
   * @default false
   * @change in-place
   */
  readonly keepLogs?: boolean;
}
