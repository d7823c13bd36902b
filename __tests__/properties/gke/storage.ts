import type { GkeClusterSpec, GkeStorageSpec } from "../../../modules/gke/spec";
import { fileTiers } from "../../../modules/gke/storage/file-tiers";
import { namespaces } from "../common";
import type { Draw } from "../draw";
import { type Frame, key } from "./frame";

export function storageOf(draw: Draw, { region, zones, isAutopilot }: Frame): GkeStorageSpec | undefined {
  const block = draw.maybe(() =>
    draw.one([true, { defaultClass: draw.maybe(() => draw.bool()) }, ...(isAutopilot ? [] : [false])]),
  );
  const hasDisks = block !== false;
  return {
    block,
    file: draw.maybe(() => draw.one([true, false, fileOf(draw, region, zones)])),
    object: draw.maybe(() => ({
      buckets: draw.list(1, 3, () => `b${draw.label(40)}x`),
      readOnly: draw.maybe(() => draw.bool()),
      namespaces: draw.maybe(() => namespaces(draw)),
    })),
    snapshots: hasDisks ? draw.maybe(() => draw.bool()) : undefined,
    backup: draw.maybe(() => draw.one([true, false, backupOf(draw, region)])),
    parallelstore: draw.maybe(() => draw.bool()),
    lustre: draw.maybe(() => draw.one([true, false, "legacy-port" as const])),
    statefulHa: hasDisks && !isAutopilot ? draw.maybe(() => draw.bool()) : undefined,
  };
}

function fileOf(
  draw: Draw,
  region: string,
  zones: readonly string[],
): Exclude<GkeStorageSpec["file"], boolean> {
  const tier = draw.maybe(() =>
    draw.one(["basic-hdd", "basic-ssd", "zonal", "regional", "enterprise"] as const),
  );
  const [least, most, step] = fileTiers[tier ?? "basic-hdd"].bands[0];
  const isNewer = tier === "zonal" || tier === "regional" || tier === "enterprise";
  const isZonal = tier !== "regional" && tier !== "enterprise";
  return {
    tier,
    sizeGiB: draw.maybe(() => least + step * draw.int(0, Math.floor((most - least) / step))),
    zone: isZonal ? draw.maybe(() => draw.one(zones)) : undefined,
    protocol: isNewer
      ? draw.maybe(() => draw.one(["nfs-v3", "nfs-v4.1"] as const))
      : draw.maybe(() => "nfs-v3" as const),
    keyId: isNewer ? draw.maybe(() => key(draw, region)) : undefined,
  };
}

function backupOf(draw: Draw, region: string): Exclude<GkeStorageSpec["backup"], boolean> {
  const isScheduled = draw.bool();
  const lockDays = draw.maybe(() => draw.int(0, 90));
  return {
    schedule: isScheduled ? draw.maybe(() => draw.one(["0 3 * * *", "30 1 1 * *"])) : undefined,
    rpoMinutes: isScheduled ? undefined : draw.maybe(() => draw.int(60, 86400)),
    retentionDays:
      lockDays === undefined ? draw.maybe(() => draw.int(7, 365)) : draw.int(Math.max(1, lockDays), 365),
    lockDays,
    keyId: draw.maybe(() => key(draw, region)),
    namespaces: draw.maybe(() => namespaces(draw)),
    includeSecrets: draw.maybe(() => draw.bool()),
    includeVolumes: draw.maybe(() => draw.bool()),
  };
}

export function encryptionOf(
  draw: Draw,
  { region }: Frame,
  disks: NonNullable<GkeClusterSpec["encryption"]>["disks"],
): GkeClusterSpec["encryption"] {
  const secrets = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  return {
    secrets,
    keyId: secrets === "platform-key" ? undefined : draw.maybe(() => key(draw, region)),
    disks,
    disksKeyId: disks === "customer-key" ? draw.maybe(() => key(draw, region)) : undefined,
    rotationDays: draw.maybe(() => draw.int(1, 3650)),
    keyRing: draw.maybe(() => draw.label(63)),
    protectionLevel: draw.maybe(() => draw.one(["software", "hsm"] as const)),
  };
}
