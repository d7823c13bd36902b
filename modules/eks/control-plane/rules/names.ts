import { error, warning } from "../../../cluster/problem";
import { isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import { regionAdvice } from "../../../cluster/rules/zones";
import { defaults } from "../../fields.generated";
import type { EksClusterProps } from "../../spec";
import { isRegionName, region as knownRegion, regionNames } from "../../../aws/regions";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * The name has 1 to 100 letters, digits, `-` and `_`, and starts with a letter or digit.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
   */
  "cluster-name"({ name }) {
    if (!isKnown(name)) return [];
    if (name.length > 100) {
      return [error(["name"], `must have at most 100 characters on EKS, ${shown(name)} has ${name.length}`)];
    }
    if (!/^[0-9A-Za-z][0-9A-Za-z_-]*$/.test(name)) {
      return [
        error(
          ["name"],
          `must start with a letter or digit and consist of letters, digits, "-" and "_" on EKS, got ${shown(name)}`,
        ),
      ];
    }
    return [];
  },

  /**
   * The region is one of the known regions with EKS. A valid name outside the table may be new or misspelled.
   *
   * @see https://docs.aws.amazon.com/general/latest/gr/eks.html
   */
  "region-known"({ region, network }) {
    if (!isKnown(region) || knownRegion(region)) return [];
    if (!isRegionName(region)) {
      const advice = /^[a-z]{2,4}(-[a-z]+)+-\d[a-z]$/.test(region)
        ? `; this is a zone of ${region.slice(0, -1)}`
        : regionAdvice(region, regionNames());
      return [
        error(["region"], `must be a region of AWS such as eu-central-1, got ${shown(region)}${advice}`),
      ];
    }
    // The rule zones-known reports the region.
    if (!network?.existing && isWhole(network?.zones ?? defaults["network.zones"], 1)) return [];
    return [
      warning(
        ["region"],
        `${shown(region)} is not a known region with EKS${regionAdvice(region, regionNames())}`,
      ),
    ];
  },
});
