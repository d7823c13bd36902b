import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { EksWorkloadIdentity, type IssuerOf } from "../identity/workload-identity";
import { terminationHandlerAccount } from "../identity/service-accounts";
import { InterruptionQueue } from "./interruption-queue";
import type { ScalableGroup } from "../node-groups/node-pool";
import { fillPolicy } from "../../aws/policy-template";
import policy from "./node-termination-handler-policy.json";

/** Seconds that a group waits for the handler to drain a node, as the README of the handler recommends. */
const heartbeatTimeout = 300;

/** See {@link NodeTerminationHandler}. */
export interface NodeTerminationHandlerProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly issuerOf: IssuerOf;
}

/** Resources outside the cluster that the AWS Node Termination Handler needs to drain nodes of self-managed groups. */
export class NodeTerminationHandler extends Construct {
  /** The value of `queueURL` of the chart is its URL. */
  readonly queue: SqsQueue;
  readonly identity: EksWorkloadIdentity;

  constructor(scope: Construct, id: string, props: NodeTerminationHandlerProps) {
    super(scope, id);
    const { clusterName, cluster, clusterArn, region, issuerOf } = props;
    this.queue = new InterruptionQueue(this, "queue", {
      clusterName,
      reader: "node-termination",
      events: ["group_termination", "scheduled_change", "spot_interruption", "rebalance", "state_change"],
    }).queue;
    this.identity = new EksWorkloadIdentity(this, "identity", {
      ...terminationHandlerAccount,
      issuer: issuerOf(terminationHandlerAccount),
      clusterName,
      cluster,
      clusterArn,
      region,
      statements: fillPolicy(policy, region, { cluster: clusterName, queueArn: this.queue.arn }),
    });
  }

  /**
   * Makes the Auto Scaling groups of a node group wait until their nodes are drained. The groups have the tag
   * `kubernetes.io/cluster/<name>: owned`, and their machines `terminationHandlerTag`.
   */
  manage(group: ScalableGroup): void {
    // `terminationWaitSeconds` already makes the group wait.
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
