import type { ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { gpusOf } from "./machine-types";
import type { GkeGpuSpec, GkeNodeGroupSpec, GkeReservationSpec } from "../spec";
import { defaults } from "../fields.generated";

const drivers = { default: "DEFAULT", latest: "LATEST", none: "INSTALLATION_DISABLED" } as const;
const sharing = { "time-sharing": "TIME_SHARING", mps: "MPS" } as const;

/** GPUs: explicit ones, and those of the machine type. */
export function accelerators({
  gpu,
  machineTypes,
}: GkeNodeGroupSpec): Pick<ContainerNodePoolNodeConfig, "guestAccelerator"> {
  const brought = gpusOf(machineTypes[0]);
  const type = gpu?.type ?? brought?.type;
  const count = gpu?.count ?? brought?.count;
  return { guestAccelerator: type && count ? [accelerator(gpu ?? {}, type, count)] : undefined };
}

function accelerator(gpu: GkeGpuSpec, type: string, count: number) {
  return {
    type,
    count,
    gpuPartitionSize: gpu.partition,
    gpuDriverInstallationConfig: {
      gpuDriverVersion: drivers[gpu.driver ?? defaults["nodeGroups[].gpu.driver"]],
    },
    gpuSharingConfig: gpu.sharing && {
      gpuSharingStrategy: sharing[gpu.sharing.strategy],
      maxSharedClientsPerGpu: gpu.sharing.clients,
    },
  };
}

/** Local SSDs of the machine. */
export function localDisks({ localSsd }: GkeNodeGroupSpec): ContainerNodePoolNodeConfig {
  if (!localSsd) return {};
  const localSsdCount = localSsd.count;
  return {
    localSsdEncryptionMode: localSsd.encryption === "ephemeral-key" ? "EPHEMERAL_KEY_ENCRYPTION" : undefined,
    ...(localSsd.use === "block"
      ? { localNvmeSsdBlockConfig: { localSsdCount } }
      : { ephemeralStorageLocalSsdConfig: { localSsdCount, dataCacheCount: localSsd.dataCacheCount } }),
  };
}

const reservations = {
  any: "ANY_RESERVATION",
  none: "NO_RESERVATION",
  specific: "SPECIFIC_RESERVATION",
} as const;
const operators = { in: "IN", "not-in": "NOT_IN" } as const;
const counters = { architectural: "ARCHITECTURAL", standard: "STANDARD", enhanced: "ENHANCED" } as const;
const maintenance = { "as-needed": "AS_NEEDED", periodic: "PERIODIC" } as const;

/** Provisioning of the machine, and its hardware features. */
export function machineFeatures(spec: GkeNodeGroupSpec): ContainerNodePoolNodeConfig {
  const { machine = {}, soleTenant } = spec;
  const hasFeatures =
    machine.threadsPerCore !== undefined ||
    machine.nestedVirtualization !== undefined ||
    machine.performanceMonitoring !== undefined;
  return {
    minCpuPlatform: machine.minCpuPlatform,
    advancedMachineFeatures: hasFeatures
      ? {
          // The provider requires a number. It does not send 0, so the value of the machine type applies.
          threadsPerCore: machine.threadsPerCore ?? 0,
          enableNestedVirtualization: machine.nestedVirtualization,
          performanceMonitoringUnit: machine.performanceMonitoring && counters[machine.performanceMonitoring],
        }
      : undefined,
    hostMaintenancePolicy: machine.hostMaintenance && {
      maintenanceInterval: maintenance[machine.hostMaintenance],
    },
    flexStart: spec.provisioning === "flex-start" || undefined,
    maxRunDuration: spec.maxRunSeconds === undefined ? undefined : `${spec.maxRunSeconds}s`,
    reservationAffinity: reservationAffinity(spec),
    soleTenantConfig: soleTenant && {
      minNodeCpus: soleTenant.minNodeCpus,
      nodeAffinity: soleTenant.affinity.map(({ key, operator, values }) => ({
        key,
        operator: operators[operator],
        values: [...values],
      })),
    },
  };
}

/** Queued machines must not use reservations. */
function reservationAffinity({ provisioning, reservation }: GkeNodeGroupSpec) {
  const waits = provisioning === "queued" || provisioning === "flex-start";
  const { use, name }: Partial<GkeReservationSpec> = reservation ?? (waits ? { use: "none" } : {});
  if (use === undefined) return undefined;
  return {
    consumeReservationType: reservations[use],
    ...(use === "specific" && { key: "compute.googleapis.com/reservation-name", values: [name!] }),
  };
}
