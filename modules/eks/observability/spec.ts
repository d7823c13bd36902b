import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** Logs of the control plane and of the network. */
export interface EksObservabilitySpec extends ObservabilitySpec {
  /**
   * Logs of the control plane.
   *
   * @default ["api", "audit", "authenticator"]
   * @literal shape
   * @change in-place
   */
  readonly logTypes?: readonly EksLogType[];

  /**
   * Days for which logs are kept, one of the values that CloudWatch Logs supports.
   *
   * @default 90
   * @change in-place
   */
  readonly retentionDays?: number;
}

/** Values of `observability.logTypes`. */
export type EksLogType = "api" | "audit" | "authenticator" | "controllerManager" | "scheduler";
