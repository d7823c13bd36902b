import { AutoscalingGroupTagA as AutoscalingGroupTag } from "@cdktf/provider-aws/lib/autoscaling-group-tag";
import { Construct } from "constructs";
import type { Autoscaling } from "../../cluster/vocabulary";
import { EksWorkloadIdentity, type IssuerOf } from "../identity/workload-identity";
import { nodeTemplateTags } from "../../aws/autoscaler-tags";
import { Karpenter } from "./karpenter";
import { NodeTerminationHandler } from "./node-termination-handler";
import type { NodeRoleSettings } from "../node-groups/roles";
import type { ScalableGroup } from "../node-groups/node-pool";
import { fillPolicy } from "../../aws/policy-template";
import clusterAutoscalerPolicy from "./cluster-autoscaler-policy.json";
import { clusterAutoscalerAccount } from "../identity/service-accounts";

/** See {@link EksAutoscaling}. */
export interface EksAutoscalingProps extends NodeRoleSettings {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly issuerOf: IssuerOf;
  readonly autoscaling: Autoscaling;
  /** Karpenter provides `auto-provisioning`. */
  readonly karpenter: boolean;
  /** ARN of the key of disks; undefined with the key of AWS. */
  readonly disksKeyArn?: string;
  readonly nodeTerminationHandler: boolean;
}

/**
 * Resources outside the cluster for the Cluster Autoscaler (its identity, and tags that describe the nodes of an empty
 * group), for Karpenter, and for the AWS Node Termination Handler. EKS sets the tags by which the autoscaler discovers
 * groups. EKS Auto Mode is a part of the control plane.
 */
export class EksAutoscaling extends Construct {
  /** The identity of the Cluster Autoscaler; undefined without it. */
  readonly clusterAutoscaler?: EksWorkloadIdentity;

  /** Roles and queue of Karpenter; undefined without it. */
  readonly karpenter?: Karpenter;

  /** Queue, hooks and role of the AWS Node Termination Handler; undefined without it. */
  readonly nodeTerminationHandler?: NodeTerminationHandler;

  constructor(scope: Construct, id: string, props: EksAutoscalingProps) {
    super(scope, id);
    if (props.autoscaling === "cluster-autoscaler") {
      this.clusterAutoscaler = new EksWorkloadIdentity(this, "cluster_autoscaler", {
        ...clusterAutoscalerAccount,
        issuer: props.issuerOf(clusterAutoscalerAccount),
        clusterName: props.clusterName,
        cluster: props.cluster,
        clusterArn: props.clusterArn,
        region: props.region,
        statements: fillPolicy(clusterAutoscalerPolicy, props.region, { cluster: props.clusterName }),
      });
    }
    if (props.karpenter) {
      this.karpenter = new Karpenter(this, "karpenter", props);
    }
    if (props.nodeTerminationHandler) {
      this.nodeTerminationHandler = new NodeTerminationHandler(this, "node_termination_handler", props);
    }
  }

  /**
   * Adds tags to the Auto Scaling groups of a node group whose size the autoscaler sets. Self-managed groups have their own
   * tags.
   */
  manage(group: ScalableGroup): void {
    if (group.spec.kind === "self-managed") {
      this.nodeTerminationHandler?.manage(group);
      return;
    }
    if (!this.clusterAutoscaler) return;
    for (const { zone, size, autoScalingGroupName } of group.nodePools) {
      if (size.owner !== "autoscaler") continue;
      for (const { id, key, value } of nodeTemplateTags(group)) {
        new AutoscalingGroupTag(this, [group.spec.name, zone, id].filter(Boolean).join("_"), {
          autoscalingGroupName: autoScalingGroupName,
          tag: { key, value, propagateAtLaunch: false },
        });
      }
    }
  }
}
