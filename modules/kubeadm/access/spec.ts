import type { AccessGrant, AccessSpec } from "../../cluster/vocabulary";

/** Access to the API server. It has only a private address; people authenticate through the cloud. */
export interface KubeadmAccessSpec extends AccessSpec {
  /** @refused the API server has only a private address; remove the field */
  readonly private?: boolean;

  /** @refused the API server has no public address; connect your network to that of the cluster, and list its range in privateFrom */
  readonly publicFrom?: readonly string[];

  /**
   * Clients of the API server, in addition to the machines of the cluster: private IPv4 ranges of this network and of networks that are
   * connected to it.
   *
   * @default []
   * @literal
   * @change in-place
   */
  readonly privateFrom?: readonly string[];

  /**
   * Who has all permissions in the cluster: on AWS ARNs of IAM roles without path and of users, on Azure object ids of Entra ID, on Google Cloud users
   * and service accounts such as `user:ann@example.com`. `[]` explicitly sets no administrator. With administrators, control-plane machines on AWS must have the
   * program aws-iam-authenticator. A change of the list reaches the machines in five minutes; the first administrator changes the templates
   * of the control plane. On Azure the apply changes the list. On AWS a reference is to a role.
   *
   * @literal shape
   * @shown
   * @change in-place
   */
  readonly admins: readonly string[];

  /** @refused only administrators are set here; bind groups to the role "edit" in the cluster */
  readonly editors?: readonly AccessGrant[];

  /** @refused only administrators are set here; bind groups to the role "view" in the cluster */
  readonly viewers?: readonly AccessGrant[];
}
