import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";

/** See {@link PodTraffic}. */
export interface PodTrafficProps {
  /** The security group of nodes. */
  readonly nodeGroupId: string;
  /** The security group that EKS makes for the control plane. */
  readonly controlPlaneGroupId: string;
}

/**
 * Pods of EKS' own making, on Fargate and in Auto Mode, are in the control plane's security group. Where there are node
 * groups beside them, these rules let pods reach pods, and CoreDNS, on any port, as they do among themselves.
 * Source: EKS user guide, "Get started with AWS Fargate", step 1.
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
