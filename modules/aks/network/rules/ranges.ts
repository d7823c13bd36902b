import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path } from "../../../cluster/problem";
import { defineRules, isKnown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import { podNetworkOf } from "../settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /**
   * The range of a new network is private, and large enough for its subnets.
   *
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
   */
  "network-range"({ network = {} }) {
    const range = isKnown(network.cidr) ? Cidr.parse(network.cidr) : undefined;
    if (!range) return [];
    const path = ["network", "cidr"];
    if (range.prefix < 8 || range.prefix > 20) return [error(path, `must be a /8 to /20, got ${range}`)];
    if (privateRanges.some((known) => known.contains(range)) || Cidr.parse("100.64.0.0/10")!.contains(range))
      return [];
    return [error(path, `must be within ${privateRanges.join(", ")} or 100.64.0.0/10, got ${range}`)];
  },

  /**
   * The range of services is a /12 to /27.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#service_cidr
   */
  "service-range-size"({ network = {} }) {
    const range = Cidr.parse(network.serviceCidr ?? "");
    if (!range) return [];
    if (range.prefix >= 12 && range.prefix <= 27) return [];
    return [error(["network", "serviceCidr"], `must be a /12 to /27, got ${range}`)];
  },

  /**
   * No range overlaps the ranges that Azure reserves.
   *
   * @see https://learn.microsoft.com/azure/aks/concepts-network-cni-overview
   */
  "ranges-not-reserved"({ network = {} }) {
    return (["cidr", "podCidr", "serviceCidr"] as const).flatMap((field) => {
      const text = network[field];
      const range = isKnown(text) ? Cidr.parse(text) : undefined;
      const taken = reservedRanges.find((reserved) => range?.overlaps(Cidr.parse(reserved)!));
      return taken
        ? [error(["network", field], `${range} must not overlap ${taken}, which is reserved by Azure`)]
        : [];
    });
  },

  /**
   * Ranges of the network, of pods and of services do not overlap.
   *
   * @see https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning
   */
  "ranges-disjoint"(cluster) {
    const { network = {} } = cluster;
    const given = {
      cidr: network.existing ? network.existing.nodeSubnetCidr : (network.cidr ?? defaults["network.cidr"]),
      podSubnet: network.existing?.podSubnetCidr,
      podCidr: podNetworkOf(cluster).isOverlay ? (network.podCidr ?? defaults["network.podCidr"]) : undefined,
      serviceCidr: network.serviceCidr ?? defaults["network.serviceCidr"],
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
    const places: Record<keyof typeof given, { readonly isSet: boolean; readonly path: Path }> = {
      cidr: network.existing
        ? { isSet: true, path: ["network", "existing", "nodeSubnetCidr"] }
        : { isSet: network.cidr !== undefined, path: ["network", "cidr"] },
      podSubnet: { isSet: true, path: ["network", "existing", "podSubnetCidr"] },
      podCidr: { isSet: network.podCidr !== undefined, path: ["network", "podCidr"] },
      serviceCidr: { isSet: network.serviceCidr !== undefined, path: ["network", "serviceCidr"] },
    };
    return pairs.flatMap(([field, other]) => {
      const [range, others] = [given[field], given[other]].map((text) =>
        isKnown(text) ? Cidr.parse(text) : undefined,
      );
      if (!range || !others || !range.overlaps(others)) return [];
      // Reports the range that is set, if the other one is a default.
      const at = places[places[field].isSet ? field : other].path;
      return [error(at, `${names[field]} ${range} must not overlap ${names[other]} ${others}`)];
    });
  },
});

/**
 * Ranges that Azure reserves.
 *
 * @see https://learn.microsoft.com/azure/aks/concepts-network-cni-overview
 */
const reservedRanges = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"];
