import type { AccessGrant, AccessSpec } from "../../cluster/vocabulary";

/**
 * Who can reach the API server, and what they can do there. Principals are members of IAM: `user:ann@example.com`,
 * `group:ops@example.com`, `serviceAccount:ci@project.iam.gserviceaccount.com`, `principal://…`, `principalSet://…`.
 *
 * Principals with roles in the project, such as its owners, have them in the cluster too. Google Cloud cannot exclude
 * them.
 */
export interface GkeAccessSpec extends AccessSpec {
  /** Members of IAM with all rights in the cluster: `roles/container.admin`, limited to this cluster. */
  readonly admins: readonly string[];

  /**
   * Members that can change workloads: `roles/container.developer`, limited to this cluster. With `namespaces`: the
   * right to connect, and role bindings in these namespaces, which are in the stack's output `access_manifests`.
   */
  readonly editors?: readonly GkeAccessGrant[];

  /**
   * Members that can read: `roles/container.viewer`, limited to this cluster. With `namespaces`: as for `editors`.
   */
  readonly viewers?: readonly GkeAccessGrant[];

  /**
   * Not supported: the API server always has a private address in the VPC network, which nodes use.
   *
   * @refused the API server always has a private address in the VPC network; remove the field
   */
  readonly private?: never;

  /**
   * IPv4 ranges outside the subnet that can reach the addresses of the API server. Public ranges enable its public
   * address; without them there is none.
   *
   * @default []
   */
  readonly publicFrom?: readonly string[];

  /**
   * Private IPv4 ranges that can reach the private address of the API server, in addition to the cluster's own nodes and
   * pods: networks of users and pipelines that are connected to this VPC network.
   *
   * @default []
   * @literal shape
   */
  readonly privateFrom?: readonly string[];

  /**
   * Allows external traffic to the DNS endpoint (`…gke.goog`): it is then reachable from the whole internet, for principals with
   * the IAM permission `container.clusters.connect`. `publicFrom` does not limit it; VPC Service Controls can. It needs no open
   * address.
   *
   * @default false
   * @literal
   */
  readonly dnsEndpoint?: boolean;

  /**
   * The IP endpoints of the API server. With `false` the DNS endpoint is the only one.
   *
   * @default true
   * @literal
   */
  readonly ipEndpoint?: boolean;

  /**
   * All addresses of Google Cloud, including those of other customers, can reach the public address.
   *
   * @default false
   * @literal
   */
  readonly googleCloud?: boolean;

  /**
   * The private address is reachable from other regions and connected networks.
   *
   * @default true
   * @literal
   */
  readonly globalAccess?: boolean;

  /**
   * The private address of the API server. If omitted, GKE uses one of the nodes' subnet.
   *
   * @change refused it would replace the cluster; the provider keeps the ranges of a removed field
   */
  readonly endpointAddress?: GkeEndpointAddress;

  /**
   * The group whose member groups can be subjects of role bindings: `gke-security-groups@<domain>`. `none` turns the
   * groups of a running cluster off.
   *
   * @change in-place the provider keeps the group of a removed field; set none, apply, and then remove the field
   */
  readonly securityGroup?: string;
}

/** Access to the cluster. */
export interface GkeAccessGrant extends AccessGrant {
  /** A member of IAM. With `namespaces`: a user, a group or a service account. */
  readonly principal: string;

  /**
   * Names of namespaces, without patterns.
   *
   * @literal
   */
  readonly namespaces?: readonly string[];
}

/** The private address of the API server: one of the three fields. */
export interface GkeEndpointAddress {
  /** IPv4 range, /28 to /24, of a new subnet for Private Service Connect. Not with an existing network. */
  readonly cidr?: string;

  /** An existing subnet for Private Service Connect, by name or self link. */
  readonly subnetwork?: string;

  /**
   * IPv4 range, a /28, of a VPC network of Google that is peered with the cluster's, as in clusters before 1.29.
   */
  readonly peeringCidr?: string;
}
