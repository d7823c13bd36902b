import type { EksClusterRemoteNetworkConfig } from "@cdktf/provider-aws/lib/eks-cluster";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import type { EksRemoteNetworksSpec } from "../spec";

/** The networks of hybrid nodes, as an argument of the cluster. */
export function remoteNetworkConfig({
  nodeCidrs,
  podCidrs = [],
}: EksRemoteNetworksSpec): EksClusterRemoteNetworkConfig {
  return {
    remoteNodeNetworks: { cidrs: [...nodeCidrs] },
    remotePodNetworks: podCidrs.length > 0 ? { cidrs: [...podCidrs] } : undefined,
  };
}

/** See {@link RemoteNetworks}. */
export interface RemoteNetworksProps extends EksRemoteNetworksSpec {
  /** The security group that EKS creates for the control plane. */
  readonly controlPlaneGroupId: string;
}

/**
 * Allows hybrid nodes and their pods to reach the private endpoint of the API server.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html
 */
export class RemoteNetworks extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { nodeCidrs, podCidrs = [], controlPlaneGroupId }: RemoteNetworksProps,
  ) {
    super(scope, id);
    for (const cidr of [...nodeCidrs, ...podCidrs]) {
      new VpcSecurityGroupIngressRule(this, idOf(this, cidr), {
        securityGroupId: controlPlaneGroupId,
        description: "Hybrid nodes and their pods reach the API server",
        cidrIpv4: cidr,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      });
    }
  }
}
