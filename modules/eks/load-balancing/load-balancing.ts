import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { EksWorkloadIdentity } from "../identity/workload-identity";
import { limits } from "../limits";
import { externalDnsStatements, loadBalancerControllerStatements } from "./policies";
import { externalDnsAccount, loadBalancerControllerAccount } from "../identity/service-accounts";

/**
 * Tags by which load balancer controllers find the subnets for their load balancers.
 * Source: EKS user guide, "View Amazon EKS networking requirements for VPC and subnets".
 */
export const loadBalancerSubnetTags = {
  /** Load balancers that face the internet. */
  public: { "kubernetes.io/role/elb": "1" },
  /** Load balancers inside the network. */
  private: { "kubernetes.io/role/internal-elb": "1" },
} as const;

/** See {@link EksLoadBalancing}. */
export interface EksLoadBalancingProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly vpcId: string;
  readonly nodeSecurityGroupId: string;
  readonly controller?: boolean;
  readonly sharedSecurityGroup?: boolean;
  /** Ids of hosted zones; none: no ExternalDNS. */
  readonly dnsZones: readonly string[];
}

/** What the programs need outside the cluster that make load balancers for its services, and names for these. */
export class EksLoadBalancing extends Construct {
  /** The identity of the AWS Load Balancer Controller; undefined without it. */
  readonly controller?: EksWorkloadIdentity;

  /** The identity of ExternalDNS; undefined without zones. */
  readonly externalDns?: EksWorkloadIdentity;

  /** The side of all load balancers that faces the nodes; undefined when the controller makes its own. */
  readonly sharedSecurityGroup?: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksLoadBalancingProps,
  ) {
    super(scope, id);
    const { clusterName, cluster, region, dnsZones } = props;
    const context = { clusterName, cluster, region };

    if (props.controller) {
      this.controller = new EksWorkloadIdentity(this, "controller", {
        ...context,
        ...loadBalancerControllerAccount,
        statements: loadBalancerControllerStatements(props),
      });
    }
    if (dnsZones.length > 0) {
      this.externalDns = new EksWorkloadIdentity(this, "external_dns", {
        ...context,
        ...externalDnsAccount,
        statements: externalDnsStatements(region, dnsZones),
      });
    }
    if (props.sharedSecurityGroup) this.sharedSecurityGroup = this.createSharedSecurityGroup();
  }

  private createSharedSecurityGroup(): SecurityGroup {
    const { clusterName, vpcId, nodeSecurityGroupId } = this.props;
    const group = new SecurityGroup(this, "security_group", {
      name: boundedName([clusterName, "load-balancers"], limits.securityGroupName),
      description: `Load balancers of the EKS cluster ${clusterName}, towards its nodes`,
      vpcId,
      // Not the tag of the cluster: the controller takes the one group of a node's interface that has it.
      tags: { Name: `${clusterName}-load-balancers` },
    });
    // Targets are pods on ports of their own, or node ports; health checks go to either.
    const allTcp = { ipProtocol: "tcp", fromPort: 0, toPort: 65535 };
    new VpcSecurityGroupEgressRule(this, "load_balancers_to_nodes", {
      securityGroupId: group.id,
      description: "Load balancers reach nodes and pods",
      referencedSecurityGroupId: nodeSecurityGroupId,
      ...allTcp,
    });
    new VpcSecurityGroupIngressRule(this, "nodes_from_load_balancers", {
      securityGroupId: nodeSecurityGroupId,
      description: "Load balancers reach nodes and pods",
      referencedSecurityGroupId: group.id,
      ...allTcp,
    });
    return group;
  }
}
