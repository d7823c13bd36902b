import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** Logs and metrics of the control plane and the cluster. */
export interface AksObservabilitySpec extends ObservabilitySpec {
  /**
   * Days for which logs are kept, 30 to 730.
   *
   * @default 90
   */
  readonly retentionDays?: number;

  /**
   * Not supported: logs are in a new workspace, which a destroy deletes with its logs.
   *
   * @refused a destroy deletes the new workspace with its logs; to keep them, use an existing workspace: observability.workspaceId
   */
  readonly keepLogs?: never;

  /** Id of an existing Log Analytics workspace; a new one if omitted. */
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
   * Metrics of nodes and pods in a workspace of Azure Monitor (managed Prometheus), with all resources that their collection needs.
   *
   * @default false
   * @literal
   */
  readonly managedPrometheus?: boolean;

  /**
   * Microsoft Defender for Containers monitors the nodes. Its agents need the keys of a workspace: `workspaceId` is required, with
   * local authentication.
   *
   * @default false
   * @literal
   */
  readonly defender?: boolean;
}

/** Item of `observability.logTypes`. */
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
