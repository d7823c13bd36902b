import { error, type Finding } from "../problem";
import { deal } from "../scaling";
import type { ClusterSpec, SizeRange } from "../vocabulary";
import { entries, forEachGroup, isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "./rule";

export const rules = defineRules<ClusterSpec>("cluster/node-groups", {
  /** Lower-case letters, digits and `-`, from a letter on: fits every cloud's names, and Terraform's addresses. */
  "group-names"(cluster) {
    return forEachGroup(cluster, ({ name }, group) =>
      !isKnown(name) || /^[a-z][a-z0-9-]*$/.test(name)
        ? []
        : [
            error(
              [...group, "name"],
              `must start with a lower-case letter and hold lower-case letters, digits and "-", got ${shown(name)}`,
            ),
          ],
    );
  },

  /** Groups are told apart by their names. */
  "group-names-unique"({ nodeGroups }) {
    const named = entries(nodeGroups).filter(([, { name }]) => isKnown(name));
    return repeated(named, ({ name }) => name).map(({ index, value, first }) =>
      error(
        ["nodeGroups", index, "name"],
        `${shown(value.name)} is the name of nodeGroups[${first}] already`,
      ),
    );
  },

  /** Numbers of nodes are whole; no group is without any node for good. */
  "size-numbers"(cluster) {
    return forEachGroup(cluster, ({ size }, group) => {
      const path = [...group, "size"];
      if (!isKnown(size)) return [];
      if (typeof size !== "object") {
        if (isWhole(size, 1)) return [];
        const advice = size === 0 ? "; a group that may be empty has a range such as {min: 0, max: 3}" : "";
        return [error(path, `must be a whole number of at least 1, got ${shown(size)}${advice}`)];
      }
      const least = { min: 0, max: 1 };
      return (["min", "max"] as const)
        .filter((end) => isKnown(size[end]) && !isWhole(size[end], least[end]))
        .map((end) =>
          error([...path, end], `must be a whole number of at least ${least[end]}, got ${shown(size[end])}`),
        );
    });
  },

  /** The ends of a range are in order. */
  "size-order"(cluster) {
    return forEachGroup(cluster, ({ size }, group) => {
      const range = rangeOf(size);
      if (!range || range.max >= range.min) return [];
      return [error([...group, "size", "max"], `must be at least min (${range.min}), got ${range.max}`)];
    });
  },

  /** A group that is spread per zone has room for a node in each: a cloud refuses a native group of none. */
  "size-over-zones"(cluster, { zones: networkZones }) {
    return forEachGroup(cluster, ({ size, spread, zones = networkZones }, group) => {
      if (spread !== "per-zone" || !isKnown(zones) || !isKnown(size)) return [];
      const fixed = typeof size === "number";
      const range = rangeOf(size);
      if (range && range.max < range.min) return [];
      const total = fixed ? size : range?.max;
      if (!isWhole(total, 1) || total >= zones.length) return [];

      const without = zones[deal(total, zones.length).indexOf(0)];
      return [
        error(
          [...group, "size", ...(fixed ? [] : ["max"])],
          `must be at least the number of zones (${zones.length}) with spread "per-zone", got ${total}: ` +
            `${without} would have no node; raise it, or name fewer zones in the group`,
        ),
      ];
    });
  },

  /** There is a machine type, and none twice. */
  "machine-types"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) => {
      const path = [...group, "machineTypes"];
      if (!isKnown(machineTypes)) return [];
      if (machineTypes.length === 0) return [error(path, "must name at least one machine type")];
      return repeated(knownEntries(machineTypes)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is there already, at position ${first}`),
      );
    });
  },

  /** The pace of an upgrade is said in one way, from 1 to 100; or in words that only the platform has. */
  "upgrade-pace"(cluster) {
    return forEachGroup(cluster, ({ upgrade }, group) => {
      if (!isKnown(upgrade)) return [];
      const path = [...group, "upgrade"];
      const given = (["maxUnavailable", "maxUnavailablePercent"] as const).filter(
        (key) => upgrade[key] !== undefined,
      );
      if (given.length === 0 && Object.keys(upgrade).length > 0) return [];
      if (given.length !== 1) {
        const which = given.length === 0 ? "got none" : "got both";
        return [error(path, `must have one of maxUnavailable and maxUnavailablePercent, ${which}`)];
      }
      const [key] = given;
      const value = upgrade[key];
      if (!isKnown(value) || isWhole(value, 1, 100)) return [];
      return [error([...path, key], `must be a whole number from 1 to 100, got ${shown(value)}`)];
    });
  },

  /** Disks come in whole GiB. */
  "disk-size"(cluster) {
    return forEachGroup(cluster, ({ disk }, group) =>
      !isKnown(disk?.sizeGiB) || isWhole(disk.sizeGiB, 1)
        ? []
        : [error([...group, "disk", "sizeGiB"], `must be a whole number of GiB, got ${shown(disk.sizeGiB)}`)],
    );
  },
});

/** How many pods a platform takes on a node, as its own rule says. */
export function maxPodsProblems(
  cluster: Pick<ClusterSpec, "nodeGroups">,
  { least, most }: { readonly least: number; readonly most: number },
): Finding[] {
  return forEachGroup(cluster, ({ maxPods }, group) =>
    !isKnown(maxPods) || isWhole(maxPods, least, most)
      ? []
      : [
          error(
            [...group, "maxPods"],
            `must be a whole number from ${least} to ${most}, got ${shown(maxPods)}`,
          ),
        ],
  );
}

/** A range whose ends can be judged. */
function rangeOf(size: number | SizeRange): SizeRange | undefined {
  return typeof size === "object" && isKnown(size) && isWhole(size.min, 0) && isWhole(size.max, 0)
    ? size
    : undefined;
}
