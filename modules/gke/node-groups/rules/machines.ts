import { error, warning } from "../../../cluster/problem";
import { entries, forEachGroup, isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import {
  type ConfidentialTechnique,
  familiesWith,
  familyName,
  isMachineType,
  isTpu,
  localSsdOf,
  machineFamily,
  machineTypeOf,
  unknownType,
  vcpusOf,
} from "../machine-types";
import { platformProblems } from "../cpu-platforms";
import { localSsdsOf } from "../local-ssd";
import { longestRunSeconds, waitsForCapacity } from "../provisioning";
import type { AnyGkeClusterProps } from "../../spec";
import { refused, serviceAccountProblems, wholeProblems } from "../../values";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * Machine types have names of Compute Engine: family, kind and size.
   *
   * @see https://cloud.google.com/compute/docs/machine-resource
   */
  "machine-type-names"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      entries(machineTypes).flatMap(([i, type]) =>
        !isKnown(type) || isMachineType(type)
          ? []
          : [
              error(
                [...group, "machineTypes", i],
                `must be a machine type of Compute Engine such as n4-standard-4, got ${shown(type)}`,
              ),
            ],
      ),
    );
  },

  /**
   * The machine family is known, and has the machine type. An unknown one may be new, or a typing error.
   *
   * @see https://cloud.google.com/compute/docs/machine-resource
   */
  "machine-families-known"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const type = machineTypeOf(spec);
      if (!type) return [];
      const path = [...group, "machineTypes", 0];
      if (/^(f1-micro|g1-small)$/.test(type))
        return [error(path, `GKE does not support ${type}; use e2-medium`)];
      const unknown = unknownType(type);
      return unknown === undefined ? [] : [warning(path, unknown)];
    });
  },

  /**
   * The machine type supports the technology of confidential computing.
   *
   * @see https://cloud.google.com/confidential-computing/confidential-vm/docs/supported-configurations
   */
  "confidential-machine-types"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { confidential = defaults["nodeGroups[].confidential"] } = spec;
      const type = machineTypeOf(spec);
      if (!isKnown(confidential) || confidential === "none" || !type) return [];
      const technique = confidential.toUpperCase().replace("-", "_") as ConfidentialTechnique;
      const family = machineFamily(type);
      if (!family || family.confidential?.includes(technique)) return [];
      return [
        error(
          [...group, "confidential"],
          `${type} does not support ${confidential}; families that do: ${familiesWith((known) => known.confidential?.includes(technique) ?? false)}`,
        ),
      ];
    });
  },

  /**
   * The machine type supports local SSDs: an own number, a fixed number, or none.
   *
   * @see https://cloud.google.com/compute/docs/disks/local-ssd#lssd_machine_types
   */
  "local-disks"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { localSsd, image } = spec;
      const type = machineTypeOf(spec);
      if (!isKnown(localSsd)) return [];
      const path = [...group, "localSsd"];
      const brought = type ? localSsdsOf(type) : undefined;
      const { count, dataCacheCount, use = defaults["nodeGroups[].localSsd.use"] } = localSsd;
      return [
        ...(brought === undefined
          ? wholeProblems([...path, "count"], count, 1, 32)
          : isKnown(count) && count !== brought
            ? [
                error(
                  [...path, "count"],
                  `must be ${brought}, the number of disks of ${type}, got ${shown(count)}`,
                ),
              ]
            : []),
        ...(type && localSsdOf(type) === "none"
          ? [
              error(
                path,
                `machines of type ${type} have no local SSDs` +
                  (machineFamily(type)?.localSsd === "brought"
                    ? `; use ${type}-lssd`
                    : "; use a family that has them, such as n2"),
              ),
            ]
          : []),
        ...(image?.family === "windows" ? [error(path, "is not supported on Windows")] : []),
        ...(isKnown(dataCacheCount) && dataCacheCount !== 0 && use !== "ephemeral"
          ? [error([...path, "dataCacheCount"], 'needs use "ephemeral"; omit it')]
          : []),
        ...(isKnown(dataCacheCount) && isWhole(count, 1)
          ? wholeProblems([...path, "dataCacheCount"], dataCacheCount, 0, count)
          : []),
      ];
    });
  },

  /**
   * A specific reservation has a name. Spot machines and machines that wait for capacity use no reservation.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/consuming-reservations
   */
  "reservation-target"(cluster) {
    return forEachGroup(cluster, ({ reservation, capacity, provisioning }, group) => {
      if (!isKnown(reservation)) return [];
      const path = [...group, "reservation"];
      const { use, name } = reservation;
      const isTaken = use === "any" || use === "specific";
      return [
        ...(use === "specific" && name === undefined
          ? [error([...path, "name"], 'must name the reservation with use "specific"')]
          : []),
        ...(use !== "specific" && name !== undefined
          ? [error([...path, "name"], `has no effect with use "${use}"; set use to "specific", or omit it`)]
          : []),
        ...(isKnown(name) && !/^(projects\/[^/]+\/reservations\/)?[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)
          ? [
              error(
                [...path, "name"],
                `must be the name of a reservation such as gpu-2026 or projects/shop/reservations/gpu-2026, got ${shown(name)}`,
              ),
            ]
          : []),
        ...(isTaken && capacity === "spot"
          ? [error(path, "needs on-demand machines; spot machines cannot be reserved")]
          : []),
        ...(isTaken && isKnown(provisioning) && provisioning !== undefined && provisioning !== "standard"
          ? [error(path, `is not supported with provisioning "${provisioning}"; omit it`)]
          : []),
      ];
    });
  },

  /**
   * Compact placement needs one zone and a machine family that supports it.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/compact-placement
   */
  "placement-group"(cluster, { zones: networkZones }) {
    return forEachGroup(cluster, (spec, group) => {
      const { placement, placementPolicy, zones = networkZones, spread } = spec;
      if (placement !== "compact") {
        return refused(
          [[[...group, "placementPolicy"], placementPolicy]],
          'needs placement "compact"; set that, or omit it',
        );
      }
      const type = machineTypeOf(spec);
      const family = type ? machineFamily(type) : undefined;
      return [
        ...(spread !== "per-zone" && isKnown(zones) && zones.length > 1
          ? [
              error(
                [...group, "zones"],
                `must name one zone: compact placement is in one zone, the group is in ${zones.length}`,
              ),
            ]
          : []),
        ...(type && family && !family.compact && !family.tpu
          ? [
              error(
                [...group, "placement"],
                `machines of type ${type} do not support compact placement; families that do: ${familiesWith((known) => known.compact === true)}`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * Sole-tenant nodes are selected by labels. Spot machines cannot run there.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/sole-tenancy
   */
  "sole-tenancy"(cluster) {
    return forEachGroup(cluster, ({ soleTenant, capacity }, group) => {
      if (!isKnown(soleTenant)) return [];
      const path = [...group, "soleTenant"];
      return [
        ...(isKnown(soleTenant.affinity) && soleTenant.affinity.length === 0
          ? [error([...path, "affinity"], "must name at least one label of the sole-tenant nodes")]
          : []),
        ...entries(soleTenant.affinity)
          .filter(([, { values }]) => isKnown(values) && values.length === 0)
          .map(([i]) => error([...path, "affinity", i, "values"], "must name at least one value")),
        ...(isKnown(soleTenant.minNodeCpus) && !isWhole(soleTenant.minNodeCpus, 1)
          ? [
              error(
                [...path, "minNodeCpus"],
                `must be a whole number of at least 1, got ${shown(soleTenant.minNodeCpus)}`,
              ),
            ]
          : []),
        ...(capacity === "spot" ? [error(path, "is not supported with capacity spot")] : []),
      ];
    });
  },

  /**
   * Settings of the processor fit the machine family.
   *
   * @see https://cloud.google.com/compute/docs/instances/nested-virtualization/overview#restrictions
   */
  "machine-settings"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { machine } = spec;
      const type = machineTypeOf(spec);
      if (!isKnown(machine)) return [];
      const path = [...group, "machine"];
      return [
        ...platformProblems([...path, "minCpuPlatform"], machine.minCpuPlatform, type),
        ...(machine.nestedVirtualization === true && type && !hasNestedVirtualization(type)
          ? [
              error(
                [...path, "nestedVirtualization"],
                `needs Intel processors that are not shared-core, such as those of n2, got ${type}`,
              ),
            ]
          : []),
        ...(machine.threadsPerCore !== undefined && type && isOneThreaded(type)
          ? [
              error(
                [...path, "threadsPerCore"],
                `processors of ${familyName(type)} have one thread per core; omit it`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * Tier_1 networking needs at least 30 vCPUs and gVNIC.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/tier1-networking-performance
   */
  "tier-1-bandwidth"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      if (spec.bandwidth !== "tier-1") return [];
      const type = machineTypeOf(spec);
      const vcpus = type ? vcpusOf(type) : undefined;
      return [
        ...(spec.gvnic === false ? [error([...group, "gvnic"], 'must be on for bandwidth "tier-1"')] : []),
        ...(vcpus !== undefined && (vcpus < 30 || familyName(type!) === "e2")
          ? [
              error(
                [...group, "bandwidth"],
                `"tier-1" needs at least 30 vCPUs, and is not supported on e2; ${type} has ${vcpus}`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * Flex-start and queued provisioning need a size range from 0 and on-demand machines. GKE neither repairs nor upgrades these
   * machines: it replaces them at the end of their run.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/dws
   */
  "machines-with-limited-run"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { provisioning, maxRunSeconds, size, capacity } = spec;
      const waits = waitsForCapacity(spec);
      return [
        ...refused(
          waits
            ? [
                [[...group, "repair"], spec.repair || undefined],
                [[...group, "upgrade"], spec.upgrade],
                [[...group, "balance"], spec.balance === "balanced" || undefined],
              ]
            : [],
          `is not supported with provisioning "${provisioning}": GKE takes machines from any zone, and replaces them at the end of their run; omit it`,
        ),
        ...wholeProblems([...group, "maxRunSeconds"], maxRunSeconds, 600, longestRunSeconds),
        ...(waits && isKnown(size) && (typeof size === "number" || size.min !== 0)
          ? [
              error(
                [...group, "size"],
                `must be a range from 0 with provisioning "${provisioning}", got ${shown(size)}`,
              ),
            ]
          : []),
        ...(waits && capacity === "spot"
          ? [error([...group, "capacity"], `must be on-demand with provisioning "${provisioning}"`)]
          : []),
      ];
    });
  },

  /**
   * The service account of a node group is not the default account of Compute Engine, which may edit the whole project.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa
   */
  "node-group-service-accounts"(cluster) {
    return forEachGroup(cluster, ({ serviceAccountEmail }, group) =>
      serviceAccountProblems([...group, "serviceAccountEmail"], serviceAccountEmail),
    );
  },

  /**
   * Nodes have a service account with few roles: the default account of Compute Engine may edit the whole project.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa
   */
  "node-service-account"({ gke }) {
    if (!isKnown(gke)) return [];
    return serviceAccountProblems(["gke", "nodeServiceAccountEmail"], gke.nodeServiceAccountEmail);
  },
});

/**
 * Whether a machine type supports nested virtualization.
 *
 * @see https://cloud.google.com/compute/docs/instances/nested-virtualization/overview#restrictions
 */
const hasNestedVirtualization = (type: string): boolean =>
  !/^(e2|m[1-4]|n2d|n4d|c2d|c3d|c4d|t2d|h3|h4d)-/.test(type) &&
  machineFamily(type)?.architecture !== "arm64" &&
  !isTpu(type);

/**
 * Whether a machine type has one thread in each core.
 *
 * @see https://cloud.google.com/compute/docs/instances/set-threads-per-core#limitations
 */
const isOneThreaded = (type: string): boolean => /^(t2d|t2a|c4a|n4a|h3|h4d|e2)-/.test(type);
