import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import {
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  type RuleContext,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import {
  hasLocalDisks,
  type InstanceType,
  instanceType,
  isPattern,
  typesNamed,
} from "../../../aws/machine-types";
import type { EksBounds, EksClusterProps, EksNodeGroupSpec } from "../../spec";
import { parseArn } from "../../../aws/arns";
import { defaults } from "../../fields.generated";
import { nodePools } from "../placement";

/**
 * A placement group has seven racks in a zone, with one machine on each.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html
 */
const spreadPerZone = 7;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * `machines` is set only in self-managed groups. Managed node groups take no requirements.
   *
   * @see
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-mixed-instances-group-attribute-based-instance-type-selection.html
   */
  "machine-requirements-self-managed"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ kind, machines }, group) =>
      machines === undefined || kind === "self-managed"
        ? []
        : [
            error(
              [...group, "machines"],
              'managed node groups support machine types only; list them in machineTypes, or set kind to "self-managed"',
            ),
          ],
    );
  },

  /**
   * Machine types of one group are alike: the Cluster Autoscaler takes one of them for all, so that with others pods stay pending or
   * nodes stay empty. Accelerators need the drivers of the image, which is the same for all machines.
   *
   * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
   */
  "machine-types-alike"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      const types = knownEntries(spec.machineTypes).flatMap(([i, name]) => {
        const type = instanceType(name);
        return type ? [{ i, type }] : [];
      });
      const first = types[0]?.type;
      const shows = sizeScales(cluster, spec) ? sizeOfMachine : acceleratorOfMachine;
      const other = types.find(({ type }) => shows(type) !== shows(first));
      if (!other) return [];
      return [
        warning(
          [...group, "machineTypes", other.i],
          `${other.type.name} has ${shows(other.type)}, and ${first.name} ${shows(first)}: ` +
            (shows === sizeOfMachine
              ? "the Cluster Autoscaler calculates with one of them for all nodes of the group"
              : "all nodes of the group have one image") +
            "; use a group for each",
        ),
      ];
    });
  },

  /**
   * Bounds of vCPUs and memory are positive, and `max` is at least `min`.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirements.html
   */
  "machine-bounds"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ machines }, group) => {
      if (!isKnown(machines)) return [];
      return (["vcpus", "memoryGiB"] as const).flatMap((field) =>
        boundsProblems([...group, "machines", field], machines[field]),
      );
    });
  },

  /**
   * A machine family is named only with `machines`, and has a type within the bounds.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirements.html
   */
  "machine-families"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ machineTypes, machines }, group) =>
      knownEntries(machineTypes).flatMap(([i, name]) => {
        const path = [...group, "machineTypes", i];
        if (!isPattern(name)) return [];
        if (machines === undefined) {
          return [
            error(path, `${shown(name)} is a family: set requirements in machines, or list types of it`),
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

  /**
   * A reservation has an id or the ARN of a resource group, and is not used for spot machines.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservationTarget.html
   */
  "reservation-target"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ reservation, capacity }, group) => {
      if (!isKnown(reservation)) return [];
      const path = [...group, "reservation"];
      const { id, groupArn } = reservation;
      if ((id === undefined) === (groupArn === undefined)) {
        return [error(path, `must have one of id and groupArn, got ${id === undefined ? "none" : "both"}`)];
      }
      return [
        ...(capacity === "spot" ? [error(path, "is not supported for spot machines")] : []),
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

  /**
   * A Capacity Block has an id, one machine type and one zone.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html
   */
  "capacity-block"(cluster, context) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      const { reservation, machineTypes } = spec;
      if (reservation?.type !== "capacity-block") return [];
      return [
        ...(reservation.id === undefined
          ? [
              error(
                [...group, "reservation", "id"],
                "must be set for a Capacity Block, such as cr-0123456789abcdef0",
              ),
            ]
          : []),
        ...(isKnown(machineTypes) && machineTypes.length > 1
          ? [
              error(
                [...group, "machineTypes"],
                `a Capacity Block has one machine type, got ${machineTypes.length}`,
              ),
            ]
          : []),
        ...oneZone(spec, group, context, "a Capacity Block is in one zone"),
      ];
    });
  },

  /**
   * A placement group `cluster` is in one zone; `spread` holds seven machines in each zone.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html
   */
  "placement-group"(cluster, context) {
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

  /**
   * Elastic Fabric Adapters need one machine type that supports them, Linux and one zone.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html
   */
  "fabric-adapters"(cluster, context) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      if (spec.efa !== true) return [];
      const types = knownEntries(spec.machineTypes);
      const path = [...group, "machineTypes"];
      return [
        ...(types.length > 1 || types.some(([, name]) => isPattern(name)) || spec.machines !== undefined
          ? [error(path, "must be one type with efa: the launch template lists its network cards")]
          : []),
        ...types
          .filter(([, name]) => instanceType(name)?.fabricAdapters === 0)
          .map(([i, name]) =>
            error([...path, i], `${name} supports no Elastic Fabric Adapter; use a larger size, or omit efa`),
          ),
        ...(spec.image?.family === "windows"
          ? [error([...group, "efa"], "no driver for Elastic Fabric Adapters exists on Windows")]
          : []),
        ...oneZone(spec, group, context, "Elastic Fabric Adapters connect machines of one zone"),
      ];
    });
  },

  /**
   * `localStorage` needs Linux and machine types with local disks.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-store-volumes.html
   */
  "local-disks"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ localStorage, machineTypes, image }, group) => {
      if (localStorage !== "raid0") return [];
      if (image?.family === "windows") {
        return [error([...group, "localStorage"], "is supported on Linux only")];
      }
      return knownEntries(machineTypes)
        .filter(([, name]) => !hasLocalDisks(name))
        .map(([i, name]) =>
          error(
            [...group, "machineTypes", i],
            `${name} has no local disks for localStorage; use a family with local disks, such as m7gd or i7i`,
          ),
        );
    });
  },

  /**
   * `maxPods` is not set for managed Windows groups, where EKS sets it.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
   */
  "windows-max-pods"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind, maxPods }, group) =>
      image?.family === "windows" && kind !== "self-managed" && maxPods !== undefined
        ? [
            error(
              [...group, "maxPods"],
              'EKS sets the number of pods of managed Windows nodes; omit it, or set kind to "self-managed"',
            ),
          ]
        : [],
    );
  },
});

