import { addressClashes, principalNames, workloadNames } from "../terraform-addresses";
import type { ClusterSpec } from "../vocabulary";
import { defineRules } from "./rule";

export const rules = defineRules<ClusterSpec>("cluster/access", {
  /**
   * The names of principals differ in letters or digits: each principal has one resource, whose Terraform address keeps only
   * these of its name.
   *
   * @see https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
   */
  "principal-addresses"({ access }) {
    return addressClashes(principalNames(access));
  },

  /**
   * The namespaces and service accounts of workload identities differ in letters or digits, since Terraform addresses keep only these:
   * `a-b/c` and `a/b-c` would have the same address.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "workload-addresses"({ workloadIdentities }) {
    return addressClashes(workloadNames(workloadIdentities));
  },
});
