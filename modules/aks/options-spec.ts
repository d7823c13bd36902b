import type { AksAutoscalerSpec } from "./autoscaling/spec";
import type { AksIdentitiesSpec } from "./identity/spec";
import type { AksWindowsSpec } from "./node-groups/spec";

/** What only AKS has. */
export interface AksOptions {
  /**
   * - `free`: no guarantee, up to ten nodes.
   * - `standard`: 99.95 % with zones.
   * - `premium`: with long-term support.
   *
   * @default "standard"
   * @literal
   */
  readonly tier?: "free" | "standard" | "premium";

  /**
   * Name of an existing resource group, of this cluster alone, for all that is made here; a new one with the cluster's name when left
   * out. Immutable.
   *
   * @literal
   */
  readonly resourceGroup?: string;

  /**
   * Name of the resource group that AKS makes for nodes; must not be there yet. Left out: the cluster's with `-nodes`. Immutable.
   *
   * @literal
   */
  readonly nodeResourceGroup?: string;

  /**
   * Oldest provider that the configuration works with, `"4.57.0"`, up to the next major. What needs a later one than 4.55 is
   * refused without it.
   *
   * @default "4.55.0"
   * @literal
   */
  readonly providerMinimum?: string;

  /** Existing identities instead of new ones. Immutable. */
  readonly identities?: AksIdentitiesSpec;

  /**
   * Ids of container registries that nodes pull images from (AcrPull).
   *
   * @default []
   * @literal shape
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
   * @literal
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
   * @literal
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
