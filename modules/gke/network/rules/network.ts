import { error, type Path, type Finding, warning } from "../../../cluster/problem";
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
import {
  defaultZones,
  isRegionName,
  isZoneOf,
  region as knownRegion,
  regionNames,
} from "../../../google/regions";
import { refused, uniqueProblems, wholeProblems } from "../../values";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AnyGkeClusterProps>("gke/network", {
  /**
   * A number of zones is turned into names, so the zones of the region are known. Otherwise the zones are given by name.
   *
   * @see https://cloud.google.com/compute/docs/regions-zones
   */
  "zones-known"({ region, network }) {
    const zones = network?.zones ?? defaults["network.zones"];
    if (!isKnown(region) || !isRegionName(region) || !isWhole(zones, 1) || defaultZones(region, zones))
      return [];
    const letters = knownRegion(region)?.zoneLetters;
    if (letters === undefined) return [unknownRegion(region, regionNames())];
    return [
      error(
        ["network", "zones"],
        `must be a list of names such as [${region}-a, ${region}-b]: the names of ${zones} zones of ${region} are not known ` +
          `(only ${letters.map((letter) => `${region}-${letter}`).join(", ")})`,
      ),
    ];
  },

  /**
   * Zones are zones of the cluster's region.
   *
   * @see https://cloud.google.com/compute/docs/regions-zones
   */
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

  /**
   * Nodes of a regional cluster are in several zones, as its control plane is.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/regional-clusters
   */
  "nodes-in-several-zones"(cluster, { zones }) {
    if (cluster.gke?.controlPlane === "zonal" || cluster.gke?.mode === "autopilot") return [];
    if (zones?.length !== 1) return [];
    return [
      warning(
        ["network", "zones"],
        `all nodes are in ${zones[0]} while the control plane is in three zones; use more zones, or set gke.controlPlane to zonal`,
      ),
    ];
  },

  /**
   * Cloud NAT has 1 to 16 addresses here. Its numbers of ports are powers of two, and the maximum is above the minimum.
   *
   * @see https://cloud.google.com/nat/docs/ports-and-addresses#dynamic-port
   */
  "nat-settings"({ network }) {
    if (!isKnown(network)) return [];
    const ports = isKnown(network.natPorts) ? network.natPorts : {};
    const path = ["network", "natPorts"];
    const power = (field: "min" | "max", least: number, most: number): Finding[] => {
      const value = ports[field];
      if (!isKnown(value) || (isWhole(value, least, most) && Number.isInteger(Math.log2(value)))) return [];
      return [
        error([...path, field], `must be a power of two from ${least} to ${most}, got ${shown(value)}`),
      ];
    };
    const { min = defaults["network.natPorts.min"], max = defaults["network.natPorts.max"] } = ports;
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

  /**
   * Settings of Cloud NAT are omitted without Cloud NAT: they would have no effect.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "nat-settings-need-nat"({ network }) {
    if (!isKnown(network) || network.existing || (network.nat !== "none" && network.private !== true))
      return [];
    return refused(
      [
        [["network", "natAddresses"], network.natAddresses],
        [["network", "natPorts"], network.natPorts],
      ],
      `has no effect: there is no NAT with ${network.private === true ? "private true" : 'nat "none"'}; omit it`,
    );
  },

  /**
   * Nodes without Cloud NAT and without public addresses reach Google's services only.
   *
   * @see https://cloud.google.com/vpc/docs/private-google-access
   */
  "nodes-have-egress"({ network }) {
    if (!isKnown(network) || network.existing || network.nat !== "none" || network.private === true)
      return [];
    if (network.nodeAddresses === "public") return [];
    return [
      warning(
        ["network", "nat"],
        'with "none" nodes reach only services of Google: images must come from Artifact Registry; set network.private to ' +
          "true if this is intended",
      ),
    ];
  },

  /**
   * A private network has no egress to the internet and no public address of the API server.
   *
   * @remarks Decision of this project: `private` disables egress and public access together.
   */
  "private-network-exclusive"({ network, access, nodeGroups }) {
    if (!isKnown(network) || network.private !== true) return [];
    const why = "contradicts network.private, which allows no traffic to the internet; omit one of the two";
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

  /**
   * The MTU is from 1300 to 8896 bytes.
   *
   * @see https://cloud.google.com/vpc/docs/mtu
   */
  mtu({ network }) {
    return isKnown(network) ? wholeProblems(["network", "mtu"], network.mtu, 1300, 8896) : [];
  },

  /**
   * Features that are based on eBPF need Dataplane V2.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2
   */
  "dataplane-v2-required"({ network, observability }) {
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

  /**
   * `ipv6Access` needs IPv6 addresses.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "ipv6-access-needs-ipv6"({ network }) {
    if (!isKnown(network) || network.ipv6Access === undefined || network.ipFamily === "ipv6") return [];
    return [error(["network", "ipv6Access"], 'has no effect without ipFamily "ipv6"; omit it')];
  },

  /**
   * Webhook ports are TCP ports, each once.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/private-clusters#add_firewall_rules
   */
  "webhook-ports"({ network }) {
    if (!isKnown(network)) return [];
    const path = ["network", "webhookPorts"];
    return [
      ...uniqueProblems(path, network.webhookPorts),
      ...knownEntries(network.webhookPorts).flatMap(([i, port]) =>
        wholeProblems([...path, i], port, 1, 65535),
      ),
    ];
  },

  /**
   * Settings of cluster DNS fit its provider and scope. A domain in the whole VPC network is unique there.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-dns
   */
  "cluster-dns"({ network }) {
    const dns = network?.dns;
    if (!isKnown(dns)) return [];
    const path = ["network", "dns"];
    if (dns.by === "kube-dns") {
      return refused(
        (["scope", "domain", "vpcDomain"] as const).map((field) => [[...path, field], dns[field]]),
        'needs Cloud DNS; omit it with by "kube-dns"',
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
              'must be unique in the VPC network with scope "vpc", such as shop.internal',
            ),
          ]
        : []),
      ...(dns.scope === "vpc" && dns.vpcDomain !== undefined
        ? [
            error(
              [...path, "vpcDomain"],
              'needs scope "cluster"; with "vpc" all names are known in the VPC network',
            ),
          ]
        : []),
    ];
  },

  /**
   * Additional interfaces of nodes need multi-networking, which the cluster has from its creation.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/setup-multinetwork-support-for-pods
   */
  "additional-networks"(cluster) {
    const isOn = cluster.network?.multiNetworking === true;
    return forEachGroup(cluster, ({ additionalNetworks: networks }, group) => {
      if (!isKnown(networks) || networks.length === 0) return [];
      const path = [...group, "additionalNetworks"];
      return [
        ...(isOn ? [] : [error(path, "needs network.multiNetworking, which cannot be turned on later")]),
        ...entries(networks).flatMap(([i, { podRange, maxPods }]) => [
          ...(maxPods !== undefined && podRange === undefined
            ? [
                error(
                  [...path, i, "maxPods"],
                  "has no effect without podRange: pods do not use the interface",
                ),
              ]
            : []),
          ...wholeProblems([...path, i, "maxPods"], maxPods, 8, 256),
        ]),
      ];
    });
  },

  /**
   * A node group uses one of the cluster's pod ranges.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/multi-pod-cidr
   */
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
              `must be one of the cluster's pod ranges (${names.join(", ")}), got ${shown(podRange)}`,
            ),
          ]
        : [],
    );
  },
});

const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
