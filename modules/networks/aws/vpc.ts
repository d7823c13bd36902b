import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";
import { type AwsNetworkProps, guarded, named } from "./props";

export function createVpc(scope: Construct, props: AwsNetworkProps): Vpc {
  // Nodes register with their DNS names: both switches must be on.
  // https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
  const vpc = new Vpc(scope, "vpc", {
    cidrBlock: props.cidr,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    assignGeneratedIpv6CidrBlock: props.ipv6 || undefined,
    tags: named(props),
    // Another range would replace the VPC, and with it the cluster.
    lifecycle: guarded(props),
  });
  // Each VPC has this group, with all traffic allowed. Without rules it allows none to resources that use it by mistake.
  new DefaultSecurityGroup(scope, "default_security_group", {
    vpcId: vpc.id,
    tags: named(props, "default"),
  });
  return vpc;
}

export function createInternetGateway(scope: Construct, props: AwsNetworkProps, vpc: Vpc): InternetGateway {
  return new InternetGateway(scope, "internet_gateway", { vpcId: vpc.id, tags: named(props) });
}

/** IPv6 needs no NAT: this gateway allows only outgoing connections. */
export function createEgressOnlyGateway(
  scope: Construct,
  props: AwsNetworkProps,
  vpc: Vpc,
): EgressOnlyInternetGateway {
  return new EgressOnlyInternetGateway(scope, "egress_only_gateway", { vpcId: vpc.id, tags: named(props) });
}
