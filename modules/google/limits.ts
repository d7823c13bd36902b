/** Maximum lengths of names in Google Cloud, in characters, of resources that several platforms create. */
export const limits = {
  /** Compute Engine: networks, subnetworks, secondary ranges, routers, firewall rules, addresses (RFC 1035). */
  computeName: 63,
  /** IAM: account ids have 6 to 30 characters. */
  serviceAccountId: 30,
  /** IAM API, ServiceAccount: `displayName`, 100 bytes. */
  displayName: 100,
  /** Labels of resources: https://cloud.google.com/resource-manager/docs/labels-overview#requirements */
  labels: 64,
} as const;
