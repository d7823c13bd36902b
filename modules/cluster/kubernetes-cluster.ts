/**
 * The attributes and methods of clusters on all platforms, for code that does not depend on the platform.
 *
 * All strings but the warnings are CDKTF tokens.
 */
export interface KubernetesCluster<NodeGroupProps, NodeGroup, WorkloadIdentityProps, WorkloadIdentity> {
  /** Name of the cluster in the cloud. */
  readonly name: string;

  /** URL of the API server. */
  readonly endpoint: string;

  /** Certificate authority of the API server, PEM in base64. */
  readonly certificateAuthority: string;

  /** URL of the OIDC issuer of service account tokens. */
  readonly oidcIssuerUrl: string;

  /**
   * The warnings about the props, with those about what was added: `network.nat: … [eks/network/nat]`. They are annotations of the construct too,
   * which only the command of CDKTF prints. A program that runs without it prints this list.
   */
  readonly warnings: readonly string[];

  /** Adds a node group. Its dependencies are the same as those of node groups in the props. */
  addNodeGroup(props: NodeGroupProps): NodeGroup;

  /** Grants the given permissions in the cloud to the pods of one service account. */
  addWorkloadIdentity(props: WorkloadIdentityProps): WorkloadIdentity;
}
