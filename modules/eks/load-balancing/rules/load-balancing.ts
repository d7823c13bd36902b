import { error, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/load-balancing", {
  /**
   * Hosted zones are given by id. ExternalDNS may change only those.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html
   */
  "dns-zones"({ dns }) {
    if (!isKnown(dns) || !isKnown(dns.zones)) return [];
    const path = ["dns", "zones"];
    if (dns.zones.length === 0) {
      return [error(path, "must have at least one hosted zone, got none; omit dns without ExternalDNS")];
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
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * The shared security group needs the AWS Load Balancer Controller, which attaches it to load balancers.
   *
   * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/
   */
  "shared-group-needs-controller"({ loadBalancing }) {
    if (!isKnown(loadBalancing) || !loadBalancing.sharedSecurityGroup || loadBalancing.controller) return [];
    return [
      warning(
        ["loadBalancing", "sharedSecurityGroup"],
        "opens nodes to a group that nothing uses; set loadBalancing.controller to true",
      ),
    ];
  },

  /**
   * The AWS Load Balancer Controller finds the subnets of load balancers by their role tags, which the owner of an existing VPC sets.
   *
   * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/
   */
  "existing-subnets-have-role-tags"({ loadBalancing, network }) {
    if (!isKnown(loadBalancing) || loadBalancing.controller !== true || network?.existing === undefined)
      return [];
    return [
      warning(
        ["loadBalancing", "controller"],
        "finds the subnets of load balancers by tags that this file does not set in an existing VPC: their owner tags private subnets with " +
          "kubernetes.io/role/internal-elb = 1 and public ones with kubernetes.io/role/elb = 1",
      ),
    ];
  },
});
