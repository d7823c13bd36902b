import { error, warning } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { regionNamed, zonedRegionsLike } from "../../regions";
import { apiAccessOf } from "../../settings";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /** A region that is not known may be new, or misspelt: Azure would tell after the resource group is tried. */
  "region-is-known"({ region }) {
    // What is no name at all is another rule's.
    if (!isKnown(region) || !/^[a-z]+[a-z0-9]*$/.test(region) || regionNamed(region)) return [];
    const alike = zonedRegionsLike(region);
    return [
      warning(
        ["region"],
        `${shown(region)} is no region that is known here; check the spelling, if it is not new` +
          (alike.length > 0 ? ` (alike: ${alike.join(", ")})` : ""),
      ),
    ];
  },

  /** [azurerm] zones: AKS refuses a pool in zones that its region does not have, when the cluster is made. */
  "region-has-zones"({ region }) {
    const known = isKnown(region) ? regionNamed(region) : undefined;
    if (!known || known.hasZones) return [];
    const alike = zonedRegionsLike(region);
    return [
      error(
        ["region"],
        `${region} has no availability zones, and all node pools here are in zones` +
          (alike.length > 0 ? `; those that have, with like names: ${alike.join(", ")}` : ""),
      ),
    ];
  },

  /** The clouds of governments and of China call private API servers by other names than those that a zone made here would have. */
  "private-zone-of-cloud"({ region, access }) {
    const cloud = isKnown(region) ? regionNamed(region)?.cloud : undefined;
    if (cloud === undefined || cloud === "public") return [];
    const zone = apiAccessOf(access).dnsZone;
    if (zone === undefined || zone === "system" || !isKnown(zone)) return [];
    return [
      error(
        ["access", "privateDnsZone"],
        `must be "system" in ${region}: in Azure's cloud ${shown(cloud)} the zone has another name than azmk8s.io, got ${shown(zone)}`,
      ),
    ];
  },
});
