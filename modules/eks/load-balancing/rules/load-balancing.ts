import { error, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/load-balancing", {
  /** [Route 53 API] HostedZone, Id: up to 32 characters; the rights of ExternalDNS are on those that are named. */
  "dns-zones"({ dns }) {
    if (!isKnown(dns) || !isKnown(dns.zones)) return [];
    const path = ["dns", "zones"];
    if (dns.zones.length === 0) {
      return [error(path, "must name at least one hosted zone, got none; without ExternalDNS leave dns out")];
    }
    const known = knownEntries(dns.zones);
    return [
      ...known
        .filter(([, zone]) => !/^Z[A-Z0-9]{1,31}$/.test(zone))
        .map(([i, zone]) =>
          error(
            [...path, i],
            `must be the id of a hosted zone such as "Z0123456789ABCDEFGHIJ", got ${shown(zone)}`,
          ),
        ),
      ...repeated(known).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is there already, at position ${first}`),
      ),
    ];
  },

  /** [AWS Load Balancer Controller] security groups: the shared one is put on load balancers by the controller. */
  "shared-group-has-controller"({ loadBalancing }) {
    if (!isKnown(loadBalancing) || !loadBalancing.sharedSecurityGroup || loadBalancing.controller) return [];
    return [
      warning(
        ["loadBalancing", "sharedSecurityGroup"],
        "opens nodes to a group that nothing uses: loadBalancing.controller is not there",
      ),
    ];
  },
});
