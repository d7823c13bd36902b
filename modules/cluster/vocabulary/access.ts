/** Network access to the API server, and permissions of principals in the cluster. */
export interface AccessSpec {
  /**
   * Private endpoint of the API server inside the network, which nodes use. It does not exclude a public endpoint: `true` with
   * `publicFrom` has both, and `true` without it only the private one. `false` requires a public endpoint that is open to all
   * addresses, because nodes then use the public endpoint.
   *
   * @default true
   * @change eks in-place
   */
  readonly private?: boolean;

  /**
   * IPv4 ranges that may access the public endpoint of the API server. Empty: no public endpoint.
   *
   * @default []
   * @literal shape
   * @change eks in-place
   */
  readonly publicFrom?: readonly string[];

  /**
   * Clients of the private address of the API server, in addition to the nodes: private IPv4 ranges of this network and of networks that
   * are connected to it.
   *
   * @default []
   * @literal shape
   * @change in-place
   * @refused aks the private endpoint of AKS accepts all networks that are connected to its network; remove the field
   */
  readonly privateFrom?: readonly string[];

  /**
   * Principals with all permissions in the cluster. Required, because the deploying identity has no permissions in the cluster
   * by default. `[]` explicitly sets no administrator.
   *
   * @literal shape
   */
  readonly admins: readonly string[];

  /**
   * Principals that may change workloads, in all or some namespaces.
   *
   * @change eks in-place
   */
  readonly editors?: readonly AccessGrant[];

  /**
   * Principals that may read workloads, in all or some namespaces.
   *
   * @change eks in-place
   */
  readonly viewers?: readonly AccessGrant[];
}

/** Permissions of a principal, in all or some namespaces. */
export interface AccessGrant {
  /**
   * The principal, in the format of the platform's identity service.
   *
   * @literal aks
   */
  readonly principal: string;

  /**
   * Namespaces of the permissions; `*` matches any characters. If omitted, the permissions apply to the whole cluster.
   *
   * @literal aks
   */
  readonly namespaces?: readonly string[];
}

/** Permissions in the cloud for pods of one service account. */
export interface WorkloadIdentitySpec {
  /**
   * Kubernetes namespace: lower-case letters, digits and `-`, up to 63.
   *
   * @literal
   * @change replace the identity
   * @change eks replace the role and its association
   */
  readonly namespace: string;

  /**
   * Kubernetes service account, unique in its namespace.
   *
   * @literal
   * @change replace the identity
   * @change eks replace the role and its association
   */
  readonly serviceAccount: string;
}
