import { error, type Finding, warning } from "../problem";
import { distributeEvenly } from "../scaling";
import type { ClusterSpec, SizeRange } from "../vocabulary";
import { entries, forEachGroup, isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "./rule";

export const rules = defineRules<ClusterSpec>("cluster/node-groups", {
  /**
   * The name of a node group starts with a lower-case letter and has only lower-case letters, digits and `-`.
   *
   * @remarks Decision of this project: such names are valid in each cloud and in Terraform addresses.
   */
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

  /**
   * The node groups of a cluster have different names.
   *
   * @remarks Decision of this project: the name is part of the Terraform address.
   */
  "group-names-unique"({ nodeGroups }) {
    const named = entries(nodeGroups).filter(([, { name }]) => isKnown(name));
    return repeated(named, ({ name }) => name).map(({ index, value, first }) =>
      error(["nodeGroups", index, "name"], `${shown(value.name)} is also the name of nodeGroups[${first}]`),
    );
  },

  /**
   * The former name of a node group is a valid name that no group of the file has.
   *
   * @remarks Decision of this project: the nodes of a group that still exists cannot become those of another group.
   */
  "former-names"(cluster) {
    const groups = entries(cluster.nodeGroups);
    const formers = groups.filter(([, { formerName }]) => isKnown(formerName));
    return [
      ...formers.flatMap(([index, { formerName }]) => {
        const path = ["nodeGroups", index, "formerName"];
        if (!/^[a-z][a-z0-9-]*$/.test(formerName!)) {
          return [
            error(
              path,
              `must start with a lower-case letter and hold lower-case letters, digits and "-", got ${shown(formerName)}`,
            ),
          ];
        }
        const owner = groups.find(([, { name }]) => name === formerName);
        if (!owner) return [];
        return [
          error(
            path,
            `${shown(formerName)} is the name of nodeGroups[${owner[0]}]; remove formerName, or that group`,
          ),
        ];
      }),
      ...repeated(formers, ({ formerName }) => formerName).map(({ index, value, first }) =>
        error(
          ["nodeGroups", index, "formerName"],
          `${shown(value.formerName)} is also the former name of nodeGroups[${first}]`,
        ),
      ),
    ];
  },

  /**
   * Numbers of nodes are whole numbers, and the maximum is at least 1.
   *
   * @remarks Decision of this project: a group that never has a node has no use.
   */
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

  /**
   * The maximum of a size range is not below its minimum.
   *
   * @remarks Decision of this project: the limits of a range are in order.
   */
  "size-order"(cluster) {
    return forEachGroup(cluster, ({ size }, group) => {
      const range = rangeOf(size);
      if (!range || range.max >= range.min) return [];
      return [error([...group, "size", "max"], `must be at least min (${range.min}), got ${range.max}`)];
    });
  },

  /**
   * A group with `spread: per-zone` has at least one node for each zone: clouds refuse a node pool without nodes.
   *
   * @remarks Decision of this project: a zone without nodes would be a silent loss of availability.
   */
  "size-over-zones"(cluster, { zones: networkZones }) {
    return forEachGroup(cluster, ({ size, spread, zones = networkZones }, group) => {
      if (spread !== "per-zone" || !isKnown(zones) || !isKnown(size)) return [];
      const fixed = typeof size === "number";
      const range = rangeOf(size);
      if (range && range.max < range.min) return [];
      const total = fixed ? size : range?.max;
      if (!isWhole(total, 1) || total >= zones.length) return [];

      const without = zones[distributeEvenly(total, zones.length).indexOf(0)];
      return [
        error(
          [...group, "size", ...(fixed ? [] : ["max"])],
          `must be at least the number of zones (${zones.length}) with spread "per-zone", got ${total}: ` +
            `${without} would have no node; increase it, or set fewer zones for the group`,
        ),
      ];
    });
  },

  /**
   * A node group has at least one machine type, and each once.
   *
   * @remarks Decision of this project: no default machine type is right for most clusters.
   */
  "machine-types"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) => {
      const path = [...group, "machineTypes"];
      if (!isKnown(machineTypes)) return [];
      if (machineTypes.length === 0) return [error(path, "must name at least one machine type")];
      return repeated(knownEntries(machineTypes)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      );
    });
  },

  /**
   * The pace of an upgrade is set by `maxUnavailable` or `maxUnavailablePercent`, from 1 to 100, or by options that only the
   * platform has.
   *
   * @remarks Decision of this project: two limits would contradict each other.
   */
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

  /**
   * The size of a disk is a whole number of GiB.
   *
   * @remarks Decision of this project: the clouds bill whole GiB, and their APIs take integers.
   */
  "disk-size"(cluster) {
    return forEachGroup(cluster, ({ disk }, group) =>
      !isKnown(disk?.sizeGiB) || isWhole(disk.sizeGiB, 1)
        ? []
        : [error([...group, "disk", "sizeGiB"], `must be a whole number of GiB, got ${shown(disk.sizeGiB)}`)],
    );
  },
});

/** Checks `maxPods` against the limits of the platform. */
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

/** Warnings of size ranges in a cluster without an autoscaler, which keeps the number of nodes at the minimum. */
export function fixedRangeWarnings(cluster: Pick<ClusterSpec, "nodeGroups" | "autoscaling">): Finding[] {
  if (cluster.autoscaling !== "none") return [];
  return forEachGroup(cluster, ({ size }, group) => {
    const range = rangeOf(size);
    if (!range || range.min >= range.max) return [];
    return [
      warning(
        [...group, "size"],
        `autoscaling is "none": size.max has no effect, and the group stays at ${range.min}; set a fixed size, or use an autoscaler`,
      ),
    ];
  });
}

/** A range with two valid numbers. */
function rangeOf(size: number | SizeRange): SizeRange | undefined {
  return typeof size === "object" && isKnown(size) && isWhole(size.min, 0) && isWhole(size.max, 0)
    ? size
    : undefined;
}

/**
 * Warns if all groups that accept workloads without a toleration are spot groups: the cloud can take all of their nodes at once. Groups of
 * a cluster without protection, such as one for development, may be.
 *
 * @param isProtected - the effective value of `protection`
 */
export function onDemandWarning(
  { nodeGroups }: Pick<ClusterSpec, "nodeGroups">,
  isProtected: unknown,
): Finding[] {
  const groups = entries(nodeGroups).map(([, group]) => group);
  const open = groups.filter(
    ({ taints }) => !entries(taints).some(([, { effect }]) => effect !== "PreferNoSchedule"),
  );
  const isUncertain = groups.some(
    ({ capacity, taints }) =>
      (capacity !== undefined && !isKnown(capacity)) || (taints !== undefined && !isKnown(taints)),
  );
  if (
    isProtected !== true ||
    isUncertain ||
    open.length === 0 ||
    open.some(({ capacity }) => capacity !== "spot")
  ) {
    return [];
  }
  return [
    warning(
      ["nodeGroups"],
      "no on-demand nodes accept workloads: a zone outage or spot interruption could stop them; " +
        "add an on-demand group without taints",
    ),
  ];
}
