import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NatGatewayPublicIpAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { RouteTable } from "@cdktf/provider-azurerm/lib/route-table";
import { Subnet, type SubnetDelegation } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { SubnetRouteTableAssociation } from "@cdktf/provider-azurerm/lib/subnet-route-table-association";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Exposure } from "../programs";
import { forAzurerm } from "../provider-arguments";
import type { AksEgress, AksPeeringSpec } from "../spec";
import type { ResourceGroupRef } from "../resource-group/resource-group";
import type { ClusterNetwork, NodeSubnet } from "./cluster-network";
import { openPorts } from "./inbound-rules";
import { createPeering } from "./peerings";
import { RegistryEndpoint } from "./registry-endpoint";
import { planIpv6, planSubnets, type Ipv6Plan, type SubnetPlan } from "./address-plan";
import { zonesOfAzure } from "../zones";

/** Props of `AksNetwork`. */
export interface AksNetworkProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly cidr: string;
  readonly zones: readonly string[];
  readonly nat: "single" | "per-zone" | "regional";
  readonly egress?: AksEgress;

  /** Nodes have IPv6 addresses in addition to IPv4. */
  readonly dualStack: boolean;

  /** Pods have a separate subnet. */
  readonly podSubnet: boolean;

  /** The API server has addresses in the network. */
  readonly apiServerSubnet: boolean;

  /** Nodes reach storage accounts through a service endpoint instead of the internet. */
  readonly storageEndpoint: boolean;

  /** Networks that are connected before the first node starts. */
  readonly peerings: readonly AksPeeringSpec[];

  /** Ports that are open to the internet. */
  readonly exposures: readonly Exposure[];

  /** Ranges that reach public load balancers; the internet if undefined. */
  readonly publicFrom?: readonly string[];
  readonly protection: boolean;
}

/** The virtual network: subnets for nodes, pods, the API server and private endpoints, security groups, routes and NAT gateways. */
export class AksNetwork extends Construct implements ClusterNetwork {
  readonly vnet: VirtualNetwork;

  /** The IPv4 range. */
  readonly cidr: string;
  readonly vnetId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly podSubnetId?: string;
  readonly apiServerSubnetId?: string;
  readonly endpointSubnetId: string;
  readonly routeTableId?: string;
  readonly egressAddresses: string[] = [];
  readonly nodePrerequisites: ITerraformDependable[] = [];

