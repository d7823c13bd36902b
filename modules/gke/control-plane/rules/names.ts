import { error, warning } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AnyGkeClusterProps } from "../../spec";
import { isRegionName, isZoneOf, region as knownRegion, regionNames } from "../../regions";
import { projectProblems, serviceAccountProblems, uniqueProblems } from "../../values";
import { knownEntries } from "../../../cluster/rules/rule";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /** [provider] google_container_cluster, `name`: 40 lower-case letters, digits and `-`, a letter first, no `-` last. */
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

  /** Names such as `europe-west3`; a well-formed one that the table lacks may be new, or misspelt. [Compute Engine] regions */
  "region-name"({ region }) {
    if (!isKnown(region) || knownRegion(region)) return [];
    if (!isRegionName(region)) {
      const own = regionNames().find((name) => isZoneOf(name, region));
      const advice = own ? `; that is a zone of ${own}` : "";
      return [
        error(
          ["region"],
          `must be a region of Google Cloud such as europe-west3, got ${shown(region)}${advice}`,
        ),
      ];
    }
    const prefix = region.slice(0, region.indexOf("-") + 1);
    const alike = regionNames().filter((name) => name.startsWith(prefix));
    return [
      warning(
        ["region"],
        `${shown(region)} is no region known here` +
          (alike.length > 0 ? ` (those with ${prefix}: ${alike.join(", ")})` : ""),
      ),
    ];
  },

  /** [Resource Manager API] projects are named by their ids. */
  projects({ gke }) {
    if (!isKnown(gke)) return [];
    return [
      ...projectProblems(["gke", "project"], gke.project),
      ...projectProblems(["gke", "fleetProject"], gke.fleetProject),
      ...uniqueProblems(["gke", "imageProjects"], gke.imageProjects),
      ...knownEntries(gke.imageProjects).flatMap(([i, project]) =>
        projectProblems(["gke", "imageProjects", i], project),
      ),
    ];
  },

  /** [GKE] hardening: nodes have an account of their own. */
  "node-service-account"({ gke }) {
    if (!isKnown(gke)) return [];
    return serviceAccountProblems(["gke", "nodeServiceAccountEmail"], gke.nodeServiceAccountEmail);
  },
});
