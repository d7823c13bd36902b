import type { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { RouteTable } from "@cdktf/provider-azurerm/lib/route-table";
import type { Subnet, SubnetDelegation } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetRouteTableAssociation } from "@cdktf/provider-azurerm/lib/subnet-route-table-association";
import type { Construct } from "constructs";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { AzureNetwork, type SubnetOptions } from "../../networks/azure/network";
import type { Exposure } from "../programs";
import type { AksEgress, AksPeeringSpec } from "../spec";
import { planIpv6, type Ipv6Plan } from "./address-plan";
import type { ClusterNetwork, NodeSubnet } from "./cluster-network";
import { openPorts } from "./inbound-rules";
import { createPeering } from "./peerings";
import { RegistryEndpoint } from "./registry-endpoint";

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
export class AksNetwork extends AzureNetwork implements ClusterNetwork {
  /** The IPv4 range. */
  readonly cidr: string;
  readonly vnetId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly podSubnetId?: string;
  readonly apiServerSubnetId?: string;
  readonly endpointSubnetId: string;
  readonly routeTableId?: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksNetworkProps,
  ) {
    const { nat, egress } = props;
    const ipv6: Ipv6Plan | undefined = props.dualStack ? planIpv6(props.cidr) : undefined;
    super(scope, id, {
      ...props,
      moreRanges: ipv6 && [ipv6.network],
      nat:
        egress?.type === "nat-gateway"
          ? { kind: nat, idleTimeoutMinutes: egress.idleTimeoutMinutes }
          : undefined,
    });
    this.cidr = props.cidr;
    this.vnetId = this.vnet.id;

    this.createPeerings();
    const nodeRules: NetworkSecurityGroup = this.createSecurityGroup("nodes");
    openPorts(this, nodeRules, props.exposures, props.publicFrom);
    const nodes = this.createNodeSubnets({ ...this.storageAccess, more: ipv6 && [ipv6.nodes] });
    this.nodeSubnets = nodes.map(({ subnet, zone }) => ({ id: subnet.id, zone }));
    const pods = props.podSubnet ? [this.createPodSubnet()] : [];
    this.podSubnetId = pods[0]?.id;
    const workers = [...nodes.map(({ subnet }) => subnet), ...pods];
    // AKS has a separate security group for its rules; the traffic needs both.
    for (const subnet of workers) this.attach(nodeRules, subnet);
    this.routeTableId = this.createRoutes(workers);
    this.createNatGateways(nodes, pods);

    if (props.apiServerSubnet) this.apiServerSubnetId = this.createApiServerSubnet().id;
    this.endpointSubnetId = this.createEndpointSubnet().id;
    this.createRegistryEndpoint();
  }

  /** Creates the subnet for volumes of Azure NetApp Files. Azure allows no other resources in it. */
  createNetAppSubnet(): Subnet {
    return this.createSubnet("netapp", this.plan.netApp, {
      delegation: [delegationTo("Microsoft.Netapp/volumes")],
      isReplaceable: true,
    });
  }

  private createPeerings(): void {
    const { clusterName, peerings } = this.props;
    for (const peering of peerings)
      this.nodePrerequisites.push(...createPeering(this, { clusterName, vnet: this.vnet, peering }));
  }

  private get storageAccess(): Pick<SubnetOptions, "serviceEndpoints"> {
    return { serviceEndpoints: this.props.storageEndpoint ? ["Microsoft.Storage"] : undefined };
  }

  private createPodSubnet(): Subnet {
    return this.createSubnet("pods", this.plan.pods, {
      ...this.storageAccess,
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
      isReplaceable: true,
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
}

/** The delegation of a subnet to a service of Azure, which creates resources in it. */
function delegationTo(service: string): SubnetDelegation {
  const action = service.startsWith("Microsoft.Netapp")
    ? ["Microsoft.Network/networkinterfaces/*", "Microsoft.Network/virtualNetworks/subnets/join/action"]
    : ["Microsoft.Network/virtualNetworks/subnets/join/action"];
  return { name: "delegation", serviceDelegation: { name: service, actions: action } };
}
