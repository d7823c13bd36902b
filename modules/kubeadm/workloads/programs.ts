import type { ProgramName } from "../../workloads/chart";
import { installedBy, type ProgramTable } from "../../workloads/programs";
import { defaults } from "../fields.generated";
import type { ClusterWithWorkloads } from "../spec";

/**
 * The programs of kubeadm clusters. The network of pods and the drivers are the user's manifests, which the machines apply with the cloud
 * controller manager.
 */
export const programs: ProgramTable<ClusterWithWorkloads> = {
  "cluster-autoscaler": {
    field: "autoscaling: cluster-autoscaler",
    isGiven: ({ autoscaling = defaults.autoscaling }) => autoscaling === "cluster-autoscaler",
  },
  "metrics-server": "none needed",
  "snapshot-controller": {
    field: "storage.snapshots: true",
    isGiven: ({ storage }) => storage?.snapshots === true,
  },
  "cert-manager": "none needed",
  "external-secrets": "none needed",
};

/** The programs that the second stack installs, in the order of the catalogue. */
export const installedPrograms = (cluster: ClusterWithWorkloads): ProgramName[] =>
  installedBy(programs, cluster);
