import { planOf } from "../../aks/capacity/plan";
import { defaults } from "../../aks/fields.generated";
import { machineTypesFact } from "../../azure/machine-types";
import type { AksClusterProps, AksNodeGroupSpec } from "../../aks/spec";
import { kubernetesVersion, versionsFact } from "../../aks/versions";
import { zoneNames } from "../../aks/zones";
import type { Access, Opening, Picture, Principal, Responsibilities } from "../model";
import { groupLines, ids, PictureBuilder } from "../picture";
import type { ExplainedCluster, PlatformFacts } from "../platform";
import { blocks, type Config, type Stack, texts } from "../stack";
import { aksResources } from "./resources";

type AksCluster = AksClusterProps & ExplainedCluster;

const documentation = "https://learn.microsoft.com/azure/aks";

export const aksFacts: PlatformFacts<AksCluster> = {
  service: "Azure Kubernetes Service",
  resources: aksResources,
  zonesOf: (cluster) => zoneNames(cluster) ?? [],
  planOf,
  // The disk of an ephemeral node is on its host, and in the price of the machine.
  diskOf(_, group) {
    const { type = defaults["nodeGroups[].disk.type"], sizeGiB = defaults["nodeGroups[].disk.sizeGiB"] } =
      (group as AksNodeGroupSpec).disk ?? {};
    return type === "ephemeral" ? undefined : Number(sizeGiB) || undefined;
  },
  apiReach: (_, stack) => apiReach(stack),
  pictureOf,
  accessOf: (_, stack) => accessOf(stack),
  responsibilitiesOf,
  supportOf(minor) {
    const row = kubernetesVersion(minor);
    return {
      minor,
      standardUntil: row?.standardSupportUntil,
      lateUntil: row?.longTermSupportUntil,
      lateName: "long-term support",
    };
  },
  facts: [
    { name: "Kubernetes versions", ...versionsFact },
    { name: "machine types", ...machineTypesFact },
  ],
  remains: [
    {
      text: "Data that workloads stored outside of the node resource group: AKS deletes that group with all disks and load balancers in it.",
      source: `${documentation}/delete-cluster`,
    },
    {
      text: "Load balancers and public addresses that Kubernetes created in another resource group.",
      source: `${documentation}/static-ip`,
    },
  ],
};

const clusterOf = (stack: Stack): Config => stack.ofType("azurerm_kubernetes_cluster")[0]?.config ?? {};

function apiReach(stack: Stack): string {
  const cluster = clusterOf(stack);
  const [profile = {}] = blocks(cluster.api_server_access_profile);
  if (cluster.private_cluster_enabled === true) return "from the virtual network and peered networks";
  const ranges = texts(profile.authorized_ip_ranges);
  return ranges.length > 0 ? `from ${ranges.map(shownRange).join(", ")}` : "from everywhere";
}

/** A range that Terraform calculates is the one of the egress of nodes. */
const shownRange = (range: string): string => (range.includes("${") ? "the egress of nodes" : range);

function accessOf(stack: Stack): Access {
  const [cluster] = stack.ofType("azurerm_kubernetes_cluster");
  const api = (from: string): Opening => ({
    from,
    to: "API server",
    ports: "TCP 443",
    address: cluster?.address ?? "",
  });
  const ranges =
    clusterOf(stack).private_cluster_enabled === true
      ? ["virtual network and peered networks"]
      : texts(blocks(clusterOf(stack).api_server_access_profile)[0]?.authorized_ip_ranges).map(shownRange);
  const rules = stack.ofType("azurerm_network_security_rule").map(({ address, config }): Opening => {
    const sources = texts(config.source_address_prefixes ?? config.source_address_prefix);
    const ports = texts(config.destination_port_ranges ?? config.destination_port_range);
    const { access, direction, protocol } = config;
    return {
      from: direction === "Outbound" ? "nodes" : sources.join(", "),
      to: `${direction === "Outbound" ? texts(config.destination_address_prefix).join(", ") : "nodes"}${access === "Deny" ? " (denied)" : ""}`,
      ports: `${String(protocol).toUpperCase()} ${ports.join(", ")}`,
      address,
    };
  });
  return {
    reachability: [...(ranges.length > 0 ? ranges : ["everywhere"]).map(api), ...rules],
    principals: principalsOf(stack),
  };
}

