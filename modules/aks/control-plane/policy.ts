import { Aspects, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { defaults } from "../fields.generated";
import type { AksOptions, AksPolicySetting } from "../spec";

/** Arguments of the cluster that a policy of Azure sets. */
const argumentsOf: Readonly<Record<AksPolicySetting, readonly string[]>> = {
  // All resources have tags: see `ignoreTags`.
  tags: ["default_node_pool[0].tags"],
  defender: ["microsoft_defender"],
  "container-insights": ["oms_agent"],
  "azure-policy": ["azure_policy_enabled"],
};

const settingsOf = ({ setByPolicy }: AksOptions): readonly AksPolicySetting[] =>
  setByPolicy ?? defaults["aks.setByPolicy"];

/** The arguments of the cluster that Terraform ignores, because policies of Azure change them. */
export const ignoredByPolicy = (aks: AksOptions): string[] =>
  settingsOf(aks).flatMap((setting) => argumentsOf[setting]);

/** Ignores the tags of all resources in a scope, also of those that are created later. */
export function ignoreTags(scope: IConstruct, aks: AksOptions): void {
  if (!settingsOf(aks).includes("tags")) return;
  Aspects.of(scope).add({
    visit(node) {
      if (!TerraformResource.isTerraformResource(node) || !("tagsInput" in node)) return;
      const { ignoreChanges = [] } = node.lifecycle ?? {};
      if (ignoreChanges === "all" || ignoreChanges.includes("tags")) return;
      node.lifecycle = { ...node.lifecycle, ignoreChanges: [...ignoreChanges, "tags"] };
    },
  });
}
