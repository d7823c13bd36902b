import type { ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { localSsdsOf } from "./local-ssd";
import { gpusOf, machineFamily } from "./machine-types";
import { longestRunSeconds, waitsForCapacity } from "./provisioning";
import type { GkeGpuSpec, GkeLocalSsdSpec, GkeNodeGroupSpec, GkeReservationSpec } from "../spec";
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
  if (type && count) return { guestAccelerator: [accelerator(gpu ?? {}, type, count)] };
  // The argument is computed: the provider keeps the GPUs of a removed field. It reads a block with the count 0 as none.
  const isAttachable = machineFamily(machineTypes[0])?.gpu === "attached";
  return { guestAccelerator: isAttachable ? [{ type: "", count: 0 }] : undefined };
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

/**
 * Local SSDs of the machine. GKE uses the disks of a machine type with a fixed number for ephemeral storage, and reports them: without
 * the argument each plan would replace the node pool.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/issues/17068
 */
export function localDisks(spec: GkeNodeGroupSpec): ContainerNodePoolNodeConfig {
  const brought = localSsdsOf(spec.machineTypes[0]);
  const localSsd: GkeLocalSsdSpec | undefined = spec.localSsd ?? (brought ? { count: brought } : undefined);
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
    flexStart: spec.provisioning === "flex-start" || undefined,
    maxRunDuration: maxRunDuration(spec),
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

/** Flex-start machines run for seven days if the time is omitted. The provider does not read this default, so it is written. */
function maxRunDuration({ provisioning, maxRunSeconds }: GkeNodeGroupSpec): string | undefined {
  const seconds = maxRunSeconds ?? (provisioning === "flex-start" ? longestRunSeconds : undefined);
  return seconds === undefined ? undefined : `${seconds}s`;
}

/** Machines that wait for capacity must not use reservations. */
function reservationAffinity(spec: GkeNodeGroupSpec) {
  const { use, name }: Partial<GkeReservationSpec> =
    spec.reservation ?? (waitsForCapacity(spec) ? { use: "none" } : {});
  if (use === undefined) return undefined;
  return {
    consumeReservationType: reservations[use],
    ...(use === "specific" && { key: "compute.googleapis.com/reservation-name", values: [name!] }),
  };
}
