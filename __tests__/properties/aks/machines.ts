import {
  ephemeralStorageGiB,
  hasAmdGpus,
  hasGpus,
  isPartitionable,
  vmSize,
  vmSizeNames,
} from "../../../modules/azure/machine-types";
import { retiredSize } from "../../../modules/azure/retired-sizes";
import type { AksDiskSpec } from "../../../modules/aks/spec";
import { today } from "../common";
import type { Draw } from "../draw";
import { except } from "../vocabulary";
import { aks } from "./frame";

/** VM sizes for nodes, by feature. */
const sizes = vmSizeNames()
  .filter((name) => /^Standard_[DEFNLB]/.test(name) && vmSize(name)!.vcpus >= 4 && vmSize(name)!.vcpus <= 32)
  .filter((name) => /^Standard_[A-Z][A-Za-z0-9]*(-\d+)?[a-z]*(_[A-Za-z0-9]+)*$/.test(name))
  .filter((name) => retiredSize(name, today) === undefined);

const plain = sizes.filter((name) => !hasGpus(name) && !/^Standard_NP/.test(name));

const withGpus = sizes.filter((name) => hasGpus(name) && !hasAmdGpus(name));

const amd = sizes.filter(hasAmdGpus);

const partitionable = vmSizeNames().filter(isPartitionable);

export function machineOf(
  draw: Draw,
  gpu: "nvidia" | "amd" | "parts" | undefined,
  isWindows: boolean,
  isSystem: boolean,
): string {
  if (gpu === "parts") return draw.one(partitionable);
  if (gpu === "amd" && amd.length > 0) return draw.one(amd);
  if (gpu) return draw.one(withGpus);
  const fits = plain.filter(
    (name) =>
      (!isWindows || vmSize(name)!.architecture === "x86_64") && (!isSystem || !/^Standard_B/.test(name)),
  );
  return draw.one(fits);
}

export function diskOf(draw: Draw, machine: string): AksDiskSpec {
  const capacity = ephemeralStorageGiB(machine);
  const isEphemeral = capacity !== undefined && capacity >= 30 && draw.bool();
  return aks.map(draw, "nodeGroups[].disk", {
    type: isEphemeral ? "ephemeral" : except("ephemeral"),
    ...(capacity === 0 && { kubelet: except("temporary") }),
    sizeGiB: isEphemeral ? draw.int(30, Math.min(capacity, 2048)) : () => draw.int(30, 2048),
  });
}
