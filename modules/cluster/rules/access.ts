import { addressClashes, principalNames } from "../terraform-addresses";
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
});