/** People and groups have literal ids; identities of the stack are references. */
function principalsOf(stack: Stack): Principal[] {
  return stack.ofType("azurerm_role_assignment").flatMap(({ address, config }): Principal[] => {
    const [name, role] = [String(config.principal_id), String(config.role_definition_name)];
    if (name.includes("${") || !role.includes("RBAC")) return [];
    const scope = String(config.scope);
    const namespace = /\/namespaces\/([\w.-]+)/.exec(scope)?.[1];
    return [
      {
        name,
        right: `${role}${namespace ? ` in ${namespace}` : ""}`,
        isAdmin: role === "Azure Kubernetes Service RBAC Cluster Admin",
        address,
      },
    ];
  });
}

const subnetTitles: readonly (readonly [pattern: RegExp, title: string, line: string])[] = [
  [/^network_nodes/, "node subnet", ""],
  [/^network_api/, "API server subnet", "load balancer of the API server"],
  [/^network_endpoints/, "endpoint subnet", "private endpoints"],
  [/^network_pods/, "pod subnet", "addresses of pods"],
  [/^network_netapp/, "NetApp subnet", "file volumes"],
];

function pictureOf(cluster: AksCluster, stack: Stack): Picture {
  const picture = new PictureBuilder();
  const zones = zoneNames(cluster) ?? [];
  const config = clusterOf(stack);
  const [network] = stack.ofType("azurerm_virtual_network");

  picture.add({
    id: ids.person,
    kind: "person",
    title: "People and pipelines",
    lines: ["kubectl, Helm, CI"],
  });
  picture.add({
    id: ids.internet,
    kind: "internet",
    title: "Internet",
    lines: ["registries, Azure APIs, users"],
  });
  picture.add({ id: ids.region, kind: "region", title: `Region ${String(cluster.region)}` });
  picture.add({
    id: ids.controlPlane,
    kind: "control-plane",
    parent: ids.region,
    title: "AKS control plane",
    lines: [
      `Kubernetes ${cluster.kubernetesVersion}`,
      `tier ${String(config.sku_tier ?? "Free")}, run by Azure`,
      `reachable ${apiReach(stack)}`,
    ],
  });
  picture.add({
    id: ids.network,
    kind: "network",
    parent: ids.region,
    title: network ? `VNet ${texts(network.config.address_space).join(", ")}` : "Existing virtual network",
  });
  picture.connect("person-to-api", ids.person, ids.controlPlane, "443");
  const nodes = addSubnets(picture, cluster, stack, zones);
  const gateway = addEgress(picture, config, stack);
  const hasBalancer = picture.add({
    id: "load-balancer",
    kind: "load-balancer",
    parent: ids.network,
    title: "Load balancer",
    lines: ["of Services, created by AKS"],
  });
  picture.connect("internet-to-service", ids.internet, hasBalancer, "to load balancers");
  const api = stack.ofType("azurerm_subnet").find(({ name }) => name.startsWith("network_api"))?.address;
  picture.connect("node-to-api", api, ids.controlPlane, "443");
  for (const subnet of nodes) {
    picture.connect("node-to-api", subnet, api ?? ids.controlPlane, "443");
    picture.connect("pod-to-internet", subnet, gateway, "egress");
    picture.connect("internet-to-service", hasBalancer, subnet, "to pods");
  }
  picture.connect("pod-to-internet", gateway, ids.internet, "egress");
  const stores: [id: string, title: string, lines: string[], exists: boolean][] = [
    ["disks", "Azure Disks", ["in the zone of the node"], cluster.storage?.block !== false],
    ["files", "Azure Files", [], stack.ofType("azurerm_storage_share").length > 0],
    ["netapp", "NetApp Files", [], stack.ofType("azurerm_netapp_volume").length > 0],
  ];
  for (const [id, title, lines, exists] of stores) {
    if (!exists) continue;
    picture.add({ id, kind: "store", parent: ids.region, title, lines });
    for (const subnet of nodes) picture.connect("pod-to-storage", subnet, id, title);
  }
  return picture.picture;
}

