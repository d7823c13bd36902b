/** What Azure takes at most. Sources: azurerm 4.55 validators, and Azure's "Naming rules" and "AKS quotas". */
export const limits = {
  /** Characters of a cluster's name: letters, digits, `-` and `_`. */
  clusterName: 63,
  /** Characters of the resource group of nodes. */
  nodeResourceGroup: 80,
  /** Characters of a resource group. */
  resourceGroup: 90,
  /** Characters of a node pool's name: a lower-case letter, then lower-case letters and digits. */
  poolName: 12,
  /** The same on Windows. */
  windowsPoolName: 6,
  /** Characters of a DNS prefix. */
  dnsPrefix: 54,
  /** Characters of an identity's name. */
  identityName: 128,
  /** Characters of a federated credential's name. */
  credentialName: 120,
  /** Characters of a data collection rule or endpoint. */
  dataCollectionName: 44,
  /** Characters of a Log Analytics workspace. */
  workspaceName: 63,
  /** Characters of a private endpoint. */
  privateEndpoint: 64,
  /** Nodes of one pool. */
  nodesPerPool: 1000,
  /** Nodes of a cluster. */
  nodesPerCluster: 5000,
  /** Node pools of a cluster. */
  poolsPerCluster: 100,
  /** Ranges that may reach the API server. */
  authorizedRanges: 200,
  /** Tags of a resource. */
  tags: 50,
  tagKey: 512,
  tagValue: 256,
} as const;

/** Addresses of every subnet that Azure keeps: the first four and the last. */
export const reservedAddresses = 5;

/** Ports that a public address has for connections to one place: https://learn.microsoft.com/azure/load-balancer/outbound-rules */
export const portsPerAddress = 64_000;

/**
 * vCPUs that a subscription has of a family in a region, until it is raised:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits
 */
export const defaultVcpuQuota = 20;
