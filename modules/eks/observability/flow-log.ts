import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import { accountOf, policyDocument, trustPolicy } from "../../aws/policies";
import { partitionOf } from "../../aws/regions";
import { named } from "../../networks/aws/props";
import type { EksNetworkProps } from "../network/props";

/** Records all traffic of the VPC in CloudWatch Logs. */
export function createFlowLog(
  scope: Construct,
  props: EksNetworkProps,
  vpc: Vpc,
  retentionInDays: number,
): FlowLog {
  const logs = new CloudwatchLogGroup(scope, "flow_log_group", {
    name: `/aws/vpc/${props.clusterName}/flow-log`,
    retentionInDays,
    kmsKeyId: props.logsKeyArn,
    skipDestroy: props.keepLogs || undefined,
  });
  const account = accountOf(scope, logs.arn, "flow_log_account");
  const role = new IamRole(scope, "flow_log_role", {
    name: boundedName([props.clusterName, props.region, "flow-log"], limits.roleName),
    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
    assumeRolePolicy: trustPolicy("vpc-flow-logs.amazonaws.com", {
      conditions: {
        StringEquals: { "aws:SourceAccount": [account] },
        ArnLike: {
          "aws:SourceArn": [`arn:${partitionOf(props.region)}:ec2:${props.region}:${account}:vpc-flow-log/*`],
        },
      },
    }),
  });
  const policy = new IamRolePolicy(scope, "flow_log_policy", {
    name: "write-flow-log",
    role: role.id,
    policy: policyDocument([
      {
        actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        resources: [`${logs.arn}:*`],
      },
      // The action supports no resources: EC2 looks for the group before it writes.
      { actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    ]),
  });
  return new FlowLog(scope, "flow_log", {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestination: logs.arn,
    iamRoleArn: role.arn,
    tags: named(props),
    dependsOn: [policy],
  });
}
