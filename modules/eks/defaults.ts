import { defaults as common } from "../cluster/defaults";
import type { Statement } from "./identity/spec";
import type {
  EksAccessPointSpec,
  EksArgoCdSpec,
  EksAutoProvisioningSpec,
  EksAutoScalingGroupSpec,
  EksBackupSpec,
  EksDiskSpec,
  EksEncryptionSpec,
  EksImageSpec,
  EksLustreSpec,
  EksNetworkSpec,
  EksNodeGroupSpec,
  EksObservabilitySpec,
  EksOptions,
  EksReservationSpec,
  EksScheduleSpec,
  EksUpgradesSpec,
  EksWarmPoolSpec,
  EksWorkloadIdentitySpec,
} from "./spec";

/**
 * What a cluster on EKS gets where its description says nothing: what every platform has, and what EKS has beside it.
 * Releases of images and versions of add-ons are in `versions.ts`.
 */
export const defaults = {
  ...common,
  network: { ...common.network, flowLogs: true, podAddresses: "secondary-ips", nodeRules: "standard" },
  nodeGroup: { ...common.nodeGroup, kind: "managed", localStorage: "none", placementGroup: "none" },
  image: { family: "al2023" },
  disk: { ...common.disk, type: "gp3" },
  reservation: { type: "on-demand" },
  autoScalingGroup: {
    onDemandBase: 0,
    onDemandPercent: 0,
    spotAllocation: "price-capacity-optimized",
    instanceRefresh: "rolling",
    replacement: "launch",
  },
  warmPool: { state: "stopped" },
  schedule: { timeZone: "Etc/UTC" },
  accessPoint: { permissions: "0750" },
  backup: { ...common.backup, schedule: "cron(0 3 * * ? *)" },
  lustre: { throughputPerTiB: 125, backupDays: 7 },
  encryption: { ...common.encryption, deletionWindowDays: 30 },
  workloadIdentity: { via: "pod-identity" },
  statement: { effect: "Allow" },
  observability: { ...common.observability, logTypes: ["api", "audit", "authenticator"] },
  upgrades: { support: "standard" },
  options: { authenticationMode: "API", zonalShift: true, controlPlaneTier: "standard" },
  autoProvisioning: { by: "karpenter", pools: ["general-purpose", "system"] },
  argocd: { namespace: "argocd" },
} as const satisfies {
  readonly network: Partial<EksNetworkSpec>;
  readonly nodeGroup: Partial<EksNodeGroupSpec>;
  readonly image: EksImageSpec;
  readonly disk: EksDiskSpec;
  readonly reservation: EksReservationSpec;
  readonly autoScalingGroup: EksAutoScalingGroupSpec;
  readonly warmPool: Partial<EksWarmPoolSpec>;
  readonly schedule: Partial<EksScheduleSpec>;
  readonly accessPoint: Partial<EksAccessPointSpec>;
  readonly backup: EksBackupSpec;
  readonly lustre: Partial<EksLustreSpec>;
  readonly encryption: EksEncryptionSpec;
  readonly workloadIdentity: Partial<EksWorkloadIdentitySpec>;
  readonly statement: Partial<Statement>;
  readonly observability: EksObservabilitySpec;
  readonly upgrades: EksUpgradesSpec;
  readonly options: EksOptions;
  readonly autoProvisioning: EksAutoProvisioningSpec;
  readonly argocd: Partial<EksArgoCdSpec>;
} & Record<keyof typeof common, object>;
