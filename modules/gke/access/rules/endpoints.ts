import { unroutedRangeOf } from "../../../cluster/addresses";
import { opennessWarnings, unroutedRanges } from "../../../cluster/allowed-ranges";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { endpointsOf } from "../endpoints";
import { limits } from "../../limits";
import type { AnyGkeClusterProps } from "../../spec";
import { prefixProblems, uniqueProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/access", {
  /**
   * The API server has at least one endpoint.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
   */
  "api-server-reachable"(cluster) {
    const { access } = cluster;
    if (access.ipEndpoint !== false || endpointsOf(cluster).dns) return [];
    return [
      error(
        ["access", "ipEndpoint"],
        "the API server has no endpoint: the IP endpoints and the DNS endpoint are off; set access.dnsEndpoint to true",
      ),
    ];
  },

  /**
   * The API server accepts clients from outside the nodes' subnet.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks
   */
  "api-server-reachable-from-outside"(cluster) {
    const { access } = cluster;
    if (access.ipEndpoint === false || endpointsOf(cluster).dns) return [];
    if (access.publicFrom?.length || access.privateFrom?.length || access.googleCloud) return [];
    return [
      warning(
        ["access"],
        "the API server is reachable from the cluster's subnet only: list the networks of users and pipelines in " +
          "access.privateFrom, or set access.dnsEndpoint to true",
      ),
    ];
  },

  /**
   * Settings of the IP endpoints are omitted when the IP endpoints are off: they have no effect.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
   */
  "ip-endpoint-settings"({ access }) {
    if (access.ipEndpoint !== false) return [];
    const settings: [string, unknown][] = [
      ["publicFrom", access.publicFrom?.length ? access.publicFrom : undefined],
      ["privateFrom", access.privateFrom?.length ? access.privateFrom : undefined],
      ["googleCloud", access.googleCloud || undefined],
      ["globalAccess", access.globalAccess || undefined],
      ["endpointAddress", access.endpointAddress],
    ];
    return settings
      .filter(([, value]) => value !== undefined)
      .map(([field]) =>
        error(
          ["access", field],
          "has no effect: access.ipEndpoint false turns off the addresses of the API server; omit one of the two",
        ),
      );
  },

  /**
   * The API server is not open to the whole internet or a large part of it (a /8 or more), where only credentials protect it.
   * The ranges are evaluated together.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#restrict_network_access_to_the_control_plane_and_nodes
   */
  "api-server-open-to-everyone"({ access }) {
    return opennessWarnings(["access", "publicFrom"], access.publicFrom);
  },

  /**
   * The ranges of `publicFrom` are the only access to the API server from the internet: they do not limit the DNS endpoint.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation#dns-based_endpoint
   */
  "dns-endpoint-limited"({ access }) {
    if (access.dnsEndpoint !== true || !access.publicFrom?.length) return [];
    return [
      warning(
        ["access", "dnsEndpoint"],
        "is reachable from the whole internet: access.publicFrom does not limit it; omit it, or limit it with VPC Service Controls",
      ),
    ];
  },

  /**
   * A cluster has at most 50 authorized networks.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks
   */
  "authorized-networks-count"({ access }) {
    const lists = (["publicFrom", "privateFrom"] as const).filter((list) => isKnown(access[list]));
    const count = lists.reduce((sum, list) => sum + access[list]!.length, 0);
    if (count <= limits.authorizedNetworks) return [];
    return [
      error(
        ["access", lists[0]],
        `GKE allows at most ${limits.authorizedNetworks} authorized networks, got ${count}`,
      ),
    ];
  },

  /**
   * Each authorized network is listed once.
   *
   * @remarks Decision of this project: duplicates are typing errors.
   */
  "authorized-networks-unique"({ access }) {
    return (["publicFrom", "privateFrom"] as const).flatMap((list) =>
      uniqueProblems(["access", list], access[list]),
    );
  },

  /**
   * `publicFrom` contains public ranges: clients from private ranges use the private address.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6890
   */
  "public-ranges-public"({ access }) {
    return unroutedRanges(["access", "publicFrom"], access.publicFrom).map(({ path, reason }) =>
      warning(path, `${reason}; use access.privateFrom for private networks`),
    );
  },

  /**
   * `privateFrom` contains private ranges: a public range would open the public address.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6890
   */
  "private-ranges-private"({ access }) {
    return knownEntries(access.privateFrom).flatMap(([i, text]): Finding[] => {
      const path = ["access", "privateFrom", i];
      const syntax = rangeProblems(path, text);
      if (syntax.length > 0) return syntax;
      return unroutedRangeOf(text)
        ? []
        : [error(path, `must be a private range, got ${text}; use access.publicFrom for public ranges`)];
    });
  },

  /**
   * The API server does not accept clients from all addresses of Google Cloud: machines of other customers have such
   * addresses.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks
   */
  "api-server-open-to-google-cloud"({ access }) {
    if (access.googleCloud !== true || access.ipEndpoint === false) return [];
    return [
      warning(
        ["access", "googleCloud"],
        "allows machines of all customers of Google Cloud to reach the API server; list your own addresses in access.publicFrom",
      ),
    ];
  },

  /**
   * The private address of the API server is set in one way, with a range of a valid size.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_private_cluster_config
   */
  "endpoint-address"({ access, network }) {
    const address = access.endpointAddress;
    if (!isKnown(address)) return [];
    const path: Path = ["access", "endpointAddress"];
    const given = (["cidr", "subnetwork", "peeringCidr"] as const).filter(
      (key) => address[key] !== undefined,
    );
    if (given.length !== 1) {
      const which = given.length === 0 ? "none" : given.join(" and ");
      return [error(path, `must have one of cidr, subnetwork and peeringCidr, got ${which}`)];
    }
    return [
      ...rangeProblems([...path, "cidr"], address.cidr),
      ...prefixProblems([...path, "cidr"], address.cidr, { shortest: 24, longest: 28 }),
      ...rangeProblems([...path, "peeringCidr"], address.peeringCidr),
      ...prefixProblems([...path, "peeringCidr"], address.peeringCidr, { shortest: 28, longest: 28 }),
      ...(address.cidr !== undefined && network?.existing !== undefined
        ? [
            error(
              [...path, "cidr"],
              "creates a subnet, which is not supported with an existing network; use subnetwork",
            ),
          ]
        : []),
      ...(address.subnetwork !== undefined && network?.existing === undefined
        ? [
            error(
              [...path, "subnetwork"],
              `must be in the cluster's network, which is new; use cidr, got ${shown(address.subnetwork)}`,
            ),
          ]
        : []),
    ];
  },
});
