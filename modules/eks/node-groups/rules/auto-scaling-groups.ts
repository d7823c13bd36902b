import { error, type Path, type Finding } from "../../../cluster/problem";
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
  /**
   * `autoScalingGroup` is set only in self-managed groups. EKS owns the Auto Scaling group of a managed node group.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
   */
  "auto-scaling-group-self-managed"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, autoScalingGroup }, group) =>
      autoScalingGroup === undefined || kind === "self-managed"
        ? []
        : [
            error(
              [...group, "autoScalingGroup"],
              'is supported only for kind "self-managed"; EKS owns the Auto Scaling group of a managed node group',
            ),
          ],
    );
  },

  /**
   * The pace of an upgrade is literal in a self-managed group: percentages are calculated before Terraform runs.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html
   */
  "upgrade-pace-literal"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, upgrade }, group) =>
      kind !== "self-managed"
        ? []
        : (["maxUnavailable", "maxUnavailablePercent"] as const)
            .filter((field) => upgrade?.[field] !== undefined && !isKnown(upgrade[field]))
            .map((field) =>
              error(
                [...group, "upgrade", field],
                "must be a literal in a self-managed group: bounds are calculated from it",
              ),
            ),
    );
  },

  /**
   * `upgrade.force` is set only in managed node groups.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
   */
  "forced-upgrade-managed"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, upgrade }, group) =>
      kind === "self-managed" && upgrade?.force !== undefined
        ? [
            error(
              [...group, "upgrade", "force"],
              "has no effect in a self-managed group: an instance refresh does not wait for pods; omit it",
            ),
          ]
        : [],
    );
  },

  /**
   * Fields of the share of on-demand machines are set only for spot groups and are within their limits.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html
   */
  "on-demand-share"(cluster) {
    return forEachOwn(cluster, ({ onDemandBase, onDemandPercent, spotAllocation }, spec, path) => {
      const share = { onDemandBase, onDemandPercent, spotAllocation };
      const given = Object.entries(share).filter(([, value]) => value !== undefined);
      if (given.length > 0 && spec.capacity !== "spot") {
        return given.map(([field]) =>
          error(
            [...path, field],
            'is supported only with capacity "spot"; other groups use on-demand machines only',
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
                `${shown(spotAllocation)} uses the order of machine types, and machines that are selected by requirements have ` +
                  "none",
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * Machines live 1 to 365 days and wait 30 to 7200 seconds before they are terminated.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
   */
  "machine-lifetimes"(cluster) {
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

  /**
   * A warm pool has at least one machine and no spot machines.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html
   */
  "warm-pools"(cluster) {
    return forEachOwn(cluster, ({ warmPool }, { capacity }, group) => {
      if (!isKnown(warmPool)) return [];
      const path = [...group, "warmPool"];
      if (capacity === "spot") return [error(path, "cannot have spot machines; omit one of them")];
      if (!isKnown(warmPool.size) || isWhole(warmPool.size, 1)) return [];
      return [error([...path, "size"], `must be a whole number of at least 1, got ${shown(warmPool.size)}`)];
    });
  },

  /**
   * Schedules change the bounds of a size range. Each has a unique name, a cron expression and a time zone.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScheduledUpdateGroupAction.html
   */
  schedules(cluster) {
    return forEachOwn(cluster, (own, { size }, group) => {
      const list = entries(own.schedules);
      if (list.length === 0) return [];
      const path = [...group, "schedules"];
      if (typeof size === "number") {
        return [error(path, `need a size range, got the number ${size}; set min and max`)];
      }
      return [
        ...repeated(list, ({ name }) => name).map(({ index, value, first }) =>
          error([...path, index, "name"], `${shown(value.name)} is also the name of schedules[${first}]`),
        ),
        ...list.flatMap(([i, { name, recurrence, timeZone, size: bounds }]) => [
          ...(isKnown(name) && !/^[a-z][a-z0-9-]*$/.test(name)
            ? [
                error(
                  [...path, i, "name"],
                  `must start with a lower-case letter and consist of lower-case letters, digits and "-", got ${shown(name)}`,
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

/** Newer versions of Node.js also accept offsets (`+01:00`), which Auto Scaling does not. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function boundsProblems(path: Path, size: SizeRange | undefined): Finding[] {
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
  check: (own: EksAutoScalingGroupSpec, spec: EksNodeGroupSpec, path: Path) => readonly Finding[],
): Finding[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) =>
    isKnown(spec.autoScalingGroup) ? check(spec.autoScalingGroup, spec, [...group, "autoScalingGroup"]) : [],
  );
}
