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
   *
   * @literal shape
   */
  readonly zones: readonly string[];
}
