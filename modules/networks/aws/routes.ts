import type { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";
import { type AwsNetworkProps, named } from "./props";

export function createRouteTable(
  scope: Construct,
  props: AwsNetworkProps,
  vpc: Vpc,
  ...name: string[]
): RouteTable {
  return new RouteTable(scope, `${name.join("_")}_routes`, { vpcId: vpc.id, tags: named(props, ...name) });
}

/** Associates a subnet with its route table; `name` is the id of the subnet. */
export function associate(
  scope: Construct,
  name: string,
  subnet: Subnet,
  table: RouteTable,
): RouteTableAssociation {
  return new RouteTableAssociation(scope, `${name}_association`, {
    subnetId: subnet.id,
    routeTableId: table.id,
  });
}

/** Routes public subnets to the internet gateway. */
export function routeToInternet(
  scope: Construct,
  { ipv6 }: AwsNetworkProps,
  table: RouteTable,
  internet: InternetGateway,
): Route[] {
  const to = { routeTableId: table.id, gatewayId: internet.id };
  return [
    new Route(scope, "public_internet", { ...to, destinationCidrBlock: "0.0.0.0/0" }),
    ...(ipv6 ? [new Route(scope, "public_internet_ipv6", { ...to, destinationIpv6CidrBlock: "::/0" })] : []),
  ];
}

/** Routes private subnets through the NAT gateway of their zone, or the only one. */
export function routeThroughNat(
  scope: Construct,
  { zones }: AwsNetworkProps,
  tables: readonly RouteTable[],
  gateways: readonly NatGateway[],
): Route[] {
  if (gateways.length === 0) return [];
  return tables.map(
    (table, i) =>
      new Route(scope, `private_${zones[i]}_internet`, {
        routeTableId: table.id,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: (gateways[i] ?? gateways[0]).id,
      }),
  );
}

/** Routes IPv6 traffic of private subnets to the egress-only gateway. */
export function routeIpv6Out(
  scope: Construct,
  { zones }: AwsNetworkProps,
  tables: readonly RouteTable[],
  gateway: EgressOnlyInternetGateway,
): Route[] {
  return tables.map(
    (table, i) =>
      new Route(scope, `private_${zones[i]}_internet_ipv6`, {
        routeTableId: table.id,
        destinationIpv6CidrBlock: "::/0",
        egressOnlyGatewayId: gateway.id,
      }),
  );
}
