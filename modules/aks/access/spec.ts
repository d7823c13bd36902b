import type { AccessGrant, AccessSpec } from "../../cluster/vocabulary";

/** Who may reach the API server, and who may do what there: groups of Microsoft Entra ID, by role assignments of Azure. */
export interface AksAccessSpec extends AccessSpec {
  /**
   * The API server has an address in the network, which is how nodes reach it (API server VNet integration). Not all regions
   * have it. `false` with a public address: nodes come by it, from the address of the NAT gateway, which is let in. `false`
   * without: a private cluster with a private endpoint.
   *
   * @default true
   * @literal
   */
  readonly private?: boolean;

  /**
   * IPv4 ranges from which the API server's public address may be reached, at most 200. Empty: a private cluster. From empty to
   * not, or back, replaces the cluster, which is refused.
   *
   * @default []
   * @literal
   */
  readonly publicFrom?: readonly string[];

  /**
   * Object ids of Entra groups, users or service principals with all rights in the cluster (Azure Kubernetes Service RBAC Cluster
   * Admin). `[]` says on purpose: nobody.
   *
   * @literal
   */
  readonly admins: readonly string[];

  /** Object ids that may change workloads (Azure Kubernetes Service RBAC Writer). Namespaces are names, without patterns. */
  readonly editors?: readonly AccessGrant[];

  /** Object ids that may look (Azure Kubernetes Service RBAC Reader). Namespaces are names, without patterns. */
  readonly viewers?: readonly AccessGrant[];

  /** Id of the Entra tenant. Left out: that of the subscription. */
  readonly tenantId?: string;

  /**
   * Zone in which the private address of a private cluster is found.
   *
   * - `new`: a private DNS zone made here, linked to the network.
   * - `system`: one that AKS makes in its own resource group.
   * - an id: an existing zone, `privatelink.<region>.azmk8s.io` (`private.<region>.azmk8s.io` with `private: true`).
   *
   * @default "new"
   * @literal
   */
  readonly privateDnsZone?: string;

  /**
   * The name of a private cluster is found by public DNS too; its address stays private.
   *
   * @default false
   */
  readonly publicFqdn?: boolean;
}
