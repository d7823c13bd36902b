import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";

/** See {@link createControlPlaneLogGroup}. */
export interface ControlPlaneLogsProps {
  readonly clusterName: string;
  readonly retentionDays: number;
  /** Keeps the logs when the cluster is destroyed. */
  readonly keepLogs: boolean;
  /** ARN of the key of logs; undefined with a key of AWS. */
  readonly logsKeyArn?: string;
}

/**
 * The log group to whose name EKS writes. EKS would create it without retention, and it would remain after the cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
 */
export function createControlPlaneLogGroup(
  scope: Construct,
  { clusterName, retentionDays, keepLogs, logsKeyArn }: ControlPlaneLogsProps,
): CloudwatchLogGroup {
  return new CloudwatchLogGroup(scope, "log_group", {
    name: `/aws/eks/${clusterName}/cluster`,
    retentionInDays: retentionDays,
    kmsKeyId: logsKeyArn,
    skipDestroy: keepLogs || undefined,
  });
}
