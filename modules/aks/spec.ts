import type { TerraformProvider } from "cdktf";
import type { Autoscaling, ClusterSpec } from "../cluster/vocabulary";
import type { AksAccessSpec } from "./access/spec";
import type { AksAutoscalerSpec } from "./autoscaling/spec";
import type { AksDaprSpec, AksEncryptionSpec, AksUpgradesSpec } from "./control-plane/spec";
import type { AksIdentitiesSpec, AksWorkloadIdentitySpec } from "./identity/spec";
import type { AksDnsSpec, AksLoadBalancingSpec } from "./load-balancing/spec";
import type { AksNetworkSpec } from "./network/spec";
import type { AksNodeGroupSpec, AksWindowsSpec } from "./node-groups/spec";
import type { AksObservabilitySpec } from "./observability/spec";
import type { AksStorageSpec } from "./storage/spec";

export type * from "./access/spec";
export type * from "./autoscaling/spec";
export type * from "./control-plane/spec";
export type * from "./identity/spec";
export type * from "./load-balancing/spec";
export type * from "./network/spec";
export type * from "./node-groups/spec";
export type * from "./observability/spec";
export type * from "./storage/spec";

/** An AKS cluster, as an environment file describes it. */
export interface AksClusterSpec extends ClusterSpec {
  /** Azure Kubernetes Service. */
  readonly platform: "aks";

  /**
   * Kubernetes version: a minor (`"1.35"`, its newest patch), or with `upgrades.channel: none` a patch (`"1.35.2"`). With the other
   * channels it is the version at creation, and Azure upgrades it afterwards. To install a newer minor with the channel `patch`, deploy
   * once with `upgrades.channel: none`, then set `patch` again. The plan reports a minor that is not installed.
   *
   * @change rolling
   */
  readonly kubernetesVersion: string;

  /**
   * A new virtual network, or an existing one.
   *
   * @change refused
   */
  readonly network?: AksNetworkSpec;

  /**
   * Reachability of the API server, and access to the cluster.
   *
   * @change in-place
   */
  readonly access: AksAccessSpec;

  /**
   * The workers. One group is the cluster's first node pool, without which AKS creates no cluster: see `mode`.
   *
   * @change in-place
   * @ordered the first group of system nodes contains the first node pool
   */
  readonly nodeGroups: readonly AksNodeGroupSpec[];

  /**
   * What changes the number of nodes of groups that have a size range.
   *
   * - `none`: nothing; the range has no effect.
   * - `cluster-autoscaler`: the autoscaler of AKS, which runs in the control plane.
   * - `auto-provisioning`: AKS creates machines for pending pods (Karpenter, run by Azure). All groups have a fixed size. Needs
   *   provider 4.57 or later: `aks.providerMinimum`.
   *
   * @default "cluster-autoscaler"
   * @change in-place
   * @since azurerm 4.57.0 for "auto-provisioning"
   */
  readonly autoscaling?: Autoscaling;

  /**
   * Keys that encrypt the cluster's secrets and disks.
   *
   * @change in-place
   */
  readonly encryption?: AksEncryptionSpec;

  /**
   * Logs and metrics.
   *
   * @change in-place
   */
  readonly observability?: AksObservabilitySpec;

  /**
   * Persistent storage for workloads.
   *
   * @change in-place
   */
  readonly storage?: AksStorageSpec;

  /**
   * Ingress controllers that AKS runs.
   *
   * @change in-place
   */
  readonly loadBalancing?: AksLoadBalancingSpec;

  /**
   * Records in Azure DNS.
   *
   * @change in-place
   */
  readonly dns?: AksDnsSpec;

  /**
   * Service accounts with an identity of Azure.
   *
   * @change in-place
   */
  readonly workloadIdentities?: readonly AksWorkloadIdentitySpec[];

  /**
   * When and how far Azure upgrades the cluster.
   *
   * @change in-place
   */
  readonly upgrades?: AksUpgradesSpec;

  /**
   * Terraform's `prevent_destroy` on the cluster and on the resources that it needs. AKS has no deletion protection, and a lock of
   * Azure Resource Manager would also prevent the replacement of node pools.
   *
   * @default true
   * @change in-place
   */
  readonly protection?: boolean;

  /**
   * Settings that only AKS has.
   *
   * @change in-place
   */
  readonly aks?: AksOptions;
}

/** Settings that only AKS has. */
export interface AksOptions {
  /**
   * Pricing tier of the control plane.
   *
   * - `free`: no uptime guarantee, for up to ten nodes.
   * - `standard`: an uptime guarantee of 99.95 % with zones.
   * - `premium`: `standard` with long-term support.
   *
   * @default "standard"
   * @literal
   */
  readonly tier?: "free" | "standard" | "premium";

