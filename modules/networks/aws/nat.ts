import { Eip } from "@cdktf/provider-aws/lib/eip";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Construct } from "constructs";
import { type AwsNetworkProps, named } from "./props";

/** See {@link createNatGateways}. */
export interface NatSurroundings {
  readonly vpcId: string;
  readonly internet: InternetGateway;
  /** The public subnets, one in each zone. */
  readonly publicSubnets: readonly Subnet[];
}

/** One gateway, one in each zone, a regional one, or none. */
export function createNatGateways(
  scope: Construct,
  props: AwsNetworkProps,
  { vpcId, internet, publicSubnets }: NatSurroundings,
): NatGateway[] {
  const inZone = (zone: string, i: number) =>
    createZonalGateway(scope, props, zone, publicSubnets[i], internet);
  switch (props.nat) {
    case "none":
      return [];
    case "single":
      return props.zones.slice(0, 1).map(inZone);
    case "per-zone":
      return props.zones.map(inZone);
    case "regional":
      return [
        new NatGateway(scope, "nat_gateway", {
          availabilityMode: "regional",
          connectivityType: "public",
          vpcId,
          tags: named(props),
          dependsOn: [internet],
        }),
      ];
  }
}

function createZonalGateway(
  scope: Construct,
  props: AwsNetworkProps,
  zone: string,
  subnet: Subnet,
  internet: InternetGateway,
): NatGateway {
  // An address and a gateway work only with the internet gateway of the VPC.
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway
  const address = new Eip(scope, `nat_address_${zone}`, {
    domain: "vpc",
    tags: named(props, "nat", zone),
    dependsOn: [internet],
  });
  return new NatGateway(scope, `nat_gateway_${zone}`, {
    allocationId: address.id,
    subnetId: subnet.id,
    tags: named(props, zone),
    dependsOn: [internet],
  });
}
