import { keyError, type Finding } from "../../../cluster/problem";
import { defineRules, entries, forEachGroup, isKnown } from "../../../cluster/rules/rule";
import { addressClashes, type AddressName } from "../../../cluster/terraform-addresses";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * Names of node groups and keys of labels differ in more than punctuation: a Terraform address keeps only letters and digits
   * of a name.
   *
   * @remarks Decision of this project: addresses are readable, without hashes.
   */
  "terraform-addresses-unique"(cluster, { zones = [] }) {
    return [...nodeGroupClashes(cluster, zones), ...labelClashes(cluster)];
  },
});

/** A group with `spread: per-zone` adds the zone to its name, and another group may have the resulting name. */
function nodeGroupClashes(cluster: EksClusterProps, zones: readonly string[]): Finding[] {
  const named = entries(cluster.nodeGroups).flatMap(([i, group]): AddressName[] => {
    if (!isKnown(group.name)) return [];
    const native = group.spread === "per-zone" ? (group.zones ?? zones) : [];
    const names = [group.name, ...native.map((zone) => `${group.name}-${zone}`)];
    return names.map((name) => ({ name, path: ["nodeGroups", i, "name"], as: group.name }));
  });
  return addressClashes(named);
}

/** Labels of groups that the Cluster Autoscaler scales become separate tags. */
function labelClashes(cluster: EksClusterProps): Finding[] {
  if (cluster.autoscaling === "none") return [];
  return forEachGroup<EksNodeGroupSpec>(cluster, ({ labels, size }, group) =>
    isKnown(labels) && typeof size === "object"
      ? addressClashes(
          Object.keys(labels).map((name) => ({ name, path: [...group, "labels", name] })),
          keyError,
        )
      : [],
  );
}
