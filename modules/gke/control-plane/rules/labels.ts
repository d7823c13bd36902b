import { error, keyError, type Path, type Finding } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
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

function labelsProblems(path: Path, labels: Readonly<Record<string, string>> | undefined): Finding[] {
  return keysOf(labels).flatMap((key) => {
    const value: unknown = labels![key];
    return [
      ...(/^[a-z][a-z0-9_-]{0,62}$/.test(key)
        ? key.startsWith("goog-")
          ? [
              keyError(
                [...path, key],
                `keys that start with "goog-" are reserved by Google, got ${shown(key)}`,
              ),
            ]
          : []
        : [
            keyError(
              [...path, key],
              `must be a label key: at most 63 lower-case letters, digits, "-" and "_", starting with a letter, got ${shown(key)}` +
                adviceFor(key),
            ),
          ]),
      ...(isKnown(value) && !/^[a-z0-9_-]{0,63}$/.test(String(value))
        ? [
            error(
              [...path, key],
              `must be a label value: at most 63 lower-case letters, digits, "-" and "_", got ${shown(value)}` +
                adviceFor(String(value)),
            ),
          ]
        : []),
    ];
  });
}

/** What a label of another cloud would be on Google's. */
function adviceFor(text: string): string {
  const right = text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .slice(0, 63);
  return right && right !== text ? `; ${shown(right)} would be right` : "";
}
