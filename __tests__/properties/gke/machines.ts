import {
  attachableGpus,
  bootDisksOf,
  diskTypeOf,
  gpusOf,
  machineFamily,
} from "../../../modules/gke/node-groups/machine-types";
import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";
import type { Draw } from "../draw";
import { anyValue, fields } from "../vocabulary";
import { type Frame, gke, key, type Part } from "./frame";

/** Machine types by feature. */
export const machines = {
  usual: [
    "e2-standard-4",
    "n2-standard-4",
    "n2d-standard-8",
    "n4-standard-4",
    "c3-standard-8",
    "c4-standard-8",
    "t2d-standard-4",
    "n1-standard-8",
    "c2-standard-8",
    "c2d-standard-32",
    "c3d-standard-60",
    "n4d-standard-8",
    "c4d-standard-8",
    "n2-standard-32",
    "m3-ultramem-32",
    "e2-custom-4-8192",
  ],
  arm: ["t2a-standard-4", "c4a-standard-8", "n4a-standard-4"],
  confidential: ["n2d-standard-8", "c3-standard-8", "c3d-standard-60", "c4d-standard-8"],
  gpu: ["g2-standard-8", "a2-highgpu-1g", "a3-highgpu-8g", "g4-standard-48", "a2-ultragpu-1g"],
  tpu: ["ct5lp-hightpu-4t", "ct6e-standard-4t", "ct5p-hightpu-4t"],
  localSsd: ["c3-standard-8-lssd", "c4-standard-8-lssd", "z3-highmem-88"],
} as const;

export function gpuOf(
  draw: Draw,
  machine: string,
  brings: boolean,
  isWindows: boolean,
): GkeNodeGroupSpec["gpu"] {
  if (machine.startsWith("n1-") && !isWindows && draw.chance(40)) {
    const type = draw.one(Object.keys(attachableGpus).filter((name) => name.startsWith("nvidia")));
    return gke.map(draw, "nodeGroups[].gpu", {
      type,
      count: draw.one(attachableGpus[type]),
      sharing: sharingOf(draw, false),
    });
  }
  if (!brings) return undefined;
  const own = gpusOf(machine)!;
  const isPartitioned = machine.startsWith("a2-highgpu") && draw.chance(60);
  return gke.map(draw, "nodeGroups[].gpu", {
    type: () => own.type,
    count: () => own.count,
    partition: isPartitioned ? "1g.5gb" : undefined,
    sharing: sharingOf(draw, isPartitioned),
  });
}

const sharingOf = (draw: Draw, isPartitioned: boolean) =>
  fields<NonNullable<NonNullable<GkeNodeGroupSpec["gpu"]>["sharing"]>>({
    strategy: isPartitioned ? "time-sharing" : anyValue,
    clients: () => draw.int(2, 48),
  });

export function confidentialOf(draw: Draw, machine: string): GkeNodeGroupSpec["confidential"] {
  const names = { SEV: "sev", SEV_SNP: "sev-snp", TDX: "tdx" } as const;
  const able = (machineFamily(machine)?.confidential ?? []).map((technique) => names[technique]);
  return able.length > 0 && draw.chance(60) ? draw.one(able) : draw.maybe(() => "none" as const);
}

export function localSsdOf(draw: Draw, machine: string, brings: boolean): GkeNodeGroupSpec["localSsd"] {
  const isChosen = machineFamily(machine)?.localSsd === "chosen" && /^(n2|n2d|n1|c2|c2d)-/.test(machine);
  if (!brings && !(isChosen && draw.chance(25))) return undefined;
  const count = brings
    ? machine.startsWith("z3")
      ? 12
      : machine.startsWith("c3")
        ? 2
        : 1
    : draw.one([4, 8]);
  const use = gke.maybe(draw, "nodeGroups[].localSsd.use");
  return gke.map(draw, "nodeGroups[].localSsd", {
    count,
    use,
    dataCacheCount: use === "block" ? undefined : () => draw.int(0, 1),
  });
}

export function diskOf(
  draw: Draw,
  { region, disksKey }: Frame,
  machine: string,
  zones: readonly string[],
  isWindows: boolean,
  isConfidential: boolean,
): Part<"nodeGroups[].disk"> {
  const type = draw.maybe(() => draw.one(bootDisksOf(machine)!));
  const isHyperdisk = (type ?? diskTypeOf(machine)) === "hyperdisk-balanced";
  const kmsKeyId = draw.maybe(() => key(draw, region));
  const pools = zones.map((zone) => `projects/shop-production/zones/${zone}/storagePools/nodes`);
  return fields({
    type,
    sizeGiB: () => draw.int(isWindows ? 50 : 10, 2000),
    iops: isHyperdisk ? () => 3000 : undefined,
    throughputMiBps: isHyperdisk ? () => draw.int(140, 750) : undefined,
    kmsKeyId,
    storagePools: isHyperdisk ? () => pools : undefined,
    confidential:
      isHyperdisk && isConfidential && (disksKey || kmsKeyId !== undefined) ? draw.bool() : undefined,
  });
}

export function machineOf(draw: Draw, machine: string, hasGpus: boolean): Part<"nodeGroups[].machine"> {
  const isThreaded = !/^(t2d|t2a|c4a|n4a|h3|h4d|e2)-/.test(machine);
  const isIntel = /^(n2|c3|c4|n4|n1|c2)-/.test(machine) && !hasGpus;
  const hasPlatforms = machineFamily(machine)?.minCpuPlatform === true;
  return fields({
    threadsPerCore: isThreaded ? anyValue : undefined,
    nestedVirtualization: isIntel ? anyValue : undefined,
    minCpuPlatform: hasPlatforms ? () => draw.one(["Intel Ice Lake", "AMD Milan"]) : undefined,
  });
}
