import type {
  MaintenancePauseSpec,
  MaintenanceWindowSpec,
  ObservabilitySpec,
} from "../../cluster/vocabulary";
import type { GkeNodeUpgradeSpec } from "./node-groups";

/** What the cluster and its workloads write down. GKE sends it to Cloud Logging and Cloud Monitoring. */
export interface GkeObservabilitySpec extends ObservabilitySpec {
  /**
   * Days for which the cluster's logs are kept, 1 to 3650: in a bucket of their own, beside the project's. Left out: no bucket is
   * made, and the project's `_Default` bucket keeps them for 30 days. Records of who called the API server (admin activity) are
   * kept for 400 days in any case.
   */
  readonly retentionDays?: number;

  /**
   * Not on GKE: Cloud Logging keeps a deleted bucket for seven days, and no longer.
   *
   * @default false
   */
  readonly keepLogs?: false;

  /**
   * What is logged. In Autopilot the first two always are.
   *
   * @default ["SYSTEM_COMPONENTS", "WORKLOADS"]
   */
  readonly logTypes?: readonly GkeLogType[];

  /**
   * What is measured. In Autopilot the system always is.
   *
   * @default ["SYSTEM_COMPONENTS"]
   */
  readonly metrics?: readonly GkeMetric[];

  /**
   * Google Cloud Managed Service for Prometheus: collectors on the nodes. Always there in Autopilot.
   *
   * @default true
   */
  readonly managedPrometheus?: boolean;

  /**
   * Known programs are measured without a word of theirs. Needs `managedPrometheus`.
   *
   * @default false
   */
  readonly autoMonitoring?: boolean;

  /**
   * Metrics of traffic between pods. Needs Dataplane V2.
   *
   * @default false
   */
  readonly trafficMetrics?: boolean;

  /**
   * Hubble's relay, with which traffic between pods can be watched. Needs Dataplane V2.
   *
   * @default false
   */
  readonly trafficRelay?: boolean;

  /**
   * Costs by namespace and label in Cloud Billing.
   *
   * @default true
   */
  readonly costAllocation?: boolean;

  /** Use of resources, by namespace and label, in BigQuery. */
  readonly usageMetering?: GkeUsageMeteringSpec;

  /**
   * Messages on upgrades and security bulletins, in a Pub/Sub topic.
   *
   * @default false
   */
  readonly notifications?: boolean | GkeNotificationsSpec;
}

/** See {@link GkeObservabilitySpec.logTypes}. */
export type GkeLogType =
  | "SYSTEM_COMPONENTS"
  | "WORKLOADS"
  | "APISERVER"
  | "CONTROLLER_MANAGER"
  | "SCHEDULER"
  | "KCP_CONNECTION"
  | "KCP_SSHD"
  | "KCP_HPA";

/** See {@link GkeObservabilitySpec.metrics}. */
export type GkeMetric =
  | "SYSTEM_COMPONENTS"
  | "APISERVER"
  | "CONTROLLER_MANAGER"
  | "SCHEDULER"
  | "STORAGE"
  | "HPA"
  | "POD"
  | "DAEMONSET"
  | "DEPLOYMENT"
  | "STATEFULSET"
  | "CADVISOR"
  | "KUBELET"
  | "DCGM"
  | "JOBSET";

/** Use of resources, in a dataset of BigQuery. */
export interface GkeUsageMeteringSpec {
  /** Id of an existing dataset in the cluster's project; a new one when left out. */
  readonly dataset?: string;

  /**
   * Traffic out of the cluster is measured too, by pods on each node.
   *
   * @default false
   */
  readonly egress?: boolean;
}

/** Messages in a Pub/Sub topic. */
export interface GkeNotificationsSpec {
  /** Full name of an existing topic in the cluster's project: `projects/…/topics/…`; a new one when left out. */
  readonly topic?: string;

  /** What is told. Left out: all. */
  readonly events?: readonly GkeNotificationEvent[];
}

/** See {@link GkeNotificationsSpec.events}. */
export type GkeNotificationEvent =
  "UPGRADE_AVAILABLE_EVENT" | "UPGRADE_EVENT" | "SECURITY_BULLETIN_EVENT" | "UPGRADE_INFO_EVENT";