function boundsProblems(path: Path, bounds: EksBounds | undefined): Finding[] {
  if (!isKnown(bounds)) return [];
  const { min, max } = bounds;
  if (isKnown(min) && !isWhole(min, 1)) {
    return [error([...path, "min"], `must be a whole number of at least 1, got ${shown(min)}`)];
  }
  if (!isKnown(max) || !isKnown(min) || isWhole(max, min)) return [];
  return [error([...path, "max"], `must be a whole number of at least min (${min}), got ${shown(max)}`)];
}

function oneZone(spec: EksNodeGroupSpec, group: Path, context: RuleContext, why: string): Finding[] {
  const zones = spec.zones ?? context.zones;
  if (!isKnown(zones) || zones.length <= 1) return [];
  return [error([...group, "zones"], `must name one zone: ${why}, the group is in ${zones.length}`)];
}

const acceleratorOfMachine = ({ accelerator }: InstanceType): string =>
  accelerator === undefined ? "no accelerators" : `accelerators (${accelerator})`;

const sizeOfMachine = (type: InstanceType): string =>
  `${type.vcpus} vCPUs, ${type.memoryGiB} GiB and ${acceleratorOfMachine(type)}`;

/** Whether the Cluster Autoscaler changes the size of a group. */
function sizeScales(
  { autoscaling = defaults["autoscaling"] }: EksClusterProps,
  { size }: EksNodeGroupSpec,
): boolean {
  return (
    autoscaling === "cluster-autoscaler" && isKnown(size) && typeof size === "object" && size.min !== size.max
  );
}
