import { defaults } from "../fields.generated";
import type { EksLogType, EksObservabilitySpec } from "./spec";

/** Logs of a cluster, with defaults. */
export interface LogSettings {
  readonly logTypes: readonly EksLogType[];
  /** Days for which logs are kept. */
  readonly retentionDays: number;
  /** Keeps the logs when the cluster is destroyed. */
  readonly keepLogs: boolean;
  /** ARN of the key of logs; undefined with a key of AWS. */
  readonly logsKeyArn?: string;
}

export function logSettings(observability: EksObservabilitySpec = {}): LogSettings {
  const {
    logTypes = defaults["observability.logTypes"],
    retentionDays = defaults["observability.retentionDays"],
    keepLogs = defaults["observability.keepLogs"],
  } = observability;
  return { logTypes, retentionDays, keepLogs, logsKeyArn: observability.keyId };
}
