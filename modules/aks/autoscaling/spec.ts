/**
 * Settings of the cluster autoscaler. Durations are numbers with a unit: `"10m"`. What is left out is as AKS has it, but
 * `expander` and `balanceSimilarGroups`.
 */
export interface AksAutoscalerSpec {
  /**
   * Keeps groups of the same machines alike in size.
   *
   * @default true
   */
  readonly balanceSimilarGroups?: boolean;

  /**
   * @default "least-waste"
   */
  readonly expander?: "least-waste" | "most-pods" | "priority" | "random";

  readonly maxGracefulTerminationSeconds?: number;
  readonly maxNodeProvisioningTime?: string;
  readonly maxUnreadyNodes?: number;
  readonly maxUnreadyPercentage?: number;
  readonly newPodScaleUpDelay?: string;
  readonly scaleDownDelayAfterAdd?: string;
  readonly scaleDownDelayAfterDelete?: string;
  readonly scaleDownDelayAfterFailure?: string;
  readonly scaleDownUnneeded?: string;
  readonly scaleDownUnready?: string;
  /** Share of requests below which a node is taken away, 0 to 1. */
  readonly scaleDownUtilization?: number;
  readonly scanInterval?: string;
  readonly emptyBulkDeleteMax?: number;
  readonly skipNodesWithLocalStorage?: boolean;
  readonly skipNodesWithSystemPods?: boolean;
  readonly daemonsetEvictionForEmptyNodes?: boolean;
  readonly daemonsetEvictionForOccupiedNodes?: boolean;
  readonly ignoreDaemonsetsUtilization?: boolean;
}
