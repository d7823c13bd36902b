/** The provider and the versions of it that the configuration works with. */
export const azurermProvider = { source: "hashicorp/azurerm", minimum: "4.55.0", below: "5.0.0" } as const;

/**
 * What needs a later provider than the bindings were made from, and since which one it is there.
 * Source: the provider's change log.
 */
export const providerFeatures = {
  nodeAutoProvisioning: { minimum: "4.57.0", is: "autoscaling: auto-provisioning" },
  zonalNatGateway: { minimum: "4.67.0", is: "nat: regional" },
} as const;

export type ProviderFeature = keyof typeof providerFeatures;

/** Whether one version is as new as another: `major.minor.patch`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [a, b] = [version, minimum].map((text) => text.split(".").map(Number));
  const i = a.findIndex((part, n) => part !== b[n]);
  return i === -1 || a[i] > b[i];
}

/** Range of provider versions, from that which the cluster needs on. */
export function providerRange(minimum: string = azurermProvider.minimum) {
  return { ...azurermProvider, minimum };
}
