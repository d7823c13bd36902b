import type { EksStorageSpec } from "../../../modules/eks/spec";
import type { Draw } from "../draw";
import { anyValue, fields } from "../vocabulary";
import { eks, type Frame, keyArn, type Part } from "./frame";

export function encryptionOf(draw: Draw, frame: Frame): Part<"encryption"> {
  const secrets = eks.maybe(draw, "encryption.secrets");
  // Only nodes of node groups and of Karpenter use the key.
  const disks = frame.groupless
    ? eks.maybe(draw, "encryption.disks", "customer-key")
    : eks.maybe(draw, "encryption.disks");
  return fields({
    secrets,
    keyId: secrets === "platform-key" ? undefined : () => keyArn(draw, frame),
    disks,
    disksKeyId: disks === "customer-key" ? () => keyArn(draw, frame) : undefined,
    deletionWindowDays: () => draw.int(7, 30),
  });
}

export function storageOf(draw: Draw, frame: Frame, hasNodes: boolean): EksStorageSpec | undefined {
  const keyId = () => keyArn(draw, frame);
  // Fargate supports no volumes and none of these drivers. Auto Mode contains a driver.
  const hasNoNode = !hasNodes && frame.kind === "fargate";
  const { block, file } = eks.map(draw, "storage", {
    block: hasNoNode ? false : fields({}),
    file: hasNoNode
      ? undefined
      : fields({
          keyId,
          accessPoints: () =>
            Object.fromEntries(
              draw
                .list(1, 3, () => draw.label(20).replace(/-+/g, "-"))
                .map((name) => [name, accessPointOf(draw)]),
            ),
        }),
  });
  const hasSource = block !== false || (file !== undefined && file !== false);
  const storage = eks.map(draw, "storage", {
    block,
    file,
    object: fields({
      buckets: () => draw.list(1, 3, () => `arn:${frame.partition}:s3:::${draw.label(40).padEnd(3, "x")}`),
      keyIds: () => draw.list(1, 2, keyId),
    }),
    snapshots: block === false ? undefined : anyValue,
    backup: hasSource
      ? fields({
          schedule: () => draw.one(["cron(0 3 * * ? *)", "cron(30 1 ? * SUN *)"]),
          retentionDays: () => draw.int(1, 36500),
          keyId,
        })
      : undefined,
    lustre:
      hasNoNode || frame.network?.ipFamily === "ipv6"
        ? undefined
        : fields({
            sizeGiB: () => draw.one([1200, 2400, 4800]),
            throughputPerTiB: () => draw.one([125, 250, 500, 1000]),
            zone: () => draw.one(frame.zones),
            keyId,
            backupDays: () => draw.int(0, 90),
          }),
  });
  const isNothing = Object.values(storage).every((value) => value === undefined);
  return isNothing ? draw.maybe(() => ({})) : storage;
}

const accessPointOf = (draw: Draw) => ({
  path: `/${draw.label(20)}${draw.one(["", "/data"])}`,
  uid: draw.int(0, 4294967295),
  gid: draw.int(0, 65535),
  permissions: draw.maybe(() => draw.one(["0750", "777"])),
});
