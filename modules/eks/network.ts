import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Ec2Tag } from "@cdktf/provider-aws/lib/ec2-tag";
import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Cidr } from "../cluster/addresses";
import { boundedName } from "../cluster/names";
import { idOf } from "../cluster/references";
import type { Nat } from "../cluster/vocabulary";
import { discoveryTag } from "./autoscaling";
import { limits } from "./limits";
import { loadBalancerSubnetTags } from "./load-balancing";
import { podSubnetTags, type PodSubnet } from "./pod-network";
import { policyDocument, trustPolicy } from "./policies";
import type { EksEndpoint, EksExistingNetwork } from "./props";
import { ipv6SubnetNumber, planPodSubnets, planSubnets, type Tier, type ZoneSubnets } from "./subnet-plan";

/** A subnet for nodes and pods. */
export interface NodeSubnet {
  readonly id: string;
  readonly zone: string;
  /** Changes when the subnet is replaced by another one; known before it is made. */
  readonly identity: string;
}

/** What the other rooms need of a network, new or existing. */
export interface ClusterNetwork {
  readonly vpcId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly controlPlaneSubnetIds: readonly string[];

  /** Subnets of pods alone; none when pods share those of the nodes. */
  readonly podSubnets: readonly PodSubnet[];

  /** What must stand before a node can reach anything, and be torn down after the last one is gone. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}

/** A VPC that is there already. Nothing is made in it. */
export function existingNetwork(existing: EksExistingNetwork): ClusterNetwork {
  return {
    vpcId: existing.vpcId,
    nodeSubnets: existing.nodeSubnets.map(({ id, zone }) => ({ id, zone, identity: id })),
    controlPlaneSubnetIds: existing.controlPlaneSubnetIds ?? existing.nodeSubnets.map((subnet) => subnet.id),
    podSubnets: existing.podSubnets ?? [],
    nodePrerequisites: [],
  };
}

/** Tells load balancer controllers which subnets of a VPC with several clusters are also this one's. */
export function shareSubnets(
  scope: Construct,
  clusterName: string,
  { nodeSubnets }: EksExistingNetwork,
): void {
  for (const { id } of nodeSubnets) {
    new Ec2Tag(scope, `tag_${idOf(scope, id)}`, {
      resourceId: id,
      key: `kubernetes.io/cluster/${clusterName}`,
      value: "shared",
    });
  }
}

/** See {@link EksNetwork}. All loose forms are resolved: zones are names. */
export interface EksNetworkProps {
  readonly clusterName: string;
  readonly region: string;
  readonly cidr: string;
  readonly zones: readonly string[];
  /** No way to the internet: no gateways, no public subnets. */
  readonly isPrivate: boolean;
  readonly nat: Nat;
  /** Subnets have IPv6 addresses too, and private ones a way out of their own for these. */
  readonly ipv6: boolean;
  /** Range of the pods' own subnets; they share those of the nodes when left out. */
  readonly podCidr?: string;
  readonly endpoints: readonly EksEndpoint[];
  /** Days for which flow logs are kept; none are written when left out. */
  readonly flowLogDays?: number;
  /** Leaves the flow logs when the network goes. */
  readonly keepLogs: boolean;
  /** Refuses to lose what the control plane lives in. */
  readonly protection: boolean;
}

/**
 * A VPC over the cluster's zones.
 *
 * ```text
 *            internet gateway
 *                   │
 *   public   [ a ][ b ][ c ]   NAT gateways, internet-facing load balancers
 *                   │
 *   private  [ a ][ b ][ c ]   nodes, pods, internal load balancers
 *   pods     [ a ][ b ][ c ]   pods alone, on the way out of the private ones; only with a range of their own
 *   intra    [ a ][ b ][ c ]   the control plane's interfaces, interface endpoints; no way out
 * ```
 *
 * A private network has neither internet gateway nor public subnets.
 */
export class EksNetwork extends Construct implements ClusterNetwork {
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

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNetworkProps,
  ) {
    super(scope, id);
    const plan = planSubnets(props.region, Cidr.parse(props.cidr)!, props.zones);

    this.vpc = this.createVpc();
    const internet = props.isPrivate ? undefined : this.createInternetGateway();
    this.publicSubnets = internet ? this.createSubnets("public", plan, loadBalancerSubnetTags.public) : [];
    this.privateSubnets = this.createSubnets("private", plan, {
      ...loadBalancerSubnetTags.private,
      ...discoveryTag(props.clusterName),
    });
    this.intraSubnets = this.createSubnets("intra", plan);

    const publicRoutes = internet ? this.routePublicSubnets(internet) : [];
    // One table per zone whatever the NAT, so that another kind of NAT changes routes and nothing else.
    const privateTables = props.zones.map((zone) => this.createRouteTable("private", zone));
    const associations = this.associate("private", this.privateSubnets, (i) => privateTables[i]);
    this.natGateways = internet ? this.createNatGateways(internet) : [];
    const routes = [...this.routeThroughNat(privateTables), ...this.routeIpv6(privateTables)];
    const podSubnets = this.createPodSubnets(privateTables);
    const intraTable = this.createRouteTable("intra");
    this.associate("intra", this.intraSubnets, () => intraTable);

    const endpoints = [
      this.createS3Endpoint([...privateTables, intraTable]),
      ...this.createInterfaceEndpoints(),
    ];
    if (props.flowLogDays !== undefined) this.createFlowLog(props.flowLogDays);

    this.vpcId = this.vpc.id;
    this.nodeSubnets = this.privateSubnets.map((subnet, i) => ({
      id: subnet.id,
      zone: plan[i].zone,
      identity: plan[i].private.toString(),
    }));
    this.controlPlaneSubnetIds = this.intraSubnets.map((subnet) => subnet.id);
    this.podSubnets = podSubnets;
    this.nodePrerequisites = [
      ...publicRoutes,
      ...associations,
      ...routes,
      ...podSubnets.map(({ association }) => association),
      ...endpoints,
    ];
  }

