/** Who may reach the API server, and who may do what there. */
export interface AccessSpec {
  /**
   * The API server answers inside the network, which is how nodes reach it. `false` is possible only where the
   * public address is open to all, since nodes then come in from outside.
   *
   * @default true
   * @change eks in-place
   */
  readonly private?: boolean;

  /**
   * IPv4 ranges from which the API server's public address may be reached. Empty: there is no public address.
   *
   * @default []
   * @literal shape
   * @change eks in-place
   */
  readonly publicFrom?: readonly string[];

  /**
   * Principals with all rights in the cluster. Required, so that nobody is locked out by oversight and nobody gets in
   * by default: whoever runs Terraform has no rights unless named. `[]` says so on purpose.
   *
   * @literal shape
   */
  readonly admins: readonly string[];

  /**
   * Principals that may change workloads, everywhere or in some namespaces.
   *
   * @change eks in-place
   */
  readonly editors?: readonly AccessGrant[];

  /**
   * Principals that may look, everywhere or in some namespaces.
   *
   * @change eks in-place
   */
  readonly viewers?: readonly AccessGrant[];
}

/** A right in the cluster, everywhere or in some namespaces. */
export interface AccessGrant {
  /**
   * The principal, as the platform's identity service names it.
   *
   * @literal aks
   */
  readonly principal: string;

  /**
   * Namespaces that the right is limited to; `*` stands for any run of characters. Left out: the whole cluster.
   *
   * @literal aks
   */
  readonly namespaces?: readonly string[];
}

/** Pods of one service account, and what they may do in the cloud. */
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
