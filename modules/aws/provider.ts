import type { Fact } from "../cluster/facts";

/** Age and source of the provider's versions. */
export const providerFact: Fact = {
  asOf: "2026-11-28",
  source: "https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md",
};

/** The supported provider versions: from the version of the bindings to the next major. All have the same arguments. */
export const awsProvider = { source: "hashicorp/aws", minimum: "6.25.0", below: "7.0.0" } as const;
