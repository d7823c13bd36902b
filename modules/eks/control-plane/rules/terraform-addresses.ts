import { addressPart } from "../../../cluster/names";
import { error, keyError, type Path, type Problem } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

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
function clashes(named: readonly Named[], say = error): Problem[] {
  const first = new Map<string, string>();
  return named.flatMap(({ name, path, as = name }) => {
    const part = addressPart(name);
    const owner = first.get(part) ?? as;
    first.set(part, owner);
    // The same name twice is for other rules to tell.
    return owner === as
      ? []
      : [
          say(
            path,
            `${shown(as)} and ${shown(owner)} would have the same Terraform address; rename one of them`,
          ),
        ];
  });
}

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /** Every principal has an access entry under its name. */
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

  /** A group that is fanned out has the zone behind its name, where another group may have the same. */
  "node-group-addresses"(cluster, { zones = [] }) {
    const named = entries(cluster.nodeGroups).flatMap(([i, group]): Named[] => {
      if (!isKnown(group.name)) return [];
      const native = group.spread === "per-zone" ? (group.zones ?? zones) : [];
      const names = [group.name, ...native.map((zone) => `${group.name}-${zone}`)];
      return names.map((name) => ({ name, path: ["nodeGroups", i, "name"], as: group.name }));
    });
    return clashes(named);
  },

  /** Labels of groups that the Cluster Autoscaler scales become tags of their own. */
  "label-addresses"(cluster) {
    if (cluster.autoscaling === "none") return [];
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ labels, size }, group) =>
      isKnown(labels) && typeof size === "object"
        ? clashes(
            Object.keys(labels).map((name) => ({ name, path: [...group, "labels", name] })),
            keyError,
          )
        : [],
    );
  },
});
