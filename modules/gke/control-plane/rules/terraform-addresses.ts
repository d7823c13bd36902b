import type { Path } from "../../../cluster/problem";
import { defineRules, entries, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { addressClashes, type AddressName } from "../../../cluster/terraform-addresses";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * The node pools of two node groups do not share a Terraform address. A pool's address ends with its zone, or with `rest`.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "node-group-addresses"(cluster, { zones = [] }) {
    const named = entries(cluster.nodeGroups).flatMap(([i, group]): AddressName[] => {
      if (!isKnown(group.name)) return [];
      const own = isKnown(group.zones) ? group.zones : zones;
      const suffixes = group.spread === "per-zone" ? own : ["rest"];
      const names = [group.name, ...suffixes.map((suffix) => `${group.name}-${suffix}`)];
      const path = ["nodeGroups", i, "name"];
      return names.map((name) => ({ name, path, as: group.name }));
    });
    return addressClashes(named);
  },

  /**
   * The bindings of two buckets, or of two image projects, do not share a Terraform address.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "list-addresses"({ storage, gke }) {
    const lists: [Path, readonly string[] | undefined][] = [
      [["storage", "object", "buckets"], isKnown(storage) ? storage.object?.buckets : undefined],
      [["gke", "imageProjects"], isKnown(gke) ? gke.imageProjects : undefined],
    ];
    return lists.flatMap(([path, list]) =>
      addressClashes(knownEntries(list).map(([i, name]) => ({ name, path: [...path, i] }))),
    );
  },
});
