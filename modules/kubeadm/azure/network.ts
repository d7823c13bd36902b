import { ApplicationSecurityGroup } from "@cdktf/provider-azurerm/lib/application-security-group";
import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { Construct } from "constructs";
import { asSet } from "../../cluster/sets";
import { AzureNetwork, type AzureNetworkProps, type ZonedSubnet } from "../../networks/azure/network";
import { type Connection, type connections, connectionsOf, type Party } from "../network/connections";
import type { PodNetwork } from "../network/pod-network";

/** One row of {@link rulesOf}. */
interface RuleRow extends Pick<Connection, "protocol" | "ports" | "why"> {
  readonly from: "clients" | "health checks" | "control plane" | "nodes" | "network";
  readonly to: "control plane" | "nodes";
}

/**
 * The rules of a cluster by id: the table of connections, as a security group has it. The load balancer passes packets through with the
 * address of their client; its checks come from Azure. Azure allows egress, and cannot select types of ICMP.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
export function rulesOf(podNetwork: PodNetwork): [string, RuleRow][] {
  const seen = new Set<string>();
  return connectionsOf(podNetwork).flatMap(
    ([id, { from, to, protocol, ports, why }]): [string, RuleRow][] => {
      if (to === "anywhere" || to === "clients" || id.startsWith("load_balancer_to_")) return [];
      const row: RuleRow = {
        from: sources[from],
        to: to === "load balancer" ? "control plane" : to,
        protocol,
        ports: protocol === "icmp" ? undefined : ports,
        why,
      };
      const key = JSON.stringify([row.from, row.to, row.protocol, row.ports]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [[id, row]];
    },
  );
}

/** Connections without a rule: Azure allows egress, and the load balancer passes packets through. */
type WithoutRule =
  | "load_balancer_to_control_plane"
  | "control_plane_api_server"
  | "control_plane_to_anywhere"
  | "nodes_to_anywhere";

/** The id of a rule. */
export type RuleId = Exclude<keyof typeof connections, WithoutRule>;

/**
 * The priority of each rule. It never changes: Azure refuses two rules with one priority, also in the middle of a change. A new rule gets a
 * new number.
 */
export const priorities: Readonly<Record<RuleId, number>> = {
  load_balancer_from_clients: 100,
  load_balancer_from_nodes: 110,
  load_balancer_from_control_plane: 120,
  control_plane_from_load_balancer: 130,
  control_plane_etcd: 140,
  control_plane_kubelet: 150,
  nodes_kubelet: 160,
  control_plane_kubelet_from_nodes: 170,
  nodes_from_nodes: 180,
  control_plane_overlay: 190,
  control_plane_overlay_from_nodes: 200,
  nodes_overlay_from_control_plane: 210,
  control_plane_health: 220,
  control_plane_health_from_nodes: 230,
  nodes_health_from_control_plane: 240,
  control_plane_udp: 250,
  control_plane_udp_from_nodes: 260,
  control_plane_bgp_from_nodes: 270,
  nodes_from_control_plane: 280,
  control_plane_path_mtu: 290,
  nodes_path_mtu: 300,
  control_plane_calico_overlay: 310,
  control_plane_calico_overlay_from_nodes: 320,
  nodes_calico_overlay_from_control_plane: 330,
  control_plane_typha: 340,
  control_plane_typha_from_nodes: 350,
  nodes_typha_from_control_plane: 360,
  control_plane_hubble: 370,
  control_plane_hubble_from_nodes: 380,
  nodes_hubble_from_control_plane: 390,
};

/** Azure has priorities from 100 to 4096. */
const lastPriority = 4096;

const sources: Readonly<Record<Party, RuleRow["from"]>> = {
  "load balancer": "health checks",
  "control plane": "control plane",
  nodes: "nodes",
  clients: "clients",
  anywhere: "network",
};

const protocols = { tcp: "Tcp", udp: "Udp", icmp: "Icmp", all: "*" } as const;

/** See {@link KubeadmNetwork}. */
export interface KubeadmNetworkProps extends AzureNetworkProps {
  readonly podNetwork: PodNetwork;
  /** Ranges of clients of the API server. */
  readonly privateFrom: readonly string[];
}

/** A virtual network for machines, whose security group allows only the connections of the table. */
export class KubeadmNetwork extends AzureNetwork {
  readonly nodeSubnets: readonly ZonedSubnet[];

  /** The groups by which rules select machines. */
  readonly controlPlane: ApplicationSecurityGroup;
  readonly nodes: ApplicationSecurityGroup;

  constructor(scope: Construct, id: string, props: KubeadmNetworkProps) {
    super(scope, id, props);
    const { clusterName, place, podNetwork, privateFrom } = props;
    const group = (part: string, name: string) =>
      new ApplicationSecurityGroup(this, part, { ...place, name: `${clusterName}-${name}` });
    this.controlPlane = group("control_plane", "control-plane");
    this.nodes = group("node_group", "nodes");

    const security = this.createSecurityGroup("nodes");
    const machines = { "control plane": this.controlPlane.id, nodes: this.nodes.id };
    const rows = rulesOf(podNetwork).filter(([, { from }]) => from !== "clients" || privateFrom.length > 0);
    const rule = { resourceGroupName: place.resourceGroupName, networkSecurityGroupName: security.name };
    rows.forEach(([name, { from, to, protocol, ports, why }]) => {
      this.nodePrerequisites.push(
        new NetworkSecurityRule(this, name, {
          ...rule,
          name: name.replaceAll("_", "-"),
          description: why,
          priority: priorities[name as RuleId],
          direction: "Inbound",
          access: "Allow",
          protocol: protocols[protocol],
          sourcePortRange: "*",
          destinationPortRange: ports ? [...new Set(ports)].join("-") : "*",
          destinationApplicationSecurityGroupIds: [machines[to]],
          ...(from === "clients"
            ? { sourceAddressPrefixes: asSet(privateFrom) }
            : from === "control plane" || from === "nodes"
              ? { sourceApplicationSecurityGroupIds: [machines[from]] }
              : { sourceAddressPrefix: from === "network" ? "VirtualNetwork" : "AzureLoadBalancer" }),
        }),
      );
    });
    // The default rules of Azure allow all connections of the network.
    this.nodePrerequisites.push(
      new NetworkSecurityRule(this, "deny_others", {
        ...rule,
        name: "deny-others",
        description: "Everything that the other rules do not allow",
        priority: lastPriority,
        direction: "Inbound",
        access: "Deny",
        protocol: "*",
        sourcePortRange: "*",
        sourceAddressPrefix: "*",
        destinationPortRange: "*",
        destinationAddressPrefix: "*",
      }),
    );
    this.nodeSubnets = this.createNodeSubnets();
    for (const { subnet } of this.nodeSubnets) this.attach(security, subnet);
    this.createNatGateways(this.nodeSubnets);
  }

  /** The subnet of machines in a zone. */
  subnetOf(zone: string): Subnet {
    return (this.nodeSubnets.find((one) => one.zone === zone) ?? this.nodeSubnets[0]).subnet;
  }
}
