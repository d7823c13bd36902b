import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { isKnown, knownEntries, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { networkPrefix, planRanges, podPrefix, servicePrefix } from "../address-plan";
import { prefixProblems, rangeOf } from "../../values";

/** Private, or used as if: [RFC 1918], [RFC 6598], and class E, which VPCs of Google route. */
const ownRanges = [...privateRanges, Cidr.parse("100.64.0.0/10")!, Cidr.parse("240.0.0.0/4")!];

/**
 * Ranges that no subnet may have.
 *
 * @see https://cloud.google.com/vpc/docs/subnets#prohibited-ipv4-ranges
 */
const prohibitedRanges = [
  "0.0.0.0/8",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.51.100.0/24",
  "199.36.153.4/30",
  "199.36.153.8/30",
  "203.0.113.0/24",
  "224.0.0.0/4",
].map((range) => Cidr.parse(range)!);

/** A range of the cluster, and its field. */
interface NamedRange {
  readonly name: string;
  readonly path: Path;
  readonly range: Cidr;
}

export const rules = defineRules<AnyGkeClusterProps>("gke/network", {
  /**
   * The range of a new network has a prefix from /9 to /20, which the address plan can divide.
   *
   * @remarks Decision of this project: nodes, pods and services have fixed places in one range.
   */
  "network-prefix"({ network }) {
    if (!isKnown(network) || network.existing) return [];
    return prefixProblems(["network", "cidr"], network.cidr, networkPrefix);
  },

  /**
   * Ranges of pods, services and load balancer proxies have a size that GKE and Cloud Load Balancing accept.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips#cluster_sizing_secondary_range_pods
   */
  "range-prefixes"({ network, loadBalancing }) {
    if (!isKnown(network ?? {})) return [];
    return [
      ...prefixProblems(["network", "podCidr"], network?.podCidr, podPrefix),
      ...knownEntries(network?.morePodCidrs).flatMap(([i, range]) => {
        const path = ["network", "morePodCidrs", i];
        return [
          ...rangeProblems(path, range),
          ...prefixProblems(path, range, { shortest: podPrefix.shortest, longest: 28 }),
        ];
      }),
      ...prefixProblems(["network", "serviceCidr"], network?.serviceCidr, servicePrefix),
      ...rangeProblems(["loadBalancing", "proxyCidr"], loadBalancing?.proxyCidr),
      ...prefixProblems(["loadBalancing", "proxyCidr"], loadBalancing?.proxyCidr, {
        shortest: 20,
        longest: 26,
      }),
    ];
  },

  /**
   * Ranges of a VPC network and its peers do not overlap.
   *
   * @see https://cloud.google.com/vpc/docs/subnets#manually_created_subnet_ip_ranges
   */
  "ranges-separate"(cluster) {
    const ranges = namedRanges(cluster);
    return ranges.flatMap(({ name, path, range }, i) => {
      const other = ranges.slice(0, i).find((earlier) => earlier.range.overlaps(range));
      return other
        ? [error(path, `${range} for ${name} must not overlap ${other.range} for ${other.name}`)]
        : [];
    });
  },

  /**
   * Ranges do not include addresses that Google Cloud prohibits for subnets.
   *
   * @see https://cloud.google.com/vpc/docs/subnets#prohibited-ip4
   */
  "ranges-allowed"(cluster) {
    return givenRanges(cluster).flatMap(({ path, range }) => {
      const prohibited = prohibitedRanges.find((candidate) => candidate.overlaps(range));
      return prohibited
        ? [
            error(
              path,
              `must not overlap ${prohibited}, which Google Cloud prohibits for subnets, got ${range}`,
            ),
          ]
        : [];
    });
  },

  /**
   * Ranges are private. Their owners on the internet cannot be reached from a network that uses public ranges privately.
   *
   * @see https://cloud.google.com/vpc/docs/subnets#valid-ranges
   */
  "ranges-private"(cluster) {
    return givenRanges(cluster)
      .filter(
        ({ range }) =>
          !ownRanges.some((own) => own.contains(range)) &&
          !prohibitedRanges.some((prohibited) => prohibited.overlaps(range)),
      )
      .map(({ path, range }) =>
        warning(
          path,
          `${range} is not within the private ranges (${ownRanges.join(", ")}): its owners on the internet cannot be reached ` +
            "from the cluster",
        ),
      );
  },
});

/** Ranges that the user sets for a new network. */
function givenRanges({ network, access, loadBalancing }: AnyGkeClusterProps): NamedRange[] {
  const given: [string, Path, string | undefined][] = [
    ["the network", ["network", "cidr"], network?.existing ? undefined : network?.cidr],
    ["pods", ["network", "podCidr"], network?.podCidr],
    ...knownEntries(network?.morePodCidrs).map(([i, range]): [string, Path, string] => [
      "more pods",
      ["network", "morePodCidrs", i],
      range,
    ]),
    ["services", ["network", "serviceCidr"], network?.serviceCidr],
    ["the API server", ["access", "endpointAddress", "cidr"], access.endpointAddress?.cidr],
    ["the API server", ["access", "endpointAddress", "peeringCidr"], access.endpointAddress?.peeringCidr],
    ["load balancers' proxies", ["loadBalancing", "proxyCidr"], loadBalancing?.proxyCidr],
  ];
  return given.flatMap(([name, path, text]) => {
    const range = rangeOf(text);
    return range ? [{ name, path, range }] : [];
  });
}

/** All ranges, planned ones included, the independent ones first. */
function namedRanges(cluster: AnyGkeClusterProps): NamedRange[] {
  const existing = cluster.network?.existing;
  const plan = planRanges(cluster);
  const cidr = ["network", "cidr"];
  const at = ["network", "existing"];
  const basis: [string, Path, string | undefined][] = existing
    ? [
        ["nodes", [...at, "nodeCidr"], existing.nodeCidr],
        ["pods", [...at, "podCidr"], existing.podCidr],
        ["services", [...at, "serviceCidr"], existing.serviceCidr],
      ]
    : [
        ["nodes", cidr, plan?.nodes],
        ["pods", cidr, cluster.network?.podCidr === undefined ? plan?.pods : undefined],
        ["services", cidr, cluster.network?.serviceCidr === undefined ? plan?.services : undefined],
      ];
  const others = givenRanges(cluster).filter(({ path }) => path !== cidr && path[1] !== "cidr");
  return [
    ...basis.flatMap(([name, path, text]) => {
      const range = rangeOf(text);
      return range ? [{ name, path, range }] : [];
    }),
    ...others,
  ];
}
