import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { synthesizeEks } from "../../support/eks";

const stack = synthesizeEks({ autoscaling: "none", eks: { nodeTerminationHandler: true } });

test("there is none unless asked for", () => {
  expect(synthesizeEks().resources(SqsQueue)).toEqual({});
});

test("it reads a separate queue", () => {
  expect(stack.resource(SqsQueue)).toMatchObject({
    name: "shop-node-termination",
    message_retention_seconds: 300,
    sqs_managed_sse_enabled: true,
  });
  expect(stack.terraform.output.node_termination_queue_url.value).toBe(
    "${aws_sqs_queue.autoscaling_node_termination_handler_queue.url}",
  );
});

test("it hears of groups that end machines, and of what ends machines without them", () => {
  const patterns = Object.values(stack.resources(CloudwatchEventRule)).map(({ event_pattern }) =>
    JSON.parse(event_pattern),
  );
  expect(patterns).toHaveLength(5);
  expect(patterns).toEqual(
    expect.arrayContaining([
      { source: ["aws.autoscaling"], "detail-type": ["EC2 Instance-terminate Lifecycle Action"] },
      {
        source: ["aws.health"],
        "detail-type": ["AWS Health Event"],
        detail: { service: ["EC2"], eventTypeCategory: ["scheduledChange"] },
      },
      { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
      { source: ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"] },
      { source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] },
    ]),
  );
});

test("it may only complete lifecycle actions of groups of its cluster", () => {
  expect(stack.resource(EksPodIdentityAssociation)).toMatchObject({
    namespace: "kube-system",
    service_account: "aws-node-termination-handler",
  });
  const name = "autoscaling_node_termination_handler_identity_role_statements";
  expect(JSON.parse(stack.resource(IamRolePolicy, name).policy).Statement).toEqual([
    {
      Sid: "ReadQueue",
      Effect: "Allow",
      Action: ["sqs:DeleteMessage", "sqs:ReceiveMessage"],
      Resource: ["${aws_sqs_queue.autoscaling_node_termination_handler_queue.arn}"],
    },
    {
      Sid: "GoOn",
      Effect: "Allow",
      Action: ["autoscaling:CompleteLifecycleAction"],
      Resource: ["arn:aws:autoscaling:eu-central-1:*:autoScalingGroup:*:autoScalingGroupName/*"],
      Condition: { StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/shop": ["owned"] } },
    },
    {
      Sid: "Look",
      Effect: "Allow",
      Action: [
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeTags",
        "ec2:DescribeInstances",
      ],
      Resource: ["*"],
    },
  ]);
});

test("a group that it manages waits for it, in each zone", () => {
  const managed = synthesizeEks(
    {
      autoscaling: "none",
      nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3, spread: "per-zone" }],
      eks: { nodeTerminationHandler: true },
    },
    ({ autoscaling, nodeGroups }) =>
      autoscaling.nodeTerminationHandler!.manage(nodeGroups.groups.get("workers")!),
  );
  const hooks = managed.resources(AutoscalingLifecycleHook);
  expect(Object.keys(hooks)).toEqual(
    ["a", "b", "c"].map((zone) => `autoscaling_node_termination_handler_workers_eu_central_1${zone}`),
  );
  expect(Object.values(hooks)[0]).toMatchObject({
    autoscaling_group_name:
      "${aws_eks_node_group.node_groups_workers_eu_central_1a.resources[0].autoscaling_groups[0].name}",
    lifecycle_transition: "autoscaling:EC2_INSTANCE_TERMINATING",
    heartbeat_timeout: 300,
    default_result: "CONTINUE",
  });
  expect(managed.graph.unresolved).toEqual([]);
});

test("it and Karpenter have a queue each", () => {
  const both = synthesizeEks({
    autoscaling: "auto-provisioning",
    eks: { nodeTerminationHandler: true },
  });
  expect(
    Object.values(both.resources(SqsQueue))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["shop-karpenter", "shop-node-termination"]);
  const rules = Object.values(both.resources(CloudwatchEventRule)).map(({ name }) => name);
  expect(new Set(rules).size).toBe(10);
});
