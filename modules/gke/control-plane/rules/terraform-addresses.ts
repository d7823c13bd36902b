import type { Path } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { addressClashes, nodePoolNames } from "../../../cluster/terraform-addresses";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * The node pools of two node groups do not share a Terraform address. A pool's address ends with its zone, or with `rest`.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "node-group-addresses"(cluster, { zones = [] }) {
    return addressClashes(
      nodePoolNames(cluster.nodeGroups, (group) =>
        group.spread === "per-zone" ? (isKnown(group.zones) ? group.zones : zones) : ["rest"],
      ),
    );
  },

  /**
   * The bindings of two buckets, of two image projects, or of two DNS zones, do not share a Terraform address.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "list-addresses"({ storage, gke, dns }) {
    const lists: [Path, readonly string[] | undefined][] = [
      [["storage", "object", "buckets"], isKnown(storage) ? storage.object?.buckets : undefined],
      [["gke", "imageProjects"], isKnown(gke) ? gke.imageProjects : undefined],
      [["dns", "zones"], isKnown(dns) ? dns.zones : undefined],
    ];
    return lists.flatMap(([path, list]) =>
      addressClashes(knownEntries(list).map(([i, name]) => ({ name, path: [...path, i] }))),
    );
  },
});
