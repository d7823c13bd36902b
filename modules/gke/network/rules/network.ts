import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { unknownRegion } from "../../../cluster/rules/zones";
import type { AnyGkeClusterProps } from "../../spec";
import { networkPrefix, planRanges, podPrefix, servicePrefix } from "../address-plan";
import { defaultZones, isRegionName, isZoneOf, region as knownRegion, regionNames } from "../../regions";
import { prefixProblems, rangeOf, refused, uniqueProblems, wholeProblems } from "../../values";

/** Private, or used as if: [RFC 1918], [RFC 6598], and class E, which VPCs of Google route. */
const ownRanges = [...privateRanges, Cidr.parse("100.64.0.0/10")!, Cidr.parse("240.0.0.0/4")!];

/** [VPC] subnets, prohibited IPv4 ranges. */
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

/** A range of the cluster, and the field that says it. */
interface NamedRange {
  readonly name: string;
  readonly path: Path;
  readonly range: Cidr;
}

export const rules = defineRules<AnyGkeClusterProps>("gke/network", {
  /** The plan of ranges fits a /9 to a /20. */
  "network-size"({ network }) {
    if (!isKnown(network) || network.existing) return [];
    return prefixProblems(["network", "cidr"], network.cidr, networkPrefix);
  },

  /** [GKE] VPC-native clusters, secondary ranges: sizes; those of load balancers' proxies [Load Balancing] proxy-only subnets. */
  "range-sizes"({ network, loadBalancing }) {
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

  /** [VPC] subnets: ranges of a network and its peers share no address. */
  "ranges-are-apart"(cluster) {
    const ranges = namedRanges(cluster);
    return ranges.flatMap(({ name, path, range }, i) => {
      const other = ranges.slice(0, i).find((earlier) => earlier.range.overlaps(range));
      return other
        ? [error(path, `${range} for ${name} must not overlap ${other.range}, which is for ${other.name}`)]
        : [];
    });
  },

  /** [VPC] subnets: some ranges are no network's. */
  "ranges-are-usable"(cluster) {
    return saidRanges(cluster).flatMap(({ path, range }) => {
      const prohibited = prohibitedRanges.find((candidate) => candidate.overlaps(range));
      return prohibited
        ? [error(path, `must not touch ${prohibited}, which no network may have, got ${range}`)]
        : [];
    });
  },

  /** [VPC] privately used public ranges: their owners on the internet are out of reach. */
  "ranges-are-private"(cluster) {
    return saidRanges(cluster)
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

  /** A number of zones can be turned into names only where the names are known. */
  "zones-are-known"({ region, network }) {
    const zones = network?.zones ?? 3;
    if (!isKnown(region) || !isRegionName(region) || !isWhole(zones, 1) || defaultZones(region, zones))
      return [];
    const letters = knownRegion(region)?.zoneLetters;
    if (letters === undefined) return [unknownRegion(region, regionNames())];
    return [
      error(
        ["network", "zones"],
        `the names of ${zones} zones of ${region} are not known` +
          (letters.length > 0 ? ` (only ${letters.map((letter) => `${region}-${letter}`).join(", ")})` : "") +
          `; name them, such as [${region}-a, ${region}-b]`,
      ),
    ];
  },

  /** [Compute Engine] regions and zones: a subnet reaches the zones of its region. */
  "zones-of-region"({ region, network }) {
    if (!isKnown(region) || !isRegionName(region) || !isKnown(network) || typeof network.zones === "number")
      return [];
    return knownEntries(network.zones)
      .filter(([, zone]) => !isZoneOf(region, zone))
      .map(([i, zone]) =>
        error(
          ["network", "zones", i],
          `must be a zone of ${region} such as ${(defaultZones(region, 1) ?? [`${region}-a`])[0]}, got ${shown(zone)}`,
        ),
      );
  },

  /** [GKE] regional clusters: the control plane outlives a zone, nodes in one zone do not. */
  "nodes-outlive-zone"(cluster, { zones }) {
    if (cluster.gke?.controlPlane === "zonal" || cluster.gke?.mode === "autopilot") return [];
    if (zones?.length !== 1) return [];
    return [
      warning(
        ["network", "zones"],
        `all nodes are in ${zones[0]} while the control plane is in three zones: name more, or say gke.controlPlane zonal`,
      ),
    ];
  },

  /** [Cloud NAT API] RouterNat: addresses by hand; ports are powers of two. */
  "nat-settings"({ network }) {
    if (!isKnown(network)) return [];
    const ports = isKnown(network.natPorts) ? network.natPorts : {};
    const path = ["network", "natPorts"];
    const power = (field: "min" | "max", least: number, most: number): Problem[] => {
      const value = ports[field];
      if (!isKnown(value) || (isWhole(value, least, most) && Number.isInteger(Math.log2(value)))) return [];
      return [
        error([...path, field], `must be a power of two from ${least} to ${most}, got ${shown(value)}`),
      ];
    };
    const { min = 64, max = 4096 } = ports;
    return [
      ...wholeProblems(["network", "natAddresses"], network.natAddresses, 1, 16),
      ...power("min", 32, 32768),
      ...power("max", 64, 65536),
      ...(isWhole(min, 32) && isWhole(max, 64) && max <= min
        ? [
            error(
              [...path, ports.max === undefined ? "min" : "max"],
              `max (${max}) must be above min (${min})`,
            ),
          ]
        : []),
    ];
  },

  /** What is said of a gateway that is not there would be passed over. */
  "nat-is-there"({ network }) {
    if (!isKnown(network) || network.existing || (network.nat !== "none" && network.private !== true))
      return [];
    return refused(
      [
        [["network", "natAddresses"], network.natAddresses],
        [["network", "natPorts"], network.natPorts],
      ],
      `there is no NAT with ${network.private === true ? "private true" : 'nat "none"'}; leave it out`,
    );
  },

  /** Without NAT and without public addresses nodes reach Google's services alone, and no other registry. */
  "way-out"({ network }) {
    if (!isKnown(network) || network.existing || network.nat !== "none" || network.private === true)
      return [];
    if (network.nodeAddresses === "public") return [];
    return [
      warning(
        ["network", "nat"],
        'with "none" nodes reach Google\'s own services alone: images must come from Artifact Registry; "private: true" says ' +
          "that on purpose",
      ),
    ];
  },

  /** What `private` rules out. */
  "private-is-private"({ network, access, nodeGroups }) {
    if (!isKnown(network) || network.private !== true) return [];
    const why = "contradicts network.private, which leaves no way to the internet; leave one of the two out";
    return [
      ...refused(
        [
          [["network", "nat"], network.nat === "none" ? undefined : network.nat],
          [["network", "nodeAddresses"], network.nodeAddresses === "public" || undefined],
          [["network", "ipv6Access"], network.ipv6Access === "external" || undefined],
          [["access", "publicFrom"], access.publicFrom?.length ? access.publicFrom : undefined],
          [["access", "googleCloud"], access.googleCloud || undefined],
        ],
        why,
      ),
      ...entries(nodeGroups)
        .filter(([, group]) => group.nodeAddresses === "public")
        .map(([i]) => error(["nodeGroups", i, "nodeAddresses"], why)),
    ];
  },

  /** [Compute Engine API] Network, mtu. */
  "mtu-bytes"({ network }) {
    return isKnown(network) ? wholeProblems(["network", "mtu"], network.mtu, 1300, 8896) : [];
  },

  /** [GKE] Dataplane V2: what is made of eBPF is not there without. */
  "needs-dataplane-v2"({ network, observability }) {
    const dataplane = network?.dataplane;
    if (!isKnown(dataplane) || dataplane === "v2") return [];
    const asked: [Path, boolean][] = [
      [["network", "ipFamily"], network?.ipFamily === "ipv6"],
      [["network", "clusterwidePolicies"], network?.clusterwidePolicies === true],
      [["network", "fqdnPolicies"], network?.fqdnPolicies === true],
      [["network", "encryptedTraffic"], network?.encryptedTraffic === true],
      [["network", "multiNetworking"], network?.multiNetworking === true],
      [["observability", "trafficMetrics"], observability?.trafficMetrics === true],
      [["observability", "trafficRelay"], observability?.trafficRelay === true],
    ];
    return asked
      .filter(([, isAsked]) => isAsked)
      .map(([path]) => error(path, `needs Dataplane V2; network.dataplane is ${shown(dataplane)}`));
  },

  /** [VPC] IPv6 subnets: where addresses come from is a matter of those who have some. */
  "ipv6-access-has-family"({ network }) {
    if (!isKnown(network) || network.ipv6Access === undefined || network.ipFamily === "ipv6") return [];
    return [error(["network", "ipv6Access"], 'has no effect without ipFamily "ipv6"; leave it out')];
  },

  /** TCP ports, each once. */
  "webhook-port-numbers"({ network }) {
    if (!isKnown(network)) return [];
    const path = ["network", "webhookPorts"];
    return [
      ...uniqueProblems(path, network.webhookPorts),
      ...knownEntries(network.webhookPorts).flatMap(([i, port]) =>
        wholeProblems([...path, i], port, 1, 65535),
      ),
    ];
  },

  /** [provider doc] google_container_cluster, `dns_config`; [GKE] Cloud DNS for GKE: scopes. */
  "cluster-dns"({ network }) {
    const dns = network?.dns;
    if (!isKnown(dns)) return [];
    const path = ["network", "dns"];
    if (dns.by === "kube-dns") {
      return refused(
        (["scope", "domain", "vpcDomain"] as const).map((field) => [[...path, field], dns[field]]),
        'belongs to Cloud DNS; leave it out with by "kube-dns"',
      );
    }
    return [
      ...(["domain", "vpcDomain"] as const).flatMap((field) => {
        const name = dns[field];
        return isKnown(name) && !domain.test(name)
          ? [error([...path, field], `must be a domain such as shop.internal, got ${shown(name)}`)]
          : [];
      }),
      ...(dns.scope === "vpc" && (dns.domain === undefined || dns.domain === "cluster.local")
        ? [
            error(
              [...path, "domain"],
              'must be the cluster\'s own in the whole VPC with scope "vpc", such as shop.internal',
            ),
          ]
        : []),
      ...(dns.scope === "vpc" && dns.vpcDomain !== undefined
        ? [error([...path, "vpcDomain"], 'belongs to scope "cluster"; with "vpc" the VPC knows all names')]
        : []),
    ];
  },

  /** [GKE] multi-network support for pods: interfaces are told by the cluster first. */
  "additional-networks"(cluster) {
    const isOn = cluster.network?.multiNetworking === true;
    return forEachGroup(cluster, ({ additionalNetworks: networks }, group) => {
      if (!isKnown(networks) || networks.length === 0) return [];
      const path = [...group, "additionalNetworks"];
      return [
        ...(isOn ? [] : [error(path, "needs network.multiNetworking, which can't be switched on later")]),
        ...entries(networks).flatMap(([i, { podRange, maxPods }]) => [
          ...(maxPods !== undefined && podRange === undefined
            ? [
                error(
                  [...path, i, "maxPods"],
                  "has no effect without podRange: the interface is the node's alone",
                ),
              ]
            : []),
          ...wholeProblems([...path, i, "maxPods"], maxPods, 8, 256),
        ]),
      ];
    });
  },

  /** Pods have addresses of one of the cluster's ranges. [GKE] multi-pod CIDR */
  "pod-ranges-exist"(cluster) {
    const { network } = cluster;
    if (network !== undefined && !isKnown(network)) return [];
    const names = network?.existing
      ? [network.existing.podRange, ...entries(network.existing.morePodRanges).map(([, name]) => name)]
      : ["pods", ...entries(network?.morePodCidrs).map(([i]) => `pods-${i + 1}`)];
    if (!names.every(isKnown)) return [];
    return forEachGroup(cluster, ({ podRange }, group) =>
      isKnown(podRange) && !names.includes(podRange)
        ? [
            error(
              [...group, "podRange"],
              `must be a range of the cluster's pods (${names.join(", ")}), got ${shown(podRange)}`,
            ),
          ]
        : [],
    );
  },
});

const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What the user wrote as ranges of a new network. */
function saidRanges({ network, access, loadBalancing }: AnyGkeClusterProps): NamedRange[] {
  const said: [string, Path, string | undefined][] = [
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
  return said.flatMap(([name, path, text]) => {
    const range = rangeOf(text);
    return range ? [{ name, path, range }] : [];
  });
}

/** All ranges, planned ones included, those first that stand by themselves. */
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
  const others = saidRanges(cluster).filter(({ path }) => path !== cidr && path[1] !== "cidr");
  return [
    ...basis.flatMap(([name, path, text]) => {
      const range = rangeOf(text);
      return range ? [{ name, path, range }] : [];
    }),
    ...others,
  ];
}