/** When and how far Google upgrades the cluster. */
export interface GkeUpgradesSpec {
  /**
   * How new the versions are that Google upgrades to by itself. `extended` lets a minor stay for up to 24 months, at a price.
   * `none`: outside of the channels; nodes then have `kubernetesVersion` too, and groups are upgraded with it.
   *
   * @default "regular"
   */
  readonly channel?: "rapid" | "regular" | "stable" | "extended" | "none";

  /** When Google may upgrade: at least 4 hours at a time and 48 in 32 days. Left out: at any time. */
  readonly window?: MaintenanceWindowSpec;

  /** Times without upgrades, at most 20. */
  readonly pauses?: readonly GkeMaintenancePauseSpec[];

  /**
   * Patches as soon as there are any, before their turn in the channel.
   *
   * @default false
   */
  readonly acceleratedPatches?: boolean;
}

/** A time without upgrades. */
export interface GkeMaintenancePauseSpec extends MaintenancePauseSpec {
  /**
   * What is held back: `all` (at most 30 days), new `minor` versions of the control plane, or these and all changes of nodes
   * (`minor-and-nodes`).
   *
   * @default "all"
   */
  readonly scope?: "all" | "minor" | "minor-and-nodes";
}

/** What only GKE has. */
export interface GkeOptions {
  /**
   * - `standard`: you say which nodes there are.
   * - `autopilot`: Google makes nodes for the pods that there are; `nodeGroups` is `[]`. Regional, with Dataplane V2. Immutable.
   *
   * @default "standard"
   */
  readonly mode?: "standard" | "autopilot";

  /**
   * Id of the project. Left out: the project that the provider has from its own settings or its environment
   * (`GOOGLE_PROJECT`). Immutable.
   */
  readonly project?: string;

  /**
   * The APIs that the cluster needs are switched on in the project. They stay on when the cluster goes. `false`: somebody else does
   * it.
   *
   * @default true
   */
  readonly projectServices?: boolean;

  /**
   * Whether the control plane has replicas in three zones of the region, or is in the first zone of `network.zones` alone, where
   * it does not answer while it is upgraded. `zonal` costs nothing for the first cluster of a billing account. Immutable.
   *
   * @default "regional"
   */
  readonly controlPlane?: "regional" | "zonal";

  /**
   * Oldest version of the provider `google`, below the next major one: for what is newer than the bindings' own version. E.g.
   * `"7.22.0"`.
   *
   * @default "6.50.0"
   */
  readonly providerMinimum?: string;

  /** E-mail of an existing service account of IAM for nodes; a new one, with the fewest roles, when left out. */
  readonly nodeServiceAccountEmail?: string;

  /**
   * Ids of projects whose Artifact Registry nodes may read images from, beside the cluster's own.
   *
   * @default []
   */
  readonly imageProjects?: readonly string[];

  /**
   * Only images that the project's policy of Binary Authorization lets in. A project without a policy lets all in.
   *
   * @default true
   */
  readonly binaryAuthorization?: boolean;

  /**
   * Workloads are checked against common mistakes; `enterprise` also watches for threats, at a price.
   *
   * @default "basic"
   */
  readonly securityPosture?: "disabled" | "basic" | "enterprise";

  /**
   * Images of running containers are scanned for known holes: the system's (`basic`), and language packages too (`enterprise`, at
   * a price).
   *
   * @default "disabled"
   */
  readonly vulnerabilityScanning?: "disabled" | "basic" | "enterprise";

  /**
   * Who has not signed in reaches the health checks alone.
   *
   * @default "limited"
   */
  readonly anonymousAccess?: "limited" | "enabled";

  /** Secrets of Secret Manager as files, through its CSI driver. */
  readonly secretManager?: boolean;

  /** Google Cloud resources as Kubernetes objects (Config Connector). Not in Autopilot. */
  readonly configConnector?: boolean;

  /** The operator of Ray, with its logs and metrics. */
  readonly ray?: boolean;

  /** Other identity providers sign people in. */
  readonly identityService?: boolean;

  /** Certificates for pods from Certificate Authority Service, for a mesh. */
  readonly meshCertificates?: boolean;

  /**
   * Recommends and sets what pods ask for (VerticalPodAutoscaler). Always there in Autopilot.
   *
   * @default true
   */
  readonly verticalPodAutoscaling?: boolean;

  /** How fast the HorizontalPodAutoscaler is: `performance` serves thousands of objects. */
  readonly horizontalPodAutoscaling?: "none" | "performance";

