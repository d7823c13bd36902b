import type { AccessSpec } from "../../cluster/vocabulary";

/** Access to the API server, and permissions in the cluster. Principals are ARNs of IAM roles or users. */
export interface EksAccessSpec extends AccessSpec {
  /**
   * ARNs of IAM roles or users with all permissions (AmazonEKSClusterAdminPolicy). `[]` states that the cluster has no admin.
   *
   * @change in-place
   */
  readonly admins: readonly string[];
}
