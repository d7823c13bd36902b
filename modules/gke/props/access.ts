import type {
  AccessGrant,
  AccessSpec,
  DnsSpec,
  LoadBalancingSpec,
  WorkloadIdentitySpec,
} from "../../cluster/vocabulary";

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
   */
  readonly privateFrom?: readonly string[];

  /**
   * A name (`…gke.goog`) by which the API server is reached from everywhere, by those alone whom IAM lets
   * (`container.clusters.connect`); it needs no address to be open. Left out: there unless the network is `private`.
   */
  readonly dnsEndpoint?: boolean;

  /**
   * The API server has addresses at all. `false` leaves the name of `dnsEndpoint` alone.
   *
   * @default true
   */
  readonly ipEndpoint?: boolean;

  /**
   * Addresses of all of Google Cloud may reach the public address, those of other customers too.
   *
   * @default false
   */
  readonly googleCloud?: boolean;

  /**
   * The private address may be reached from other regions and joined networks.
   *
   * @default true
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

  /** Names of namespaces, no patterns: Kubernetes has none. */
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

/** Load balancers for Services, Ingresses and Gateways. GKE's own controllers make them, with rights of their own. */
export interface GkeLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * GKE's controller for Ingresses and for load balancing to pods themselves (network endpoint groups). It runs in the control
   * plane. Always on in Autopilot.
   *
   * @default true
   */
  readonly controller?: boolean;

  /**
   * GKE's controller for Gateways, with the definitions of the Gateway API's standard channel.
   *
   * @default true
   */
  readonly gateway?: boolean;

  /**
   * IPv4 range, /26 to /20, of a new subnet for the proxies of regional load balancers (Envoy), of which a region of a VPC has
   * one. Not in an existing network. Immutable.
   */
  readonly proxyCidr?: string;

  /**
   * GKE makes the firewall rules of Services with load balancers. `false`: they are yours.
   *
   * @default true
   */
  readonly firewall?: boolean;

  /**
   * Services may name external addresses (`externalIPs`), which lets whoever may make one take traffic of others.
   *
   * @default false
   */
  readonly externalIps?: boolean;
}

/** Records in Cloud DNS, written by ExternalDNS. */
export interface GkeDnsSpec extends DnsSpec {
  /**
   * Names of managed zones in the cluster's project. The rights are those of the service account `external-dns` in the
   * namespace `external-dns`.
   */
  readonly zones: readonly string[];
}

/** Pods of one service account, and what they may do in Google Cloud. Without `grants` it has no rights yet. */
export interface GkeWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** What the pods may do. */
  readonly grants?: readonly GkeGrant[];

  /**
   * How pods get their rights.
   *
   * - `direct`: they have them by themselves (`principal://…/subject/ns/<namespace>/sa/<service account>`); nothing is to be
   *   done in the cluster.
   * - `service-account`: by a service account of IAM that they impersonate, for the few services that know no other principals. The
   *   Kubernetes service account needs the annotation `iam.gke.io/gcp-service-account` with the e-mail of the stack's output
   *   `workload_service_accounts`.
   *
   * @default "direct"
   */
  readonly via?: "direct" | "service-account";

  /** E-mail of an existing service account of IAM, for `via: service-account`; a new one when left out. */
  readonly serviceAccountEmail?: string;
}

/** A role, on one thing: on the cluster's project when nothing else is named. */
export interface GkeGrant {
  /** A role of IAM: `roles/…`, or a custom one by its full name. */
  readonly role: string;

  /** Id of another project. */
  readonly project?: string;

  /** Name of a bucket of Cloud Storage. */
  readonly bucket?: string;

  /** Id, or full name, of a secret of Secret Manager. */
  readonly secret?: string;

  /** Name of a Pub/Sub topic. */
  readonly topic?: string;

  /** Name of a Pub/Sub subscription. */
  readonly subscription?: string;

  /** Full name of a key of Cloud KMS: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. */
  readonly key?: string;

  /** Id of a BigQuery dataset. */
  readonly dataset?: string;

  /** Full name of a repository of Artifact Registry: `projects/…/locations/…/repositories/…`. */
  readonly repository?: string;

  /** When the role holds. */
  readonly condition?: GkeCondition;
}

/** A condition of IAM. */
export interface GkeCondition {
  /** A few words that tell it from others. */
  readonly title: string;

  /** In the Common Expression Language. */
  readonly expression: string;
}
