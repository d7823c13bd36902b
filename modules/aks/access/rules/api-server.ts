import { opennessOf, opennessWarnings, unroutedRanges } from "../../../cluster/allowed-ranges";
import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import { regionNamed } from "../../../azure/regions";
import { apiAccessOf } from "../settings";
import { egressOf } from "../../network/settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/access", {
  /**
   * At most 200 ranges may reach the public address of the API server, each named once.
   *
   * @see https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges#limitations
   */
  "authorized-ranges"({ access }) {
    const ranges = access.publicFrom;
    if (!isKnown(ranges)) return [];
    const path = ["access", "publicFrom"];
    return [
      ...(ranges.length > limits.authorizedRanges
        ? [error(path, `must have at most ${limits.authorizedRanges} ranges, got ${ranges.length}`)]
        : []),
      ...repeated(knownEntries(ranges)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * The API server is not open to the whole internet or a large part of it (a /8 or more), where only credentials protect it.
   * The ranges are evaluated together.
   *
   * @see https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges
   */
  "api-server-open-to-everyone"({ access }) {
    return opennessWarnings(["access", "publicFrom"], access.publicFrom);
  },

  /**
   * Authorized ranges are public: traffic from a private or reserved address does not reach a public address.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6890
   */
  "public-ranges-public"({ access }) {
    return unroutedRanges(["access", "publicFrom"], access.publicFrom).map(({ path, reason }) =>
      error(path, `${reason}; set the public address of your network's egress`),
    );
  },

  /**
   * With authorized ranges and `private: false`, nodes reach the API server by its public address. Addresses
   * of new NAT gateways are added to the ranges, and AKS adds its own load balancer; the address of any other
   * egress is not known here.
   *
   * @see https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges
   */
  "nodes-reach-api-server"(cluster) {
    const { access, network } = cluster;
    const { isPrivate, inNetwork } = apiAccessOf(access);
    if (
      isPrivate ||
      inNetwork ||
      opennessOf(knownEntries(access.publicFrom).map(([, range]) => range)) === "everyone"
    ) {
      return [];
    }
    const type = egressOf(cluster)?.type;
    if (type === "none" || type === undefined) {
      return [
        error(
          ["access", "private"],
          "must be true: without egress, nodes can't reach the public address of the API server",
        ),
      ];
    }
    const isForeign = type === "route-table" || (type === "nat-gateway" && network?.existing);
    if (!isForeign) return [];
    return [
      warning(
        ["access", "private"],
        `nodes reach the API server by its public address: publicFrom must contain the public address of egress ${shown(type)}, ` +
          "or private must be true",
      ),
    ];
  },

  /**
   * A cluster with `private: false` has a public address, as on the other platforms, or a private endpoint on purpose: in a region where
   * the API server can have no address in the network.
   *
   * @see https://learn.microsoft.com/azure/aks/api-server-vnet-integration
   */
  "private-false-is-public"({ access }) {
    const { isPrivate } = apiAccessOf(access);
    if (access.private !== false || !isPrivate) return [];
    return [
      warning(
        ["access", "private"],
        "the API server has a private endpoint only: false does not make it public; set publicFrom, or omit private, " +
          "which gives it an address in the network",
      ),
    ];
  },

  /**
   * Settings of a private cluster are not used with a public API server.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#private_dns_zone_id
   */
  "private-zone-needs-private-cluster"({ access }) {
    if (apiAccessOf(access).isPrivate) return [];
    return (["privateDnsZone", "publicFqdn"] as const)
      .filter((field) => access[field] !== undefined)
      .map((field) =>
        error(
          ["access", field],
          "is for private clusters, and access.publicFrom makes this one public; omit it",
        ),
      );
  },

  /**
   * An existing private DNS zone has the name that clients of Azure look up, in the region of the cluster.
   *
   * @see https://learn.microsoft.com/azure/aks/private-clusters
   */
  "private-zone-name"({ access, region }) {
    const zone = access.privateDnsZone;
    if (!isKnown(zone) || !isKnown(region) || zone === "new" || zone === "system") return [];
    // The name differs in other clouds, which another rule checks.
    if ((regionNamed(region)?.cloud ?? "public") !== "public") return [];
    const path = ["access", "privateDnsZone"];
    const name = /\/privateDnsZones\/([^/]+)$/i.exec(zone)?.[1];
    if (!name)
      return [error(path, `must be "new", "system" or the id of a private DNS zone, got ${shown(zone)}`)];
    const kind = apiAccessOf(access).inNetwork ? "private" : "privatelink";
    const right = new RegExp(`^([a-z0-9-]{1,32}\\.)?${kind}\\.${region}\\.azmk8s\\.io$`);
    return right.test(name)
      ? []
      : [error(path, `must be the zone ${kind}.${region}.azmk8s.io or a subzone of it, got ${shown(name)}`)];
  },

  /**
   * Azure Government and Azure China use other zone names for private API servers than a zone that is created
   * here would have.
   *
   * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
   */
  "private-zone-in-cloud"({ region, access }) {
    const cloud = isKnown(region) ? regionNamed(region)?.cloud : undefined;
    if (cloud === undefined || cloud === "public") return [];
    const zone = apiAccessOf(access).dnsZone;
    if (zone === undefined || zone === "system" || !isKnown(zone)) return [];
    return [
      error(
        ["access", "privateDnsZone"],
        `must be "system" in ${region}: in Azure's cloud ${shown(cloud)} the zone has another name than azmk8s.io, got ${shown(zone)}`,
      ),
    ];
  },
});
