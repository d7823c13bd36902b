import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import { regionNamed, zonedRegionsLike } from "../../../azure/regions";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * The region is in the table of known regions. A region that is missing may be new, or misspelled.
   *
   * @see https://learn.microsoft.com/azure/reliability/regions-list
   */
  "region-known"({ region }) {
    // Another rule reports invalid names.
    if (!isKnown(region) || !/^[a-z][a-z0-9]*$/.test(region) || regionNamed(region)) return [];
    const alike = zonedRegionsLike(region);
    return [
      warning(
        ["region"],
        `${shown(region)} is not a known region of Azure; check the spelling, unless the region is new` +
          (alike.length > 0 ? ` (similar: ${alike.join(", ")})` : ""),
      ),
    ];
  },

  /**
   * The region has availability zones, which all node pools use.
   *
   * @see https://learn.microsoft.com/azure/reliability/availability-zones-region-support
   */
  "region-has-zones"({ region }) {
    const known = isKnown(region) ? regionNamed(region) : undefined;
    if (!known || known.hasZones) return [];
    const alike = zonedRegionsLike(region);
    return [
      error(
        ["region"],
        `${region} has no availability zones, which all node pools need` +
          (alike.length > 0 ? `; similar regions with zones: ${alike.join(", ")}` : ""),
      ),
    ];
  },
});
