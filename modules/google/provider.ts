import type { Fact } from "../cluster/facts";

/** Age and source of the provider's versions. */
export const providerFact: Fact = {
  asOf: "2026-11-28",
  source: "https://github.com/hashicorp/terraform-provider-google/blob/main/CHANGELOG.md",
};

/**
 * The supported provider versions. The same configuration is valid for 6.50 (the version of the bindings and the last of 6.x), 7.x and
 * 8.x: their upgrade guides remove none of the arguments that are written. `gke.providerMinimum` allows fields of newer versions.
 * 8.9.0 was the newest version on 2026-11-28.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_7_upgrade
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_8_upgrade
 */
export const googleProvider = { source: "hashicorp/google", minimum: "6.50.0", below: "9.0.0" } as const;
