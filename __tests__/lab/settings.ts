import type { ClusterSettings, MachineSettings } from "../../modules/kubeadm/boot/settings";

/** The cluster of the lab. `overrides` and `ignoredPreflightErrors` are due to the development machine: see README.md. */
export const cluster: ClusterSettings = {
  cloud: "aws",
  name: "lab-main",
  region: "eu-central-1",
  kubernetesVersion: process.env.LAB_KUBERNETES ?? "1.35.4",
  endpoint: "api.lab-main.internal",
  podCidr: "10.244.0.0/16",
  serviceCidr: "10.96.0.0/16",
  slots: [10, 20, 30].map((host, i) => ({
    name: `lab-main-control-plane-${i}`,
    address: `10.70.${host}.10`,
  })),
  store: { bucket: "lab-main-store" },
  workerRole: "lab-main-worker",
  kubeProxy: false,
  podNetwork: "bridge",
  cloudControllerManager: true,
  software: { source: "image", files: [] },
  etcd: { quotaGiB: 0.5, backupMinutes: 15, retentionDays: 14 },
  ignoredPreflightErrors: ["SystemVerification", "Mem", "NumCPU", "Swap"],
  imagePullPolicy: "Never",
  overrides: {
    kubelet: {
      cgroupDriver: "cgroupfs",
      failCgroupV1: false,
      failSwapOn: false,
      // All machines share the disk of the development machine: its other files must not evict pods or delete images.
      evictionHard: { "nodefs.available": "0%", "imagefs.available": "0%", "nodefs.inodesFree": "0%" },
      imageGCHighThresholdPercent: 100,
    },
  },
};

/** The etcd disk of a slot. */
export const diskOf = (index: number): string => `vol-00000000000000${index}a`;

export const slot = (index: number, changes: Partial<ClusterSettings> = {}): MachineSettings => ({
  cluster: { ...cluster, ...changes },
  machine: {
    role: "control-plane",
    architecture: "amd64",
    slot: index,
    diskId: diskOf(index),
    hook: { name: "ready", group: `lab-main-control-plane-${index}` },
  },
});

export const worker = (changes: Partial<ClusterSettings> = {}): MachineSettings => ({
  cluster: { ...cluster, ...changes },
  machine: {
    role: "worker",
    architecture: "amd64",
    group: "workers",
    hook: { name: "ready", group: "lab-main-workers" },
  },
});
