import { error, keyError, type Path, type Finding } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeBounds } from "../../spec";
import { isZoneOf } from "../../../google/regions";
import { platformProblems } from "../../node-groups/cpu-platforms";
import { uniqueProblems } from "../../values";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AnyGkeClusterProps>("gke/autoscaling", {
  /**
   * Auto-provisioning has limits of CPU and memory, and its settings are omitted without it.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-provisioning
   */
  "auto-provisioning-used"({ autoscaling, gke }) {
    if (!isKnown(autoscaling ?? "none") || gke?.mode === "autopilot") return [];
    const path = ["gke", "autoProvisioning"];
    if (autoscaling === "auto-provisioning") {
      return gke?.autoProvisioning === undefined
        ? [error(path, "is required: limits of cpu and memoryGiB for the whole cluster")]
        : [];
    }
    return gke?.autoProvisioning === undefined
      ? []
      : [error(path, 'has no effect without autoscaling "auto-provisioning"; set it, or omit this field')];
  },

  /**
   * Each limit of auto-provisioning has a maximum of at least 1 and a minimum that is not above it.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_cluster_autoscaling
   */
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

  /**
   * Zones of auto-provisioning are zones of the cluster's region, each once.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_cluster_autoscaling
   */
  "auto-provisioning-zones"({ gke, region }, { zones }) {
    const named = gke?.autoProvisioning?.zones;
    if (!isKnown(named)) return [];
    const path = ["gke", "autoProvisioning", "zones"];
    return [
      ...(named.length === 0
        ? [error(path, "must name at least one zone; if omitted, all zones of the network apply")]
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

  /**
   * The minimum CPU platform of auto-provisioned machines is a name such as `Intel Ice Lake`.
   *
   * @see https://cloud.google.com/compute/docs/instances/specify-min-cpu-platform
   */
  "auto-provisioning-platform"({ gke }) {
    return platformProblems(
      ["gke", "autoProvisioning", "minCpuPlatform"],
      gke?.autoProvisioning?.minCpuPlatform,
      undefined,
    );
  },

  /**
   * Tags of automatically created nodes need Autopilot or auto-provisioning: GKE creates no other nodes by itself.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_node_pool_auto_config
   */
  "auto-tags-need-auto-provisioning"({ gke, autoscaling }) {
    if (!isKnown(gke) || gke.mode === "autopilot" || autoscaling === "auto-provisioning") return [];
    return (["autoNetworkTags", "autoResourceManagerTags"] as const)
      .filter((field) => gke[field] !== undefined)
      .map((field) =>
        error(["gke", field], "has no effect: GKE creates no nodes by itself; set tags in nodeGroups"),
      );
  },
});

function boundsProblems(path: Path, bounds: GkeBounds): Finding[] {
  if (!isKnown(bounds)) return [];
  const { min = defaults["gke.autoProvisioning.cpu.min"], max } = bounds;
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
