import type { TerraformResource } from "cdktf";
import { defaults } from "./fields.generated";
import type { AnyGkeClusterProps } from "./spec";
import { providerHas } from "./versions";

/**
 * Protects a resource with data also when the field that created it is removed. `prevent_destroy` protects only what the configuration
 * contains; the provider reads the deletion policy from the state.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/7.33.0/docs/resources/kms_crypto_key#deletion_policy
 */
export function protectData(
  resource: TerraformResource,
  { protection = defaults["protection"], gke = {} }: Pick<AnyGkeClusterProps, "protection" | "gke">,
): void {
  if (!providerHas("deletion policy of resources", gke.providerMinimum)) return;
  resource.addOverride("deletion_policy", protection ? "PREVENT" : "DELETE");
}