  /** Id of the project whose fleet the cluster is in. Left out: in none. */
  readonly fleetProject?: string;

  /** Beta APIs of Kubernetes, e.g. `resource.k8s.io/v1beta1/deviceclasses`. Can't be switched off again. */
  readonly betaApis?: readonly string[];

  /**
   * All alpha features. For clusters that live for 30 days: they can't be upgraded, and have neither a channel nor repair.
   * Immutable.
   *
   * @default false
   */
  readonly alphaFeatures?: boolean;

  /** Keys and certificate authorities of yours for the control plane. Immutable. */
  readonly controlPlaneKeys?: GkeControlPlaneKeysSpec;

  /**
   * How soon the autoscaler takes empty nodes away: `optimize-utilization` sooner.
   *
   * @default "balanced"
   */
  readonly autoscalingProfile?: "balanced" | "optimize-utilization";

  /** What machines `autoscaling: auto-provisioning` makes. Required with it. Not in Autopilot, which needs no word. */
  readonly autoProvisioning?: GkeAutoProvisioningSpec;

  /**
   * Pods that name no compute class get the cluster's default one.
   *
   * Needs provider 7.0 or later: `gke.providerMinimum`.
   *
   * @default false
   */
  readonly defaultComputeClass?: boolean;

  /** Workloads with NET_ADMIN are let in. In Autopilot alone. */
  readonly allowNetAdmin?: boolean;

  /** Network tags of the nodes that GKE makes by itself: in Autopilot, and with auto-provisioning. */
  readonly autoNetworkTags?: readonly string[];

  /** Tags of Resource Manager on the same nodes: `tagKeys/<number>` to `tagValues/<number>`. */
  readonly autoResourceManagerTags?: Readonly<Record<string, string>>;
}

/** Machines that GKE makes for pods that wait for one. */
export interface GkeAutoProvisioningSpec {
  /** vCPUs of the whole cluster, other groups included: an upper bound, and maybe a lower one. */
  readonly cpu: GkeBounds;

  /** Memory of the whole cluster in GiB, likewise. */
  readonly memoryGiB: GkeBounds;

  /** GPUs of the whole cluster, by type (`nvidia-l4`). */
  readonly gpus?: Readonly<Record<string, GkeBounds>>;

  /** Names of the zones. Left out: those of the network. */
  readonly zones?: readonly string[];

  /** System image of the machines. */
  readonly image?: "cos" | "ubuntu";

  /** System disk of the machines. */
  readonly disk?: GkeAutoProvisioningDiskSpec;

  /** Oldest processor generation. */
  readonly minCpuPlatform?: string;

  /** How the machines are replaced when their version changes. */
  readonly upgrade?: GkeNodeUpgradeSpec;
}

/** Bounds of a number. */
export interface GkeBounds {
  /**
   * At least.
   *
   * @default 0
   */
  readonly min?: number;

  /** At most, at least 1. */
  readonly max: number;
}

/** System disk of machines that GKE makes. */
export interface GkeAutoProvisioningDiskSpec {
  /**
   * Size in GiB, at least 10.
   *
   * @default 100
   */
  readonly sizeGiB?: number;

  /**
   * Type.
   *
   * @default "pd-balanced"
   */
  readonly type?: "pd-standard" | "pd-balanced" | "pd-ssd";
}

/** Keys and certificate authorities of yours, by their full names in Cloud KMS and Certificate Authority Service. */
export interface GkeControlPlaneKeysSpec {
  /** Pool of authorities that sign the cluster's certificates. */
  readonly clusterCa?: string;

  /** Pool of authorities for the API server's side of etcd. */
  readonly etcdApiCa?: string;

  /** Pool of authorities between the members of etcd. */
  readonly etcdPeerCa?: string;

  /** Pool of authorities for aggregated APIs. */
  readonly aggregationCa?: string;

  /** Versions of keys that sign service accounts' tokens. */
  readonly serviceAccountSigningKeys?: readonly string[];

  /** Versions of keys that service accounts' tokens are verified with. */
  readonly serviceAccountVerificationKeys?: readonly string[];

  /** Key that encrypts the control plane's disks. */
  readonly controlPlaneDisksKeyId?: string;

  /** Key that encrypts Google's copies of etcd. */
  readonly etcdBackupKeyId?: string;
}
