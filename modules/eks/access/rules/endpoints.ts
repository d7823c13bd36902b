import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

const everywhere = "0.0.0.0/0";

/** @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html */
const mostRanges = 40;

/**
 * Ranges that the internet does not route.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6890
 */
const unroutedRanges = [
  ...privateRanges,
  ...["0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"].map(
    (range) => Cidr.parse(range)!,
  ),
];

export const rules = defineRules<EksClusterProps>("eks/access", {
  /**
   * The API server has a private or a public endpoint.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "api-server-reachable"({ access }) {
    if (access.private !== false || access.publicFrom?.length) return [];
    return [
      error(
        ["access", "private"],
        "the API server would not be reachable: with private false, access.publicFrom must have at least one range",
      ),
    ];
  },

  /**
   * Nodes can reach the API server. Without a private endpoint they use the public one, from addresses that `publicFrom`
   * must allow.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "nodes-reach-api-server"({ access, network }) {
    const { publicFrom } = access;
    if (access.private !== false || !publicFrom?.length || !isKnown(publicFrom)) return [];
    if (network?.nat === "none" && !network.existing) {
      return [
        error(
          ["access", "private"],
          'nodes could not reach the API server: with nat "none" they have no egress to its public endpoint; set private ' +
            "to true",
        ),
      ];
    }
    if (publicFrom.includes(everywhere) || !publicFrom.every(isKnown)) return [];
    return [
      error(
        ["access", "private"],
        "nodes could not reach the API server: with private false they use the public endpoint, but publicFrom is " +
          `limited to ${publicFrom.join(", ")}; set private to true`,
      ),
    ];
  },

  /**
   * The API server is not open to the whole internet, where only credentials protect it.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "api-server-open-to-everyone"({ access }) {
    return knownEntries(access.publicFrom)
      .filter(([, range]) => range === everywhere)
      .map(([i]) =>
        warning(
          ["access", "publicFrom", i],
          `${everywhere} opens the API server to the whole internet; use the ranges of your offices and pipelines`,
        ),
      );
  },

  /**
   * `publicFrom` has at most 40 ranges.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
   */
  "public-ranges-count"({ access }) {
    const { publicFrom } = access;
    if (!isKnown(publicFrom) || publicFrom.length <= mostRanges) return [];
    return [
      error(["access", "publicFrom"], `EKS supports at most ${mostRanges} ranges, got ${publicFrom.length}`),
    ];
  },

  /**
   * Each range of `publicFrom` is listed once.
   *
   * @remarks Decision of this project: a duplicate has no effect and is usually a mistake.
   */
  "public-ranges-unique"({ access }) {
    return repeated(knownEntries(access.publicFrom)).map(({ index, value, first }) =>
      warning(["access", "publicFrom", index], `${shown(value)} is a duplicate of [${first}]`),
    );
  },

  /**
   * Ranges of `publicFrom` are public. Traffic from the VPC and from connected networks uses the private endpoint.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "public-ranges-public"({ access }) {
    return knownEntries(access.publicFrom).flatMap(([i, text]) => {
      const range = Cidr.parse(text);
      const unrouted = range && unroutedRanges.find((candidate) => candidate.contains(range));
      if (!unrouted) return [];
      return [
        warning(
          ["access", "publicFrom", i],
          `${text} has no effect: no traffic from ${unrouted} reaches the public endpoint; use the public address from ` +
            "which your network reaches the internet",
        ),
      ];
    });
  },
});
