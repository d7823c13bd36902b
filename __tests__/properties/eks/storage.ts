import type { EksClusterSpec, EksStorageSpec } from "../../../modules/eks/spec";
import type { Draw } from "../draw";
import { type Frame, keyArn } from "./frame";

export function encryptionOf(draw: Draw, frame: Frame): EksClusterSpec["encryption"] {
  const secrets = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  const disks = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  return {
    secrets,
    keyId: secrets === "platform-key" ? undefined : draw.maybe(() => keyArn(draw, frame)),
    disks,
    disksKeyId: disks === "customer-key" ? draw.maybe(() => keyArn(draw, frame)) : undefined,
    deletionWindowDays: draw.maybe(() => draw.int(7, 30)),
  };
}

export function storageOf(draw: Draw, frame: Frame, hasNodes: boolean): EksStorageSpec | undefined {
  const key = () => draw.maybe(() => keyArn(draw, frame));
  // Fargate has no volumes, and Auto Mode brings its own.
  const mustNot = !hasNodes && frame.kind === "fargate";
  const block = mustNot
    ? false
    : draw.maybe(() => draw.one([true, false, { defaultClass: draw.maybe(() => draw.bool()) }]));
  const file = draw.maybe(() =>
    draw.one([
      true,
      false,
      {
        keyId: key(),
        accessPoints: draw.maybe(() =>
          Object.fromEntries(
            draw
              .list(1, 3, () => draw.label(20).replace(/-+/g, "-"))
              .map((name) => [
                name,
                {
                  path: `/${draw.label(20)}${draw.one(["", "/data"])}`,
                  uid: draw.int(0, 4294967295),
                  gid: draw.int(0, 65535),
                  permissions: draw.maybe(() => draw.one(["0750", "777"])),
                },
              ]),
          ),
        ),
      },
    ]),
  );
  const hasSource = block !== false || (file !== undefined && file !== false);
  const storage: EksStorageSpec = {
    block,
    file,
    object: draw.maybe(() => ({
      buckets: draw.list(1, 3, () => `arn:${frame.partition}:s3:::${draw.label(40).padEnd(3, "x")}`),
      readOnly: draw.maybe(() => draw.bool()),
      keyIds: draw.maybe(() => draw.list(1, 2, () => keyArn(draw, frame))),
    })),
    snapshots: block === false ? undefined : draw.maybe(() => draw.bool()),
    backup: hasSource
      ? draw.maybe(() =>
          draw.one([
            true,
            false,
            {
              schedule: draw.maybe(() => draw.one(["cron(0 3 * * ? *)", "cron(30 1 ? * SUN *)"])),
              retentionDays: draw.maybe(() => draw.int(1, 36500)),
              keyId: key(),
            },
          ]),
        )
      : undefined,
    lustre: draw.maybe(() => ({
      sizeGiB: draw.one([1200, 2400, 4800]),
      throughputPerTiB: draw.maybe(() => draw.one([125, 250, 500, 1000])),
      zone: draw.maybe(() => draw.one(frame.zones)),
      keyId: key(),
      backupDays: draw.maybe(() => draw.int(0, 90)),
    })),
  };
  const isNothing = Object.values(storage).every((value) => value === undefined);
  return isNothing ? draw.maybe(() => ({})) : storage;
}
