import { error, type Path, type Problem } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  repeated,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import type { SizeRange } from "../../../cluster/vocabulary";
import type { EksAutoScalingGroupSpec, EksClusterProps, EksNodeGroupSpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /** The Auto Scaling group of a managed group is EKS' own. [EKS user guide] managed node groups */
  "auto-scaling-group-is-ours"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, autoScalingGroup }, group) =>
      autoScalingGroup === undefined || kind === "self-managed"
        ? []
        : [
            error(
              [...group, "autoScalingGroup"],
              'is for groups of kind "self-managed"; the Auto Scaling group of a managed one is EKS\' own',
            ),
          ],
    );
  },

  /** Auto Scaling knows percentages of a group, which are computed from the pace of an upgrade before Terraform runs. */
  "pace-is-literal"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, upgrade }, group) =>
      kind !== "self-managed"
        ? []
        : (["maxUnavailable", "maxUnavailablePercent"] as const)
            .filter((field) => upgrade?.[field] !== undefined && !isKnown(upgrade[field]))
            .map((field) =>
              error(
                [...group, "upgrade", field],
                "must be a literal in a self-managed group: bounds follow from it",
              ),
            ),
    );
  },

  /** [Auto Scaling API] InstancesDistribution: a base and a percentage on demand, among spot. */
  "on-demand-share"(cluster) {
    return forEachOwn(cluster, ({ onDemandBase, onDemandPercent, spotAllocation }, spec, path) => {
      const share = { onDemandBase, onDemandPercent, spotAllocation };
      const given = Object.entries(share).filter(([, value]) => value !== undefined);
      if (given.length > 0 && spec.capacity !== "spot") {
        return given.map(([field]) =>
          error(
            [...path, field],
            'is said of groups whose capacity is "spot"; the others are on demand throughout',
          ),
        );
      }
      return [
        ...(isKnown(onDemandBase) && !isWhole(onDemandBase, 0)
          ? [error([...path, "onDemandBase"], `must be a whole number of nodes, got ${shown(onDemandBase)}`)]
          : []),
        ...(isKnown(onDemandPercent) && !isWhole(onDemandPercent, 0, 100)
          ? [
              error(
                [...path, "onDemandPercent"],
                `must be a whole number from 0 to 100, got ${shown(onDemandPercent)}`,
              ),
            ]
          : []),
        ...(spotAllocation === "capacity-optimized-prioritized" && spec.machines !== undefined
          ? [
              error(
                [...path, "spotAllocation"],
                `${shown(spotAllocation)} heeds the order of types, and machines that are chosen by what they have are in none`,
              ),
            ]
          : []),
      ];
    });
  },

  /** [Auto Scaling API] MaxInstanceLifetime: a day to a year; LifecycleHook: heartbeat of 30 to 7200 seconds. */
  lifetimes(cluster) {
    return forEachOwn(cluster, (own, _, path) =>
      (
        [
          ["maxInstanceLifetimeDays", 1, 365],
          ["terminationWaitSeconds", 30, 7200],
        ] as const
      ).flatMap(([field, least, most]) => {
        const value = own[field];
        if (!isKnown(value) || isWhole(value, least, most)) return [];
        return [
          error([...path, field], `must be a whole number from ${least} to ${most}, got ${shown(value)}`),
        ];
      }),
    );
  },

  /** [Auto Scaling user guide] warm pools, limitations: not with spot machines. */
  "warm-pools"(cluster) {
    return forEachOwn(cluster, ({ warmPool }, { capacity }, group) => {
      if (!isKnown(warmPool)) return [];
      const path = [...group, "warmPool"];
      if (capacity === "spot") return [error(path, "can't hold spot machines; leave one of the two out")];
      if (!isKnown(warmPool.size) || isWhole(warmPool.size, 1)) return [];
      return [error([...path, "size"], `must be a whole number of at least 1, got ${shown(warmPool.size)}`)];
    });
  },

  /** Schedules move the bounds of a range, each by a name of its own. [Auto Scaling API] PutScheduledUpdateGroupAction */
  schedules(cluster) {
    return forEachOwn(cluster, (own, { size }, group) => {
      const list = entries(own.schedules);
      if (list.length === 0) return [];
      const path = [...group, "schedules"];
      if (typeof size === "number") {
        return [
          error(path, `move the bounds of a range, and the size is the number ${size}; give it min and max`),
        ];
      }
      return [
        ...repeated(list, ({ name }) => name).map(({ index, value, first }) =>
          error([...path, index, "name"], `${shown(value.name)} is the name of schedules[${first}] already`),
        ),
        ...list.flatMap(([i, { name, recurrence, timeZone, size: bounds }]) => [
          ...(isKnown(name) && !/^[a-z][a-z0-9-]*$/.test(name)
            ? [
                error(
                  [...path, i, "name"],
                  `must start with a lower-case letter and hold lower-case letters, digits and "-", got ${shown(name)}`,
                ),
              ]
            : []),
          ...(isKnown(recurrence) && !/^\s*\S+(\s+\S+){4}\s*$/.test(recurrence)
            ? [
                error(
                  [...path, i, "recurrence"],
                  `must be five fields of cron such as "0 7 * * MON-FRI", got ${shown(recurrence)}`,
                ),
              ]
            : []),
          ...(isKnown(timeZone) && !isTimeZone(timeZone)
            ? [
                error(
                  [...path, i, "timeZone"],
                  `must be a name of the IANA database such as "Europe/Berlin", got ${shown(timeZone)}`,
                ),
              ]
            : []),
          ...boundsProblems([...path, i, "size"], bounds),
        ]),
      ];
    });
  },
});

/** Newer versions of Node know offsets (`+01:00`) as well, which Auto Scaling does not. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function boundsProblems(path: Path, size: SizeRange | undefined): Problem[] {
  if (!isKnown(size) || !isKnown(size.min) || !isKnown(size.max)) return [];
  if (!isWhole(size.min, 0)) {
    return [error([...path, "min"], `must be a whole number of at least 0, got ${shown(size.min)}`)];
  }
  if (isWhole(size.max, size.min)) return [];
  return [
    error([...path, "max"], `must be a whole number of at least min (${size.min}), got ${shown(size.max)}`),
  ];
}

function forEachOwn(
  cluster: EksClusterProps,
  check: (own: EksAutoScalingGroupSpec, spec: EksNodeGroupSpec, path: Path) => readonly Problem[],
): Problem[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) =>
    isKnown(spec.autoScalingGroup) ? check(spec.autoScalingGroup, spec, [...group, "autoScalingGroup"]) : [],
  );
}
