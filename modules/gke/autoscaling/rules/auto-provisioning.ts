import { error, keyError, type Path, type Problem } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeBounds } from "../../spec";
import { isZoneOf } from "../../regions";
import { platformProblems } from "../../node-groups/cpu-platforms";
import { uniqueProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/autoscaling", {
  /** [provider doc] google_container_cluster, `cluster_autoscaling`: limits of CPU and memory are required. */
  "auto-provisioning-is-used"({ autoscaling, gke }) {
    if (!isKnown(autoscaling ?? "none") || gke?.mode === "autopilot") return [];
    const path = ["gke", "autoProvisioning"];
    if (autoscaling === "auto-provisioning") {
      return gke?.autoProvisioning === undefined
        ? [error(path, "must say how far it may go: limits of cpu and memoryGiB for the whole cluster")]
        : [];
    }
    return gke?.autoProvisioning === undefined
      ? []
      : [error(path, 'has no effect without autoscaling "auto-provisioning"; say that, or leave it out')];
  },

  /** [provider] google_container_cluster, `resource_limits`: an upper bound of at least 1, a lower one not above it. */
  "auto-provisioning-bounds"({ gke }) {
    const auto = gke?.autoProvisioning;
    if (!isKnown(auto)) return [];
    const path = ["gke", "autoProvisioning"];
    const gpus = isKnown(auto.gpus) ? Object.entries(auto.gpus) : [];
    return [
      ...boundsProblems([...path, "cpu"], auto.cpu),
      ...boundsProblems([...path, "memoryGiB"], auto.memoryGiB),
      ...gpus.flatMap(([type, bounds]) => [
        ...(/^nvidia-[a-z0-9-]+$/.test(type)
          ? []
          : [
              keyError(
                [...path, "gpus", type],
                `must be a type of GPU such as nvidia-l4, got ${shown(type)}`,
              ),
            ]),
        ...boundsProblems([...path, "gpus", type], bounds),
      ]),
    ];
  },

  /** Machines come in zones of the region, each named once. */
  "auto-provisioning-zones"({ gke, region }, { zones }) {
    const named = gke?.autoProvisioning?.zones;
    if (!isKnown(named)) return [];
    const path = ["gke", "autoProvisioning", "zones"];
    return [
      ...(named.length === 0
        ? [error(path, "must name at least one zone; left out, it is all of the network's")]
        : []),
      ...uniqueProblems(path, named),
      ...knownEntries(named)
        .filter(([, zone]) => isKnown(region) && !isZoneOf(region, zone))
        .map(([i, zone]) =>
          error(
            [...path, i],
            `must be a zone of ${region}${zones ? ` such as ${zones[0]}` : ""}, got ${shown(zone)}`,
          ),
        ),
    ];
  },

  /** [Compute Engine] minimum CPU platforms have names such as `Intel Ice Lake`. */
  "auto-provisioning-platform"({ gke }) {
    return platformProblems(
      ["gke", "autoProvisioning", "minCpuPlatform"],
      gke?.autoProvisioning?.minCpuPlatform,
      undefined,
    );
  },
});

function boundsProblems(path: Path, bounds: GkeBounds): Problem[] {
  if (!isKnown(bounds)) return [];
  const { min = 0, max } = bounds;
  return [
    ...(isKnown(min) && !isWhole(min, 0)
      ? [error([...path, "min"], `must be a whole number of at least 0, got ${shown(min)}`)]
      : []),
    ...(isKnown(max) && !isWhole(max, 1)
      ? [error([...path, "max"], `must be a whole number of at least 1, got ${shown(max)}`)]
      : []),
    ...(isWhole(min, 0) && isWhole(max, 1) && max < min
      ? [error([...path, "max"], `must be at least min (${min}), got ${max}`)]
      : []),
  ];
}
