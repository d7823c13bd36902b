import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, knownEntries, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { zonesOfAzure } from "../../../azure/zones";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /**
   * A region has the availability zones `1` to `3`.
   *
   * @see https://learn.microsoft.com/azure/reliability/availability-zones-overview
   */
  "zone-names"({ network = {} }) {
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

  /**
   * A protected cluster should have nodes in three zones: the uptime guarantee of 99.95 % is for
   * zone-redundant clusters.
   *
   * @see https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.AKS.AvailabilityZone/
   */
  "protected-cluster-in-three-zones"({ protection = defaults.protection }, { zones }) {
    if (!protection || !zones || zones.length >= 3) return [];
    return [
      warning(
        ["network", "zones"],
        `must be at least 3 for a protected cluster to survive a zone outage, got ${zones.length}`,
      ),
    ];
  },
});
