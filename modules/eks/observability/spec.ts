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

  /**
   * ARN of an existing KMS key that encrypts the logs, in the region of the cluster. Its policy must allow `logs.<region>.amazonaws.com`.
   * If omitted, a key of AWS.
   *
   * @change in-place
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly keyId?: string;
}

/** Values of `observability.logTypes`. */
export type EksLogType = "api" | "audit" | "authenticator" | "controllerManager" | "scheduler";
