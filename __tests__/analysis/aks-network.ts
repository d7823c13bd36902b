import { parsePorts } from "../../modules/aks/ports";
import { exposuresOf } from "../../modules/aks/programs";
import type { AksClusterSpec } from "../../modules/aks/spec";
import type { Arguments } from "../support/synthesized";
import { associated, contains, natWorks } from "./azure-network";
import { type Element, type Elements, reference, textOf } from "./elements";
import { lacking, type Requirement } from "./requirement";

/** Subnets of nodes and pods that the cluster creates. */
const workerSubnets = (json: Elements): Element[] =>
  json.all("azurerm_subnet").filter(({ name }) => /^network_(nodes|pods)(_|$)/.test(name));

/** Whether the security group of a subnet lets clients in. */
function isOpen(json: Elements, subnet: Element, from: string, protocol: string, port: number): boolean {
  const group = json.target(
    associated(
      json,
      "azurerm_subnet_network_security_group_association",
      subnet,
      "network_security_group_id",
    ),
    "azurerm_network_security_group",
  );
  if (!group) return false;
  const rules = json
    .args("azurerm_network_security_rule")
    .filter(({ network_security_group_name: name }) => name === reference(group, "name"))
    .filter(({ direction }) => direction === "Inbound")
    .sort((a, b) => Number(a.priority) - Number(b.priority));
  const first = rules.find((rule) => matches(rule, from, protocol, port));
  return first?.access === "Allow";
}

function matches(rule: Arguments, from: string, protocol: string, port: number): boolean {
  const sources = [rule.source_address_prefix, ...((rule.source_address_prefixes ?? []) as string[])];
  const ranges = [rule.destination_port_range, ...((rule.destination_port_ranges ?? []) as string[])];
  return (
    ["*", protocol].includes(String(rule.protocol).toLowerCase()) &&
    sources.some((source) => source === "*" || source === "Internet" || contains(source, from)) &&
    ranges.some((range) => {
      const [start, end = start] = String(range).split("-").map(Number);
      return range === "*" || (start <= port && port <= end);
    })
  );
}

/** Whether a name of a private zone resolves in the network of the cluster. */
function resolves(json: Elements, zone: Element | undefined): boolean {
  return (
    zone !== undefined &&
    json
      .args("azurerm_private_dns_zone_virtual_network_link")
      .some(({ private_dns_zone_name: name }) => textOf(name) === reference(zone, "name"))
  );
}

/** The kind of egress of a file, by its fields. */
const egressType = ({ network = {} }: AksClusterSpec): string =>
  network.egress?.type ?? (network.nat === "none" || network.private ? "undefined" : "nat-gateway");