  private createVpc(): Vpc {
    // Nodes register under their DNS names: both switches must be on (EKS user guide, VPC requirements).
    const vpc = new Vpc(this, "vpc", {
      cidrBlock: this.props.cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      assignGeneratedIpv6CidrBlock: this.props.ipv6 || undefined,
      tags: this.named(),
      // Another range would be another VPC, under a cluster that can't follow.
      lifecycle: this.guarded,
    });
    // Every VPC comes with this group, open inside and outwards. Emptied, it gives nothing to what falls into it.
    new DefaultSecurityGroup(this, "default_security_group", { vpcId: vpc.id, tags: this.named("default") });
    return vpc;
  }

  private createInternetGateway(): InternetGateway {
    return new InternetGateway(this, "internet_gateway", { vpcId: this.vpc.id, tags: this.named() });
  }

  private createSubnets(
    tier: Tier,
    plan: readonly ZoneSubnets[],
    tags: Record<string, string> = {},
  ): Subnet[] {
    return plan.map(
      (subnets) =>
        new Subnet(this, `${tier}_${subnets.zone}`, {
          vpcId: this.vpc.id,
          availabilityZone: subnets.zone,
          cidrBlock: subnets[tier].toString(),
          ...this.ipv6Range(tier, subnets.zone),
          tags: { ...this.named(tier, subnets.zone), ...tags },
          // The control plane keeps its interfaces in the zones that it was made in.
          lifecycle: tier === "intra" ? this.guarded : undefined,
        }),
    );
  }

  /** A /64 of the /56 that Amazon gives the VPC. Nodes and the control plane take theirs as they start. */
  private ipv6Range(tier: Tier, zone: string) {
    if (!this.props.ipv6) return {};
    return {
      ipv6CidrBlock: Fn.cidrsubnet(
        this.vpc.ipv6CidrBlock,
        8,
        ipv6SubnetNumber(this.props.region, tier, zone),
      ),
      assignIpv6AddressOnCreation: true,
    };
  }

