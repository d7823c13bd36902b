import type {
  MaintenancePauseSpec,
  MaintenanceWindowSpec,
  ObservabilitySpec,
} from "../../cluster/vocabulary";

/** What the control plane and the cluster write down. */
export interface AksObservabilitySpec extends ObservabilitySpec {
  /**
   * Days for which logs are kept, 30 to 730.
   *
   * @default 90
   */
  readonly retentionDays?: number;

  /** Logs stay with their workspace, which is made here: a destroy with `keepLogs` is refused. Name an existing one instead. */
  readonly keepLogs?: false;

  /** Id of an existing Log Analytics workspace; a new one when left out. */
  readonly workspaceId?: string;

  /**
   * Logs of the control plane.
   *
   * @default ["kube-audit-admin", "guard", "cluster-autoscaler", "kube-controller-manager", "kube-scheduler", "cloud-controller-manager"]
   */
  readonly logTypes?: readonly AksLogType[];

  /**
   * Logs and inventory of containers, in the workspace (Container Insights).
   *
   * @default true
   */
  readonly containerInsights?: boolean;

  /**
   * Metrics of nodes and pods in a workspace of Azure Monitor (managed Prometheus), with all that has to be there for them to be
   * collected.
   *
   * @default false
   */
  readonly managedPrometheus?: boolean;

  /**
   * Microsoft Defender for Containers watches the nodes.
   *
   * @default false
   */
  readonly defender?: boolean;
}

/** See {@link AksObservabilitySpec.logTypes}. */
export type AksLogType =
  | "kube-apiserver"
  | "kube-audit"
  | "kube-audit-admin"
  | "kube-controller-manager"
  | "kube-scheduler"
  | "cluster-autoscaler"
  | "cloud-controller-manager"
  | "guard"
  | "csi-azuredisk-controller"
  | "csi-azurefile-controller"
  | "csi-snapshot-controller";

/** When and how far Azure upgrades the cluster. */
export interface AksUpgradesSpec {
  /**
   * - `none`: not by itself.
   * - `patch`: to the newest patch of `kubernetesVersion`'s minor.
   * - `stable`: to the minor before the newest.
   * - `rapid`: to the newest.
   *
   * @default "patch"
   */
  readonly channel?: "none" | "patch" | "stable" | "rapid";

  /**
   * How nodes' images follow: a new image each week (`node-image`), security patches (`security-patch`), whatever Linux
   * does by itself at night (`unmanaged`), or not (`none`).
   *
   * @default "node-image"
   */
  readonly nodeImages?: "node-image" | "security-patch" | "unmanaged" | "none";

  /**
   * When Kubernetes is upgraded. 4 to 24 hours. AKS opens it on one day of the week: exactly one in `days`.
   *
   * @default { days: ["sunday"], start: "00:00", hours: 4 }
   */
  readonly window?: MaintenanceWindowSpec;

  /**
   * When nodes' images are upgraded. 4 to 24 hours, on exactly one day, or on every day when `days` is left out.
   *
   * @default { days: ["saturday"], start: "00:00", hours: 4 }
   */
  readonly nodeWindow?: MaintenanceWindowSpec;

  /** Times without upgrades. */
  readonly pauses?: readonly MaintenancePauseSpec[];

  /**
   * `long-term`: the version may stay for a year more. Needs `aks.tier: premium`.
   *
   * @default "standard"
   */
  readonly support?: "standard" | "long-term";
}

/** What only AKS has. */
export interface AksOptions {
  /**
   * - `free`: no guarantee, up to ten nodes.
   * - `standard`: 99.95 % with zones.
   * - `premium`: with long-term support.
   *
   * @default "standard"
   */
  readonly tier?: "free" | "standard" | "premium";

  /**
   * Name of an existing resource group, of this cluster alone, for all that is made here; a new one with the cluster's name when left
   * out. Immutable.
   */
  readonly resourceGroup?: string;

  /** Name of the resource group that AKS makes for nodes; must not be there yet. Left out: the cluster's with `-nodes`. Immutable. */
  readonly nodeResourceGroup?: string;

  /**
   * Oldest provider that the configuration works with, `"4.57.0"`, up to the next major. What needs a later one than 4.55 is
   * refused without it.
   *
   * @default "4.55.0"
   */
  readonly providerMinimum?: string;

  /** Existing identities instead of new ones. Immutable. */
  readonly identities?: AksIdentitiesSpec;

