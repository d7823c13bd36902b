import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** What the control plane and the cluster write down. */
export interface AksObservabilitySpec extends ObservabilitySpec {
  /**
   * Days for which logs are kept, 30 to 730.
   *
   * @default 90
   */
  readonly retentionDays?: number;

  /** Logs stay with their workspace, which is made here: a destroy with `keepLogs` is refused. Name an existing one instead. */
  readonly keepLogs?: false;

  /** Id of an existing Log Analytics workspace; a new one when left out. */
  readonly workspaceId?: string;

  /**
   * Logs of the control plane.
   *
   * @default ["kube-audit-admin", "guard", "cluster-autoscaler", "kube-controller-manager", "kube-scheduler", "cloud-controller-manager"]
   * @literal shape
   */
  readonly logTypes?: readonly AksLogType[];

  /**
   * Logs and inventory of containers, in the workspace (Container Insights).
   *
   * @default true
   * @literal
   */
  readonly containerInsights?: boolean;

  /**
   * Metrics of nodes and pods in a workspace of Azure Monitor (managed Prometheus), with all that has to be there for them to be
   * collected.
   *
   * @default false
   * @literal
   */
  readonly managedPrometheus?: boolean;

  /**
   * Microsoft Defender for Containers watches the nodes.
   *
   * @default false
   * @literal
   */
  readonly defender?: boolean;
}

/** See {@link AksObservabilitySpec.logTypes}. */
export type AksLogType =
  | "kube-apiserver"
  | "kube-audit"
  | "kube-audit-admin"
  | "kube-controller-manager"
  | "kube-scheduler"
  | "cluster-autoscaler"
  | "cloud-controller-manager"
  | "guard"
  | "csi-azuredisk-controller"
  | "csi-azurefile-controller"
  | "csi-snapshot-controller";