  private readonly plan: SubnetPlan;
  private readonly ipv6?: Ipv6Plan;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksNetworkProps,
  ) {
    super(scope, id);
    this.plan = planSubnets(props.cidr);
    if (props.dualStack) this.ipv6 = planIpv6(props.cidr);
    this.cidr = props.cidr;
    this.vnet = this.createVnet();
    this.vnetId = this.vnet.id;

    this.createPeerings();
    const nodeRules = this.createSecurityGroup("nodes");
    openPorts(this, nodeRules, props.exposures, props.publicFrom);
    const nodes = this.createNodeSubnets();
    this.nodeSubnets = nodes.map(({ subnet, zone }) => ({ id: subnet.id, zone }));
    const workers = nodes.map(({ subnet }) => subnet);
    if (props.podSubnet) {
      const pods = this.createPodSubnet();
      this.podSubnetId = pods.id;
      workers.push(pods);
    }
    for (const subnet of workers) this.attach(nodeRules, subnet);
    this.routeTableId = this.createRoutes(workers);
    this.createNatGateways(nodes, workers);

    if (props.apiServerSubnet) this.apiServerSubnetId = this.createApiServerSubnet().id;
    this.endpointSubnetId = this.createEndpointSubnet().id;
    this.createRegistryEndpoint();
  }

  /** Creates the subnet for volumes of Azure NetApp Files. Azure allows no other resources in it. */
  createNetAppSubnet(): Subnet {
    return this.createSubnet("netapp", this.plan.netApp, {
      delegation: [delegationTo("Microsoft.Netapp/volumes")],
    });
  }

  private createVnet(): VirtualNetwork {
    const { clusterName, place, cidr, protection } = this.props;
    return new VirtualNetwork(this, "vnet", {
      ...place,
      name: clusterName,
      addressSpace: this.ipv6 ? [cidr, this.ipv6.network] : [cidr],
      lifecycle: { preventDestroy: protection },
    });
  }

  private createPeerings(): void {
    const { clusterName, peerings } = this.props;
    for (const peering of peerings)
      this.nodePrerequisites.push(...createPeering(this, { clusterName, vnet: this.vnet, peering }));
  }

  private createNodeSubnets(): { subnet: Subnet; zone?: string }[] {
    const serviceEndpoints = this.props.storageEndpoint ? ["Microsoft.Storage"] : undefined;
    if (this.props.nat !== "per-zone" || this.props.egress?.type !== "nat-gateway") {
      const more = this.ipv6 && [this.ipv6.nodes];
      return [{ subnet: this.createSubnet("nodes", this.plan.nodes, { serviceEndpoints, more }) }];
    }
    return this.props.zones.map((zone) => ({
      subnet: this.createSubnet(`nodes_${zone}`, this.plan.nodesByZone[zone], { serviceEndpoints }),
      zone,
    }));
  }

  private createPodSubnet(): Subnet {
    return this.createSubnet("pods", this.plan.pods, {
      serviceEndpoints: this.props.storageEndpoint ? ["Microsoft.Storage"] : undefined,
      delegation: [delegationTo("Microsoft.ContainerService/managedClusters")],
    });
  }

  private createApiServerSubnet(): Subnet {
    return this.createSubnet("api_server", this.plan.apiServer, {
      delegation: [delegationTo("Microsoft.ContainerService/managedClusters")],
    });
  }

  private createEndpointSubnet(): Subnet {
    const subnet = this.createSubnet("endpoints", this.plan.endpoints, {
      privateEndpointNetworkPolicies: "Enabled",
    });
    this.attach(this.createSecurityGroup("endpoints"), subnet);
    return subnet;
  }

  /** Without egress, nodes reach the registry of their images through a private endpoint. */
  private createRegistryEndpoint(): void {
    const { clusterName, place, egress } = this.props;
    if (egress?.type !== "none") return;
    const { vnetId, endpointSubnetId: subnetId } = this;
    const { registryId } = egress;
    const registry = new RegistryEndpoint(this, "registry", {
      clusterName,
      place,
      registryId,
      vnetId,
      subnetId,
    });
    this.nodePrerequisites.push(...registry.prerequisites);
  }

  private createSubnet(
    id: string,
    cidr: string,
    {
      more = [],
      ...options
    }: {
      /** Ranges in addition to the first one. */
      more?: string[];
      serviceEndpoints?: string[];
      delegation?: SubnetDelegation[];
      privateEndpointNetworkPolicies?: string;
    } = {},
  ): Subnet {
    const subnet = new Subnet(this, id, {
      name: id.replaceAll("_", "-"),
      resourceGroupName: this.props.place.resourceGroupName,
      virtualNetworkName: this.vnet.name,
      addressPrefixes: [cidr, ...more],
      // The default outbound access of Azure has no rules and is not available in new networks.
      defaultOutboundAccessEnabled: false,
      ...options,
      // A subnet with nodes, pods or the API server can't be replaced: its addresses are in use.
      lifecycle: { preventDestroy: this.props.protection && id !== "netapp" && id !== "endpoints" },
    });
    const services = options.serviceEndpoints;
    return forAzurerm(subnet, { service_endpoint: services?.map((service) => ({ service })) });
  }

  /**
   * The default rules of Azure allow the network and deny the internet. AKS has a separate security group for its rules; the traffic needs
   * both.
   */
  private createSecurityGroup(id: "nodes" | "endpoints"): NetworkSecurityGroup {
    const { clusterName, place } = this.props;
    return new NetworkSecurityGroup(this, `${id}_security_group`, { ...place, name: `${clusterName}-${id}` });
  }

  private attach(group: NetworkSecurityGroup, subnet: Subnet): void {
    const association = new SubnetNetworkSecurityGroupAssociation(this, `${subnet.node.id}_rules`, {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
    });
    this.nodePrerequisites.push(association);
  }

  private createRoutes(subnets: readonly Subnet[]): string | undefined {
    const { clusterName, place, egress } = this.props;
    if (egress?.type !== "route-table") return undefined;
    const routeTableId =
      egress.routeTableId ??
      new RouteTable(this, "routes", {
        ...place,
        name: clusterName,
        bgpRoutePropagationEnabled: false,
        route: [
          {
            name: "internet",
            addressPrefix: "0.0.0.0/0",
            nextHopType: "VirtualAppliance",
            nextHopInIpAddress: egress.nextHopAddress,
          },
        ],
      }).id;
    for (const subnet of subnets) {
      const association = new SubnetRouteTableAssociation(this, `${subnet.node.id}_routes`, {
        subnetId: subnet.id,
        routeTableId,
      });
      this.nodePrerequisites.push(association);
    }
    return routeTableId;
  }

  private createNatGateways(
    nodes: readonly { readonly subnet: Subnet; readonly zone?: string }[],
    workers: readonly Subnet[],
  ): void {
    const { egress, nat } = this.props;
    if (egress?.type !== "nat-gateway") return;
    if (nat === "per-zone") {
      for (const { subnet, zone } of nodes)
        this.useNatGateway(this.createNatGateway(`nat_${zone}`, zone), [subnet]);
    } else {
      this.useNatGateway(this.createNatGateway("nat"), workers);
    }
  }

  private createNatGateway(id: string, zone?: string): NatGateway {
    const { clusterName, place, egress, nat } = this.props;
    // A change of the SKU replaces gateway and address, and Terraform creates the new ones first: see docs/aks.md.
    const name = `${clusterName}-${id.replace("_", "-")}${nat === "regional" ? "-regional" : ""}`;
    const zones = zone ? [zone] : undefined;
    const address = new PublicIp(this, `${id}_address`, {
      ...place,
      name,
      sku: "Standard",
      allocationMethod: "Static",
      // An address in all zones works with a gateway in any of them, and stays if the cluster gets another zone.
      zones: zones ?? [...zonesOfAzure],
    });
    const gateway = new NatGateway(this, id, {
      ...place,
      name,
      skuName: "Standard",
      idleTimeoutInMinutes: egress?.type === "nat-gateway" ? egress.idleTimeoutMinutes : undefined,
      zones,
    });
    if (nat === "regional") {
      // Newer than the bindings: azurerm 4.67. Its addresses have the same SKU.
      gateway.addOverride("sku_name", "StandardV2");
      address.addOverride("sku", "StandardV2");
    }
    this.nodePrerequisites.push(
      new NatGatewayPublicIpAssociation(this, `${id}_address_association`, {
        natGatewayId: gateway.id,
        publicIpAddressId: address.id,
      }),
    );
    this.egressAddresses.push(address.ipAddress);
    return gateway;
  }

  private useNatGateway(gateway: NatGateway, subnets: readonly Subnet[]): void {
    for (const subnet of subnets) {
      const association = new SubnetNatGatewayAssociation(this, `${subnet.node.id}_nat`, {
        subnetId: subnet.id,
        natGatewayId: gateway.id,
      });
      this.nodePrerequisites.push(association);
    }
  }
}

/** The delegation of a subnet to a service of Azure, which creates resources in it. */
function delegationTo(service: string): SubnetDelegation {
  const action = service.startsWith("Microsoft.Netapp")
    ? ["Microsoft.Network/networkinterfaces/*", "Microsoft.Network/virtualNetworks/subnets/join/action"]
    : ["Microsoft.Network/virtualNetworks/subnets/join/action"];
  return { name: "delegation", serviceDelegation: { name: service, actions: action } };
}
