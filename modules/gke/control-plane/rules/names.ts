import { error, warning } from "../../../cluster/problem";
import { isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import { regionAdvice } from "../../../cluster/rules/zones";
import { defaults } from "../../fields.generated";
import { limits } from "../../limits";
import type { AnyGkeClusterProps } from "../../spec";
import { isRegionName, isZoneOf, region as knownRegion, regionNames } from "../../../google/regions";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * The name of a cluster has at most 40 lower-case letters, digits and `-`, starts with a letter and ends with a letter or
   * a digit.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#name-1
   */
  "cluster-name"({ name }) {
    if (!isKnown(name)) return [];
    if (name.length > limits.clusterName) {
      return [
        error(
          ["name"],
          `must have at most ${limits.clusterName} characters on GKE, ${shown(name)} has ${name.length}`,
        ),
      ];
    }
    if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
      return [
        error(
          ["name"],
          `must start with a letter, end in a letter or digit, and hold lower-case letters, digits and "-" on GKE, got ${shown(name)}`,
        ),
      ];
    }
    return [];
  },

  /**
   * The region exists. An unknown but well-formed name is a warning: the region may be newer than the table.
   *
   * @see https://cloud.google.com/compute/docs/regions-zones
   */
  "region-known"({ region, network }) {
    if (!isKnown(region) || knownRegion(region)) return [];
    if (!isRegionName(region)) {
      const own = regionNames().find((name) => isZoneOf(name, region));
      const advice = own ? `; this is a zone of ${own}` : regionAdvice(region, regionNames());
      return [
        error(
          ["region"],
          `must be a region of Google Cloud such as europe-west3, got ${shown(region)}${advice}`,
        ),
      ];
    }
    // The rule zones-known reports the region.
    if (isWhole(network?.zones ?? defaults["network.zones"], 1)) return [];
    return [
      warning(["region"], `${shown(region)} is an unknown region${regionAdvice(region, regionNames())}`),
    ];
  },
});
