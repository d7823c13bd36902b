import type { GkeClusterSpec, GkeNodeGroupSpec } from "../../../modules/gke/spec";
import { attaches } from "../../../modules/gke/storage/disk-class";
import { fileTiers } from "../../../modules/gke/storage/file-tiers";
import { namespaces } from "../common";
import type { Draw } from "../draw";
import { anyValue, except, fields } from "../vocabulary";
import { type Frame, gke, key, type Part } from "./frame";

export function storageOf(
  draw: Draw,
  { region, zones, isAutopilot, autoscaling }: Frame,
  nodeGroups: readonly GkeNodeGroupSpec[],
): Part<"storage"> {
  const { block: drawn } = gke.map(draw, "storage", {});
  const block = isAutopilot && drawn === false ? true : drawn;
  const hasDisks = block !== false;
  const hasRegionalDisks =
    autoscaling === "auto-provisioning" ||
    nodeGroups.some(({ machineTypes: [type] }) => attaches(type, "pd-balanced"));
  return fields({
    block,
    file: () => fileOf(draw, region, zones),
    object: fields({
      buckets: () => draw.list(1, 3, () => `b${draw.label(40)}x`),
      namespaces: () => namespaces(draw),
    }),
    snapshots: hasDisks ? anyValue : undefined,
    backup: () => backupOf(draw, region),
    statefulHa: hasDisks && hasRegionalDisks ? anyValue : undefined,
  });
}

function fileOf(draw: Draw, region: string, zones: readonly string[]): Part<"storage.file"> {
  const tier = gke.maybe(draw, "storage.file.tier");
  const [least, most, step] = fileTiers[tier ?? gke.default("storage.file.tier")].bands[0];
  const isNewer = tier === "zonal" || tier === "regional" || tier === "enterprise";
  const isZonal = tier !== "regional" && tier !== "enterprise";
  return fields({
    tier,
    sizeGiB: () => least + step * draw.int(0, Math.floor((most - least) / step)),
    zone: isZonal ? () => draw.one(zones) : undefined,
    protocol: except(!isNewer && "nfs-v4.1"),
    keyId: isNewer ? () => key(draw, region) : undefined,
  });
}

function backupOf(draw: Draw, region: string): Part<"storage.backup"> {
  const isScheduled = draw.bool();
  // A plan keeps at most 360 backups, and the default retention is 35 days.
  const rpoMinutes = isScheduled ? undefined : draw.maybe(() => draw.int(240, 86400));
  const most = Math.min(365, 360, Math.floor((360 * (rpoMinutes ?? 1440)) / 1440));
  const lockDays = draw.maybe(() => draw.int(0, 90));
  const locked = Math.min(lockDays ?? 0, most);
  return fields({
    schedule: isScheduled ? () => draw.one(["0 3 * * *", "30 1 1 * *"]) : undefined,
    rpoMinutes,
    retentionDays: lockDays === undefined ? () => draw.int(7, most) : draw.int(Math.max(1, locked), most),
    lockDays: lockDays === undefined ? undefined : locked,
    keyId: () => key(draw, region),
    namespaces: () => namespaces(draw),
  });
}

export function encryptionOf(
  draw: Draw,
  { region }: Frame,
  disks: NonNullable<GkeClusterSpec["encryption"]>["disks"],
): Part<"encryption"> {
  const secrets = gke.maybe(draw, "encryption.secrets");
  return fields({
    secrets,
    keyId: secrets === "platform-key" ? undefined : () => key(draw, region),
    disks,
    disksKeyId: disks === "customer-key" ? () => key(draw, region) : undefined,
    rotationDays: () => draw.int(1, 3650),
    keyRing: () => draw.label(63),
  });
}