/** Who must reach whom in a network on Azure. */
export const aksNetwork: readonly Requirement<AksClusterSpec>[] = [
  {
    name: "what the file opens to the internet",
    source: "https://learn.microsoft.com/azure/aks/load-balancer-standard",
    missing: (cluster, json) =>
      cluster.network?.existing
        ? []
        : exposuresOf(cluster).flatMap(({ name, ports, at }) =>
            workerSubnets(json).flatMap((subnet) =>
              ports
                .flatMap((text) => parsePorts(text) ?? [])
                .flatMap(({ protocol, start, end }) =>
                  (at === "load balancer"
                    ? (cluster.loadBalancing?.publicFrom ?? ["198.51.100.7/32"])
                    : ["198.51.100.7/32"]
                  ).flatMap((from) =>
                    [start, end]
                      .filter((port) => !isOpen(json, subnet, from, protocol, port))
                      .map((port) => `${name}: ${subnet.name} on ${port}/${protocol} from ${from}`),
                  ),
                ),
            ),
          ),
  },
  {
    name: "subnets have a security group",
    source: "https://learn.microsoft.com/security/benchmark/azure/mcsb-network-security (NS-1)",
    missing: (_, json) =>
      json
        .all("azurerm_subnet")
        .filter(({ name }) => /^network_(nodes|pods|endpoints)(_|$)/.test(name))
        .filter(
          (subnet) =>
            associated(
              json,
              "azurerm_subnet_network_security_group_association",
              subnet,
              "network_security_group_id",
            ) === undefined,
        )
        .map(({ name }) => name),
  },
  {
    name: "egress",
    source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
    missing: (cluster, json) => {
      if (cluster.network?.existing) return [];
      const type = egressType(cluster);
      return workerSubnets(json)
        .filter((subnet) => {
          if (type === "nat-gateway") {
            return !natWorks(
              json,
              associated(json, "azurerm_subnet_nat_gateway_association", subnet, "nat_gateway_id"),
            );
          }
          if (type !== "route-table") return false;
          const id = associated(json, "azurerm_subnet_route_table_association", subnet, "route_table_id");
          const own = json.target(id, "azurerm_route_table");
          const routes = (own?.args.route ?? []) as Arguments[];
          return id === undefined || (own && !routes.some(({ address_prefix: to }) => to === "0.0.0.0/0"));
        })
        .map(({ name }) => `${name} by ${type}`);
    },
  },
  {
    name: "images without egress",
    source: "https://learn.microsoft.com/azure/aks/network-isolated",
    missing: ({ network = {} }, json) => {
      if (network.egress?.type !== "none") return [];
      const endpoint = json
        .all("azurerm_private_endpoint")
        .find(({ args }) => textOf(args.private_service_connection).includes('"registry"'));
      const zone = json.target(
        endpoint?.args.private_dns_zone_group?.private_dns_zone_ids,
        "azurerm_private_dns_zone",
      );
      // In an existing network without a subnet for endpoints, its owner creates the endpoint.
      if (network.existing && network.existing.endpointSubnetId === undefined) return [];
      return lacking({
        "an endpoint of the registry": endpoint !== undefined,
        "its name": zone?.args.name === "privatelink.azurecr.io" && resolves(json, zone),
      });
    },
  },
  {
    name: "the private API server has a name",
    source: "https://learn.microsoft.com/azure/aks/private-clusters#configure-a-private-dns-zone",
    missing: (_, json) =>
      json.args("azurerm_kubernetes_cluster").flatMap(({ private_dns_zone_id: id }) => {
        const isOwn = textOf(id).includes("azurerm_private_dns_zone.");
        return isOwn && !resolves(json, json.target(id, "azurerm_private_dns_zone"))
          ? ["a link of the zone with the network"]
          : [];
      }),
  },
  {
    name: "connected networks",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview",
    missing: ({ network }, json) =>
      (network?.peerings ?? []).flatMap(({ name, networkId, returnPeering }) => {
        const peers = json.args("azurerm_virtual_network_peering");
        const back = ({ remote_virtual_network_id: remote, virtual_network_name: of }: Arguments) =>
          textOf(remote).includes("azurerm_virtual_network.") && networkId.endsWith(`/${of}`);
        return lacking({
          [`to ${name}`]: peers.some(({ remote_virtual_network_id: remote }) => remote === networkId),
          [`from ${name}`]: returnPeering === false || peers.some(back),
        });
      }),
  },
];

/** Types of resources that open a path, grant a permission or admit a principal. */
export const aksRuleTypes = [
  "azurerm_network_security_rule",
  "azurerm_subnet_network_security_group_association",
  "azurerm_subnet_nat_gateway_association",
  "azurerm_nat_gateway",
  "azurerm_nat_gateway_public_ip_association",
  "azurerm_public_ip",
  "azurerm_subnet_route_table_association",
  "azurerm_virtual_network_peering",
  "azurerm_private_endpoint",
  "azurerm_private_dns_zone",
  "azurerm_private_dns_zone_virtual_network_link",
  "azurerm_role_assignment",
  "azurerm_federated_identity_credential",
  "azurerm_kubernetes_cluster_trusted_access_role_binding",
  "azurerm_monitor_data_collection_rule_association",
];

/** Lists inside resources, of which each item is a rule. */
export const aksRuleLists = ["azurerm_route_table.route", "azurerm_kubernetes_cluster_node_pool.node_taints"];
