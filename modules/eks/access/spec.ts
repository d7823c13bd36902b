import type { AccessSpec } from "../../cluster/vocabulary";

/** Who may reach the API server, and who may do what there; principals are ARNs of IAM roles or users. */
export interface EksAccessSpec extends AccessSpec {
  /** ARNs of IAM roles or users with all rights (AmazonEKSClusterAdminPolicy). `[]` says on purpose: nobody. */
  readonly admins: readonly string[];
}
