/** A provider that the tests use if it is available: most machines have no copy, and it cannot be in this repository. */
export interface CloudProvider {
  readonly name: "azurerm" | "google";

  /** The platform whose stacks use it. */
  readonly platform: "aks" | "gke";
  readonly source: string;

  /** The supported versions. */
  readonly versions: string;

  /** The variable that selects other versions, in the syntax of Terraform. */
  readonly versionsVariable: string;

  /** The variable with the found version, which the setup of the tests sets. */
  readonly foundVariable: string;
}

export const CLOUD_PROVIDERS: readonly CloudProvider[] = [
  {
    name: "azurerm",
    platform: "aks",
    source: "hashicorp/azurerm",
    versions: ">= 4.55.0, < 6.0.0",
    versionsVariable: "AZURERM_VERSION",
    foundVariable: "CDKTF_CLUSTERS_E2E_AZURERM",
  },
  {
    name: "google",
    platform: "gke",
    source: "hashicorp/google",
    versions: ">= 6.50.0, < 9.0.0",
    versionsVariable: "GOOGLE_VERSION",
    foundVariable: "CDKTF_CLUSTERS_E2E_GOOGLE",
  },
];

/** The row of a provider. */
export function cloudProvider(name: CloudProvider["name"]): CloudProvider {
  return CLOUD_PROVIDERS.find((provider) => provider.name === name)!;
}

/** The version of a provider in this run; undefined if it is not available. */
export const foundVersion = (name: CloudProvider["name"]): string | undefined =>
  process.env[cloudProvider(name).foundVariable];

/** The providers of `REQUIRE_PROVIDERS=azurerm,google`: the tests fail if they are not available. */
export const requiredProviders = (env = process.env): string[] =>
  (env.REQUIRE_PROVIDERS ?? "").split(",").filter((name) => name !== "");

/** `describe` if the provider is available, else `describe.skip`. */
export const describeProvider = (name: CloudProvider["name"]): jest.Describe =>
  foundVersion(name) === undefined ? describe.skip : describe;
