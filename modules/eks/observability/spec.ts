import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** What the control plane writes down. */
export interface EksObservabilitySpec extends ObservabilitySpec {
  /**
   * Logs of the control plane.
   *
   * @default ["api", "audit", "authenticator"]
   * @literal shape
   */
  readonly logTypes?: readonly EksLogType[];

  /**
   * Days for which logs are kept, one of those that CloudWatch Logs knows.
   *
   * @default 90
   */
  readonly retentionDays?: number;
}

/** See {@link EksObservabilitySpec.logTypes}. */
export type EksLogType = "api" | "audit" | "authenticator" | "controllerManager" | "scheduler";
