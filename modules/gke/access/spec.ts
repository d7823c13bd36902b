import type { AccessGrant, AccessSpec } from "../../cluster/vocabulary";

/**
 * Who may reach the API server, and who may do what there. Principals are members of IAM: `user:ann@example.com`,
 * `group:ops@example.com`, `serviceAccount:ci@project.iam.gserviceaccount.com`, `principal://…`, `principalSet://…`.
 *
 * Whoever has rights in the project, such as its owners, has them in the cluster too: Google has no way to shut them out.
 */
export interface GkeAccessSpec extends AccessSpec {
  /** Members of IAM with all rights in this cluster (roles/container.admin, for this cluster alone). */
  readonly admins: readonly string[];

  /**
   * Members that may change workloads: roles/container.developer for this cluster, or, with `namespaces`, the right to connect and
   * role bindings in these, which are in the stack's output `access_manifests`.
   */
  readonly editors?: readonly GkeAccessGrant[];

  /** Members that may look: roles/container.viewer for this cluster, or, with `namespaces`, as with `editors`. */
  readonly viewers?: readonly GkeAccessGrant[];

  /**
   * The API server has a private address in the VPC, in any case: GKE's nodes use no other way.
   *
   * @default true
   * @literal
   */
  readonly private?: true;

  /**
   * IPv4 ranges from which the API server's addresses may be reached from outside of the subnet. Public ranges open its public
   * address; without any there is none.
   *
   * @default []
   */
  readonly publicFrom?: readonly string[];

  /**
   * Private IPv4 ranges from which the API server's private address may be reached, beside the cluster's own nodes and pods:
   * networks of people and pipelines that are joined to this VPC.
   *
   * @default []
   * @literal shape
   */
  readonly privateFrom?: readonly string[];

  /**
   * A name (`…gke.goog`) by which the API server is reached from everywhere, by those alone whom IAM lets
   * (`container.clusters.connect`); it needs no address to be open. Left out: there unless the network is `private`.
   *
   * @literal
   */
  readonly dnsEndpoint?: boolean;

  /**
   * The API server has addresses at all. `false` leaves the name of `dnsEndpoint` alone.
   *
   * @default true
   * @literal
   */
  readonly ipEndpoint?: boolean;

  /**
   * Addresses of all of Google Cloud may reach the public address, those of other customers too.
   *
   * @default false
   * @literal
   */
  readonly googleCloud?: boolean;

  /**
   * The private address may be reached from other regions and joined networks.
   *
   * @default true
   * @literal
   */
  readonly globalAccess?: boolean;

  /** Where the private address is. Left out: GKE takes one of the nodes' subnet. Immutable. */
  readonly endpointAddress?: GkeEndpointAddress;

  /** The group whose members, themselves groups, can be named in role bindings: `gke-security-groups@<domain>`. */
  readonly securityGroup?: string;
}

/** A right in the cluster. */
export interface GkeAccessGrant extends AccessGrant {
  /** A member of IAM. With `namespaces` a user, a group or a service account, by name. */
  readonly principal: string;

  /**
   * Names of namespaces, no patterns: Kubernetes has none.
   *
   * @literal
   */
  readonly namespaces?: readonly string[];
}

/** Where the API server's private address is: one of the three. All are immutable. */
export interface GkeEndpointAddress {
  /** In a new subnet of this IPv4 range, /28 to /24, by Private Service Connect. Not in an existing network. */
  readonly cidr?: string;

  /** In this existing subnet, by name or self link, by Private Service Connect. */
  readonly subnetwork?: string;

  /** In a VPC of Google's with this IPv4 range, a /28, that is peered with ours: as clusters before 1.29 have it. */
  readonly peeringCidr?: string;
}
