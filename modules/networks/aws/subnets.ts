import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { Cidr } from "../../cluster/addresses";
import { ipv6SubnetNumber, planPodSubnets, type Tier, type ZoneSubnets } from "./address-plan";
import { type AwsNetworkProps, guarded, named } from "./props";

/** The subnets of a tier, one in each zone. */
export function createSubnets(
  scope: Construct,
  props: AwsNetworkProps,
  vpc: Vpc,
  tier: Tier,
  plan: readonly ZoneSubnets[],
): Subnet[] {
  const tags = tier === "intra" ? {} : props.subnetTags?.[tier];
  return plan.map(
    (subnets) =>
      new Subnet(scope, `${tier}_${subnets.zone}`, {
        vpcId: vpc.id,
        availabilityZone: subnets.zone,
        cidrBlock: subnets[tier].toString(),
        ...ipv6Range(props, vpc, tier, subnets.zone),
        tags: { ...named(props, tier, subnets.zone), ...tags },
        // The control plane keeps its interfaces in its original zones.
        lifecycle: tier === "intra" ? guarded(props) : undefined,
      }),
  );
}

/** A /64 of the /56 that Amazon assigns to the VPC. Nodes and the control plane get their addresses when they start. */
function ipv6Range({ ipv6, region }: AwsNetworkProps, vpc: Vpc, tier: Tier, zone: string) {
  if (!ipv6) return {};
  return {
    ipv6CidrBlock: Fn.cidrsubnet(vpc.ipv6CidrBlock, 8, ipv6SubnetNumber(region, tier, zone)),
    assignIpv6AddressOnCreation: true,
  };
}

/** Pod subnets, in a second range of the VPC; none if pods use the node subnets. */
export function createPodSubnets(
  scope: Construct,
  props: AwsNetworkProps,
  vpc: Vpc,
): { readonly zone: string; readonly subnet: Subnet }[] {
  const { podCidr, region, zones } = props;
  if (podCidr === undefined) return [];
  const association = new VpcIpv4CidrBlockAssociation(scope, "pod_range", {
    vpcId: vpc.id,
    cidrBlock: podCidr,
  });
  return planPodSubnets(region, Cidr.parse(podCidr)!, zones).map(({ zone, range }) => ({
    zone,
    subnet: new Subnet(scope, `pods_${zone}`, {
      // The VPC must have the range before the subnet is created, and until it is destroyed.
      vpcId: association.vpcId,
      availabilityZone: zone,
      cidrBlock: range.toString(),
      tags: { ...named(props, "pods", zone), ...props.subnetTags?.pods },
    }),
  }));
}
