import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import {
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { defaults } from "../../defaults";
import type { AksClusterProps } from "../../spec";
import { resourceIdFault } from "../../resource-ids";
import { apiAccessOf, egressOf, natOf, podNetworkOf } from "../../settings";
import { zonesOfAzure } from "../../zones";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /** [Azure] Every region with zones has three, `1` to `3`. */
  "zone-names-of-azure"({ network = {} }) {
    const { zones } = network;
    const path = ["network", "zones"];
    if (!isKnown(zones)) return [];
    if (typeof zones === "number") {
      return isWhole(zones, 1) && zones > zonesOfAzure.length
        ? [
            error(
              path,
              `must be at most ${zonesOfAzure.length}: Azure has no more zones in a region, got ${zones}`,
            ),
          ]
        : [];
    }
    return knownEntries(zones)
      .filter(([, zone]) => !(zonesOfAzure as readonly string[]).includes(zone))
      .map(([i, zone]) =>
        error([...path, i], `must be one of ${zonesOfAzure.map(shown).join(", ")}, got ${shown(zone)}`),
      );
  },

  /** The subnets that are planned need room; a network has private addresses. */
  "network-range"({ network = {} }) {
    const range = isKnown(network.cidr) ? Cidr.parse(network.cidr) : undefined;
    if (!range) return [];
    const path = ["network", "cidr"];
    if (range.prefix < 8 || range.prefix > 20) return [error(path, `must be a /8 to /20, got ${range}`)];
    if (privateRanges.some((known) => known.contains(range)) || Cidr.parse("100.64.0.0/10")!.contains(range))
      return [];
    return [error(path, `must be within ${privateRanges.join(", ")} or 100.64.0.0/10, got ${range}`)];
  },

  /** What belongs to a new network is not said of an existing one. */
  "existing-stands-alone"({ network = {} }) {
    if (!network.existing) return [];
    const own = (["cidr", "nat"] as const)
      .filter((field) => network[field] !== undefined)
      .map((field) =>
        error(["network", field], "belongs to a new network; that of network.existing is its own matter"),
      );
    const { egress } = network;
    return [
      ...own,
      ...(egress?.type === "route-table" && egress.nextHopAddress !== undefined
        ? [
            error(
              ["network", "egress", "nextHopAddress"],
              "routes of an existing network are its own: name routeTableId",
            ),
          ]
        : []),
      ...(egress?.type === "managed-nat"
        ? [
            error(
              ["network", "egress", "type"],
              `"managed-nat" needs a network that AKS may put its gateway into: a new one`,
            ),
          ]
        : []),
    ];
  },

  /** [AKS docs] The API server's subnet is delegated to it, which those of nodes must not be; pods and endpoints have theirs. */
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
          `must be a subnet of its own, got that of ${used.find((other) => existing[other] === existing[field])}`,
        ),
      );
  },

  /** [azurerm] Subnets are parts of the virtual network that is named: rights are given there, and names are linked to it. */
  "existing-subnets-are-of-network"({ network = {} }) {
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

  /** [RFC 4632] Ranges of an existing network are spelt like all others. */
  "existing-range-syntax"({ network = {} }) {
    const { existing } = network;
    if (!isKnown(existing)) return [];
    return (["nodeSubnetCidr", "podSubnetCidr"] as const).flatMap((field) =>
      rangeProblems(["network", "existing", field], existing[field]),
    );
  },

  /** What is asked for must be in an existing network. */
  "existing-has-subnets"(cluster) {
    const { existing } = cluster.network ?? {};
    if (!isKnown(existing)) return [];
    const path = ["network", "existing"];
    return [
      ...(apiAccessOf(cluster.access).inNetwork && existing.apiServerSubnetId === undefined
        ? [error(path, "must have apiServerSubnetId with access.private; or say access.private: false")]
        : []),
      ...(podNetworkOf(cluster).mode === "pod-subnet" && existing.podSubnetId === undefined
        ? [error(path, `must have podSubnetId with podNetwork "pod-subnet"`)]
        : []),
      ...(podNetworkOf(cluster).mode !== "pod-subnet" && existing.podSubnetId !== undefined
        ? [error([...path, "podSubnetId"], `is used with podNetwork "pod-subnet" alone; leave it out`)]
        : []),
      ...(cluster.storage?.netApp
        ? [error(["storage", "netApp"], "needs a network that is made here, for a subnet of its own")]
        : []),
    ];
  },

  /** [azurerm, AKS docs] What enforces policies goes with how pods get addresses. */
  "policy-fits-pod-network"(cluster) {
    const { mode, policy } = podNetworkOf(cluster);
    const able: Record<typeof mode, readonly string[]> = {
      overlay: ["cilium", "azure", "calico", "none"],
      "pod-subnet": ["cilium", "azure", "calico", "none"],
      flat: ["azure", "calico", "none"],
      kubenet: ["calico", "none"],
      none: ["none"],
    };
    if (!Object.hasOwn(able, mode) || able[mode].includes(policy)) return [];
    return [
      error(
        ["network", "networkPolicy"],
        `must be one of ${able[mode].join(", ")} with podNetwork "${mode}", got "${policy}"`,
      ),
    ];
  },

  /** [azurerm] advanced_networking needs Cilium and Azure's pod network. */
  "advanced-networking-has-cilium"(cluster) {
    if (!cluster.network?.advancedNetworking || podNetworkOf(cluster).usesCilium) return [];
    return [
      error(
        ["network", "advancedNetworking"],
        `needs networkPolicy "cilium", got "${podNetworkOf(cluster).policy}"`,
      ),
    ];
  },

  /** [AKS] kubenet ends in March 2028. */
  "kubenet-ends"({ network }) {
    if (network?.podNetwork !== "kubenet") return [];
    return [
      warning(
        ["network", "podNetwork"],
        `"kubenet" is retired by Azure on 31 March 2028; "overlay" takes its place`,
      ),
    ];
  },

  /** [azurerm] pod_cidr is for pods with addresses that only the cluster knows. */
  "pod-range-is-used"(cluster) {
    const { mode, isOverlay } = podNetworkOf(cluster);
    if (cluster.network?.podCidr === undefined || isOverlay) return [];
    return [error(["network", "podCidr"], `is not used with podNetwork "${mode}"; leave it out`)];
  },

  /** [azurerm] Two families of addresses: overlay and kubenet. */
  "dual-stack-fits"(cluster) {
    const { mode, isOverlay } = podNetworkOf(cluster);
    if (!cluster.network?.dualStack) return [];
    const problems = isOverlay
      ? []
      : [error(["network", "dualStack"], `needs podNetwork "overlay" or "kubenet", got "${mode}"`)];
    // [AKS docs] The NAT gateways of azurerm 4.55 have no IPv6.
    return egressOf(cluster)?.type === "load-balancer"
      ? problems
      : [
          ...problems,
          error(
            ["network", "dualStack"],
            `needs network.egress of type "load-balancer": no other way out has IPv6`,
          ),
        ];
  },

  /** [AKS docs] Services have a range of their own, at most a /12; some ranges are taken by Azure itself. */
  "service-range"({ network = {} }) {
    const range = Cidr.parse(network.serviceCidr ?? "");
    if (!range) return [];
    if (range.prefix >= 12 && range.prefix <= 27) return [];
    return [error(["network", "serviceCidr"], `must be a /12 to /27, got ${range}`)];
  },

  "ranges-are-free"({ network = {} }) {
    return (["cidr", "podCidr", "serviceCidr"] as const).flatMap((field) => {
      const text = network[field];
      const range = isKnown(text) ? Cidr.parse(text) : undefined;
      const taken = reservedRanges.find((reserved) => range?.overlaps(Cidr.parse(reserved)!));
      return taken
        ? [error(["network", field], `${range} must not overlap ${taken}, which Azure uses itself`)]
        : [];
    });
  },

  /** No address may be two things: those of the network, of pods and of services. */
  "ranges-are-apart"(cluster) {
    const { network = {} } = cluster;
    const given = {
      cidr: network.existing ? network.existing.nodeSubnetCidr : (network.cidr ?? defaults.cidr),
      podSubnet: network.existing?.podSubnetCidr,
      podCidr: podNetworkOf(cluster).isOverlay ? (network.podCidr ?? defaults.podCidr) : undefined,
      serviceCidr: network.serviceCidr ?? defaults.serviceCidr,
    };
    const names = {
      cidr: network.existing ? "the nodes' range" : "the network's range",
      podSubnet: "the range of the pods' subnet",
      podCidr: "the pods' range",
      serviceCidr: "the services' range",
    };
    const pairs = [
      ["podCidr", "cidr"],
      ["serviceCidr", "cidr"],
      ["serviceCidr", "podCidr"],
      ["podSubnet", "cidr"],
      ["serviceCidr", "podSubnet"],
    ] as const;
    const places: Record<keyof typeof given, { readonly said: boolean; readonly path: Path }> = {
      cidr: network.existing
        ? { said: true, path: ["network", "existing", "nodeSubnetCidr"] }
        : { said: network.cidr !== undefined, path: ["network", "cidr"] },
      podSubnet: { said: true, path: ["network", "existing", "podSubnetCidr"] },
      podCidr: { said: network.podCidr !== undefined, path: ["network", "podCidr"] },
      serviceCidr: { said: network.serviceCidr !== undefined, path: ["network", "serviceCidr"] },
    };
    return pairs.flatMap(([field, other]) => {
      const [range, others] = [given[field], given[other]].map((text) =>
        isKnown(text) ? Cidr.parse(text) : undefined,
      );
      if (!range || !others || !range.overlaps(others)) return [];
      // Where the range was left out, the other one is what a person can see.
      const at = places[places[field].said ? field : other].path;
      return [error(at, `${names[field]} ${range} must not overlap ${names[other]} ${others}`)];
    });
  },

  /** `private` is one word for no way out and none in. */
  "private-is-private"(cluster) {
    const { network = {}, access } = cluster;
    if (!network.private) return [];
    return [
      ...(network.nat !== undefined && network.nat !== "none"
        ? [
            error(
              ["network", "nat"],
              `a private network has no way out, got ${shown(network.nat)}; leave it out`,
            ),
          ]
        : []),
      ...(network.egress?.type !== "none"
        ? [
            error(
              network.egress ? ["network", "egress", "type"] : ["network", "private"],
              `a private network needs egress { type: none, registryId: … }: nodes start from a registry of yours that holds Microsoft's images`,
            ),
          ]
        : []),
      ...((access.publicFrom ?? []).length > 0
        ? [
            error(
              ["access", "publicFrom"],
              "the API server of a private network has no public address; leave it out",
            ),
          ]
        : []),
    ];
  },

  /** [azurerm] outbound_type none needs a registry to start from. */
  "no-egress-has-registry"({ network = {} }) {
    if (network.nat !== "none" || network.egress !== undefined || network.private) return [];
    return [
      error(
        ["network", "nat"],
        `"none" needs network.egress { type: none, registryId: … }: nodes start from a registry of yours`,
      ),
    ];
  },

  /** `nat` says how many gateways there are, which only one way out has. */
  "nat-is-used"(cluster) {
    const { network = {} } = cluster;
    if (network.nat === undefined || network.nat === "none" || network.egress === undefined) return [];
    if (network.egress.type === "nat-gateway") return [];
    return [
      error(
        ["network", "nat"],
        `is not used with egress ${shown(network.egress.type)}; leave one of the two out`,
      ),
    ];
  },

  /** A node pool has one subnet, and a subnet has one NAT gateway: one in each zone needs pools of one zone. */
  "nat-per-zone"(cluster) {
    const { network = {} } = cluster;
    if (natOf(network) !== "per-zone" || network.existing) return [];
    return [
      ...(podNetworkOf(cluster).mode === "pod-subnet"
        ? [
            error(
              ["network", "nat"],
              `"per-zone" does not go with podNetwork "pod-subnet", which has one subnet for all zones`,
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

  /** [azurerm, AKS docs] Bounds of the ways out. */
  "egress-bounds"({ network = {} }) {
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
      case "managed-nat":
        return [
          ...within("ips", egress.ips, 1, 16),
          ...within("idleTimeoutMinutes", egress.idleTimeoutMinutes, 4, 120),
        ];
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

  /** [AKS] A proxy is for something. */
  "proxy-has-address"({ network = {} }) {
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

/** [AKS docs] Ranges that Azure uses itself. */
const reservedRanges = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"];
