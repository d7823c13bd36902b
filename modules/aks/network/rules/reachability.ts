import { Cidr } from "../../../cluster/addresses";
import { error, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import { parsePorts } from "../../ports";
import { callers, exposuresOf } from "../../programs";
import type { ClusterWithWorkloads } from "../../spec";
import { egressOf } from "../settings";

export const rules = defineRules<ClusterWithWorkloads>("aks/network", {
  /**
   * A program that calls services outside the network needs egress. An existing network, a peering or a proxy can have a path that is
   * not in the file, for example private endpoints of Azure Monitor.
   *
   * @see https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
   */
  "programs-need-egress"(cluster) {
    const { network = {} } = cluster;
    const egress = egressOf(cluster);
    if (egress !== undefined && (!isKnown(egress) || egress.type !== "none")) return [];
    const reason = egress
      ? 'network.egress is "none"'
      : network.private
        ? "network.private is true"
        : 'network.nat is "none"';
    const otherPath = network.existing
      ? "network.existing"
      : network.httpProxy
        ? "network.httpProxy"
        : knownEntries(network.peerings).length > 0
          ? "network.peerings"
          : undefined;
    return callers.flatMap(({ name, calls, fields, remedy, isUnsupported }) =>
      fields(cluster).map((path) =>
        otherPath === undefined || isUnsupported
          ? error(
              path,
              `no path to ${calls}, which ${name} calls: ${reason}; ${remedy}, or use another egress`,
            )
          : warning(
              path,
              `no path to ${calls}, which ${name} calls, is in this file: ${reason}; ${otherPath} must have one, or ${remedy}`,
            ),
      ),
    );
  },

  /**
   * Ports that the cluster opens to the internet are reachable: not in a private network, and in an existing network its security
   * groups allow them. With routes to an appliance, answers of a public load balancer would leave through the appliance, which drops them.
   *
   * @see https://learn.microsoft.com/azure/aks/limit-egress-traffic#restrict-ingress-traffic-using-azure-firewall
   */
  "public-ports-reachable"(cluster) {
    const { network = {} } = cluster;
    return exposuresOf(cluster).flatMap(({ name, field, ports, at, remedy }) => {
      const what = `${name} (${ports.join(", ")})`;
      if (network.private) {
        return [error(field, `opens ${what} to the internet, and network.private is true: ${remedy}`)];
      }
      if (network.existing) {
        return [
          warning(
            field,
            `opens ${what} to the internet: a security group of the subnet of network.existing must allow these ports, or ${remedy}`,
          ),
        ];
      }
      return at === "load balancer" && egressOf(cluster)?.type === "route-table"
        ? [
            warning(
              field,
              `opens ${what} to the internet, and network.egress "route-table" sends the answers to the appliance: it must forward ` +
                `these connections, or ${remedy}`,
            ),
          ]
        : [];
    });
  },

  /**
   * Public ports are ports or ranges with a protocol, each once, in a new network. Ranges of clients need something that is open to them.
   *
   * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
   */
  "public-ports"(cluster) {
    const { publicPorts, publicFrom } = cluster.loadBalancing ?? {};
    const path = ["loadBalancing", "publicPorts"];
    const from = ["loadBalancing", "publicFrom"];
    const isOpen = exposuresOf(cluster).some(({ at }) => at === "load balancer");
    return [
      ...knownEntries(publicPorts)
        .filter(([, text]) => parsePorts(text) === undefined)
        .map(([i, text]) =>
          error([...path, i], `must be ports such as "443/tcp" or "5000-5010/udp", got ${shown(text)}`),
        ),
      ...repeated(knownEntries(publicPorts)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      ),
      ...knownEntries(publicFrom).flatMap(([i, range]) => rangeProblems([...from, i], range)),
      ...(isKnown(publicFrom) && publicFrom.length === 0
        ? [error(from, "must have at least one range; omit it to allow the internet")]
        : []),
      ...(publicFrom !== undefined && !isOpen
        ? [
            error(
              from,
              "needs a public load balancer: publicPorts, controller with ingress external, or istio.externalGateway",
            ),
          ]
        : []),
      ...(publicFrom !== undefined && cluster.network?.existing
        ? [
            error(
              from,
              "applies to a new network; the network of network.existing is managed outside this file",
            ),
          ]
        : []),
    ];
  },

  /**
   * The appliance of a route is reachable before the first node starts: it is in a network that `peerings` connects. A new network
   * contains no appliance.
   *
   * @see https://learn.microsoft.com/azure/aks/egress-udr
   */
  "appliance-reachable"({ network = {} }) {
    const { egress, existing, peerings, cidr = defaults["network.cidr"] } = network;
    if (!isKnown(egress) || egress.type !== "route-table" || existing) return [];
    const path = ["network", "egress"];
    const hop = egress.nextHopAddress;
    const address = isKnown(hop) ? Cidr.parse(`${hop}/32`) : undefined;
    if (isKnown(hop) && !address)
      return [
        error([...path, "nextHopAddress"], `must be an IPv4 address such as 10.0.0.4, got ${shown(hop)}`),
      ];
    if (address && isKnown(cidr) && Cidr.parse(cidr)?.contains(address)) {
      return [
        error(
          [...path, "nextHopAddress"],
          `must be in a network of network.peerings, and ${hop} is in the new network (${cidr}), which contains no appliance; ` +
            "to route to an appliance in the same network, use network.existing",
        ),
      ];
    }
    if (peerings !== undefined && (!isKnown(peerings) || peerings.length > 0)) return [];
    return [
      error(
        [...path, hop === undefined ? "routeTableId" : "nextHopAddress"],
        "needs network.peerings with the network of the appliance: nodes start only if they reach it; or use network.existing",
      ),
    ];
  },
});
