import { error } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { bootDisksOf, diskTypeOf, machineTypeOf } from "../machine-types";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../../spec";
import { keyProblems, uniqueProblems, wholeProblems } from "../../values";
import { defaults } from "../../fields.generated";

/** Bounds of Hyperdisk Balanced. https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-balanced */
const hyperdisk = { iops: [3000, 160_000], throughput: [140, 2400], iopsPerGiB: 500 } as const;

/** The type of a group's boot disk: set, or that of its machines; undefined when GKE chooses. */
function diskOf(spec: GkeNodeGroupSpec): string | undefined {
  if (spec.disk?.type !== undefined) return spec.disk.type;
  const type = machineTypeOf(spec);
  return type ? diskTypeOf(type) : undefined;
}

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * The machine type can boot from the disk type.
   *
   * @see https://cloud.google.com/compute/docs/disks/hyperdisks#machine-type-support
   */
  "disk-fits-machine-type"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const machine = machineTypeOf(spec);
      const type = spec.disk?.type;
      const known = machine ? bootDisksOf(machine) : undefined;
      if (!isKnown(type) || !known || known.includes(type)) return [];
      return [
        error([...group, "disk", "type"], `${machine} boots from ${known.join(", ")}, got ${shown(type)}`),
      ];
    });
  },

  /**
   * A boot disk has 10 GiB to 64 TiB, and at least 50 GiB for Windows Server.
   *
   * @see https://cloud.google.com/compute/docs/disks/persistent-disks
   */
  "disk-size"(cluster) {
    return [
      ...forEachGroup(cluster, ({ disk, image }, group) => {
        // Windows Server's own images have 50 GiB.
        const least = image?.family === "windows" ? 50 : 10;
        const size = disk?.sizeGiB;
        return isWhole(size, 1) ? wholeProblems([...group, "disk", "sizeGiB"], size, least, 65_536) : [];
      }),
      ...wholeProblems(
        ["gke", "autoProvisioning", "disk", "sizeGiB"],
        cluster.gke?.autoProvisioning?.disk?.sizeGiB,
        10,
        65_536,
      ),
    ];
  },

  /**
   * IOPS and throughput are set for Hyperdisk Balanced only, within its limits.
   *
   * @see https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-balanced
   */
  "disk-performance"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { disk } = spec;
      if (!isKnown(disk)) return [];
      const path = [...group, "disk"];
      const { iops, throughputMiBps, sizeGiB = defaults["nodeGroups[].disk.sizeGiB"] } = disk;
      const type = diskOf(spec);
      if (!isKnown(type)) return [];
      if (type !== "hyperdisk-balanced") {
        return (["iops", "throughputMiBps"] as const)
          .filter((field) => disk[field] !== undefined)
          .map((field) => error([...path, field], `needs type hyperdisk-balanced, the disk is ${type}`));
      }
      const [least, most] = hyperdisk.iops;
      const bySize = isWhole(sizeGiB, 1)
        ? Math.max(least, Math.min(most, sizeGiB * hyperdisk.iopsPerGiB))
        : most;
      const byIops = isWhole(iops, least) ? Math.floor(iops / 4) : hyperdisk.throughput[1];
      const mostThroughput = Math.max(hyperdisk.throughput[0], Math.min(hyperdisk.throughput[1], byIops));
      return [
        ...wholeProblems([...path, "iops"], iops, least, bySize),
        ...wholeProblems(
          [...path, "throughputMiBps"],
          throughputMiBps,
          hyperdisk.throughput[0],
          mostThroughput,
        ),
      ];
    });
  },

  /**
   * The key of a disk is a key in the cluster's region.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/using-cmek
   */
  "disk-keys"(cluster) {
    return forEachGroup(cluster, ({ disk }, group) =>
      isKnown(disk) ? keyProblems([...group, "disk", "kmsKeyId"], disk.kmsKeyId, cluster.region) : [],
    );
  },

  /**
   * Confidential mode needs Hyperdisk Balanced, a customer-managed key and confidential machines.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/confidential-gke-nodes
   */
  "confidential-disks"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const { disk, confidential = defaults["nodeGroups[].confidential"] } = spec;
      if (!isKnown(disk) || disk.confidential !== true) return [];
      const path = [...group, "disk", "confidential"];
      const type = diskOf(spec);
      return [
        ...(type !== undefined && isKnown(type) && type !== "hyperdisk-balanced"
          ? [error(path, `needs type hyperdisk-balanced, the disk is ${type}`)]
          : []),
        ...(disk.kmsKeyId === undefined && cluster.encryption?.disks !== "customer-key"
          ? [error(path, 'needs a key: set disk.kmsKeyId, or encryption.disks to "customer-key"')]
          : []),
        ...(confidential === "none" ? [error(path, "needs confidential machines; set confidential")] : []),
      ];
    });
  },

  /**
   * A node group has one Hyperdisk storage pool in each of its zones.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/boot-disks-hyperdisk-storage-pools
   */
  "storage-pools"(cluster, { zones: networkZones }) {
    return forEachGroup(cluster, (spec, group) => {
      const pools = spec.disk?.storagePools;
      if (!isKnown(pools)) return [];
      const path = [...group, "disk", "storagePools"];
      const zones = spec.zones ?? networkZones;
      const type = diskOf(spec);
      const zoneOf = (pool: string) =>
        /^projects\/[^/]+\/zones\/([^/]+)\/storagePools\/[^/]+$/.exec(pool)?.[1];
      const known = knownEntries(pools);
      const without = isKnown(zones)
        ? zones.filter((zone) => !known.some(([, pool]) => zoneOf(pool) === zone))
        : [];
      return [
        ...(type !== undefined && isKnown(type) && type !== "hyperdisk-balanced"
          ? [error(path, `needs type hyperdisk-balanced, the disk is ${type}`)]
          : []),
        ...uniqueProblems(path, pools),
        ...known
          .filter(([, pool]) => zoneOf(pool) === undefined)
          .map(([i, pool]) =>
            error(
              [...path, i],
              `must be the full name of a storage pool such as projects/shop/zones/europe-west3-a/storagePools/nodes, got ${shown(pool)}`,
            ),
          ),
        ...(known.length === entries(pools).length &&
        known.every(([, pool]) => zoneOf(pool)) &&
        without.length > 0
          ? [error(path, `must have one in each zone of the group, got none in ${without.join(", ")}`)]
          : []),
      ];
    });
  },
});
