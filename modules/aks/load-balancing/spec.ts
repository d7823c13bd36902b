import type { DnsSpec, LoadBalancingSpec } from "../../cluster/vocabulary";

/** Ingress controllers that AKS runs. */
export interface AksLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * The application routing add-on: NGINX, run by AKS, which writes records into the zones of `dns`.
   *
   * @default false
   * @literal
   */
  readonly controller?: boolean;

  /**
   * Reachability of the add-on's first NGINX ingress.
   *
   * @default "external"
   * @literal
   */
  readonly ingress?: "external" | "internal" | "none";

  /**
   * Ports of public Services of type LoadBalancer, for example `"443/tcp"` or `"5000-5010/udp"`. Azure denies traffic from the internet to
   * all other ports of a new network. The ports of `controller` and `istio` are open without an entry. An existing network has
   * separate security groups.
   *
   * @default []
   * @literal
   */
  readonly publicPorts?: readonly string[];

  /**
   * IPv4 ranges from which the public load balancers of the cluster can be reached: `publicPorts`, `controller` and `istio`. If omitted:
   * from the internet.
   *
   * @literal shape
   */
  readonly publicFrom?: readonly string[];

  /** The Application Gateway Ingress Controller, with an existing gateway or with one that it creates. */
  readonly applicationGateway?: AksApplicationGatewaySpec;

  /** Istio, run by AKS. */
  readonly istio?: AksIstioSpec;
}

/** Either field. */
export interface AksApplicationGatewaySpec {
  /** Id of an existing gateway. The role to join its subnet is assigned outside this file. */
  readonly gatewayId?: string;

  /** Id of an existing subnet in which a gateway is created. */
  readonly subnetId?: string;
}

/** Value of `loadBalancing.istio`. */
export interface AksIstioSpec {
  /** Revisions, for example `asm-1-29`: one, or two consecutive ones during an upgrade. */
  readonly revisions: readonly string[];

  /**
   * A gateway for traffic from inside the network.
   *
   * @default false
   */
  readonly internalGateway?: boolean;

  /**
   * A gateway for traffic from the internet, on the ports 80 and 443.
   *
   * @default false
   * @literal
   */
  readonly externalGateway?: boolean;
}

/** Records in Azure DNS, written by the application routing add-on, or else by ExternalDNS. */
export interface AksDnsSpec extends DnsSpec {
  /**
   * Ids of DNS zones, public or private. Without the add-on the roles are assigned to an identity for the service account
   * `external-dns` in the namespace `external-dns`.
   *
   * @literal shape
   */
  readonly zones: readonly string[];
}