  /**
   * Name of an existing resource group, used by this cluster only, for all resources of the cluster. If omitted: a new one with the
   * name of the cluster. Immutable.
   *
   * @literal
   * @change refused
   */
  readonly resourceGroup?: string;

  /**
   * Name of the resource group that AKS creates for nodes; must not exist. If omitted: the name of the cluster with `-nodes`. Immutable.
   *
   * @literal
   * @change refused
   */
  readonly nodeResourceGroup?: string;

  /**
   * Oldest provider that the configuration supports, such as `"4.57.0"` or `"5.0.0"`, up to the next major. Features of later providers
   * are refused. If omitted: the oldest version of `providers.azurerm.version` of the environment.
   *
   * @default "4.55.0"
   * @literal
   */
  readonly providerMinimum?: string;

  /**
   * Existing identities instead of new ones. Immutable.
   *
   * @change refused
   */
  readonly identities?: AksIdentitiesSpec;

  /**
   * Ids of container registries from which nodes pull images (AcrPull).
   *
   * @default []
   * @literal shape
   */
  readonly registries?: readonly string[];

  /**
   * Azure Policy enforces the policies that are assigned to the cluster.
   *
   * @default true
   */
  readonly azurePolicy?: boolean;

  /**
   * Secrets of Key Vault as volumes, with the Secrets Store CSI driver.
   *
   * @default true
   * @literal
   */
  readonly keyVaultSecrets?: boolean;

  /**
   * Interval at which secrets are read again, for example `"2m"`.
   *
   * @default "2m"
   */
  readonly keyVaultSecretsInterval?: string;

  /**
   * Hours between runs of the image cleaner, 24 to 2160; 0 disables it.
   *
   * @default 168
   * @literal
   */
  readonly imageCleanerHours?: number;

  /**
   * `az aks command invoke` runs commands in a private cluster without a connection to its network.
   *
   * @default false
   */
  readonly runCommand?: boolean;

  /**
   * Costs by namespace, in Cost Management. Not with `tier: free`. If omitted: true, and false with `tier: free`.
   */
  readonly costAnalysis?: boolean;

  /**
   * Event-driven scaling of workloads (KEDA). If omitted: not enabled in a new cluster. To disable it, set `false` and keep the field:
   * Azure and the provider do not agree on an omitted one.
   *
   * @change in-place a removed field may leave it enabled: set false
   */
  readonly keda?: boolean;

  /**
   * Resource requests of pods follow their usage (vertical pod autoscaler). If omitted: not enabled in a new cluster. To disable it, set
   * `false` and keep the field: a removed field leaves it enabled.
   *
   * @change in-place a removed field leaves it enabled: set false
   */
  readonly verticalPodAutoscaling?: boolean;

  /**
   * What policies of Azure set on the cluster and its resources. Terraform then ignores it, and creates the cluster without it.
   *
   * - `tags`: tags of all resources.
   * - `defender`: Microsoft Defender for Containers.
   * - `container-insights`: the agent of Container Insights and its workspace.
   * - `azure-policy`: the add-on of Azure Policy.
   *
   * @default []
   * @literal
   */
  readonly setByPolicy?: readonly AksPolicySetting[];

  /** Settings of the cluster autoscaler. */
  readonly autoscaler?: AksAutoscalerSpec;

  /**
   * AI models as workloads (KAITO).
   *
   * @default false
   */
  readonly aiToolchain?: boolean;

  /**
   * Dapr, the runtime for distributed applications, with three copies of its programs. Pods use it with annotations. Certificates of
   * Dapr are valid for a year: renew them with its command.
   *
   * @literal
   * @change in-place
   * @see https://learn.microsoft.com/azure/aks/dapr-overview
   */
  readonly dapr?: AksDaprSpec;

  /**
   * Certificate authorities that nodes trust, PEM in base64, at most 10.
   */
  readonly trustedCas?: readonly string[];

  /** Administrator of Windows nodes. If omitted, Azure generates one with an unknown password. */
  readonly windows?: AksWindowsSpec;
}

/** Item of `aks.setByPolicy`. */
export type AksPolicySetting = "tags" | "defender" | "container-insights" | "azure-policy";

/** Props of the `AksCluster` construct: the fields of an environment file except those of a second stack, and a provider. */
export interface AksClusterProps extends Omit<AksClusterSpec, "platform" | "workloads"> {
  /** Provider of every resource in the cluster. If omitted: the stack's default azurerm provider. */
  readonly provider?: TerraformProvider;
}

/** A cluster with the field that asks for the second stack. */
export type ClusterWithWorkloads = AksClusterProps & Pick<AksClusterSpec, "workloads">;
