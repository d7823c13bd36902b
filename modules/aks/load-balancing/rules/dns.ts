import { error } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/load-balancing", {
  /**
   * DNS zones are given by their ids, at least one.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#dns_zone_ids
   */
  "dns-zone-ids"({ dns }) {
    const path = ["dns", "zones"];
    if (!isKnown(dns?.zones)) return [];
    if (dns.zones.length === 0) return [error(path, "must have at least one zone, got none")];
    return knownEntries(dns.zones)
      .filter(
        ([, zone]) => !/\/providers\/Microsoft\.Network\/(dnsZones|privateDnsZones)\/[^/]+$/i.test(zone),
      )
      .map(([i, zone]) =>
        error(
          [...path, i],
          `must be the id of a DNS zone (/subscriptions/…/providers/Microsoft.Network/dnsZones/…), got ${shown(zone)}`,
        ),
      );
  },

  /**
   * A DNS zone is named once. Azure refuses a second assignment of the same role on it.
   *
   * @see https://learn.microsoft.com/azure/role-based-access-control/role-assignments
   */
  "dns-zones-unique"({ dns }) {
    return repeated(knownEntries(dns?.zones), (id) => id.toLowerCase()).map(({ index, first }) =>
      error(["dns", "zones", index], `is a duplicate of [${first}]`),
    );
  },

  /**
   * All public zones of the application routing add-on are in one resource group, and all private zones in
   * one.
   *
   * @see https://learn.microsoft.com/azure/aks/app-routing-dns-ssl
   */
  "routed-zones-in-one-group"({ dns, loadBalancing }) {
    if (!loadBalancing?.controller) return [];
    const zones = knownEntries(dns?.zones).flatMap(([i, id]) => {
      const [, group, kind] = /^(.*)\/providers\/Microsoft\.Network\/(\w+)\//i.exec(id) ?? [];
      return kind === undefined ? [] : [{ i, kind, group: group.toLowerCase() }];
    });
    return zones.flatMap(({ i, kind, group }) => {
      const first = zones.find((other) => other.kind === kind)!;
      return first.group === group
        ? []
        : [
            error(
              ["dns", "zones", i],
              `must be in the resource group of zones[${first.i}]: the application routing add-on supports public zones of one group and private zones of one group`,
            ),
          ];
    });
  },
});
