import {
  cluster,
  type KubeadmRuleCases,
  onGoogle,
  variable,
  withControlPlane,
  withEtcd,
} from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/control-plane/etcd-disk",
    passes: [
      ["the limits", withEtcd({ sizeGiB: 10, iops: 16_000, throughputMiBps: 1000 })],
      ["references", withEtcd({ iops: variable, throughputMiBps: variable })],
    ],
    fails: [
      [
        "values below the limits",
        withEtcd({ sizeGiB: 9, iops: 100, throughputMiBps: 100 }),
        "error controlPlane.etcd.sizeGiB: must be a whole number from 10 to 16384, got 9",
        "error controlPlane.etcd.iops: must be a whole number from 3000 to 16000, got 100",
        "error controlPlane.etcd.throughputMiBps: must be a whole number from 125 to 1000, got 100",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/etcd-disk-type",
    passes: [
      ["a known family on Google Cloud", onGoogle()],
      ["a new family on AWS", withControlPlane({ machineType: "m99i.large" })],
    ],
    fails: [
      [
        "a new family on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n99-standard-4" } }),
        "error controlPlane.machineType: the family of n99-standard-4 is not known, and with it the type of the etcd disk, which cannot change; use another family, or add it to gke.machineFamilies of facts.yaml",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/etcd-iops",
    passes: [
      ["500 for each GiB", withEtcd({ sizeGiB: 10, iops: 5000 })],
      ["a size out of range, which is reported as such", withEtcd({ sizeGiB: 5, iops: 5000 })],
    ],
    fails: [
      [
        "more than 500 for each GiB",
        withEtcd({ sizeGiB: 10, iops: 5001 }),
        "error controlPlane.etcd.iops: must be at most 500 for each GiB of the disk (5000 for 10 GiB), got 5001",
      ],
      [
        "more than 500 for each GiB of the default size",
        withEtcd({ iops: 10_001 }),
        "error controlPlane.etcd.iops: must be at most 500 for each GiB of the disk (10000 for 20 GiB), got 10001",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/etcd-throughput",
    passes: [
      ["a quarter of iops", withEtcd({ iops: 4000, throughputMiBps: 1000 })],
      ["the defaults", cluster()],
    ],
    fails: [
      [
        "more than a quarter of the default of iops",
        withEtcd({ throughputMiBps: 751 }),
        "error controlPlane.etcd.throughputMiBps: must be at most a quarter of iops (750), got 751",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/etcd-quota",
    passes: [
      ["half of the disk", withEtcd({ sizeGiB: 16, quotaGiB: 8 })],
      ["the defaults", cluster()],
    ],
    fails: [
      [
        "more than half of the disk",
        withEtcd({ sizeGiB: 10, quotaGiB: 6 }),
        "error controlPlane.etcd.quotaGiB: must be at most half of sizeGiB (5), got 6",
      ],
      [
        "more than etcd supports",
        withEtcd({ sizeGiB: 100, quotaGiB: 9 }),
        "error controlPlane.etcd.quotaGiB: must be a whole number from 1 to 8, got 9",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/etcd-backups",
    passes: [["the limits", withEtcd({ backupMinutes: 5, retentionDays: 365 })]],
    fails: [
      [
        "too often and too short",
        withEtcd({ backupMinutes: 1, retentionDays: 0 }),
        "error controlPlane.etcd.backupMinutes: must be a whole number from 5 to 1440, got 1",
        "error controlPlane.etcd.retentionDays: must be a whole number from 1 to 365, got 0",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/etcd-restore",
    passes: [
      ["the newest snapshot", withEtcd({ restore: "newest" })],
      ["a key", withEtcd({ restore: "backups/etcd/20261129T101500Z-0.db" })],
      ["no restore", cluster()],
    ],
    fails: [
      [
        "a key of another folder",
        withEtcd({ restore: "pki/ca.key" }),
        'error controlPlane.etcd.restore: must be newest, or the key of a snapshot such as backups/etcd/20261129T101500Z-0.db, got "pki/ca.key"',
      ],
    ],
  },
];
