import { azureLimits } from "../azure/limits";

/**
 * Limits of Azure.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
 */
export const limits = {
  ...azureLimits,
  /** Characters of a cluster's name: letters, digits, `-` and `_`. */
  clusterName: 63,
  /** Characters of the resource group of nodes. */
  nodeResourceGroup: 80,
  /** Characters of a node pool's name: a lower-case letter, then lower-case letters and digits. */
  poolName: 12,
  /** The same on Windows. */
  windowsPoolName: 6,
  /** Characters of a DNS prefix. */
  dnsPrefix: 54,
  /** Characters of a federated credential's name. */
  credentialName: 120,
  /** Characters of a data collection rule or endpoint. */
  dataCollectionName: 44,
  /** Characters of a Log Analytics workspace. */
  workspaceName: 63,
  /** Characters of a peering of networks. */
  peering: 80,
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
} as const;

/** Ports of a public address for connections to one destination: https://learn.microsoft.com/azure/load-balancer/outbound-rules */
export const portsPerAddress = 64_000;
