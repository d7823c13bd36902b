import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import { isSecurityGroupId } from "../network/security-group-ids";

/** See {@link PrivateClients}. */
export interface PrivateClientsProps {
  /** IPv4 ranges and ids of security groups. */
  readonly privateFrom: readonly string[];
  /** The security group that EKS creates for the control plane. */
  readonly controlPlaneGroupId: string;
}

/**
 * Allows clients to reach the private endpoint of the API server.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */
export class PrivateClients extends Construct {
  constructor(scope: Construct, id: string, { privateFrom, controlPlaneGroupId }: PrivateClientsProps) {
    super(scope, id);
    for (const client of privateFrom) {
      new VpcSecurityGroupIngressRule(this, idOf(this, client), {
        securityGroupId: controlPlaneGroupId,
        description: "Clients reach the private endpoint of the API server",
        ...(isSecurityGroupId(client) ? { referencedSecurityGroupId: client } : { cidrIpv4: client }),
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      });
    }
  }
}
