import type { Fact } from "../cluster/facts";
import { shown } from "../cluster/values";
import { isAtLeast, isRelease } from "../cluster/releases";

/** Age and source of the provider's versions. */
export const providerFact: Fact = {
  asOf: "2026-11-28",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md",
};

/** The provider and its supported versions. Without a setting, a configuration is written for the major of the minimum. */
export const azurermProvider = { source: "hashicorp/azurerm", minimum: "4.55.0", below: "6.0.0" } as const;

/** What is wrong with the oldest provider that a configuration supports; undefined if nothing is. */
export function minimumProblem(version: string): string | undefined {
  const { minimum, below } = azurermProvider;
  if (!isRelease(version)) return `must be a version such as "4.67.0", got ${shown(version)}`;
  if (isAtLeast(version, minimum) && !isAtLeast(version, below)) return undefined;
  return `must be at least ${minimum} and below ${below}, got ${shown(version)}`;
}

/**
 * Versions of the provider from a minimum on, below the next major. Majors 4 and 5 have different arguments, so no configuration is
 * valid for both.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 */
export function providerRange(minimum: string = azurermProvider.minimum) {
  return { source: azurermProvider.source, minimum, below: `${Number(minimum.split(".")[0]) + 1}.0.0` };
}
