/**
 * Built-in roles of Azure that a cluster needs.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const roles = {
  networkContributor: "Network Contributor",
  managedIdentityOperator: "Managed Identity Operator",
  privateDnsZoneContributor: "Private DNS Zone Contributor",
  dnsZoneContributor: "DNS Zone Contributor",
  acrPull: "AcrPull",
  keyVaultCryptoUser: "Key Vault Crypto User",
  keyVaultContributor: "Key Vault Contributor",
  keyVaultCryptoServiceEncryptionUser: "Key Vault Crypto Service Encryption User",
  reader: "Reader",
  contributor: "Contributor",
  storageAccountContributor: "Storage Account Contributor",
  storageBlobDataContributor: "Storage Blob Data Contributor",
  storageBlobDataReader: "Storage Blob Data Reader",
  diskSnapshotContributor: "Disk Snapshot Contributor",
  managedDiskOperator: "Data Operator for Managed Disks",
  clusterUser: "Azure Kubernetes Service Cluster User Role",
  clusterAdmin: "Azure Kubernetes Service RBAC Cluster Admin",
  writer: "Azure Kubernetes Service RBAC Writer",
  viewer: "Azure Kubernetes Service RBAC Reader",
} as const;
