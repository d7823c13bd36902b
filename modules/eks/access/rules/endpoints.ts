import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

const everywhere = "0.0.0.0/0";

/** [EKS user guide] service quotas: public endpoint access CIDR ranges per cluster. */
const mostRanges = 40;

/** Ranges from which nothing comes over the internet. [RFC 6890] */
const unroutedRanges = [
  ...privateRanges,
  ...["0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"].map(
    (range) => Cidr.parse(range)!,
  ),
];

export const rules = defineRules<EksClusterProps>("eks/access", {
  /** [eksctl] a cluster whose API server has no address at all cannot be used. */
  "api-server-is-reachable"({ access }) {
    if (access.private !== false || access.publicFrom?.length) return [];
    return [
      error(
        ["access", "private"],
        "nobody could reach the API server: with private false there must be ranges in access.publicFrom",
      ),
    ];
  },

  /** [terraform-aws-eks FAQ] nodes that come in from outside come from addresses that no list of ranges holds for sure. */
  "nodes-are-let-in"({ access, network }) {
    const { publicFrom } = access;
    if (access.private !== false || !publicFrom?.length || !isKnown(publicFrom)) return [];
    if (network?.nat === "none" && !network.existing) {
      return [
        error(
          ["access", "private"],
          'nodes could not reach the API server: with nat "none" they have no way to its public address; leave private true',
        ),
      ];
    }
    if (publicFrom.includes(everywhere) || !publicFrom.every(isKnown)) return [];
    return [
      error(
        ["access", "private"],
        `nodes could not reach the API server: with private false they come in from outside, but publicFrom is limited ` +
          `to ${publicFrom.join(", ")}; leave private true`,
      ),
    ];
  },

  /** [EKS user guide] cluster endpoint: open to the internet, only credentials are left to protect it. */
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

  /** [EKS user guide] service quotas: 40 ranges. */
  "public-ranges-count"({ access }) {
    const { publicFrom } = access;
    if (!isKnown(publicFrom) || publicFrom.length <= mostRanges) return [];
    return [
      error(["access", "publicFrom"], `EKS takes at most ${mostRanges} ranges, got ${publicFrom.length}`),
    ];
  },

  /** A range is listed once. */
  "public-ranges-unique"({ access }) {
    return repeated(knownEntries(access.publicFrom)).map(({ index, value, first }) =>
      warning(["access", "publicFrom", index], `${shown(value)} is there already, at position ${first}`),
    );
  },

  /** [EKS user guide] cluster endpoint: who comes from the VPC or a network joined to it uses the private address. */
  "public-ranges-are-public"({ access }) {
    return knownEntries(access.publicFrom).flatMap(([i, text]) => {
      const range = Cidr.parse(text);
      const unrouted = range && unroutedRanges.find((candidate) => candidate.contains(range));
      if (!unrouted) return [];
      return [
        warning(
          ["access", "publicFrom", i],
          `${text} lets nobody in: no traffic from ${unrouted} reaches a public address; name the public address ` +
            "behind which your network goes out",
        ),
      ];
    });
  },
});
