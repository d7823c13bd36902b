/** A cloud for the machines. */
export type KubeadmCloud = "aws" | "azure" | "google";

/**
 * The machines with the API server and etcd. Each has a slot: a fixed address, name, zone and etcd disk, which stay when the machine is
 * replaced. On Azure, a changed image, type or start configuration reaches a machine only when you replace it.
 */
export interface KubeadmControlPlaneSpec {
  /**
   * Number of machines. 3 and 5 are distributed over at least three zones; 1 is for development.
   *
   * @default 3
   * @literal
   * @change in-place
   */
  readonly machines?: 1 | 3 | 5;

  /**
   * Machine type, such as `m7i.large`, `Standard_D2s_v5` or `n2-standard-2`: at least 2 vCPUs.
   *
   * @literal
   * @change rolling
   */
  readonly machineType: string;

  /**
   * System disk of the machines. Always encrypted.
   *
   * @change rolling
   */
  readonly disk?: KubeadmSystemDiskSpec;

  /**
   * Image of the machines. If omitted, the newest Ubuntu 26.04 of Canonical.
   *
   * @change rolling
   */
  readonly image?: KubeadmImageSpec;

  /**
   * Disks and backups of etcd.
   *
   * @change in-place
   */
  readonly etcd?: KubeadmEtcdSpec;

  /**
   * Minutes for which Terraform waits until a control-plane machine is ready, 5 to 120, on Google Cloud to 60, on Azure to 85. The bootstrap of a
   * machine that takes longer fails the apply.
   *
   * @default 20
   * @literal
   * @change in-place
   */
  readonly timeoutMinutes?: number;
}

/** System disk of a machine. */
export interface KubeadmSystemDiskSpec {
  /**
   * Size in GiB, 20 to 16384, on Azure 30 to 4095.
   *
   * @default 50
   */
  readonly sizeGiB?: number;
}

/** Image of machines. */
export interface KubeadmImageSpec {
  /**
   * An image with systemd, cloud-init and a kernel with cgroup v2: its id, such as `ami-0123456789abcdef0`, or on Google Cloud
   * `projects/my-project/global/images/family/kubernetes`. Images on Google Cloud also have its guest agent and nftables. On
   * Azure it is the resource id of an image or of a version in a gallery.
   */
  readonly id: string;
}

/** Disks and backups of etcd. */
export interface KubeadmEtcdSpec {
  /**
   * Size of the disk in GiB, 10 to 16384. It can grow, and does not shrink.
   *
   * @default 20
   * @literal
   */
  readonly sizeGiB?: number;

  /**
   * Operations per second, 3000 to 16000. AWS only: on the other clouds they come from the size.
   *
   * @default 3000
   */
  readonly iops?: number;

  /**
   * Throughput in MiB per second, 125 to 1000. AWS only: on the other clouds it comes from the size.
   *
   * @default 125
   */
  readonly throughputMiBps?: number;

  /**
   * Maximum size of the database in GiB, 1 to 8, and at most half of the disk.
   *
   * @default 2
   * @literal
   * @change rolling
   */
  readonly quotaGiB?: number;

  /**
   * Minutes between two snapshots, 5 to 1440.
   *
   * @default 15
   * @literal
   * @change rolling
   */
  readonly backupMinutes?: number;

  /**
   * Retention of snapshots in days, 1 to 365.
   *
   * @default 14
   * @literal
   * @change rolling
   */
  readonly retentionDays?: number;

  /**
   * Restores the cluster when all etcd data is lost: `newest`, or the key of a snapshot such as `backups/etcd/20261129T101500Z-0.db`. If
   * omitted, machines without data wait, and report it. Has no effect while a machine has data. Remove it afterwards.
   *
   * @literal
   * @change rolling
   */
  readonly restore?: string;
}
