import { defaults } from "../../../modules/kubeadm/fields.generated";
import type { Draw } from "../draw";
import { always, fields } from "../vocabulary";
import { diskSize } from "./clouds";
import { type Frame, type Part, kubeadm } from "./frame";

/** A machine type with at least two vCPUs; all types here have. */
export function controlPlaneOf(
  draw: Draw,
  frame: Frame,
  machines: 1 | 3 | 5 | undefined,
): Part<"controlPlane"> {
  const { adapter, image } = frame.cloud;
  return fields({
    machines,
    machineType: draw.one(frame.cloud.machineTypes(draw)),
    disk: fields({ sizeGiB: () => diskSize(draw, frame.cloud) }),
    image: frame.source === "image" ? always(image(draw)) : () => image(draw),
    etcd: () => etcdOf(draw, frame),
    timeoutMinutes: () => draw.int(5, adapter.longestTimeout),
  });
}

function etcdOf(draw: Draw, { cloud }: Frame): Part<"controlPlane.etcd"> {
  const sizeGiB = draw.maybe(() => draw.int(10, 16_384));
  const size = sizeGiB ?? defaults["controlPlane.etcd.sizeGiB"];
  // A gp3 volume has at most 500 operations for each GiB, and a quarter MiB for each operation.
  const iops = cloud.isAws ? draw.maybe(() => draw.int(3000, Math.min(16_000, 500 * size))) : undefined;
  const throughput = Math.floor((iops ?? defaults["controlPlane.etcd.iops"]) / 4);
  const isNeeded = size / 2 < defaults["controlPlane.etcd.quotaGiB"];
  const quota = () => draw.int(1, Math.min(8, Math.floor(size / 2)));
  return fields({
    sizeGiB,
    iops,
    throughputMiBps: cloud.isAws ? () => draw.int(125, Math.min(1000, throughput)) : undefined,
    quotaGiB: isNeeded ? always(quota) : quota,
    backupMinutes: () => draw.int(5, 1440),
    retentionDays: () => draw.int(1, 365),
    restore: () => draw.one(["newest", "backups/etcd/20261129T101500Z-0.db"]),
  });
}

/** The number of control-plane machines: three and five need three zones. */
export const machinesOf = (draw: Draw, zones: number): 1 | 3 | 5 | undefined =>
  zones >= 3 ? kubeadm.maybe(draw, "controlPlane.machines") : 1;
