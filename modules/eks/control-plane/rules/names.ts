import { hashSuffixLength } from "../../../cluster/names";
import { error, warning } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { EksClusterProps } from "../../spec";
import { region as knownRegion, regionNames } from "../../regions";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /** [provider doc] aws_eks_cluster, `name`: 1 to 100 characters, `^[0-9A-Za-z][0-9A-Za-z_-]*$`. */
  "cluster-name"({ name }) {
    if (!isKnown(name)) return [];
    if (name.length > 100) {
      return [error(["name"], `must have at most 100 characters on EKS, ${shown(name)} has ${name.length}`)];
    }
    if (!/^[0-9A-Za-z][0-9A-Za-z_-]*$/.test(name)) {
      return [
        error(
          ["name"],
          `must start with a letter or digit and hold letters, digits, "-" and "_" on EKS, got ${shown(name)}`,
        ),
      ];
    }
    return [];
  },

  /** [EKS API] CreateNodegroup: 63 characters. What EKS sees is `<group>[-<zone>]-<8 digits>`. */
  "node-group-name-length"(cluster, { zones: networkZones = [] }) {
    return forEachGroup(cluster, ({ name, spread, zones = networkZones }, group) => {
      if (!isKnown(name) || !isKnown(zones)) return [];
      const longestZone = spread === "per-zone" ? Math.max(0, ...zones.map((zone) => zone.length + 1)) : 0;
      const most = limits.nodeGroupName - hashSuffixLength - longestZone;
      if (name.length <= most) return [];
      const why = longestZone > 0 ? "with the zone and a hash after it" : "with a hash after it";
      return [
        error(
          [...group, "name"],
          `must have at most ${most} characters (EKS takes ${limits.nodeGroupName} ${why}), ${shown(name)} has ${name.length}`,
        ),
      ];
    });
  },

  /** Names such as `eu-central-1`; a well-formed one that the table lacks may be new, or misspelt. [botocore] endpoints */
  "region-name"({ region }) {
    if (!isKnown(region) || knownRegion(region)) return [];
    if (!isRegionName(region)) {
      const advice = /^[a-z]{2,4}(-[a-z]+)+-\d[a-z]$/.test(region)
        ? `; that is a zone of ${region.slice(0, -1)}`
        : "";
      return [
        error(["region"], `must be a region of AWS such as eu-central-1, got ${shown(region)}${advice}`),
      ];
    }
    const prefix = region.slice(0, region.indexOf("-") + 1);
    const alike = regionNames().filter((name) => name.startsWith(prefix));
    return [
      warning(
        ["region"],
        `${shown(region)} is no region known to have EKS` +
          (alike.length > 0 ? ` (those with ${prefix}: ${alike.join(", ")})` : ""),
      ),
    ];
  },
});

/** Whether a name is spelt as AWS spells its regions. */
export const isRegionName = (name: string): boolean => /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(name);
