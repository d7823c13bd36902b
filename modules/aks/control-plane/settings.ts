import { defaults } from "../fields.generated";
import type { AksClusterProps, AksObservabilitySpec, AksOptions, AksPolicySetting } from "../spec";

type Upgrades = Pick<AksClusterProps, "upgrades">;

const channelOf = ({ upgrades }: Upgrades) => upgrades?.channel ?? defaults["upgrades.channel"];

/**
 * Whether Azure changes the version of Kubernetes, so that Terraform ignores it. With `patch` the API reports the patch after each
 * automatic upgrade ("1.35.4" for "1.35"), which Terraform would take back in every plan.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/26946
 */
export const azureOwnsVersion = (cluster: Upgrades): boolean => channelOf(cluster) !== "none";

/** Whether the file states the minor, and Azure only its patches. */
export const fileOwnsMinor = (cluster: Upgrades): boolean => channelOf(cluster) === "patch";

/** Whether AKS analyses costs by namespace: by default, unless the tier is free, which does not support it. */
export const analysesCosts = ({ costAnalysis, tier }: AksOptions = {}): boolean =>
  costAnalysis ?? tier !== "free";

/** Whether a policy of Azure decides about a setting. The cluster is created without it. */
const isLeftToPolicy = (
  { setByPolicy = defaults["aks.setByPolicy"] }: AksOptions = {},
  setting: AksPolicySetting,
): boolean => (setByPolicy as readonly AksPolicySetting[]).includes(setting);

/** Whether the file enables Azure Policy. */
export const enablesAzurePolicy = (aks: AksOptions = {}): boolean =>
  aks.azurePolicy ?? (isLeftToPolicy(aks, "azure-policy") ? false : defaults["aks.azurePolicy"]);

/** Monitoring with the settings that the file leaves to policies. */
export const observabilityOf = ({
  observability = {},
  aks,
}: Pick<AksClusterProps, "observability" | "aks">): AksObservabilitySpec =>
  isLeftToPolicy(aks, "container-insights") ? { containerInsights: false, ...observability } : observability;
