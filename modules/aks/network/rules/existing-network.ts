import { error, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { defineRules, forEachGroup, isKnown, shown } from "../../../cluster/rules/rule";
import { resourceIdFault } from "../../../azure/resource-ids";
import { apiAccessOf } from "../../access/settings";
import { podNetworkOf } from "../settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /**
   * Settings of a new network are not used with an existing one.
   *
   * @remarks Decision of this project: an existing network is not changed.
   */
  "existing-network-exclusive"({ network = {} }) {
    if (!network.existing) return [];
    const own = (["cidr", "nat", "peerings"] as const)
      .filter((field) => network[field] !== undefined)
      .map((field) =>
        error(
          ["network", field],
          "applies to a new network; the network of network.existing is managed outside this file",
        ),
      );
    const { egress } = network;
    return [
      ...own,
      ...(egress?.type === "route-table" && egress.nextHopAddress !== undefined
        ? [
            error(
              ["network", "egress", "nextHopAddress"],
              "applies to a new network; with network.existing, set routeTableId",
            ),
          ]
        : []),
    ];
  },

  /**
   * Nodes, pods, the API server and private endpoints have separate subnets. The subnet of the API server is
   * delegated, which a subnet of nodes must not be.
   *
   * @see https://learn.microsoft.com/azure/aks/api-server-vnet-integration
   */
  "existing-subnets-unique"({ network = {} }) {
    const { existing } = network;
    if (!isKnown(existing)) return [];
    const subnets = ["nodeSubnetId", "podSubnetId", "apiServerSubnetId", "endpointSubnetId"] as const;
    const used = subnets.filter((field) => isKnown(existing[field]));
    return used
      .filter((field, i) => used.findIndex((other) => existing[other] === existing[field]) !== i)
      .map((field) =>
        error(
          ["network", "existing", field],
          `must be a separate subnet, got that of ${used.find((other) => existing[other] === existing[field])}`,
        ),
      );
  },

  /**
   * Subnets are part of the virtual network that is named: roles are assigned on it, and DNS zones are linked
   * to it.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/subnet#virtual_network_name
   */
  "existing-subnets-in-network"({ network = {} }) {
    const { existing } = network;
    if (!isKnown(existing) || !isKnown(existing.vnetId)) return [];
    const { vnetId } = existing;
    if (resourceIdFault("virtual network", vnetId) !== undefined) return [];
    return (["nodeSubnetId", "podSubnetId", "apiServerSubnetId", "endpointSubnetId"] as const)
      .filter((field) => {
        const id = existing[field];
        const own = isKnown(id) ? /^(.+)\/subnets\/[^/]+$/i.exec(id)?.[1] : undefined;
        return own !== undefined && own.toLowerCase() !== vnetId.toLowerCase();
      })
      .map((field) =>
        error(
          ["network", "existing", field],
          `must be a subnet of vnetId (${vnetId}), got ${shown(existing[field])}`,
        ),
      );
  },

  /**
   * A node group has a separate subnet only in an existing network: a subnet of this network, which no other part of the cluster has.
   *
   * @see https://learn.microsoft.com/azure/aks/node-pool-unique-subnet
   */
  "group-subnets"(cluster) {
    const existing = cluster.network?.existing;
    return forEachGroup(cluster, ({ subnetId }, group) => {
      const path = [...group, "subnetId"];
      if (subnetId === undefined) return [];
      if (existing === undefined)
        return [error(path, "needs network.existing: a new network has the subnets of its zones")];
      if (!isKnown(subnetId) || !isKnown(existing)) return [];
      const own = /^(.+)\/subnets\/[^/]+$/i.exec(subnetId)?.[1];
      if (
        own !== undefined &&
        isKnown(existing.vnetId) &&
        own.toLowerCase() !== existing.vnetId.toLowerCase()
      )
        return [error(path, `must be a subnet of vnetId (${existing.vnetId}), got ${shown(subnetId)}`)];
      return (["podSubnetId", "apiServerSubnetId", "endpointSubnetId"] as const)
        .filter((field) => existing[field]?.toLowerCase() === subnetId.toLowerCase())
        .map((field) => error(path, `must be a separate subnet, got that of network.existing.${field}`));
    });
  },

  /**
   * Ranges of an existing network are in CIDR notation.
   *
   * @see https://www.rfc-editor.org/rfc/rfc4632
   */
  "existing-range-format"({ network = {} }) {
    const { existing } = network;
    if (!isKnown(existing)) return [];
    return (["nodeSubnetCidr", "podSubnetCidr"] as const).flatMap((field) =>
      rangeProblems(["network", "existing", field], existing[field]),
    );
  },

  /**
   * The subnet for private endpoints has one: that of the registry of a cluster without egress.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "endpoint-subnet-used"({ network = {} }) {
    const { existing, egress } = network;
    if (!isKnown(existing) || existing.endpointSubnetId === undefined || egress?.type === "none") return [];
    return [
      warning(
        ["network", "existing", "endpointSubnetId"],
        'has no effect: only a cluster with network.egress.type "none" has a private endpoint; omit it',
      ),
    ];
  },

  /**
   * An existing network has the subnets that the settings of the cluster need.
   *
   * @see https://learn.microsoft.com/azure/aks/api-server-vnet-integration
   */
  "existing-network-complete"(cluster) {
    const { existing } = cluster.network ?? {};
    if (!isKnown(existing)) return [];
    const path = ["network", "existing"];
    return [
      ...(apiAccessOf(cluster.access).inNetwork && existing.apiServerSubnetId === undefined
        ? [error(path, "must have apiServerSubnetId with access.private; or set access.private: false")]
        : []),
      ...(podNetworkOf(cluster).mode === "pod-subnet" && existing.podSubnetId === undefined
        ? [error(path, `must have podSubnetId with podNetwork "pod-subnet"`)]
        : []),
      ...(podNetworkOf(cluster).mode !== "pod-subnet" && existing.podSubnetId !== undefined
        ? [error([...path, "podSubnetId"], `is used only with podNetwork "pod-subnet"; omit it`)]
        : []),
      ...(cluster.storage?.netApp
        ? [error(["storage", "netApp"], "needs a new network, in which it gets a separate subnet")]
        : []),
    ];
  },
});
