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
  vcpusOf,
} from "../machine-types";
import { platformProblems } from "../cpu-platforms";
import type { AnyGkeClusterProps } from "../../spec";
import { refused, serviceAccountProblems, wholeProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /** [Compute Engine] machine types are named by family, kind and size. */
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

  /** What is not in the table of families may be new, or misspelt. */
  "machine-families-known"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const type = machineTypeOf(spec);
      if (!type) return [];
      const path = [...group, "machineTypes", 0];
      if (/^(f1-micro|g1-small)$/.test(type))
        return [error(path, `GKE has no nodes of ${type}; take e2-medium`)];
      return machineFamily(type)
        ? []
        : [
            warning(
              path,
              `${shown(familyName(type))} is not among the machine families known here; check the spelling, if it is not new`,
            ),
          ];
    });
  },

  /** [Confidential VM] supported configurations. */
  "confidential-family"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { confidential = "none" } = spec;
      const type = machineTypeOf(spec);
      if (!isKnown(confidential) || confidential === "none" || !type) return [];
      const technique = confidential.toUpperCase().replace("-", "_") as ConfidentialTechnique;
      const family = machineFamily(type);
      if (!family || family.confidential?.includes(technique)) return [];
      return [
        error(
          [...group, "confidential"],
          `${type} does not know ${confidential}; families that do: ${familiesWith((known) => known.confidential?.includes(technique) ?? false)}`,
        ),
      ];
    });
  },

  /** [Compute Engine] local SSDs: by choice, by machine type, or not at all. */
  "local-ssds"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { localSsd, image } = spec;
      const type = machineTypeOf(spec);
      if (!isKnown(localSsd)) return [];
      const path = [...group, "localSsd"];
      const { count, dataCacheCount, use = "ephemeral" } = localSsd;
      return [
        ...wholeProblems([...path, "count"], count, 1, 32),
        ...(type && localSsdOf(type) === "none"
          ? [
              error(
                path,
                `machines of type ${type} have no local SSDs` +
                  (machineFamily(type)?.localSsd === "brought"
                    ? `; take ${type}-lssd`
                    : "; take a family that has some, such as n2"),
              ),
            ]
          : []),
        ...(image?.family === "windows" ? [error(path, "local SSDs are set up on Linux alone")] : []),
        ...(isKnown(dataCacheCount) && dataCacheCount !== 0 && use !== "ephemeral"
          ? [error([...path, "dataCacheCount"], 'is of disks for use "ephemeral"; leave it out')]
          : []),
        ...(isKnown(dataCacheCount) && isWhole(count, 1)
          ? wholeProblems([...path, "dataCacheCount"], dataCacheCount, 0, count)
          : []),
      ];
    });
  },

  /** [provider doc] google_container_node_pool, `reservation_affinity`: one by its name; spot machines can't be reserved. */
  reservations(cluster) {
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
          ? [error([...path, "name"], `has no effect with use "${use}"; say "specific", or leave it out`)]
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
          ? [error(path, "is for on-demand machines; spot machines can't be reserved")]
          : []),
        ...(isTaken && isKnown(provisioning) && provisioning !== undefined && provisioning !== "standard"
          ? [error(path, `machines of provisioning "${provisioning}" come from no reservation; leave it out`)]
          : []),
      ];
    });
  },

  /** [GKE] compact placement: one zone, and families that can be put close together. */
  "compact-placement"(cluster, { zones: networkZones }) {
    return forEachGroup(cluster, (spec, group) => {
      const { placement, placementPolicy, zones = networkZones, spread } = spec;
      if (placement !== "compact") {
        return refused(
          [[[...group, "placementPolicy"], placementPolicy]],
          'needs placement "compact"; say it, or leave it out',
        );
      }
      const type = machineTypeOf(spec);
      const family = type ? machineFamily(type) : undefined;
      return [
        ...(spread !== "per-zone" && isKnown(zones) && zones.length > 1
          ? [
              error(
                [...group, "zones"],
                `must name one zone: machines are close together in one, the group is in ${zones.length}`,
              ),
            ]
          : []),
        ...(type && family && !family.compact && !family.tpu
          ? [
              error(
                [...group, "placement"],
                `machines of type ${type} can't be placed close together; families that can: ${familiesWith((known) => known.compact === true)}`,
              ),
            ]
          : []),
      ];
    });
  },

  /** [Compute Engine] sole-tenant nodes are chosen by labels. */
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
        ...(capacity === "spot" ? [error(path, "hardware of one's own has no spot machines")] : []),
      ];
    });
  },

  /** [Compute Engine] processors: what a machine's can be told. */
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
                `needs processors of Intel that are not shared, such as n2's, got ${type}`,
              ),
            ]
          : []),
        ...(machine.threadsPerCore !== undefined && type && isOneThreaded(type)
          ? [
              error(
                [...path, "threadsPerCore"],
                `processors of ${familyName(type)} have one thread a core; leave it out`,
              ),
            ]
          : []),
      ];
    });
  },

  /** [GKE] Tier_1 networking: machines of at least 30 vCPUs, with gVNIC. */
  bandwidth(cluster) {
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
                `"tier-1" is for machines of at least 30 vCPUs, not of e2; ${type} has ${vcpus}`,
              ),
            ]
          : []),
      ];
    });
  },

  /** [GKE] flex-start and queued provisioning: sizes from nothing; machines that have an end. */
  "waiting-machines"(cluster) {
    return forEachGroup(cluster, ({ provisioning, maxRunSeconds, size, capacity }, group) => {
      const waits = provisioning === "flex-start" || provisioning === "queued";
      return [
        ...wholeProblems([...group, "maxRunSeconds"], maxRunSeconds, 600, 604800),
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

  /** [GKE] hardening: nodes have an account of their own. */
  "group-service-accounts"(cluster) {
    return forEachGroup(cluster, ({ serviceAccountEmail }, group) =>
      serviceAccountProblems([...group, "serviceAccountEmail"], serviceAccountEmail),
    );
  },
});

/** [Compute Engine] nested virtualization: restrictions. */
const hasNestedVirtualization = (type: string): boolean =>
  !/^(e2|m[1-4]|n2d|n4d|c2d|c3d|c4d|t2d|h3|h4d)-/.test(type) &&
  machineFamily(type)?.architecture !== "arm64" &&
  !isTpu(type);

/** [Compute Engine] set the number of threads per core: families without simultaneous multithreading. */
const isOneThreaded = (type: string): boolean => /^(t2d|t2a|c4a|n4a|h3|h4d|e2)-/.test(type);
