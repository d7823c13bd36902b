import { error, type Finding } from "../../../cluster/problem";
import {
  forEachGroup,
  isKnown,
  isWhole,
  type RuleContext,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import {
  attachableGpus,
  familyName,
  gpusOf,
  isPartitionable,
  isTpu,
  machineFamily,
  machineTypeOf,
  tpuChipsOf,
} from "../machine-types";
import type { AnyGkeClusterProps } from "../../spec";
import { partsOf } from "../parts";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * GPUs fit the machine type: it includes them, or accepts some types and numbers, or has none.
   *
   * @see https://cloud.google.com/compute/docs/gpus
   */
  "gpus-fit-machine-type"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { gpu } = spec;
      const machine = machineTypeOf(spec);
      if (!isKnown(gpu) || !machine) return [];
      const path = [...group, "gpu"];
      const { type, count } = gpu;
      const brought = gpusOf(machine);
      if (brought) {
        return [
          ...(isKnown(type) && type !== brought.type
            ? [
                error(
                  [...path, "type"],
                  `is fixed: ${machine} has ${brought.type}, got ${shown(type)}; omit it`,
                ),
              ]
            : []),
          ...(isKnown(count) && count !== brought.count
            ? [
                error(
                  [...path, "count"],
                  `is fixed: ${machine} has ${brought.count}, got ${shown(count)}; omit it`,
                ),
              ]
            : []),
        ];
      }
      const family = machineFamily(machine);
      if (family && !family.gpu) {
        return [
          error(path, `machines of ${familyName(machine)} have no GPUs; use g2-standard-8, or n1 for a T4`),
        ];
      }
      if (type === undefined || count === undefined) {
        return [error(path, `must have type and count: ${machine} includes no known GPUs`)];
      }
      if (!isKnown(type) || !isKnown(count) || family?.gpu !== "attached") return [];
      if (!Object.hasOwn(attachableGpus, type)) {
        return [
          error(
            [...path, "type"],
            `must be one of ${Object.keys(attachableGpus).join(", ")} on ${machine}, got ${shown(type)}`,
          ),
        ];
      }
      const counts = attachableGpus[type];
      return counts.includes(count)
        ? []
        : [error([...path, "count"], `must be ${counts.join(", ")} of ${type}, got ${shown(count)}`)];
    });
  },

  /**
   * GPU partitions and GPU sharing fit the GPU. 2 to 48 pods share one.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus
   */
  "gpu-sharing"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { gpu } = spec;
      if (!isKnown(gpu)) return [];
      const path = [...group, "gpu"];
      const machine = machineTypeOf(spec);
      const type = isKnown(gpu.type) ? gpu.type : machine && gpusOf(machine)?.type;
      const clients = gpu.sharing?.clients;
      return [
        ...(isKnown(gpu.partition) && !/^\d+g\.\d+gb$/.test(gpu.partition)
          ? [
              error(
                [...path, "partition"],
                `must be a GPU partition such as 1g.5gb, got ${shown(gpu.partition)}`,
              ),
            ]
          : []),
        ...(gpu.partition !== undefined && type && !isPartitionable(type)
          ? [error([...path, "partition"], `${type} cannot be partitioned; A100, H100 and newer GPUs can`)]
          : []),
        ...(isKnown(clients) && !isWhole(clients, 2, 48)
          ? [
              error(
                [...path, "sharing", "clients"],
                `must be a whole number from 2 to 48, got ${shown(clients)}`,
              ),
            ]
          : []),
        ...(gpu.partition !== undefined && gpu.sharing?.strategy === "mps"
          ? [error([...path, "sharing", "strategy"], "must be time-sharing with partition")]
          : []),
      ];
    });
  },

  /**
   * Nodes with GPUs run Linux. Fast socket needs GPUs and gVNIC.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/gpus#requirements
   */
  "gpu-image"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const machine = machineTypeOf(spec);
      const hasGpus = spec.gpu !== undefined || (machine !== undefined && gpusOf(machine) !== undefined);
      return [
        ...(hasGpus && spec.image?.family === "windows"
          ? [error([...group, "image", "family"], "GPUs are not supported on Windows")]
          : []),
        ...(spec.fastSocket === true && spec.gvnic === false
          ? [error([...group, "gvnic"], "must be on for fastSocket")]
          : []),
        ...(spec.fastSocket === true && !hasGpus
          ? [error([...group, "fastSocket"], "needs GPUs; omit it")]
          : []),
      ];
    });
  },

  /**
   * A TPU topology has two or three dimensions and consists of whole machines. A slice of several machines is in one zone
   * and has all of them.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/tpus
   */
  "tpu-topology"(cluster, context) {
    return forEachGroup(cluster, (spec, group) => {
      const machine = machineTypeOf(spec);
      const { tpu } = spec;
      if (!machine) return [];
      if (!isTpu(machine)) {
        return tpu === undefined
          ? []
          : [
              error(
                [...group, "tpu"],
                `machines of ${familyName(machine)} have no TPUs; use ct5lp-hightpu-4t`,
              ),
            ];
      }
      const chips = tpuChipsOf(machine);
      const topology = tpu?.topology;
      if (!isKnown(topology) || chips === undefined) return [];
      const path = [...group, "tpu", "topology"];
      const sides = /^\d+(x\d+)+$/.test(topology) ? topology.split("x").map(Number) : [];
      const dimensions = machineFamily(machine)?.tpu?.dimensions;
      if (sides.length === 0 || (dimensions !== undefined && sides.length !== dimensions)) {
        const example = dimensions === 3 ? "2x2x1" : "2x4";
        return [error(path, `must be a topology such as ${example} on ${machine}, got ${shown(topology)}`)];
      }
      const total = sides.reduce((product, side) => product * side, 1);
      if (total < chips || total % chips !== 0) {
        return [
          error(
            path,
            `${topology} has ${total} chips, which is not a multiple of the ${chips} chips of a machine`,
          ),
        ];
      }
      return sliceProblems(spec, group, total / chips, context);
    });
  },
});

/** A slice of several machines has all of them or none. */
function sliceProblems(
  spec: AnyGkeClusterProps["nodeGroups"][number],
  group: readonly (string | number)[],
  machines: number,
  { zones: networkZones }: RuleContext,
): Finding[] {
  if (machines === 1) return [];
  const { size, zones = networkZones } = spec;
  const parts = partsOf(spec, networkZones);
  const fits = parts.every(({ size: { min, max } }) => max === machines && (min === machines || min === 0));
  return [
    ...(isKnown(zones) && zones.length > 1
      ? [
          error(
            [...group, "zones"],
            `must name one zone: a slice is in one zone, the group is in ${zones.length}`,
          ),
        ]
      : []),
    ...(fits
      ? []
      : [
          error(
            [...group, "size"],
            `must be ${machines}, or a range from 0 to ${machines}, the number of machines of ${spec.tpu!.topology}, got ${shown(size)}`,
          ),
        ]),
  ];
}