  /**
   * Ids of container registries that nodes pull images from (AcrPull).
   *
   * @default []
   */
  readonly registries?: readonly string[];

  /**
   * Azure Policy holds the cluster's resources to the policies that are assigned to it.
   *
   * @default true
   */
  readonly azurePolicy?: boolean;

  /**
   * Secrets of Key Vault as volumes, by the Secrets Store CSI driver.
   *
   * @default true
   */
  readonly keyVaultSecrets?: boolean;

  /**
   * How often secrets are read again, such as `"2m"`.
   *
   * @default "2m"
   */
  readonly keyVaultSecretsInterval?: string;

  /**
   * Hours between runs of the image cleaner, 24 to 2160; 0 switches it off.
   *
   * @default 168
   */
  readonly imageCleanerHours?: number;

  /**
   * `az aks command invoke` runs commands in a private cluster, past its network.
   *
   * @default false
   */
  readonly runCommand?: boolean;

  /**
   * Costs by namespace, in Cost Management. Not with `tier: free`.
   *
   * @default true
   */
  readonly costAnalysis?: boolean;

  /**
   * Scaling of workloads by events (KEDA).
   *
   * @default false
   */
  readonly keda?: boolean;

  /**
   * Requests of pods follow their use (vertical pod autoscaler).
   *
   * @default false
   */
  readonly verticalPodAutoscaling?: boolean;

  /** Settings of the cluster autoscaler. */
  readonly autoscaler?: AksAutoscalerSpec;

  /**
   * Models as workloads (KAITO).
   *
   * @default false
   */
  readonly aiToolchain?: boolean;

  /** Certificate authorities that nodes trust, PEM in base64, at most 10. */
  readonly trustedCas?: readonly string[];

  /** Administrator of Windows nodes. Left out: Azure makes one up, whose password nobody knows. */
  readonly windows?: AksWindowsSpec;
}

/** See {@link AksOptions.identities}. */
export interface AksIdentitiesSpec {
  /** The control plane's. Its grants are made here all the same. */
  readonly controlPlane?: AksIdentityRef;

  /** The kubelets'. */
  readonly kubelet?: AksKubeletIdentityRef;
}

/** A user-assigned managed identity. */
export interface AksIdentityRef {
  /** Its id. */
  readonly id: string;

  /** Its object id. */
  readonly principalId: string;
}

/** An identity of kubelets. */
export interface AksKubeletIdentityRef extends AksIdentityRef {
  readonly clientId: string;
}

/** See {@link AksOptions.windows}. */
export interface AksWindowsSpec {
  /**
   * @default "azureuser"
   */
  readonly adminUser?: string;

  /** Its password, 14 to 123 characters. A sensitive variable, not the word itself: it is in the state. */
  readonly adminPassword: string;
}

/**
 * Settings of the cluster autoscaler. Durations are numbers with a unit: `"10m"`. What is left out is as AKS has it, but
 * `expander` and `balanceSimilarGroups`.
 */
export interface AksAutoscalerSpec {
  /**
   * Keeps groups of the same machines alike in size.
   *
   * @default true
   */
  readonly balanceSimilarGroups?: boolean;

  /**
   * @default "least-waste"
   */
  readonly expander?: "least-waste" | "most-pods" | "priority" | "random";

  readonly maxGracefulTerminationSeconds?: number;
  readonly maxNodeProvisioningTime?: string;
  readonly maxUnreadyNodes?: number;
  readonly maxUnreadyPercentage?: number;
  readonly newPodScaleUpDelay?: string;
  readonly scaleDownDelayAfterAdd?: string;
  readonly scaleDownDelayAfterDelete?: string;
  readonly scaleDownDelayAfterFailure?: string;
  readonly scaleDownUnneeded?: string;
  readonly scaleDownUnready?: string;
  /** Share of requests below which a node is taken away, 0 to 1. */
  readonly scaleDownUtilization?: number;
  readonly scanInterval?: string;
  readonly emptyBulkDeleteMax?: number;
  readonly skipNodesWithLocalStorage?: boolean;
  readonly skipNodesWithSystemPods?: boolean;
  readonly daemonsetEvictionForEmptyNodes?: boolean;
  readonly daemonsetEvictionForOccupiedNodes?: boolean;
  readonly ignoreDaemonsetsUtilization?: boolean;
}
