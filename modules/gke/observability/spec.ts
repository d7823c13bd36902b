import type { ObservabilitySpec } from "../../cluster/vocabulary";

/**
 * Logs, metrics and messages of the cluster. GKE sends them to Cloud Logging, Cloud Monitoring and Pub/Sub.
 */
export interface GkeObservabilitySpec extends ObservabilitySpec {
  /**
   * Days for which the cluster's logs are kept, 1 to 3650, in a separate log bucket. If omitted, there is no separate
   * bucket, and the project's `_Default` bucket keeps logs for 30 days. Audit logs of admin activity are always kept for
   * 400 days.
   *
   * @literal
   */
  readonly retentionDays?: number;

  /**
   * Not supported: Cloud Logging keeps a deleted bucket for seven days only.
   *
   * @refused Cloud Logging deletes the bucket of the cluster's logs with the cluster; remove the field
   */
  readonly keepLogs?: never;

  /**
   * Components whose logs are collected. In Autopilot mode the first two are always collected.
   *
   * @default ["SYSTEM_COMPONENTS", "WORKLOADS"]
   * @literal shape
   */
  readonly logTypes?: readonly GkeLogType[];

  /**
   * Components whose metrics are collected. In Autopilot mode those of the system are always collected.
   *
   * @default ["SYSTEM_COMPONENTS"]
   * @literal shape
   */
  readonly metrics?: readonly GkeMetric[];

  /**
   * Google Cloud Managed Service for Prometheus: collectors on the nodes. Always on in Autopilot mode.
   *
   * @default true
   * @literal
   */
  readonly managedPrometheus?: boolean;

  /**
   * Metrics of known applications are collected without configuration. Needs `managedPrometheus`.
   *
   * @default false
   * @literal
   */
  readonly autoMonitoring?: boolean;

  /**
   * Metrics of traffic between pods. Needs Dataplane V2. If omitted, on in Autopilot mode, as Autopilot has it, and off otherwise.
   *
   * @literal
   * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/about-dpv2-observability
   */
  readonly trafficMetrics?: boolean;

  /**
   * Hubble Relay, which shows traffic between pods. Needs Dataplane V2.
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

  /** Resource usage by namespace and label, in BigQuery. */
  readonly usageMetering?: GkeUsageMeteringSpec;

  /**
   * Messages about upgrades and security bulletins in a Pub/Sub topic.
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

/** Resource usage in a dataset of BigQuery. */
export interface GkeUsageMeteringSpec {
  /** Id of an existing dataset in the cluster's project. If omitted, a new one. */
  readonly dataset?: string;

  /**
   * Egress of the cluster is measured too, by pods on each node.
   *
   * @default false
   * @literal
   */
  readonly egress?: boolean;
}

/** Messages in a Pub/Sub topic. */
export interface GkeNotificationsSpec {
  /** Full name of an existing topic in the cluster's project: `projects/…/topics/…`. If omitted, a new one. */
  readonly topic?: string;

  /** Kinds of messages. If omitted, all. */
  readonly events?: readonly GkeNotificationEvent[];
}

/** See {@link GkeNotificationsSpec.events}. */
export type GkeNotificationEvent =
  "UPGRADE_AVAILABLE_EVENT" | "UPGRADE_EVENT" | "SECURITY_BULLETIN_EVENT" | "UPGRADE_INFO_EVENT";