  /** Pods' own subnets go out as the nodes of their zone do. */
  private createPodSubnets(tables: readonly RouteTable[]) {
    const { podCidr, region, zones } = this.props;
    if (podCidr === undefined) return [];
    const range = new VpcIpv4CidrBlockAssociation(this, "pod_range", {
      vpcId: this.vpc.id,
      cidrBlock: podCidr,
    });
    return planPodSubnets(region, Cidr.parse(podCidr)!, zones).map(({ zone, range: subnetRange }, i) => {
      const subnet = new Subnet(this, `pods_${zone}`, {
        // By way of the range, which the VPC must have first, and keep last.
        vpcId: range.vpcId,
        availabilityZone: zone,
        cidrBlock: subnetRange.toString(),
        tags: { ...this.named("pods", zone), ...podSubnetTags },
      });
      const association = new RouteTableAssociation(this, `pods_${zone}_association`, {
        subnetId: subnet.id,
        routeTableId: tables[i].id,
      });
      return { id: subnet.id, zone, subnet, association };
    });
  }

  /** Without these the NAT gateways have no way out either. */
  private routePublicSubnets(internet: InternetGateway): ITerraformDependable[] {
    const table = this.createRouteTable("public");
    const route = new Route(this, "public_internet", {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });
    const ipv6 =
      this.props.ipv6 &&
      new Route(this, "public_internet_ipv6", {
        routeTableId: table.id,
        destinationIpv6CidrBlock: "::/0",
        gatewayId: internet.id,
      });
    return [route, ...(ipv6 ? [ipv6] : []), ...this.associate("public", this.publicSubnets, () => table)];
  }

  private createNatGateways(internet: InternetGateway): NatGateway[] {
    switch (this.props.nat) {
      case "none":
        return [];
      case "single":
        return [this.createZonalNatGateway(0, internet)];
      case "per-zone":
        return this.props.zones.map((_, i) => this.createZonalNatGateway(i, internet));
      case "regional":
        return [
          new NatGateway(this, "nat_gateway", {
            availabilityMode: "regional",
            connectivityType: "public",
            vpcId: this.vpc.id,
            tags: this.named(),
            dependsOn: [internet],
          }),
        ];
    }
  }

  private createZonalNatGateway(index: number, internet: InternetGateway): NatGateway {
    const zone = this.props.zones[index];
    // An address and a gateway are of use only once the VPC has its internet gateway (provider documentation).
    const address = new Eip(this, `nat_address_${zone}`, {
      domain: "vpc",
      tags: this.named("nat", zone),
      dependsOn: [internet],
    });
    return new NatGateway(this, `nat_gateway_${zone}`, {
      allocationId: address.id,
      subnetId: this.publicSubnets[index].id,
      tags: this.named(zone),
      dependsOn: [internet],
    });
  }

  private routeThroughNat(tables: readonly RouteTable[]): Route[] {
    if (this.natGateways.length === 0) return [];
    return tables.map(
      (table, i) =>
        new Route(this, `private_${this.props.zones[i]}_internet`, {
          routeTableId: table.id,
          destinationCidrBlock: "0.0.0.0/0",
          natGatewayId: (this.natGateways[i] ?? this.natGateways[0]).id,
        }),
    );
  }

  /** IPv6 needs no NAT: this gateway lets connections out and none in. Where there is no way out, there is none here. */
  private routeIpv6(tables: readonly RouteTable[]): Route[] {
    if (!this.props.ipv6 || this.props.nat === "none") return [];
    const gateway = new EgressOnlyInternetGateway(this, "egress_only_gateway", {
      vpcId: this.vpc.id,
      tags: this.named(),
    });
    return tables.map(
      (table, i) =>
        new Route(this, `private_${this.props.zones[i]}_internet_ipv6`, {
          routeTableId: table.id,
          destinationIpv6CidrBlock: "::/0",
          egressOnlyGatewayId: gateway.id,
        }),
    );
  }

