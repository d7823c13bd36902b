import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { EksWorkloadIdentity, type IssuerOf } from "../identity/workload-identity";
import { limits } from "../limits";
import { externalDnsStatements, loadBalancerControllerStatements } from "./policies";
import { externalDnsAccount, loadBalancerControllerAccount } from "../identity/service-accounts";

/** See {@link EksLoadBalancing}. */
export interface EksLoadBalancingProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly issuerOf: IssuerOf;
  readonly vpcId: string;
  readonly nodeSecurityGroupId: string;
  readonly controller?: boolean;
  readonly sharedSecurityGroup?: boolean;
  /** Ids of hosted zones. If empty, there is no ExternalDNS. */
  readonly dnsZones: readonly string[];
}

/** Resources outside the cluster for the AWS Load Balancer Controller and ExternalDNS. */
export class EksLoadBalancing extends Construct {
  /** The identity of the AWS Load Balancer Controller; undefined without it. */
  readonly controller?: EksWorkloadIdentity;

  /** The identity of ExternalDNS; undefined without zones. */
  readonly externalDns?: EksWorkloadIdentity;

  /** The security group of load balancers on the side of the nodes; undefined if the controller creates groups. */
  readonly sharedSecurityGroup?: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksLoadBalancingProps,
  ) {
    super(scope, id);
    const { clusterName, cluster, clusterArn, region, dnsZones } = props;
    const context = { clusterName, cluster, clusterArn, region };

    if (props.controller) {
      this.controller = new EksWorkloadIdentity(this, "controller", {
        ...context,
        ...loadBalancerControllerAccount,
        issuer: props.issuerOf(loadBalancerControllerAccount),
        statements: loadBalancerControllerStatements(props),
      });
    }
    if (dnsZones.length > 0) {
      this.externalDns = new EksWorkloadIdentity(this, "external_dns", {
        ...context,
        ...externalDnsAccount,
        issuer: props.issuerOf(externalDnsAccount),
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
      // Without the tag of the cluster: the controller uses the one group of an interface that has it.
      tags: { Name: `${clusterName}-load-balancers` },
    });
    // Targets are pods on any port, or node ports; health checks use either.
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
