import { error } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { natOf, podNetworkOf } from "../settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /**
   * A private network has no egress and no public API server.
   *
   * @see https://learn.microsoft.com/azure/aks/concepts-network-isolated
   */
  "private-network-closed"(cluster) {
    const { network = {}, access } = cluster;
    if (!network.private) return [];
    return [
      ...(network.nat !== undefined && network.nat !== "none"
        ? [error(["network", "nat"], `a private network has no egress, got ${shown(network.nat)}; omit it`)]
        : []),
      ...(network.egress?.type !== "none"
        ? [
            error(
              network.egress ? ["network", "egress", "type"] : ["network", "private"],
              `a private network needs egress { type: none, registryId: … }: nodes pull Microsoft's images from your registry`,
            ),
          ]
        : []),
      ...((access.publicFrom ?? []).length > 0
        ? [
            error(
              ["access", "publicFrom"],
              "the API server of a private network has no public address; omit it",
            ),
          ]
        : []),
    ];
  },

  /**
   * A cluster without egress needs a container registry from which nodes pull images of Microsoft.
   *
   * @see https://learn.microsoft.com/azure/aks/concepts-network-isolated
   */
  "no-egress-needs-registry"({ network = {} }) {
    if (network.nat !== "none" || network.egress !== undefined || network.private) return [];
    return [
      error(
        ["network", "nat"],
        `"none" needs network.egress { type: none, registryId: … }: nodes pull Microsoft's images from your registry`,
      ),
    ];
  },

  /**
   * `nat` is the number of NAT gateways, which no other egress has.
   *
   * @see https://learn.microsoft.com/azure/aks/egress-outboundtype
   */
  "nat-needs-nat-gateway"(cluster) {
    const { network = {} } = cluster;
    if (network.nat === undefined || network.nat === "none" || network.egress === undefined) return [];
    if (network.egress.type === "nat-gateway") return [];
    return [
      error(["network", "nat"], `is not used with egress ${shown(network.egress.type)}; omit one of the two`),
    ];
  },

  /**
   * A node pool has one subnet and a subnet has one NAT gateway. A gateway in each zone needs node pools of
   * one zone.
   *
   * @see https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones
   */
  "nat-per-zone-needs-zonal-groups"(cluster) {
    const { network = {} } = cluster;
    if (natOf(network) !== "per-zone" || network.existing) return [];
    return [
      ...(podNetworkOf(cluster).mode === "pod-subnet"
        ? [
            error(
              ["network", "nat"],
              `"per-zone" is not supported with podNetwork "pod-subnet", which has one subnet for all zones`,
            ),
          ]
        : []),
      ...forEachGroup(cluster, ({ spread }, group) =>
        spread === "per-zone"
          ? []
          : [
              error(
                [...group, "spread"],
                `must be "per-zone" with network.nat "per-zone": a node pool has one subnet`,
              ),
            ],
      ),
    ];
  },

  /**
   * Settings of the egress are within the limits of the provider and of Azure.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#load_balancer_profile
   */
  "egress-settings"({ network = {} }) {
    const { egress } = network;
    if (!isKnown(egress)) return [];
    const path = ["network", "egress"];
    const within = (field: string, value: unknown, least: number, most: number) =>
      isKnown(value) && !isWhole(value, least, most)
        ? [error([...path, field], `must be a whole number from ${least} to ${most}, got ${shown(value)}`)]
        : [];
    switch (egress.type) {
      case "nat-gateway":
        return within("idleTimeoutMinutes", egress.idleTimeoutMinutes, 4, 120);
      case "load-balancer": {
        const sources = (["ips", "ipIds", "prefixIds"] as const).filter(
          (field) => egress[field] !== undefined,
        );
        const { portsPerNode } = egress;
        return [
          ...within("ips", egress.ips, 1, 100),
          ...within("idleTimeoutMinutes", egress.idleTimeoutMinutes, 4, 100),
          ...within("portsPerNode", portsPerNode, 0, 64_000),
          ...(isWhole(portsPerNode, 0, 64_000) && portsPerNode % 8 !== 0
            ? [error([...path, "portsPerNode"], `must be a multiple of 8, got ${portsPerNode}`)]
            : []),
          ...(sources.length > 1
            ? [error(path, `must have one of ips, ipIds and prefixIds, got ${sources.join(" and ")}`)]
            : []),
        ];
      }
      case "route-table": {
        const given = [egress.nextHopAddress, egress.routeTableId].filter((value) => value !== undefined);
        return given.length === 1
          ? []
          : [
              error(
                path,
                `must have one of nextHopAddress and routeTableId, got ${given.length === 0 ? "none" : "both"}`,
              ),
            ];
      }
      case "none":
        return [];
    }
  },

  /**
   * A proxy has at least one URL.
   *
   * @see https://learn.microsoft.com/azure/aks/http-proxy
   */
  "proxy-address"({ network = {} }) {
    const { httpProxy } = network;
    if (!isKnown(httpProxy)) return [];
    const path = ["network", "httpProxy"];
    const wrong = (["http", "https"] as const).filter((field) => {
      const url = httpProxy[field];
      return isKnown(url) && !/^https?:\/\/[^\s/]+\/?$/.test(url);
    });
    return [
      ...(httpProxy.http === undefined && httpProxy.https === undefined
        ? [error(path, "must have http or https")]
        : []),
      ...wrong.map((field) =>
        error(
          [...path, field],
          `must be a URL such as http://proxy.example.com:3128, got ${shown(httpProxy[field])}`,
        ),
      ),
    ];
  },
});
