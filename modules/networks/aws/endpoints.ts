import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { type AwsNetworkProps, named } from "./props";

/** Image layers come from S3. This endpoint is free, and the traffic does not use the NAT gateways. */
export function createS3Endpoint(
  scope: Construct,
  props: AwsNetworkProps,
  vpc: Vpc,
  tables: readonly RouteTable[],
): VpcEndpoint {
  return new VpcEndpoint(scope, "endpoint_s3", {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${props.region}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: tables.map((table) => table.id),
    tags: named(props, "s3"),
  });
}

/** The interface endpoints, with one security group that allows HTTPS from the VPC. */
export function createInterfaceEndpoints(
  scope: Construct,
  props: AwsNetworkProps,
  vpc: Vpc,
  subnets: readonly Subnet[],
): ITerraformDependable[] {
  if (props.endpoints.length === 0) return [];

  const securityGroup = new SecurityGroup(scope, "endpoints", {
    name: props.endpointsGroupName,
    description: "HTTPS from the VPC to interface endpoints",
    vpcId: vpc.id,
    tags: named(props, "endpoints"),
  });
  const https = (id: string, cidrIpv4: string, description: string) =>
    new VpcSecurityGroupIngressRule(scope, id, {
      securityGroupId: securityGroup.id,
      description,
      cidrIpv4,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
  const rules = [https("endpoints_https", props.cidr, "HTTPS from the VPC")];
  if (props.podCidr) rules.push(https("endpoints_https_pods", props.podCidr, "HTTPS from pods"));
  const endpoints = props.endpoints.map(
    (service) =>
      new VpcEndpoint(scope, `endpoint_${service}`, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${props.region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: subnets.map((subnet) => subnet.id),
        securityGroupIds: [securityGroup.id],
        tags: named(props, service),
      }),
  );
  return [...rules, ...endpoints];
}
