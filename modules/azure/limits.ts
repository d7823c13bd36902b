/**
 * Limits of resources of Azure that several platforms create.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export const azureLimits = {
  /** Characters of a resource group. */
  resourceGroup: 90,
  /** Characters of an identity's name. */
  identityName: 128,
  /** Tags of a resource. */
  tags: 50,
  tagKey: 512,
  tagValue: 256,
} as const;

/** Addresses of each subnet that Azure reserves: the first four and the last. */
export const reservedAddresses = 5;

/**
 * Default quota of vCPUs of a family in a region, until it is raised:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits
 */
export const defaultVcpuQuota = 20;

/**
 * Smallest part of a scale set that a rolling upgrade replaces at once, in percent:
 * https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/create-or-update#rollingupgradepolicy
 */
export const leastBatchPercent = 5;
