import { error, type Finding } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { cloudOf } from "../../clouds";
import { defaults } from "../../fields.generated";
import type { KubeadmClusterProps, KubeadmEtcdSpec } from "../../spec";

/** Limits of the fields that are whole numbers. */
const bounds = {
  sizeGiB: [10, 16_384],
  iops: [3000, 16_000],
  throughputMiBps: [125, 1000],
} as const satisfies Partial<Record<keyof KubeadmEtcdSpec, readonly [number, number]>>;

const iopsPerGiB = 500;

const backupBounds = {
  backupMinutes: [5, 1440],
  retentionDays: [1, 365],
} as const satisfies Partial<Record<keyof KubeadmEtcdSpec, readonly [number, number]>>;

function boundProblems(
  etcd: KubeadmEtcdSpec | undefined,
  table: Readonly<Partial<Record<keyof KubeadmEtcdSpec, readonly [number, number]>>>,
): Finding[] {
  return Object.entries(table).flatMap(([field, [least, most]]) => {
    const value = etcd?.[field as keyof KubeadmEtcdSpec];
    return !isKnown(value) || isWhole(value, least, most)
      ? []
      : [
          error(
            ["controlPlane", "etcd", field],
            `must be a whole number from ${least} to ${most}, got ${shown(value)}`,
          ),
        ];
  });
}

export const rules = defineRules<KubeadmClusterProps>("kubeadm/control-plane", {
  /**
   * The disk of etcd has 10 GiB or more, 3000 to 16000 operations and 125 to 1000 MiB per second: the limits of gp3 volumes.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   */
  "etcd-disk"({ controlPlane }) {
    return boundProblems(controlPlane?.etcd, bounds);
  },

  /**
   * The type of the etcd disk is known on Google Cloud, where it follows the machine family: a new version of this project that knows the
   * family could select another type, which replaces the disk.
   *
   * @see https://cloud.google.com/compute/docs/machine-resource
   */
  "etcd-disk-type"(cluster) {
    const type = cluster.controlPlane?.machineType;
    const machines = cloudOf(cluster)?.machines;
    if (!isKnown(type) || !machines?.disksOf || !machines.isType(type) || machines.disksOf(type)) return [];
    return [
      error(
        ["controlPlane", "machineType"],
        `the family of ${type} is not known, and with it the type of the etcd disk, which cannot change; use another family, or add it to gke.machineFamilies of facts.yaml`,
      ),
    ];
  },

  /**
   * A gp3 volume has at most 500 operations per second for each GiB.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   */
  "etcd-iops"({ controlPlane }) {
    const { iops, sizeGiB = defaults["controlPlane.etcd.sizeGiB"] } = controlPlane?.etcd ?? {};
    if (!isWhole(iops, ...bounds.iops) || !isWhole(sizeGiB, ...bounds.sizeGiB)) return [];
    const most = iopsPerGiB * sizeGiB;
    if (iops <= most) return [];
    return [
      error(
        ["controlPlane", "etcd", "iops"],
        `must be at most ${iopsPerGiB} for each GiB of the disk (${most} for ${sizeGiB} GiB), got ${iops}`,
      ),
    ];
  },

  /**
   * The throughput of a gp3 volume is at most a quarter MiB per second for each operation.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   */
  "etcd-throughput"({ controlPlane }) {
    const { iops = defaults["controlPlane.etcd.iops"], throughputMiBps } = controlPlane?.etcd ?? {};
    if (!isKnown(iops) || !isKnown(throughputMiBps) || throughputMiBps <= iops / 4) return [];
    return [
      error(
        ["controlPlane", "etcd", "throughputMiBps"],
        `must be at most a quarter of iops (${iops / 4}), got ${throughputMiBps}`,
      ),
    ];
  },

  /**
   * The database of etcd has at most 8 GiB, and at most half of the disk: a defragmentation needs as much again.
   *
   * @see https://etcd.io/docs/latest/dev-guide/limit/#storage-size-limit
   */
  "etcd-quota"({ controlPlane }) {
    const {
      quotaGiB = defaults["controlPlane.etcd.quotaGiB"],
      sizeGiB = defaults["controlPlane.etcd.sizeGiB"],
    } = controlPlane?.etcd ?? {};
    const path = ["controlPlane", "etcd", "quotaGiB"];
    if (!isKnown(quotaGiB) || !isKnown(sizeGiB)) return [];
    if (!isWhole(quotaGiB, 1, 8)) {
      return [error(path, `must be a whole number from 1 to 8, got ${shown(quotaGiB)}`)];
    }
    return quotaGiB <= sizeGiB / 2
      ? []
      : [error(path, `must be at most half of sizeGiB (${sizeGiB / 2}), got ${quotaGiB}`)];
  },

  /**
   * Snapshots are 5 minutes to a day apart, and are kept for 1 to 365 days.
   *
   * @remarks Decision of this project: the time between two snapshots is what a restore can lose.
   */
  "etcd-backups"({ controlPlane }) {
    return boundProblems(controlPlane?.etcd, backupBounds);
  },

  /**
   * A restore names `newest`, or the key of a snapshot in the store.
   *
   * @remarks Decision of this project: snapshots are in the folder `backups/etcd/` of the store.
   */
  "etcd-restore"({ controlPlane }) {
    const restore = controlPlane?.etcd?.restore;
    if (!isKnown(restore) || restore === "newest" || /^backups\/etcd\/[\w.-]+$/.test(restore)) return [];
    return [
      error(
        ["controlPlane", "etcd", "restore"],
        `must be newest, or the key of a snapshot such as backups/etcd/20261129T101500Z-0.db, got ${shown(restore)}`,
      ),
    ];
  },
});
