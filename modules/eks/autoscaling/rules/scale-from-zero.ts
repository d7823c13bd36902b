import { error } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown } from "../../../cluster/rules/rule";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

/** @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const tagsPerResource = 50;

/** Tags that EKS sets on an Auto Scaling group: cluster, group, ownership, and two for the autoscaler. */
const eksGroupTags = 5;

export const rules = defineRules<EksClusterProps>("eks/autoscaling", {
  /**
   * Labels and taints of an autoscaled group fit into the 50 tags of its Auto Scaling group.
   *
   * @see
   * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md#auto-discovery-setup
   */
  "scale-from-zero-tags"(cluster) {
    const most = tagsPerResource - eksGroupTags;
    return forEachGroup(cluster, (spec, group) => {
      if (!isAutoscaled(cluster, spec)) return [];
      const count = Object.keys(spec.labels ?? {}).length + (spec.taints?.length ?? 0);
      // The Auto Scaling group of a self-managed group also has the tags of the user, and as many other tags as EKS sets.
      const own = spec.kind === "self-managed" ? Object.keys({ ...cluster.tags, ...spec.tags }).length : 0;
      if (count + own <= most) return [];
      return [
        error(
          [...group, "labels"],
          `must be at most ${most - own} labels and taints together, which the Cluster Autoscaler reads from tags; got ${count}`,
        ),
      ];
    });
  },

  /**
   * A taint key of an autoscaled group has one effect: the tag that the Cluster Autoscaler reads is named after the key.
   *
   * @see
   * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md#auto-discovery-setup
   */
  "scale-from-zero-taints"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      if (!isAutoscaled(cluster, spec) || !isKnown(spec.taints)) return [];
      return spec.taints.flatMap(({ key, effect }, i) => {
        const earlier = spec
          .taints!.slice(0, i)
          .find((taint) => taint.key === key && taint.effect !== effect);
        return earlier
          ? [
              error(
                [...group, "taints", i],
                `${key} also has the effect ${earlier.effect}; the Cluster Autoscaler reads one effect for each key`,
              ),
            ]
          : [];
      });
    });
  },
});

function isAutoscaled({ autoscaling }: EksClusterProps, { size }: EksNodeGroupSpec): boolean {
  return autoscaling !== "none" && typeof size === "object";
}
