import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NatGatewayPublicIpAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { Subnet, type SubnetDelegation } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { forAzurerm } from "../../azure/provider-arguments";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { zonesOfAzure } from "../../azure/zones";
import { planSubnets, type SubnetPlan } from "./address-plan";

/** Props of `AzureNetwork`. */
export interface AzureNetworkProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** IPv4 range of the network. */
  readonly cidr: string;

  /** Ranges in addition to `cidr`. */
  readonly moreRanges?: readonly string[];

  /** Zones of the nodes. */
  readonly zones: readonly string[];

  /** NAT gateways, which are the egress of nodes; if omitted, none. */
  readonly nat?: AzureNatProps;

  /** Prevents the destruction of the network and of subnets whose addresses are in use. */
  readonly protection: boolean;
}

/** NAT gateways of a network. */
export interface AzureNatProps {
  readonly kind: "single" | "per-zone" | "regional";

  /** If omitted, Azure's default: 4. */
  readonly idleTimeoutMinutes?: number;
}

/** A subnet of nodes, and its zone if it has one. */
export interface ZonedSubnet {
  readonly subnet: Subnet;
  readonly zone?: string;
}

/** Options of a subnet. */
export interface SubnetOptions {
  /** Ranges in addition to the first one. */
  readonly more?: readonly string[];
  readonly serviceEndpoints?: string[];
  readonly delegation?: SubnetDelegation[];
  readonly privateEndpointNetworkPolicies?: string;

  /** The subnet has no machines, and a change may replace it. */
  readonly isReplaceable?: boolean;
}

/** A virtual network with subnets for nodes, security groups and NAT gateways. Platforms add what only they need. */
export class AzureNetwork extends Construct {
  readonly vnet: VirtualNetwork;

  /** Addresses of NAT gateways. */
  readonly egressAddresses: string[] = [];

  /** Resources that must exist before the first node is created. */
  readonly nodePrerequisites: ITerraformDependable[] = [];

  protected readonly plan: SubnetPlan;

  constructor(
    scope: Construct,
    id: string,
    private readonly base: AzureNetworkProps,
  ) {
    super(scope, id);
    const { clusterName, place, cidr, moreRanges = [], protection } = base;
    this.plan = planSubnets(cidr);
    this.vnet = new VirtualNetwork(this, "vnet", {
      ...place,
      name: clusterName,
      addressSpace: [cidr, ...moreRanges],
      lifecycle: { preventDestroy: protection },
    });
  }

  /** Creates one subnet for nodes of all zones, or with a NAT gateway in each zone one for each. */
  protected createNodeSubnets(options: SubnetOptions = {}): ZonedSubnet[] {
    const { more, ...others } = options;
    if (this.base.nat?.kind !== "per-zone") {
      return [{ subnet: this.createSubnet("nodes", this.plan.nodes, { ...others, more }) }];
    }
    return this.base.zones.map((zone) => ({
      subnet: this.createSubnet(`nodes_${zone}`, this.plan.nodesByZone[zone], others),
      zone,
    }));
  }

  protected createSubnet(
    id: string,
    cidr: string,
    { more = [], isReplaceable = false, ...options }: SubnetOptions = {},
  ): Subnet {
    const subnet = new Subnet(this, id, {
      name: id.replaceAll("_", "-"),
      resourceGroupName: this.base.place.resourceGroupName,
      virtualNetworkName: this.vnet.name,
      addressPrefixes: [cidr, ...more],
      // The default outbound access of Azure has no rules and is not available in new networks.
      defaultOutboundAccessEnabled: false,
      ...options,
      // A subnet with nodes, pods or the API server can't be replaced: its addresses are in use.
      lifecycle: { preventDestroy: this.base.protection && !isReplaceable },
    });
    const services = options.serviceEndpoints;
    return forAzurerm(subnet, { service_endpoint: services?.map((service) => ({ service })) });
  }

  /** Creates a security group. The default rules of Azure allow the network and deny the internet. */
  protected createSecurityGroup(id: string): NetworkSecurityGroup {
    const { clusterName, place } = this.base;
    return new NetworkSecurityGroup(this, `${id}_security_group`, { ...place, name: `${clusterName}-${id}` });
  }

  protected attach(group: NetworkSecurityGroup, subnet: Subnet): void {
    const association = new SubnetNetworkSecurityGroupAssociation(this, `${subnet.node.id}_rules`, {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
    });
    this.nodePrerequisites.push(association);
  }

  /**
   * Creates the NAT gateways.
   *
   * @param nodes - the subnets of nodes, each with its gateway if there is one in each zone
   * @param others - subnets that use the only gateway as well
   */
  protected createNatGateways(nodes: readonly ZonedSubnet[], others: readonly Subnet[] = []): void {
    const { nat } = this.base;
    if (!nat) return;
    if (nat.kind === "per-zone") {
      for (const { subnet, zone } of nodes)
        this.useNatGateway(this.createNatGateway(nat, `nat_${zone}`, zone), [subnet]);
    } else {
      const all = [...nodes.map(({ subnet }) => subnet), ...others];
      this.useNatGateway(this.createNatGateway(nat, "nat"), all);
    }
  }

  private createNatGateway(
    { kind, idleTimeoutMinutes }: AzureNatProps,
    id: string,
    zone?: string,
  ): NatGateway {
    const { clusterName, place } = this.base;
    // A change of the SKU replaces gateway and address, and Terraform creates the new ones first: see docs/aks.md.
    const name = `${clusterName}-${id.replace("_", "-")}${kind === "regional" ? "-regional" : ""}`;
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
      idleTimeoutInMinutes: idleTimeoutMinutes,
      zones,
    });
    if (kind === "regional") {
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
