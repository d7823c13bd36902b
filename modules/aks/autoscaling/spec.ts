/** Settings of the cluster autoscaler. Durations are numbers with a unit: `"10m"`. An omitted field without default has the default of AKS. */
export interface AksAutoscalerSpec {
  /**
   * Balances the sizes of groups of the same machines.
   *
   * @default true
   */
  readonly balanceSimilarGroups?: boolean;

  /**
   * Which group is scaled up if several fit.
   *
   * @default "least-waste"
   */
  readonly expander?: "least-waste" | "most-pods" | "priority" | "random";

  /**
   * Seconds that pods have to terminate when a node is removed.
   *
   * @default 600
   */
  readonly maxGracefulTerminationSeconds?: number;

  /** Time to wait for a new node. */
  readonly maxNodeProvisioningTime?: string;

  /** Number of unready nodes that is always tolerated. */
  readonly maxUnreadyNodes?: number;

  /** Percentage of unready nodes above which the autoscaler stops, 0 to 100. */
  readonly maxUnreadyPercentage?: number;

  /**
   * Age that a pod must have before the autoscaler considers it.
   *
   * @default "0s"
   */
  readonly newPodScaleUpDelay?: string;

  /**
   * Time after a scale-up until nodes are removed.
   *
   * @default "10m"
   */
  readonly scaleDownDelayAfterAdd?: string;

  /** Time after the removal of a node until the next one is removed. If omitted: `scanInterval`. */
  readonly scaleDownDelayAfterDelete?: string;

  /**
   * Time after a failed removal until nodes are removed.
   *
   * @default "3m"
   */
  readonly scaleDownDelayAfterFailure?: string;

  /**
   * Time for which a node must be unneeded before it is removed.
   *
   * @default "10m"
   */
  readonly scaleDownUnneeded?: string;

  /**
   * Time for which an unready node must be unneeded before it is removed.
   *
   * @default "20m"
   */
  readonly scaleDownUnready?: string;

  /**
   * Fraction of requested resources below which a node is removed, 0 to 1.
   *
   * @default 0.5
   */
  readonly scaleDownUtilization?: number;

  /**
   * Interval between two evaluations of the cluster.
   *
   * @default "10s"
   */
  readonly scanInterval?: string;

  /**
   * Maximum number of empty nodes that are removed at once.
   *
   * @default 10
   */
  readonly emptyBulkDeleteMax?: number;

  /** Nodes that run pods with local storage are not removed. */
  readonly skipNodesWithLocalStorage?: boolean;

  /** Nodes that run pods of `kube-system` are not removed, except daemon sets. */
  readonly skipNodesWithSystemPods?: boolean;

  /** Pods of daemon sets are evicted from empty nodes before their removal. */
  readonly daemonsetEvictionForEmptyNodes?: boolean;

  /** Pods of daemon sets are evicted from nodes with other pods before their removal. */
  readonly daemonsetEvictionForOccupiedNodes?: boolean;

  /** Requests of daemon sets are ignored when the utilization of a node is computed. */
  readonly ignoreDaemonsetsUtilization?: boolean;
}
