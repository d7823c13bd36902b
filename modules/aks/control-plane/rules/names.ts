import { error, type Path, type Finding } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import { regionAdvice } from "../../../cluster/rules/zones";
import { regionNames } from "../../../azure/regions";
import { limits } from "../../limits";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * The name has 1 to 63 letters, digits and `-`, and begins with a letter. Azure also accepts `_` for
   * clusters, but names of other resources are derived from it: DNS prefixes, workspaces and backup vaults
   * accept no `_`, and volumes begin with a letter.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  "cluster-name"({ name }) {
    const problems = nameProblems(
      ["name"],
      name,
      limits.clusterName,
      /^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/,
    );
    if (problems.length > 0 || !isKnown(name) || /^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return problems;
    return [
      error(
        ["name"],
        `must begin with a letter and contain only letters, digits and "-", got ${shown(name)}`,
      ),
    ];
  },

  /**
   * The region is a name of the Azure CLI without spaces, such as `westeurope`.
   *
   * @see https://learn.microsoft.com/azure/reliability/regions-list
   */
  "region-format"({ region }) {
    if (!isKnown(region) || /^[a-z][a-z0-9]*$/.test(region)) return [];
    const advice = regionAdvice(region, regionNames());
    return [error(["region"], `must be a region of Azure such as westeurope, got ${shown(region)}${advice}`)];
  },
});

/** Problems of a name of Azure. */
export function nameProblems(path: Path, name: string | undefined, most: number, syntax: RegExp): Finding[] {
  if (!isKnown(name)) return [];
  if (name.length > most)
    return [error(path, `must have at most ${most} characters on AKS, ${shown(name)} has ${name.length}`)];
  if (!syntax.test(name)) {
    return [
      error(
        path,
        `must contain letters, digits, "-" and "_", with a letter or digit at both ends, got ${shown(name)}`,
      ),
    ];
  }
  return [];
}
