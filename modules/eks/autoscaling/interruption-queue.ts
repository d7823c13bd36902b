import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import { policyDocument } from "../../aws/policies";

/** An event on the default bus of the account. */
interface Event {
  readonly source: string;
  readonly detailType: string;
  readonly detail?: Readonly<Record<string, readonly string[]>>;
  readonly why: string;
}

/**
 * Events before or after the termination of a machine. The spelling of each detail type is that of EventBridge.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 * @see https://github.com/aws/aws-node-termination-handler#readme
 */
export const interruptionEvents = {
  health: {
    source: "aws.health",
    detailType: "AWS Health Event",
    why: "AWS reports a problem or maintenance",
  },
  scheduled_change: {
    source: "aws.health",
    detailType: "AWS Health Event",
    detail: { service: ["EC2"], eventTypeCategory: ["scheduledChange"] },
    why: "AWS will maintain or retire a machine",
  },
  spot_interruption: {
    source: "aws.ec2",
    detailType: "EC2 Spot Instance Interruption Warning",
    why: "EC2 takes a spot machine back in two minutes",
  },
  rebalance: {
    source: "aws.ec2",
    detailType: "EC2 Instance Rebalance Recommendation",
    why: "A spot machine is likely to be taken back",
  },
  state_change: {
    source: "aws.ec2",
    detailType: "EC2 Instance State-change Notification",
    why: "A machine stops or ends",
  },
  capacity_reservation: {
    source: "aws.ec2",
    detailType: "EC2 Capacity Reservation Instance Interruption Warning",
    why: "The owner of reserved capacity takes it back",
  },
  group_termination: {
    source: "aws.autoscaling",
    detailType: "EC2 Instance-terminate Lifecycle Action",
    why: "An Auto Scaling group is about to end a machine, and waits",
  },
} as const satisfies Record<string, Event>;

export type InterruptionEvent = keyof typeof interruptionEvents;

/** See {@link InterruptionQueue}. */
export interface InterruptionQueueProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** Reader of the queue, a part of its name. */
  readonly reader: string;
  readonly events: readonly InterruptionEvent[];
}

/** A queue of events about terminated machines, for the program that drains nodes. */
export class InterruptionQueue extends Construct {
  readonly queue: SqsQueue;

  /** The rules on the event bus of the account, by event. */
  readonly rules: ReadonlyMap<InterruptionEvent, CloudwatchEventRule>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: InterruptionQueueProps,
  ) {
    super(scope, id);

    this.queue = new SqsQueue(this, "Resource", {
      name: boundedName([props.clusterName, props.reader], limits.queueName),
      // Older events are about machines that no longer exist.
      messageRetentionSeconds: 300,
      sqsManagedSseEnabled: true,
    });
    this.rules = new Map(props.events.map((event) => [event, this.createRule(event)]));
    const policy = this.createPolicy();
    for (const [event, rule] of this.rules) {
      new CloudwatchEventTarget(this, `${event}_target`, {
        rule: rule.id,
        targetId: "interruption-queue",
        arn: this.queue.arn,
        // EventBridge drops events that it may not deliver.
        dependsOn: [policy],
      });
    }
  }

  private createRule(name: InterruptionEvent): CloudwatchEventRule {
    const { source, detailType, detail, why }: Event = interruptionEvents[name];
    const { clusterName, reader } = this.props;
    return new CloudwatchEventRule(this, name, {
      name: boundedName([clusterName, reader, name.replaceAll("_", "-")], limits.eventRuleName),
      description: why,
      eventPattern: JSON.stringify({ source: [source], "detail-type": [detailType], detail }),
    });
  }

  /** Only these rules may send, since a forged event would drain nodes. TLS is required. */
  private createPolicy(): SqsQueuePolicy {
    return new SqsQueuePolicy(this, "policy", {
      queueUrl: this.queue.url,
      policy: policyDocument([
        {
          sid: "ReceiveEvents",
          principal: { Service: ["events.amazonaws.com"] },
          actions: ["sqs:SendMessage"],
          resources: [this.queue.arn],
          conditions: { ArnEquals: { "aws:SourceArn": [...this.rules.values()].map((rule) => rule.arn) } },
        },
        {
          sid: "RefusePlainHttp",
          effect: "Deny",
          principal: "*",
          actions: ["sqs:*"],
          resources: [this.queue.arn],
          conditions: { Bool: { "aws:SecureTransport": ["false"] } },
        },
      ]),
    });
  }
}
