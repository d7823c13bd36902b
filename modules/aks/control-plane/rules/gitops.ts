import { gitopsProblems } from "../../../cluster/gitops";
import { defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * AKS has an extension for the tool of `gitops`.
   *
   * @see https://learn.microsoft.com/azure/aks/cluster-extensions
   */
  "gitops-supported"({ gitops }) {
    return gitopsProblems("aks", gitops);
  },
});
