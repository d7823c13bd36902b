/**
 * What every cluster offers, whatever the platform. Code that deploys onto clusters can be written against this.
 *
 * All strings are CDKTF tokens: references that Terraform resolves.
 */
export interface KubernetesCluster<NodeGroupProps, NodeGroup, WorkloadIdentityProps, WorkloadIdentity> {
  /** Name of the cluster in the cloud. */
  readonly name: string;

  /** URL of the API server. */
  readonly endpoint: string;

  /** Certificate authority of the API server, PEM in base64. */
  readonly certificateAuthority: string;

  /** Issuer of the cluster's service account tokens. */
  readonly oidcIssuerUrl: string;

  /** Adds workers of one kind. Its edges are the same as for groups given at construction. */
  addNodeGroup(props: NodeGroupProps): NodeGroup;

  /** Lets the pods of one service account act in the cloud, with exactly the given rights. */
  addWorkloadIdentity(props: WorkloadIdentityProps): WorkloadIdentity;
}
