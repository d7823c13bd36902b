import { type BootDiskType, bootDisksOf } from "../../google/machine-types";

/** Types of disks of volumes, the preferred ones first. */
const volumeTypes = ["pd-balanced", "hyperdisk-balanced", "pd-ssd", "pd-standard"] as const;

/** Types of etcd disks: SSD, which some families have as Hyperdisk only. */
const etcdTypes = ["pd-ssd", "hyperdisk-balanced", "pd-balanced"] as const;

/** Machine types of unknown families have the disks of the older ones. */
const ofUnknownFamily: readonly BootDiskType[] = ["pd-balanced", "pd-ssd"];

const disksOf = (machineType: string): readonly BootDiskType[] => bootDisksOf(machineType) ?? ofUnknownFamily;

/** The type of system disks. */
export const systemDiskType = (machineType: string): BootDiskType => disksOf(machineType)[0];

/**
 * The type of the etcd disk. It follows the machine family, so that a change between families with and without Persistent Disk replaces
 * the disk.
 */
export const etcdDiskType = (machineType: string): BootDiskType =>
  etcdTypes.find((type) => disksOf(machineType).includes(type)) ?? disksOf(machineType)[0];

/** The type of volumes that the machine types attach. A rule refuses known families without a common one. */
export function volumeTypeOf(machineTypes: readonly string[]): BootDiskType {
  const all = machineTypes.flatMap((machineType) => {
    const disks = bootDisksOf(machineType);
    return disks ? [disks] : [];
  });
  return volumeTypes.find((type) => all.every((disks) => disks.includes(type))) ?? volumeTypes[0];
}
