import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { EksWorkloadIdentity } from "../identity/workload-identity";
import { terminationHandlerAccount } from "../identity/service-accounts";
import { InterruptionQueue } from "./interruption-queue";
import type { ScalableGroup } from "../node-groups/node-pool";
import { fillPolicy } from "../identity/policy-template";
import policy from "./node-termination-handler-policy.json";

/**
 * Seconds that a group waits for the handler: the time to drain a node, beyond which EC2 ends it all the same. As the
 * handler's README advises.
 */
const heartbeatTimeout = 300;

/** See {@link NodeTerminationHandler}. */
export interface NodeTerminationHandlerProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
}

/** What the AWS Node Termination Handler needs outside the cluster to drain nodes of self-managed groups. */
export class NodeTerminationHandler extends Construct {
  /** The `queueURL` of the chart is its URL. */
  readonly queue: SqsQueue;
  readonly identity: EksWorkloadIdentity;

  constructor(scope: Construct, id: string, { clusterName, cluster, region }: NodeTerminationHandlerProps) {
    super(scope, id);
    this.queue = new InterruptionQueue(this, "queue", {
      clusterName,
      reader: "node-termination",
      events: ["group_termination", "scheduled_change", "spot_interruption", "rebalance", "state_change"],
    }).queue;
    this.identity = new EksWorkloadIdentity(this, "identity", {
      ...terminationHandlerAccount,
      clusterName,
      cluster,
      region,
      statements: fillPolicy(policy, region, { cluster: clusterName, queueArn: this.queue.arn }),
    });
  }

  /**
   * Lets the Auto Scaling groups of a node group wait until their nodes are drained. The groups carry the tags
   * `kubernetes.io/cluster/<name>: owned` and, handed to their machines, `terminationHandlerTag`.
   */
  manage(group: ScalableGroup): void {
    // The group waits already, as long as it says.
    if (group.spec.autoScalingGroup?.terminationWaitSeconds !== undefined) return;
    for (const { zone, autoScalingGroupName } of group.nodePools) {
      new AutoscalingLifecycleHook(this, [group.spec.name, zone].filter(Boolean).join("_"), {
        name: "drain",
        autoscalingGroupName: autoScalingGroupName,
        lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        heartbeatTimeout,
        defaultResult: "CONTINUE",
      });
    }
  }
}
