/**
 * Numbers of local SSDs that machine types include, by the vCPUs or GPUs in their names.
 *
 * Source: https://cloud.google.com/compute/docs/disks/local-ssd#lssd_machine_types; its date is in `facts.ts`. A missing machine type may be
 * newer: GKE then decides about its disks.
 */
export const machineTypesWithLocalSsds: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "a2-ultragpu": { "1g": 1, "2g": 2, "4g": 4, "8g": 8 },
  "a3-edgegpu": { "8g": 16 },
  "a3-highgpu": { "1g": 2, "2g": 4, "4g": 8, "8g": 16 },
  "a3-megagpu": { "8g": 16 },
  "a3-ultragpu": { "8g": 32 },
  "a4-highgpu": { "8g": 32 },
  "a4x-highgpu": { "4g": 4 },
  "g4-standard": { 48: 4, 96: 8, 192: 16, 384: 32 },
  "c3-standard": { "4-lssd": 1, "8-lssd": 2, "22-lssd": 4, "44-lssd": 8, "88-lssd": 16, "176-lssd": 32 },
  c3d: {
    "8-lssd": 1,
    "16-lssd": 1,
    "30-lssd": 2,
    "60-lssd": 4,
    "90-lssd": 8,
    "180-lssd": 16,
    "360-lssd": 32,
  },
  c4: {
    "4-lssd": 1,
    "8-lssd": 1,
    "16-lssd": 2,
    "24-lssd": 4,
    "32-lssd": 5,
    "48-lssd": 8,
    "96-lssd": 16,
    "144-lssd": 24,
    "192-lssd": 32,
    "288-lssd": 48,
    "288-lssd-metal": 6,
  },
  c4a: {
    "4-lssd": 1,
    "8-lssd": 2,
    "16-lssd": 4,
    "32-lssd": 6,
    "48-lssd": 10,
    "64-lssd": 14,
    "72-lssd": 16,
  },
  c4d: {
    "8-lssd": 1,
    "16-lssd": 1,
    "32-lssd": 2,
    "48-lssd": 4,
    "64-lssd": 6,
    "96-lssd": 8,
    "192-lssd": 16,
    "384-lssd": 32,
  },
  "h4d-highmem": { "192-lssd": 10 },
  z3: {
    "8-highlssd": 1,
    "14-standardlssd": 1,
    "16-highlssd": 2,
    "22-standardlssd": 2,
    "22-highlssd": 3,
    "44-standardlssd": 3,
    "32-highlssd": 4,
    "44-highlssd": 6,
    "88-standardlssd": 6,
    "88-highlssd": 12,
    "176-standardlssd": 12,
    "192-highlssd-metal": 12,
    // The first machine types of the family, without a suffix.
    88: 12,
    176: 12,
  },
};

/** The number of local SSDs that a machine type includes; undefined if it includes none, or is unknown. */
export function localSsdsOf(machineType: string): number | undefined {
  const [family, shape, ...size] = machineType.split("-");
  const row =
    valueOf(machineTypesWithLocalSsds, `${family}-${shape}`) ?? valueOf(machineTypesWithLocalSsds, family);
  return row && valueOf(row, size.join("-"));
}

const valueOf = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
