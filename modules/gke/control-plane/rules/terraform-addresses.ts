import { addressPart } from "../../../cluster/names";
import { error, type Path, type Problem } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";

/** A name that becomes a part of a Terraform address, where it stands, and what the user calls it. */
interface Named {
  readonly name: string;
  readonly path: Path;
  readonly as?: string;
}

/**
 * Addresses keep letters and digits of names. Names that differ in nothing else would share one, and Terraform can hold only
 * one thing there.
 */
function clashes(named: readonly Named[]): Problem[] {
  const first = new Map<string, string>();
  return named.flatMap(({ name, path, as = name }) => {
    const part = addressPart(name);
    const owner = first.get(part) ?? as;
    first.set(part, owner);
    // The same name twice is for other rules to tell.
    return owner === as
      ? []
      : [
          error(
            path,
            `${shown(as)} and ${shown(owner)} would have the same Terraform address; rename one of them`,
          ),
        ];
  });
}

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /** Every principal has a binding under its name. */
  "principal-addresses"({ access }) {
    const grants = (level: "editors" | "viewers"): Named[] =>
      entries(access[level]).flatMap(([i, { principal }]) =>
        isKnown(principal) ? [{ name: principal, path: ["access", level, i, "principal"] }] : [],
      );
    return clashes([
      ...knownEntries(access.admins).map(([i, name]): Named => ({ name, path: ["access", "admins", i] })),
      ...grants("editors"),
      ...grants("viewers"),
    ]);
  },

  /** A group that is spread has the zone behind its name, and one whose size does not divide a second pool, `rest`. */
  "node-group-addresses"(cluster, { zones = [] }) {
    const named = entries(cluster.nodeGroups).flatMap(([i, group]): Named[] => {
      if (!isKnown(group.name)) return [];
      const own = isKnown(group.zones) ? group.zones : zones;
      const suffixes = group.spread === "per-zone" ? own : ["rest"];
      const names = [group.name, ...suffixes.map((suffix) => `${group.name}-${suffix}`)];
      const path = ["nodeGroups", i, "name"];
      return names.map((name) => ({ name, path, as: group.name }));
    });
    // Two groups that clash do so in each zone.
    const problems = clashes(named);
    return problems.filter(({ path }, i) => problems.findIndex((earlier) => earlier.path === path) === i);
  },

  /** Firewall rules, addresses and bindings of what is listed by name. */
  "list-addresses"({ storage, gke }) {
    const lists: [Path, readonly string[] | undefined][] = [
      [["storage", "object", "buckets"], isKnown(storage) ? storage.object?.buckets : undefined],
      [["gke", "imageProjects"], isKnown(gke) ? gke.imageProjects : undefined],
    ];
    return lists.flatMap(([path, list]) =>
      clashes(knownEntries(list).map(([i, name]) => ({ name, path: [...path, i] }))),
    );
  },
});
