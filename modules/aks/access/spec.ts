import type { AccessGrant, AccessSpec } from "../../cluster/vocabulary";

/** Reachability of the API server, and access to the cluster by role assignments of Azure to principals of Microsoft Entra ID. */
export interface AksAccessSpec extends AccessSpec {
  /**
   * The API server has an address in the network, and nodes reach it there (API server VNet integration). It does not exclude a public
   * address: `true` with `publicFrom` has both. Not available in all regions. `false` with a public address: nodes use the public address, which allows the address of the NAT gateway. `false`
   * without: a private cluster with a private endpoint.
   *
   * @default true
   * @literal
   * @change refused
   */
  readonly private?: boolean;

  /**
   * IPv4 ranges from which the API server's public address may be reached, at most 200. Empty: a private cluster. A change from empty
   * to not empty, or back, would replace the cluster and is refused.
   *
   * @default []
   * @literal
   */
  readonly publicFrom?: readonly string[];

  /**
   * Object ids of Entra groups, users or service principals with full access to the cluster (Azure Kubernetes Service RBAC Cluster
   * Admin). `[]` means explicitly: no principal.
   *
   * @literal
   */
  readonly admins: readonly string[];

  /** Object ids that may change workloads (Azure Kubernetes Service RBAC Writer). Namespaces are names, without patterns. */
  readonly editors?: readonly AccessGrant[];

  /** Object ids with read access (Azure Kubernetes Service RBAC Reader). Namespaces are names, without patterns. */
  readonly viewers?: readonly AccessGrant[];

  /** Id of the Entra tenant. If omitted: the tenant of the subscription. */
  readonly tenantId?: string;

  /**
   * DNS zone with the private address of a private cluster.
   *
   * - `new`: a new private DNS zone, linked to the network.
   * - `system`: a zone that AKS creates in its own resource group.
   * - an id: an existing zone, `privatelink.<region>.azmk8s.io` (`private.<region>.azmk8s.io` with `private: true`).
   *
   * @default "new"
   * @literal
   * @change refused
   */
  readonly privateDnsZone?: string;

  /**
   * The name of a private cluster is also in public DNS; its address stays private.
   *
   * @default false
   */
  readonly publicFqdn?: boolean;
}