/** Adds the subnets, and the zones in those of nodes. Returns the boxes of nodes. */
function addSubnets(
  picture: PictureBuilder,
  cluster: AksCluster,
  stack: Stack,
  zones: readonly string[],
): string[] {
  const lines = groupLines(cluster, zones);
  const nodes: string[] = [];
  const addNodes = (parent: string, of: readonly string[]) => {
    for (const zone of of) {
      const id = picture.add({
        id: `${parent}-${zone}`,
        kind: "nodes",
        parent,
        title: `zone ${zone}`,
        lines: lines.get(zone)?.length ? lines.get(zone) : ["nodes that the autoscaler adds"],
      });
      nodes.push(id);
    }
  };
  for (const { name, config, address } of stack.ofType("azurerm_subnet")) {
    const [, title, line] = subnetTitles.find(([pattern]) => pattern.test(name)) ?? [/$/, "subnet", ""];
    const isNodes = name.startsWith("network_nodes");
    const id = picture.add({
      id: address,
      kind: isNodes ? "zone" : "subnet",
      parent: ids.network,
      title: `${title} ${texts(config.address_prefixes).join(", ")}`,
      lines: line === "" ? [] : [line],
    });
    const own = /^network_nodes_(\d)$/.exec(name)?.[1];
    if (isNodes) addNodes(id, own === undefined ? zones : [own]);
  }
  if (nodes.length === 0) {
    addNodes(
      picture.add({ id: "existing-nodes", kind: "zone", parent: ids.network, title: "existing node subnet" }),
      zones,
    );
  }
  return nodes;
}

/** The gateway of the egress; undefined if there is none. */
function addEgress(picture: PictureBuilder, config: Config, stack: Stack): string | undefined {
  const type = String(blocks(config.network_profile)[0]?.outbound_type);
  const count = stack.ofType("azurerm_nat_gateway").length;
  const box = {
    userAssignedNATGateway: {
      title: "NAT gateway",
      lines: [count === 1 ? "one for all zones" : `${count}, one per zone`],
    },
    managedNATGateway: { title: "NAT gateway", lines: ["created by AKS"] },
    loadBalancer: { title: "Egress load balancer", lines: ["created by AKS"] },
    userDefinedRouting: { title: "Route table", lines: ["to a firewall"] },
  }[type];
  return box && picture.add({ id: "egress", kind: "gateway", parent: ids.network, ...box });
}

function responsibilitiesOf(cluster: AksCluster, stack: Stack): Responsibilities {
  const config = clusterOf(stack);
  const channel = config.automatic_upgrade_channel;
  const scaling = (cluster.autoscaling ?? defaults["autoscaling"]) as string;
  return {
    cloud: [
      "runs, patches and scales the API servers and etcd",
      "keeps the software that AKS installed in the cluster up to date",
      ...(channel === undefined
        ? []
        : [`upgrades Kubernetes automatically (channel ${String(channel)}), in the maintenance window`]),
      ...(config.node_os_upgrade_channel === "None"
        ? []
        : [`replaces node images (channel ${String(config.node_os_upgrade_channel)})`]),
      "rotates the certificates of kubelets",
    ],
    terraform: [
      channel === undefined
        ? "owns the Kubernetes version"
        : "owns the minor version of Kubernetes; it ignores patch versions",
      "owns the network, identities, role assignments and node pools",
      ...(cluster.nodeGroups.some(({ size }) => typeof size === "number")
        ? ["owns the number of nodes of groups with a fixed size"]
        : []),
    ],
    autoscaler:
      scaling === "none"
        ? []
        : scaling === "auto-provisioning"
          ? ["node auto-provisioning (Karpenter, run by AKS) owns the number and type of its nodes"]
          : ["the cluster autoscaler, which AKS runs, owns the number of nodes of groups with a range"],
    you: [
      ...(channel === undefined
        ? ["upgrade Kubernetes before the end of support, one minor at a time"]
        : ["raise the minor version in the file after AKS upgraded it, and before the end of support"]),
      "deploy, secure and back up the workloads and their data",
    ],
  };
}
