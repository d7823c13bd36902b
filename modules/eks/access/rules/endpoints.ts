import { opennessOf, opennessWarnings, unroutedRanges } from "../../../cluster/allowed-ranges";
import { error, warning } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { isSecurityGroupId } from "../../network/security-group-ids";
import type { EksClusterProps } from "../../spec";

/** @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html */
const mostRanges = 40;

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
    if (!publicFrom.every(isKnown) || opennessOf(publicFrom) === "everyone") return [];
    return [
      error(
        ["access", "private"],
        "nodes could not reach the API server: with private false they use the public endpoint, but publicFrom is " +
          `limited to ${publicFrom.join(", ")}; set private to true`,
      ),
    ];
  },

  /**
   * People and pipelines can reach the API server. The security group of the private endpoint allows only nodes, whatever the routes
   * of the VPC are.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
   */
  "api-server-reachable-from-outside"({ access }) {
    const isEmpty = (list: readonly string[] | undefined) =>
      list === undefined || (isKnown(list) && list.length === 0);
    if (access.private === false || !isEmpty(access.publicFrom) || !isEmpty(access.privateFrom)) return [];
    return [
      warning(
        ["access"],
        "only the nodes can reach the API server, no person and no pipeline: list their networks or security groups in " +
          "access.privateFrom, or their public addresses in access.publicFrom",
      ),
    ];
  },

  /**
   * Clients of the private endpoint are IPv4 ranges or ids of security groups, each listed once.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
   */
  "private-clients"({ access }) {
    const known = knownEntries(access.privateFrom);
    return [
      ...known.flatMap(([i, client]) => {
        const path = ["access", "privateFrom", i];
        if (isSecurityGroupId(client)) return [];
        if (/^(sg|pl|prefix)-/.test(client)) {
          return [
            error(
              path,
              `must be an IPv4 range or the id of a security group such as sg-0a1b2c3d4e5f67890, got ${shown(client)}`,
            ),
          ];
        }
        return rangeProblems(path, client);
      }),
      ...repeated(known).map(({ index, value, first }) =>
        error(["access", "privateFrom", index], `${shown(value)} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * A range of hybrid nodes is not also a range of clients: EC2 refuses a second rule for the same range.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
   */
  "private-clients-are-not-remote-nodes"({ access, eks }) {
    const remote = (["nodeCidrs", "podCidrs"] as const).flatMap((list) =>
      entries(eks?.remoteNetworks?.[list]).map(([i, range]) => ({
        at: `eks.remoteNetworks.${list}[${i}]`,
        range,
      })),
    );
    return entries(access.privateFrom).flatMap(([i, client]) => {
      const same = remote.find(({ range }) => range === client);
      return same
        ? [
            error(
              ["access", "privateFrom", i],
              `${shown(client)} already reaches the API server as ${same.at}; omit it here`,
            ),
          ]
        : [];
    });
  },

  /**
   * Clients of the private endpoint are not the whole internet: a range of all addresses is a mistake, because only connected networks
   * reach the private endpoint.
   *
   * @remarks Decision of this project: a rule that allows everything hides who the clients are.
   */
  "private-clients-limited"({ access }) {
    const known = knownEntries(access.privateFrom);
    if (opennessOf(known.map(([, client]) => client)) !== "everyone") return [];
    const single = known.find(([, client]) => opennessOf([client]) === "everyone");
    return [
      warning(
        ["access", "privateFrom", ...(single ? [single[0]] : [])],
        `${single ? `${single[1]} allows` : `${known.length} ranges together allow`} every address of all connected networks; use the ` +
          "ranges of users and pipelines",
      ),
    ];
  },

  /**
   * `privateFrom` needs the private endpoint.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "private-clients-need-private-endpoint"({ access }) {
    if (access.private !== false || !isKnown(access.privateFrom) || access.privateFrom.length === 0)
      return [];
    return [
      error(
        ["access", "privateFrom"],
        "has no effect: access.private false closes the private endpoint; omit one of the two",
      ),
    ];
  },

  /**
   * The API server is not open to the whole internet or a large part of it (a /8 or more), where only credentials protect it.
   * The ranges are evaluated together.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "api-server-open-to-everyone"({ access }) {
    return opennessWarnings(["access", "publicFrom"], access.publicFrom);
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
   * Ranges of `publicFrom` are public: EKS accepts no reserved addresses. Traffic from the VPC and from connected networks uses the
   * private endpoint, which `privateFrom` opens.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "public-ranges-public"({ access }) {
    return unroutedRanges(["access", "publicFrom"], access.publicFrom).map(({ path, reason }) =>
      error(
        path,
        `${reason}; use the public address from which your network reaches the internet, or access.privateFrom for connected networks`,
      ),
    );
  },
});
