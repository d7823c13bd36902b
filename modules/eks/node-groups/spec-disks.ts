import type { DiskSpec } from "../../cluster/vocabulary";

/**
 * System disk of a node: an encrypted EBS volume. On Bottlerocket the size is that of the data volume.
 */
export interface EksDiskSpec extends DiskSpec {
  /**
   * Volume type.
   *
   * @default "gp3"
   * @change rolling
   */
  readonly type?: "gp3" | "io1" | "io2";

  /**
   * Provisioned operations per second. If omitted, 3000 for gp3; required for io1 and io2.
   *
   * @change rolling
   */
  readonly iops?: number;

  /**
   * Provisioned throughput in MiB/s, gp3 only. If omitted, 125. The provider keeps a value that is removed: set 125 instead.
   *
   * @change rolling
   */
  readonly throughputMiBps?: number;

  /**
   * ARN of the KMS key of the volume. Its policy must allow the service-linked role of EC2 Auto Scaling to use it. If omitted, the
   * key of `encryption.disks`.
   *
   * @change rolling
   */
  readonly kmsKeyArn?: string;
}

/** Another disk of a node: an encrypted EBS volume, which is deleted with its machine. */
export interface EksMoreDiskSpec extends EksDiskSpec {
  /**
   * Name of the device: `/dev/sdf` or `/dev/xvdf` to the letter `z` on Linux, `xvdf` on Windows. Not a device of the image.
   *
   * @literal
   * @change rolling
   */
  readonly device: string;

  /**
   * Id of a snapshot whose data the disk has at first, for example images of containers. `sizeGiB` is at least its size.
   *
   * @change rolling
   */
  readonly snapshotId?: string;
}
