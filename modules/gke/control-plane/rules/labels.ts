import { error } from "../../../cluster/problem";
import { defineRules, forEachGroup } from "../../../cluster/rules/rule";
import { labelsProblems } from "../../../google/labels";
import { limits } from "../../limits";
import type { AnyGkeClusterProps } from "../../spec";
import { keysOf } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * Labels follow Google Cloud's syntax: lower-case letters, digits, `-` and `_`, at most 63 characters, a letter first in
   * keys. Keys that start with `goog-` are reserved.
   *
   * @see https://cloud.google.com/resource-manager/docs/labels-overview#requirements
   */
  "label-syntax"(cluster) {
    return [
      ...labelsProblems(["tags"], cluster.tags),
      ...forEachGroup(cluster, ({ tags }, group) => labelsProblems([...group, "tags"], tags)),
    ];
  },

  /**
   * A resource has at most 64 labels. The machines of a node group carry the labels of the cluster and of the group.
   *
   * @see https://cloud.google.com/resource-manager/docs/labels-overview#requirements
   */
  "label-count"(cluster) {
    const ofCluster = keysOf(cluster.tags);
    return [
      ...(ofCluster.length > limits.labels
        ? [error(["tags"], `must be at most ${limits.labels} labels, got ${ofCluster.length}`)]
        : []),
      ...forEachGroup(cluster, ({ tags }, group) => {
        const all = new Set([...ofCluster, ...keysOf(tags)]);
        if (keysOf(tags).length === 0 || all.size <= limits.labels) return [];
        return [
          error(
            [...group, "tags"],
            `must be at most ${limits.labels} labels, with the cluster's labels got ${all.size}`,
          ),
        ];
      }),
    ];
  },
});
