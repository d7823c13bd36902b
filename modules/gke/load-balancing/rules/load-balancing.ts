import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, shown } from "../../../cluster/rules/rule";
import { uniqueProblems } from "../../values";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/load-balancing", {
  /**
   * GKE may write the firewall rules of load balancers in the host project of a Shared VPC, or the user creates the rules.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc#managing_firewall_resources
   */
  "host-project-firewall"({ network, loadBalancing }) {
    const existing = isKnown(network) ? network.existing : undefined;
    if (!isKnown(existing) || existing.hostProject === undefined || existing.hostGrants === false) return [];
    if (existing.hostFirewall === true || loadBalancing?.firewall === false) return [];
    return [
      warning(
        ["network", "existing", "hostProject"],
        "GKE may not write the firewall rules of load balancers in the host project: set network.existing.hostFirewall to true, or set " +
          "loadBalancing.firewall to false and create the rules yourself",
      ),
    ];
  },

  /**
   * The role for firewall rules is granted where the other roles in the host project are granted.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "host-firewall-used"({ network }) {
    const existing = isKnown(network) ? network.existing : undefined;
    if (!isKnown(existing) || existing.hostFirewall !== true) return [];
    const path = ["network", "existing", "hostFirewall"];
    if (existing.hostProject === undefined)
      return [error(path, "needs hostProject; omit it without a Shared VPC")];
    return existing.hostGrants === false
      ? [error(path, "has no effect with hostGrants false: the roles are granted outside this file; omit it")]
      : [];
  },

  /**
   * The Gateway controller needs the controller that creates load balancers for Ingresses (add-on HttpLoadBalancing).
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/deploying-gateways
   */
  "gateway-needs-controller"({ loadBalancing }) {
    if (!isKnown(loadBalancing) || loadBalancing.gateway !== true || loadBalancing.controller !== false)
      return [];
    return [
      error(
        ["loadBalancing", "gateway"],
        "needs loadBalancing.controller, which also creates the load balancers of Gateways",
      ),
    ];
  },

  /**
   * Managed zones of Cloud DNS are given by the names that they have in their project, each once.
   *
   * @see https://cloud.google.com/dns/docs/reference/rest/v1/managedZones
   */
  "dns-zones"({ dns }) {
    if (!isKnown(dns) || !isKnown(dns.zones)) return [];
    const path = ["dns", "zones"];
    if (dns.zones.length === 0) {
      return [error(path, "must name at least one managed zone, got none; without ExternalDNS omit dns")];
    }
    return [
      ...uniqueProblems(path, dns.zones),
      ...knownEntries(dns.zones)
        .filter(([, zone]) => !/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(zone))
        .map(([i, zone]) =>
          error(
            [...path, i],
            `must be the name of a managed zone such as "shop-example-com", not a domain, got ${shown(zone)}`,
          ),
        ),
    ];
  },
});
