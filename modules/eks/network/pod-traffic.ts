import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";

/** See {@link PodTraffic}. */
export interface PodTrafficProps {
  /** The security group of nodes. */
  readonly nodeGroupId: string;
  /** The security group that EKS creates for the control plane. */
  readonly controlPlaneGroupId: string;
}

/**
 * Pods on Fargate and in Auto Mode are in the security group of the control plane. In a cluster that also has node groups,
 * these rules allow all traffic between pods, also to CoreDNS.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-getting-started.html
 */
export class PodTraffic extends Construct {
  constructor(scope: Construct, id: string, { nodeGroupId, controlPlaneGroupId }: PodTrafficProps) {
    super(scope, id);
    new VpcSecurityGroupIngressRule(this, "nodes_from_eks", {
      securityGroupId: nodeGroupId,
      referencedSecurityGroupId: controlPlaneGroupId,
      ipProtocol: "-1",
      description: "Pods on Fargate or Auto Mode reach pods on nodes",
    });
    new VpcSecurityGroupIngressRule(this, "eks_from_nodes", {
      securityGroupId: controlPlaneGroupId,
      referencedSecurityGroupId: nodeGroupId,
      ipProtocol: "-1",
      description: "Pods on nodes reach pods on Fargate or Auto Mode",
    });
  }
}
