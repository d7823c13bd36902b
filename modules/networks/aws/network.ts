import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Cidr } from "../../cluster/addresses";
import { planSubnets } from "./address-plan";
import type { ClusterNetwork, NodeSubnet, PodSubnet } from "./cluster-network";
import { createInterfaceEndpoints, createS3Endpoint } from "./endpoints";
import { createNatGateways } from "./nat";
import type { AwsNetworkProps } from "./props";
import { associate, createRouteTable, routeIpv6Out, routeThroughNat, routeToInternet } from "./routes";
import { createPodSubnets, createSubnets } from "./subnets";
import { createEgressOnlyGateway, createInternetGateway, createVpc } from "./vpc";

/**
 * A VPC over the cluster's zones.
 *
 * ```text
 *            internet gateway
 *                   │
 *   public   [ a ][ b ][ c ]   NAT gateways, internet-facing load balancers
 *                   │
 *   private  [ a ][ b ][ c ]   nodes, pods, internal load balancers
 *   pods     [ a ][ b ][ c ]   pods only, with the egress of the private subnets; only with podCidr
 *   intra    [ a ][ b ][ c ]   interfaces of the control plane, interface endpoints; no egress
 * ```
 *
 * A private network has neither internet gateway nor public subnets.
 */
export class AwsNetwork extends Construct implements ClusterNetwork {
  readonly vpc: Vpc;
  readonly publicSubnets: readonly Subnet[];
  readonly privateSubnets: readonly Subnet[];
  readonly intraSubnets: readonly Subnet[];
  readonly natGateways: readonly NatGateway[];

  readonly vpcId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly controlPlaneSubnetIds: readonly string[];
  readonly podSubnets: readonly PodSubnet[];
  readonly nodePrerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AwsNetworkProps) {
    super(scope, id);
    const { zones } = props;
    const plan = planSubnets(props.region, Cidr.parse(props.cidr)!, zones);

    const vpc = createVpc(this, props);
    const internet = props.isPrivate ? undefined : createInternetGateway(this, props, vpc);
    this.vpc = vpc;
    this.publicSubnets = internet ? createSubnets(this, props, vpc, "public", plan) : [];
    this.privateSubnets = createSubnets(this, props, vpc, "private", plan);
    this.intraSubnets = createSubnets(this, props, vpc, "intra", plan);

    const prerequisites: ITerraformDependable[] = [];
    if (internet) {
      const table = createRouteTable(this, props, vpc, "public");
      // The NAT gateways need these routes for egress.
      prerequisites.push(
        ...routeToInternet(this, props, table, internet),
        ...this.publicSubnets.map((subnet, i) => associate(this, `public_${zones[i]}`, subnet, table)),
      );
    }

    // One table for each zone with each kind of NAT, so that another kind changes only routes.
    const tables = zones.map((zone) => createRouteTable(this, props, vpc, "private", zone));
    prerequisites.push(
      ...this.privateSubnets.map((subnet, i) => associate(this, `private_${zones[i]}`, subnet, tables[i])),
    );
    this.natGateways = internet
      ? createNatGateways(this, props, { vpcId: vpc.id, internet, publicSubnets: this.publicSubnets })
      : [];
    prerequisites.push(...routeThroughNat(this, props, tables, this.natGateways));
    // A network without IPv4 egress has no IPv6 egress.
    if (props.ipv6 && props.nat !== "none") {
      const gateway = createEgressOnlyGateway(this, props, vpc);
      prerequisites.push(...routeIpv6Out(this, props, tables, gateway));
    }

    // Pod subnets use the egress of the nodes of their zone.
    const podSubnets = createPodSubnets(this, props, vpc);
    prerequisites.push(
      ...podSubnets.map(({ subnet, zone }, i) => associate(this, `pods_${zone}`, subnet, tables[i])),
    );

    const intraTable = createRouteTable(this, props, vpc, "intra");
    this.intraSubnets.forEach((subnet, i) => associate(this, `intra_${zones[i]}`, subnet, intraTable));

    prerequisites.push(
      createS3Endpoint(this, props, vpc, [...tables, intraTable]),
      ...createInterfaceEndpoints(this, props, vpc, this.intraSubnets),
    );

    this.vpcId = vpc.id;
    this.nodeSubnets = this.privateSubnets.map((subnet, i) => ({
      id: subnet.id,
      zone: plan[i].zone,
      identity: plan[i].private.toString(),
    }));
    this.controlPlaneSubnetIds = this.intraSubnets.map((subnet) => subnet.id);
    this.podSubnets = podSubnets.map(({ zone, subnet }) => ({ zone, id: subnet.id }));
    this.nodePrerequisites = prerequisites;
  }
}
