import { error } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import { nameProblems } from "../../control-plane/rules/names";
import { limits } from "../../limits";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/resource-group", {
  /**
   * Names of resource groups are valid, and the group of nodes is another one, which AKS creates and deletes.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  "resource-group-names"({ name, aks = {} }) {
    const { resourceGroup, nodeResourceGroup } = aks;
    const syntax = /^[\w().-]*[\w()-]$/;
    const own = resourceGroup ?? name;
    return [
      ...nameProblems(["aks", "resourceGroup"], resourceGroup, limits.resourceGroup, syntax),
      ...nameProblems(["aks", "nodeResourceGroup"], nodeResourceGroup, limits.nodeResourceGroup, syntax),
      ...(isKnown(nodeResourceGroup) && isKnown(own) && nodeResourceGroup.toLowerCase() === own.toLowerCase()
        ? [
            error(
              ["aks", "nodeResourceGroup"],
              `must differ from the cluster's resource group, ${shown(own)}: AKS creates and deletes it`,
            ),
          ]
        : []),
    ];
  },
});