  /** Image layers come from S3; through this endpoint they are free and pass by the NAT gateways. */
  private createS3Endpoint(tables: readonly RouteTable[]): VpcEndpoint {
    return new VpcEndpoint(this, "endpoint_s3", {
      vpcId: this.vpc.id,
      serviceName: `com.amazonaws.${this.props.region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: tables.map((table) => table.id),
      tags: this.named("s3"),
    });
  }

  private createInterfaceEndpoints(): ITerraformDependable[] {
    if (this.props.endpoints.length === 0) return [];

    const securityGroup = new SecurityGroup(this, "endpoints", {
      name: boundedName(["eks", this.props.clusterName, "endpoints"], limits.securityGroupName),
      description: "HTTPS from the VPC to interface endpoints",
      vpcId: this.vpc.id,
      tags: this.named("endpoints"),
    });
    const https = (id: string, cidrIpv4: string, description: string) =>
      new VpcSecurityGroupIngressRule(this, id, {
        securityGroupId: securityGroup.id,
        description,
        cidrIpv4,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      });
    const rules = [https("endpoints_https", this.props.cidr, "HTTPS from the VPC")];
    if (this.props.podCidr) rules.push(https("endpoints_https_pods", this.props.podCidr, "HTTPS from pods"));
    const endpoints = this.props.endpoints.map(
      (service) =>
        new VpcEndpoint(this, `endpoint_${service}`, {
          vpcId: this.vpc.id,
          serviceName: `com.amazonaws.${this.props.region}.${service}`,
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: this.intraSubnets.map((subnet) => subnet.id),
          securityGroupIds: [securityGroup.id],
          tags: this.named(service),
        }),
    );
    return [...rules, ...endpoints];
  }

  private createFlowLog(retentionInDays: number): void {
    const logs = new CloudwatchLogGroup(this, "flow_log_group", {
      name: `/aws/vpc/${this.props.clusterName}/flow-log`,
      retentionInDays,
      skipDestroy: this.props.keepLogs || undefined,
    });
    const role = new IamRole(this, "flow_log_role", {
      name: boundedName([this.props.clusterName, this.props.region, "flow-log"], limits.roleName),
      assumeRolePolicy: trustPolicy("vpc-flow-logs.amazonaws.com"),
    });
    const policy = new IamRolePolicy(this, "flow_log_policy", {
      name: "write-flow-log",
      role: role.name,
      policy: policyDocument([
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          resources: [`${logs.arn}:*`],
        },
        // Lists all groups or none: EC2 looks for its own before it writes.
        { actions: ["logs:DescribeLogGroups"], resources: ["*"] },
      ]),
    });
    new FlowLog(this, "flow_log", {
      vpcId: this.vpc.id,
      trafficType: "ALL",
      logDestination: logs.arn,
      iamRoleArn: role.arn,
      tags: this.named(),
      dependsOn: [policy],
    });
  }

  private createRouteTable(...name: string[]): RouteTable {
    return new RouteTable(this, `${name.join("_")}_routes`, {
      vpcId: this.vpc.id,
      tags: this.named(...name),
    });
  }

  private associate(
    tier: Tier,
    subnets: readonly Subnet[],
    tableOf: (index: number) => RouteTable,
  ): RouteTableAssociation[] {
    return subnets.map(
      (subnet, i) =>
        new RouteTableAssociation(this, `${tier}_${this.props.zones[i]}_association`, {
          subnetId: subnet.id,
          routeTableId: tableOf(i).id,
        }),
    );
  }

  private get guarded() {
    return this.props.protection ? { preventDestroy: true } : undefined;
  }

  /** The `Name` tag: the cluster's name and what tells its parts apart. */
  private named(...parts: string[]): Record<string, string> {
    return { Name: [this.props.clusterName, ...parts].join("-") };
  }
}
