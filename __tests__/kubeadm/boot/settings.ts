import type {
  ClusterSettings,
  ControlPlaneMachine,
  MachineSettings,
  WorkerMachine,
} from "../../../modules/kubeadm/boot/settings";

/** Settings of a cluster with three slots. */
export const cluster: ClusterSettings = {
  cloud: "aws",
  name: "production-main",
  region: "eu-central-1",
  kubernetesVersion: "1.35.4",
  endpoint: "api.production-main.internal",
  podCidr: "10.244.0.0/16",
  serviceCidr: "10.96.0.0/16",
  slots: [10, 20, 30].map((host, i) => ({
    name: `production-main-control-plane-${i}`,
    address: `10.70.${host}.10`,
  })),
  store: { bucket: "production-main-store" },
  kubeProxy: true,
  cloudControllerManager: false,
  workerRole: "production-main-worker",
  software: { source: "image", files: [] },
  etcd: { quotaGiB: 8, backupMinutes: 15, retentionDays: 14 },
};

/** Settings of the machine in a slot. */
export const slotSettings = (
  slot: number,
  machine: Partial<ControlPlaneMachine> = {},
  changes: Partial<ClusterSettings> = {},
): MachineSettings => ({
  cluster: { ...cluster, ...changes },
  machine: {
    role: "control-plane",
    architecture: "amd64",
    slot,
    diskId: `vol-00000000000000${slot}a`,
    hook: { name: "ready", group: `production-main-control-plane-${slot}` },
    ...machine,
  },
});

/** Settings of a worker. */
export const workerSettings = (
  machine: Partial<WorkerMachine> = {},
  changes: Partial<ClusterSettings> = {},
): MachineSettings => ({
  cluster: { ...cluster, ...changes },
  machine: {
    role: "worker",
    architecture: "amd64",
    group: "workers",
    hook: { name: "ready", group: "production-main-workers" },
    ...machine,
  },
});
