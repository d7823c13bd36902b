import type {
  AccessGrant,
  AccessSpec,
  DnsSpec,
  LoadBalancingSpec,
  WorkloadIdentitySpec,
} from "../../cluster/vocabulary";

/** Who may reach the API server, and who may do what there: groups of Microsoft Entra ID, by role assignments of Azure. */
export interface AksAccessSpec extends AccessSpec {
  /**
   * The API server has an address in the network, which is how nodes reach it (API server VNet integration). Not all regions
   * have it. `false` with a public address: nodes come by it, from the address of the NAT gateway, which is let in. `false`
   * without: a private cluster with a private endpoint.
   *
   * @default true
   */
  readonly private?: boolean;

  /**
   * IPv4 ranges from which the API server's public address may be reached, at most 200. Empty: a private cluster. From empty to
   * not, or back, replaces the cluster, which is refused.
   *
   * @default []
   */
  readonly publicFrom?: readonly string[];

  /**
   * Object ids of Entra groups, users or service principals with all rights in the cluster (Azure Kubernetes Service RBAC Cluster
   * Admin). `[]` says on purpose: nobody.
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
   */
  readonly privateDnsZone?: string;

  /**
   * The name of a private cluster is found by public DNS too; its address stays private.
   *
   * @default false
   */
  readonly publicFqdn?: boolean;
}

/** Ingress controllers that AKS runs. */
export interface AksLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * The application routing add-on: NGINX, run by AKS, which writes records into the zones of `dns`.
   *
   * @default false
   */
  readonly controller?: boolean;

  /**
   * Where the add-on's first NGINX is reached.
   *
   * @default "external"
   */
  readonly ingress?: "external" | "internal" | "none";

  /** The Application Gateway Ingress Controller, with an existing gateway or with one that it makes. */
  readonly applicationGateway?: AksApplicationGatewaySpec;

  /** Istio, run by AKS. */
  readonly istio?: AksIstioSpec;
}

/** One of the two. */
export interface AksApplicationGatewaySpec {
  /** Id of an existing gateway. The right to join its subnet is left to whoever manages that. */
  readonly gatewayId?: string;

  /** Id of an existing subnet in which a gateway is made. */
  readonly subnetId?: string;
}

/** See {@link AksLoadBalancingSpec.istio}. */
export interface AksIstioSpec {
  /** Revisions, such as `asm-1-27`: one, or two that follow each other while an upgrade is on its way. */
  readonly revisions: readonly string[];

  /**
   * A gateway for traffic from inside the network.
   *
   * @default false
   */
  readonly internalGateway?: boolean;

  /**
   * A gateway for traffic from the internet.
   *
   * @default false
   */
  readonly externalGateway?: boolean;
}

/** Records in Azure DNS, written by the application routing add-on, or else by ExternalDNS. */
export interface AksDnsSpec extends DnsSpec {
  /**
   * Ids of DNS zones, public or private. Without the add-on the rights are those of an identity for the service account
   * `external-dns` in the namespace `external-dns`.
   */
  readonly zones: readonly string[];
}

/** Pods of one service account, and what they may do in Azure. */
export interface AksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** Roles on scopes. The service account needs the annotation `azure.workload.identity/client-id` with the id of the output. */
  readonly grants?: readonly AksGrant[];
}

/** A role of Azure on a scope. */
export interface AksGrant {
  /** Name of a role, e.g. `Storage Blob Data Reader`. */
  readonly role: string;

  /** Id of a resource, a resource group or a subscription. */
  readonly scope: string;
}
