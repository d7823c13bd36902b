import { Cidr, privateRanges } from "../../../cluster/addresses";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { endpointsOf } from "../endpoints";
import { limits } from "../../limits";
import type { AnyGkeClusterProps } from "../../spec";
import { prefixProblems, uniqueProblems } from "../../values";

const everywhere = "0.0.0.0/0";

/** Ranges from which nothing comes over the internet. [RFC 6890] */
const unroutedRanges = [
  ...privateRanges,
  ...["0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"].map(
    (range) => Cidr.parse(range)!,
  ),
];

export const rules = defineRules<AnyGkeClusterProps>("gke/access", {
  /** [GKE] network isolation: with both addresses shut and no name, nobody can ever change what is in the cluster. */
  "api-server-is-reachable"(cluster) {
    const { access } = cluster;
    if (access.ipEndpoint !== false || endpointsOf(cluster).dns) return [];
    return [
      error(
        ["access", "ipEndpoint"],
        "nobody could reach the API server: false shuts its addresses, and it has no name; set access.dnsEndpoint to true",
      ),
    ];
  },

  /** [GKE] authorized networks: without them the private address answers the cluster's own subnet alone. */
  "someone-is-let-in"(cluster) {
    const { access } = cluster;
    if (access.ipEndpoint === false || endpointsOf(cluster).dns) return [];
    if (access.publicFrom?.length || access.privateFrom?.length || access.googleCloud) return [];
    return [
      warning(
        ["access"],
        "the API server is reached from the cluster's own subnet alone: name the networks of people and pipelines in " +
          "access.privateFrom, or set access.dnsEndpoint to true",
      ),
    ];
  },

  /** [GKE] control plane endpoints: one switch for both addresses; what is said of them would be passed over. */
  "addresses-are-shut"({ access }) {
    if (access.ipEndpoint !== false) return [];
    const said: [string, unknown][] = [
      ["publicFrom", access.publicFrom?.length ? access.publicFrom : undefined],
      ["privateFrom", access.privateFrom?.length ? access.privateFrom : undefined],
      ["googleCloud", access.googleCloud || undefined],
      ["globalAccess", access.globalAccess || undefined],
      ["endpointAddress", access.endpointAddress],
    ];
    return said
      .filter(([, value]) => value !== undefined)
      .map(([field]) =>
        error(
          ["access", field],
          "has no effect: access.ipEndpoint false shuts the addresses of the API server; leave one of the two out",
        ),
      );
  },

  /** [GKE] cluster endpoint: open to the internet, only credentials are left to protect it. */
  "open-to-everyone"({ access }) {
    return knownEntries(access.publicFrom)
      .filter(([, range]) => range === everywhere)
      .map(([i]) =>
        warning(
          ["access", "publicFrom", i],
          `${everywhere} lets the whole internet reach the API server; name the ranges of your offices and pipelines`,
        ),
      );
  },

  /** [GKE] quotas and limits: authorized networks. */
  "authorized-networks"({ access }) {
    const lists = (["publicFrom", "privateFrom"] as const).filter((list) => isKnown(access[list]));
    const count = lists.reduce((sum, list) => sum + access[list]!.length, 0);
    if (count <= limits.authorizedNetworks) return [];
    return [
      error(
        ["access", lists[0]],
        `GKE takes at most ${limits.authorizedNetworks} authorized networks, got ${count}`,
      ),
    ];
  },

  /** A range is listed once. */
  "authorized-unique"({ access }) {
    return (["publicFrom", "privateFrom"] as const).flatMap((list) =>
      uniqueProblems(["access", list], access[list]),
    );
  },

  /** [GKE] authorized networks: who comes from a private network uses the private address. */
  "public-ranges-are-public"({ access }) {
    return knownEntries(access.publicFrom).flatMap(([i, text]) => {
      const range = Cidr.parse(text);
      const unrouted = range && unroutedRanges.find((candidate) => candidate.contains(range));
      if (!unrouted) return [];
      return [
        warning(
          ["access", "publicFrom", i],
          `${text} lets nobody in from outside: no traffic from ${unrouted} reaches a public address; private networks are ` +
            "for access.privateFrom",
        ),
      ];
    });
  },

  /** Likewise: a public range opens the public address, which privateFrom does not. */
  "private-ranges-are-private"({ access }) {
    return knownEntries(access.privateFrom).flatMap(([i, text]): Problem[] => {
      const path = ["access", "privateFrom", i];
      const syntax = rangeProblems(path, text);
      if (syntax.length > 0) return syntax;
      const range = Cidr.parse(text)!;
      return unroutedRanges.some((candidate) => candidate.contains(range))
        ? []
        : [error(path, `must be a private range, got ${text}; public ones are for access.publicFrom`)];
    });
  },

  /** [GKE] authorized networks: machines of Google's other customers have addresses of Google Cloud too. */
  "open-to-google-cloud"({ access }) {
    if (access.googleCloud !== true || access.ipEndpoint === false) return [];
    return [
      warning(
        ["access", "googleCloud"],
        "lets machines of all of Google's customers reach the API server; name the addresses of your own in access.publicFrom",
      ),
    ];
  },

  /** [provider] google_container_cluster, `private_cluster_config`: one way, and a /28 for the oldest of them. */
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
              "makes a subnet, for which an existing network has no room; name a subnetwork",
            ),
          ]
        : []),
      ...(address.subnetwork !== undefined && network?.existing === undefined
        ? [
            error(
              [...path, "subnetwork"],
              `must be in the cluster's network, which is new; give a cidr, got ${shown(address.subnetwork)}`,
            ),
          ]
        : []),
    ];
  },
});
