import { keyError } from "../../../cluster/problem";
import { defineRules, entries, forEachGroup, isKnown } from "../../../cluster/rules/rule";
import { addressClashes, type AddressName } from "../../../cluster/terraform-addresses";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /** A group that is fanned out has the zone behind its name, where another group may have the same. */
  "node-group-addresses"(cluster, { zones = [] }) {
    const named = entries(cluster.nodeGroups).flatMap(([i, group]): AddressName[] => {
      if (!isKnown(group.name)) return [];
      const native = group.spread === "per-zone" ? (group.zones ?? zones) : [];
      const names = [group.name, ...native.map((zone) => `${group.name}-${zone}`)];
      return names.map((name) => ({ name, path: ["nodeGroups", i, "name"], as: group.name }));
    });
    return addressClashes(named);
  },

  /** Labels of groups that the Cluster Autoscaler scales become tags of their own. */
  "label-addresses"(cluster) {
    if (cluster.autoscaling === "none") return [];
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ labels, size }, group) =>
      isKnown(labels) && typeof size === "object"
        ? addressClashes(
            Object.keys(labels).map((name) => ({ name, path: [...group, "labels", name] })),
            keyError,
          )
        : [],
    );
  },
});
