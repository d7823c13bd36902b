import { gitopsProblems } from "../../../cluster/gitops";
import { error } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /**
   * EKS runs the tool of `gitops`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/capabilities.html
   */
  "gitops-supported"({ gitops }) {
    return gitopsProblems("eks", gitops);
  },

  /**
   * Argo CD as a capability has its instance of IAM Identity Center, with which users sign in.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/create-argocd-capability.html
   */
  "gitops-settings"({ gitops, eks }) {
    if (gitops !== "argocd" || eks?.capabilities?.argocd !== undefined) return [];
    return [
      error(["gitops"], '"argocd" needs eks.capabilities.argocd.identityCenterArn, with which users sign in'),
    ];
  },
});
