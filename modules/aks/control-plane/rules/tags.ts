import { tagProblems } from "../../../azure/tags";
import { defineRules, forEachGroup } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * A resource has at most 50 tags, with keys up to 512 and values up to 256 characters. Azure ignores the
   * case of keys.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
   */
  "tag-limits"(cluster) {
    return [
      ...tagProblems(["tags"], cluster.tags),
      ...forEachGroup(cluster, ({ tags }, group) => tagProblems([...group, "tags"], tags)),
    ];
  },
});
