import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** What the cluster and its workloads write down. GKE sends it to Cloud Logging and Cloud Monitoring. */
export interface GkeObservabilitySpec extends ObservabilitySpec {
  /**
   * Days for which the cluster's logs are kept, 1 to 3650: in a bucket of their own, beside the project's. Left out: no bucket is
   * made, and the project's `_Default` bucket keeps them for 30 days. Records of who called the API server (admin activity) are
   * kept for 400 days in any case.
   *
   * @literal
   */
  readonly retentionDays?: number;

  /**
   * Not on GKE: Cloud Logging keeps a deleted bucket for seven days, and no longer.
   *
   * @default false
   * @literal
   */
  readonly keepLogs?: false;

  /**
   * What is logged. In Autopilot the first two always are.
   *
   * @default ["SYSTEM_COMPONENTS", "WORKLOADS"]
   * @literal shape
   */
  readonly logTypes?: readonly GkeLogType[];

  /**
   * What is measured. In Autopilot the system always is.
   *
   * @default ["SYSTEM_COMPONENTS"]
   * @literal shape
   */
  readonly metrics?: readonly GkeMetric[];

  /**
   * Google Cloud Managed Service for Prometheus: collectors on the nodes. Always there in Autopilot.
   *
   * @default true
   * @literal
   */
  readonly managedPrometheus?: boolean;

  /**
   * Known programs are measured without a word of theirs. Needs `managedPrometheus`.
   *
   * @default false
   * @literal
   */
  readonly autoMonitoring?: boolean;

  /**
   * Metrics of traffic between pods. Needs Dataplane V2.
   *
   * @default false
   * @literal
   */
  readonly trafficMetrics?: boolean;

  /**
   * Hubble's relay, with which traffic between pods can be watched. Needs Dataplane V2.
   *
   * @default false
   * @literal
   */
  readonly trafficRelay?: boolean;

  /**
   * Costs by namespace and label in Cloud Billing.
   *
   * @default true
   * @literal
   */
  readonly costAllocation?: boolean;

  /** Use of resources, by namespace and label, in BigQuery. */
  readonly usageMetering?: GkeUsageMeteringSpec;

  /**
   * Messages on upgrades and security bulletins, in a Pub/Sub topic.
   *
   * @default false
   * @literal
   */
  readonly notifications?: boolean | GkeNotificationsSpec;
}

/** See {@link GkeObservabilitySpec.logTypes}. */
export type GkeLogType =
  | "SYSTEM_COMPONENTS"
  | "WORKLOADS"
  | "APISERVER"
  | "CONTROLLER_MANAGER"
  | "SCHEDULER"
  | "KCP_CONNECTION"
  | "KCP_SSHD"
  | "KCP_HPA";

/** See {@link GkeObservabilitySpec.metrics}. */
export type GkeMetric =
  | "SYSTEM_COMPONENTS"
  | "APISERVER"
  | "CONTROLLER_MANAGER"
  | "SCHEDULER"
  | "STORAGE"
  | "HPA"
  | "POD"
  | "DAEMONSET"
  | "DEPLOYMENT"
  | "STATEFULSET"
  | "CADVISOR"
  | "KUBELET"
  | "DCGM"
  | "JOBSET";

/** Use of resources, in a dataset of BigQuery. */
export interface GkeUsageMeteringSpec {
  /** Id of an existing dataset in the cluster's project; a new one when left out. */
  readonly dataset?: string;

  /**
   * Traffic out of the cluster is measured too, by pods on each node.
   *
   * @default false
   * @literal
   */
  readonly egress?: boolean;
}

/** Messages in a Pub/Sub topic. */
export interface GkeNotificationsSpec {
  /** Full name of an existing topic in the cluster's project: `projects/…/topics/…`; a new one when left out. */
  readonly topic?: string;

  /** What is told. Left out: all. */
  readonly events?: readonly GkeNotificationEvent[];
}

/** See {@link GkeNotificationsSpec.events}. */
export type GkeNotificationEvent =
  "UPGRADE_AVAILABLE_EVENT" | "UPGRADE_EVENT" | "SECURITY_BULLETIN_EVENT" | "UPGRADE_INFO_EVENT";
