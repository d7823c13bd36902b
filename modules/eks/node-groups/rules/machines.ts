import { error, type Path, type Problem } from "../../../cluster/problem";
import {
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  type RuleContext,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { hasLocalDisks, instanceType, isPattern, typesNamed } from "../machine-types";
import type { EksBounds, EksClusterProps, EksNodeGroupSpec } from "../../spec";
import { parseArn } from "../../identity/arns";
import { nodePools } from "./node-groups";

/** [EC2 user guide] placement strategies: one machine on a rack, and seven racks in a zone for a placement group. */
const spreadPerZone = 7;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /** [Auto Scaling user guide] attribute-based instance type selection is a matter of Auto Scaling groups of one's own. */
  "machines-are-self-managed"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, machines }, group) =>
      machines === undefined || kind === "self-managed"
        ? []
        : [
            error(
              [...group, "machines"],
              'EKS\' managed groups take machine types only; name them in machineTypes, or take kind "self-managed"',
            ),
          ],
    );
  },

  /** [EC2 API] InstanceRequirements: vCPUs and memory have a lower bound, and an upper one that is not below it. */
  "machine-bounds"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ machines }, group) => {
      if (!isKnown(machines)) return [];
      return (["vcpus", "memoryGiB"] as const).flatMap((field) =>
        boundsProblems([...group, "machines", field], machines[field]),
      );
    });
  },

  /** [Auto Scaling API] AllowedInstanceTypes: a whole family can stand where machines are chosen by what they have. */
  "families-are-chosen-from"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ machineTypes, machines }, group) =>
      knownEntries(machineTypes).flatMap(([i, name]) => {
        const path = [...group, "machineTypes", i];
        if (!isPattern(name)) return [];
        if (machines === undefined) {
          return [
            error(
              path,
              `${shown(name)} is a family: say in machines what its machines must have, or name types of it`,
            ),
          ];
        }
        const { min, max = Infinity } = machines.vcpus ?? {};
        if (max < min) return [];
        const known = typesNamed(name).flatMap((type) => instanceType(type) ?? []);
        if (known.length === 0 || known.some(({ vcpus }) => vcpus >= min && vcpus <= max)) return [];
        const sizes = known.map(({ vcpus }) => vcpus);
        return [
          error(
            path,
            `no type of ${name} has ${min}${max === Infinity ? " or more" : ` to ${max}`} vCPUs; they have ` +
              `${Math.min(...sizes)} to ${Math.max(...sizes)}`,
          ),
        ];
      }),
    );
  },

  /** [EC2 API] CapacityReservationTarget: one reservation, or one group of them; not for spot. */
  "reservation-target"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ reservation, capacity }, group) => {
      if (!isKnown(reservation)) return [];
      const path = [...group, "reservation"];
      const { id, groupArn } = reservation;
      if ((id === undefined) === (groupArn === undefined)) {
        return [error(path, `must have one of id and groupArn, got ${id === undefined ? "none" : "both"}`)];
      }
      return [
        ...(capacity === "spot"
          ? [error(path, "is for on-demand machines; spot machines can't be reserved")]
          : []),
        ...(isKnown(id) && !/^cr-[0-9a-f]{8,17}$/.test(id)
          ? [
              error(
                [...path, "id"],
                `must be the id of a reservation such as cr-0123456789abcdef0, got ${shown(id)}`,
              ),
            ]
          : []),
        ...(isKnown(groupArn) && parseArn(groupArn)?.service !== "resource-groups"
          ? [error([...path, "groupArn"], `must be the ARN of a resource group, got ${shown(groupArn)}`)]
          : []),
      ];
    });
  },

  /** [EKS user guide] Capacity Blocks: one block, one machine type, the zone of the block. */
  "capacity-block"(cluster, context) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      const { reservation, machineTypes } = spec;
      if (reservation?.type !== "capacity-block") return [];
      return [
        ...(reservation.id === undefined
          ? [
              error(
                [...group, "reservation", "id"],
                "a Capacity Block is named by its id, such as cr-0123456789abcdef0",
              ),
            ]
          : []),
        ...(isKnown(machineTypes) && machineTypes.length > 1
          ? [
              error(
                [...group, "machineTypes"],
                `a Capacity Block is of one machine type, got ${machineTypes.length}`,
              ),
            ]
          : []),
        ...oneZone(spec, group, context, "a Capacity Block is in one zone"),
      ];
    });
  },

  /** [EC2 user guide] placement strategies: a cluster is in one zone; spread has one machine on a rack. */
  "placement-group-fits"(cluster, context) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      if (spec.placementGroup === "cluster") {
        return oneZone(spec, group, context, 'a placement group "cluster" is in one zone');
      }
      if (spec.placementGroup !== "spread") return [];
      const zones = spec.zones ?? context.zones;
      const most = nodePools(spec, context.zones).reduce((sum, { size }) => sum + size.max, 0);
      if (!isKnown(zones) || most <= spreadPerZone * zones.length) return [];
      return [
        error(
          [...group, "placementGroup"],
          `a placement group "spread" holds ${spreadPerZone} machines in a zone, ${spreadPerZone * zones.length} in ` +
            `${zones.length}; the group may have ${most}`,
        ),
      ];
    });
  },

  /** [EC2 user guide] Elastic Fabric Adapters: on types that take them, which talk to each other within one zone. */
  "fabric-fits"(cluster, context) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      if (spec.efa !== true) return [];
      const types = knownEntries(spec.machineTypes);
      const path = [...group, "machineTypes"];
      return [
        ...(types.length > 1 || types.some(([, name]) => isPattern(name)) || spec.machines !== undefined
          ? [error(path, "must be one type with efa: its network cards are in the launch template")]
          : []),
        ...types
          .filter(([, name]) => instanceType(name)?.fabricAdapters === 0)
          .map(([i, name]) =>
            error([...path, i], `${name} takes no Elastic Fabric Adapter; take a larger size, or no efa`),
          ),
        ...(spec.image?.family === "windows"
          ? [error([...group, "efa"], "there is no driver of Elastic Fabric Adapters for Windows")]
          : []),
        ...oneZone(
          spec,
          group,
          context,
          "machines reach each other by Elastic Fabric Adapters within one zone",
        ),
      ];
    });
  },

  /** [EC2 user guide] instance store: only some families have disks of their own. */
  "local-disks-are-there"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ localStorage, machineTypes, image }, group) => {
      if (localStorage !== "raid0") return [];
      if (image?.family === "windows") {
        return [error([...group, "localStorage"], "local disks are joined on Linux only")];
      }
      return knownEntries(machineTypes)
        .filter(([, name]) => !hasLocalDisks(name))
        .map(([i, name]) =>
          error(
            [...group, "machineTypes", i],
            `${name} has no disks of its own for localStorage; take a family with some, such as m7gd or i7i`,
          ),
        );
    });
  },

  /** [EKS user guide] Windows: the number of pods follows from a node's one interface; EKS tells its nodes no other. */
  "windows-pods"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind, maxPods }, group) =>
      image?.family === "windows" && kind !== "self-managed" && maxPods !== undefined
        ? [
            error(
              [...group, "maxPods"],
              'EKS decides the number of pods of its Windows nodes; leave it out, or take kind "self-managed"',
            ),
          ]
        : [],
    );
  },
});

function boundsProblems(path: Path, bounds: EksBounds | undefined): Problem[] {
  if (!isKnown(bounds)) return [];
  const { min, max } = bounds;
  if (isKnown(min) && !isWhole(min, 1)) {
    return [error([...path, "min"], `must be a whole number of at least 1, got ${shown(min)}`)];
  }
  if (!isKnown(max) || !isKnown(min) || isWhole(max, min)) return [];
  return [error([...path, "max"], `must be a whole number of at least min (${min}), got ${shown(max)}`)];
}

function oneZone(spec: EksNodeGroupSpec, group: Path, context: RuleContext, why: string): Problem[] {
  const zones = spec.zones ?? context.zones;
  if (!isKnown(zones) || zones.length <= 1) return [];
  return [error([...group, "zones"], `must name one zone: ${why}, the group is in ${zones.length}`)];
}
