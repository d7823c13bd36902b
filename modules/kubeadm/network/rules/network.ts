import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, knownEntries, shown } from "../../../cluster/rules/rule";
import { unknownRegion } from "../../../cluster/rules/zones";
import type { CloudRegions } from "../../cloud";
import { cloudOf } from "../../clouds";
import { defaults } from "../../fields.generated";
import type { KubeadmClusterProps } from "../../spec";
import { privateHasNat } from "../private-nat";
import { nodePodPrefix, type RangeName, rangeOf } from "../ranges";

/** Shared address space of carriers. Pods may have it: their addresses are not routed. */
const sharedRange = Cidr.parse("100.64.0.0/10")!;

/** Link-local addresses, with the metadata service. */
const linkLocal = Cidr.parse("169.254.0.0/16")!;

/** Range of the bridge of Docker. */
const dockerRange = Cidr.parse("172.17.0.0/16")!;

const hasNoZones = ({ hasZones }: CloudRegions, region: string): boolean => hasZones?.(region) === false;

export const rules = defineRules<KubeadmClusterProps>("kubeadm/network", {
  /**
   * The range of the network is a /16 to /22 on AWS: it allows no larger one, and the subnets of a smaller one have too few addresses. On
   * Google Cloud it is a /9 to /24, and on Azure a /8 to /22.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   * @see https://cloud.google.com/vpc/docs/subnets
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
   */
  "network-size"(cluster) {
    const range = rangeOf(cluster, "cidr");
    const prefix = cloudOf(cluster)?.network.prefix;
    if (!range || !prefix || (range.prefix >= prefix.shortest && range.prefix <= prefix.longest)) return [];
    return [error(["network", "cidr"], `must be a /${prefix.shortest} to /${prefix.longest}, got ${range}`)];
  },

  /**
   * The ranges of the network, pods and services do not overlap: a machine would send packets to the wrong one.
   *
   * @see https://kubernetes.io/docs/concepts/cluster-administration/networking/#kubernetes-ip-address-ranges
   */
  "ranges-separate"(cluster) {
    const names: readonly RangeName[] = ["cidr", "podCidr", "serviceCidr"];
    return names.flatMap((name, i) =>
      names.slice(0, i).flatMap((other) => {
        const [range, before] = [rangeOf(cluster, name), rangeOf(cluster, other)];
        return range && before && range.overlaps(before)
          ? [error(["network", name], `${range} must not overlap ${other}, ${before}`)]
          : [];
      }),
    );
  },

  /**
   * Ranges of clients do not overlap those of pods and services: answers to them would stay in the cluster.
   *
   * @see https://kubernetes.io/docs/concepts/cluster-administration/networking/#kubernetes-ip-address-ranges
   */
  "client-ranges-separate"(cluster) {
    return knownEntries(cluster.access.privateFrom).flatMap(([i, text]) => {
      const clients = Cidr.parse(text);
      return (["podCidr", "serviceCidr"] as const).flatMap((name) => {
        const range = rangeOf(cluster, name);
        return clients && range?.overlaps(clients)
          ? [error(["access", "privateFrom", i], `${clients} must not overlap network.${name}, ${range}`)]
          : [];
      });
    });
  },

  /**
   * Ranges are private, or for pods the shared address space, and contain no link-local addresses. The range of Docker's bridge is a
   * warning.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6890
   */
  "ranges-private"(cluster) {
    return (["cidr", "podCidr", "serviceCidr"] as const).flatMap((name) => {
      const range = rangeOf(cluster, name);
      const path = ["network", name];
      if (!range) return [];
      if (range.overlaps(linkLocal)) {
        return [error(path, `must not overlap the link-local range ${linkLocal}, got ${range}`)];
      }
      const allowed = name === "podCidr" ? [...privateRanges, sharedRange] : privateRanges;
      if (!allowed.some((one) => one.contains(range))) {
        return [error(path, `must be within ${allowed.join(", ")}, got ${range}`)];
      }
      return range.overlaps(dockerRange)
        ? [
            warning(
              path,
              `${range} overlaps ${dockerRange}, the range of Docker's bridge on many machines of clients`,
            ),
          ]
        : [];
    });
  },

  /**
   * The range of services is a /12 to /24: kube-apiserver allows at most 20 bits for services.
   *
   * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
   */
  "service-range"(cluster) {
    const range = rangeOf(cluster, "serviceCidr");
    if (!range || (range.prefix >= 12 && range.prefix <= 24)) return [];
    return [error(["network", "serviceCidr"], `must be a /12 to /24, got ${range}`)];
  },

  /**
   * The range of pods is a /10 to /22: each node has a /24, and the mask of a node is at most 16 bits longer than the range.
   *
   * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
   */
  "pod-range"(cluster) {
    const range = rangeOf(cluster, "podCidr");
    if (!range || (range.prefix >= nodePodPrefix - 14 && range.prefix <= nodePodPrefix - 2)) return [];
    return [
      error(
        ["network", "podCidr"],
        `must be a /${nodePodPrefix - 14} to /${nodePodPrefix - 2}, got ${range}: each node has a /${nodePodPrefix}`,
      ),
    ];
  },

  /**
   * Zones are zones of the region: Local Zones and Wavelength Zones of AWS have no slot in the address plan.
   *
   * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
   * @see https://cloud.google.com/compute/docs/regions-zones
   */
  "zones-of-region"(cluster) {
    const zones = cluster.network?.zones;
    const { region } = cluster;
    const regions = cloudOf(cluster)?.regions;
    if (!Array.isArray(zones) || !isKnown(region) || !regions || hasNoZones(regions, region)) return [];
    return knownEntries(zones as readonly string[])
      .filter(([, zone]) => !regions.isZone(region, zone))
      .map(([i, zone]) =>
        error(
          ["network", "zones", i],
          `must be a zone of ${region} such as ${regions.exampleZone(region)}, got ${shown(zone)}`,
        ),
      );
  },

  /**
   * A number of zones is given only where the names of the zones are known, and the region has zones: some regions of Azure have none.
   *
   * @remarks Decision of this project: synthesis is offline and does not look zones up.
   */
  "zones-known"(cluster) {
    const { network, region } = cluster;
    const zones = network?.zones ?? defaults["network.zones"];
    const regions = cloudOf(cluster)?.regions;
    if (!isKnown(region) || !regions?.isName(region)) return [];
    if (hasNoZones(regions, region)) {
      return [
        error(["region"], `${region} has no zones; use a region with zones such as ${regions.example}`),
      ];
    }
    if (!isWhole(zones, 1)) return [];
    if (regions.defaultZones(region, zones)) return [];
    const isUnknown = regions.zonesOf(region) === undefined && !regions.defaultZones(region, 1);
    if (isUnknown) return [unknownRegion(region, regions.names())];
    const names = regions.zonesOf(region) ?? [];
    const known = names.length > 0 ? ` (only ${names.join(", ")})` : "";
    return [
      error(
        ["network", "zones"],
        `the names of ${zones} zones of ${region} are not known${known}; list the zones of your account, such as [${regions.exampleZone(region)}]`,
      ),
    ];
  },

  /**
   * A private network has no NAT gateways.
   *
   * @remarks Decision of this project: two fields that contradict each other are an error.
   */
  "private-without-nat"(cluster) {
    if (!privateHasNat(cluster)) return [];
    const text = `a private network has no NAT gateways, got ${shown(cluster.network?.nat)}; remove the field`;
    return [error(["network", "nat"], text)];
  },
});
