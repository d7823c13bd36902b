import type { TerraformResource } from "cdktf";
import { forGoogle } from "../google/provider-arguments";

/**
 * Protects a resource with data also when the field that created it is removed. `prevent_destroy` protects only what the configuration
 * contains; the provider reads the deletion policy from the state.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/7.33.0/docs/resources/kms_crypto_key#deletion_policy
 */
export function protectData(resource: TerraformResource, protection: boolean): void {
  forGoogle(resource, { deletion_policy: protection ? "PREVENT" : "DELETE" });
}
