import { error, type Path, type Problem } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AksClusterProps } from "../../spec";
import { isWindows } from "../../settings";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * [Azure naming rules] 1 to 63 letters, digits, `-` and `_`, with a letter or digit at both ends. Names of other resources are made of
   * it: DNS prefixes, workspaces and backup vaults take no `_`, volumes begin with a letter.
   */
  "cluster-name"({ name }) {
    const problems = lengthProblems(
      ["name"],
      name,
      limits.clusterName,
      /^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/,
    );
    if (problems.length > 0 || !isKnown(name) || /^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return problems;
    return [error(["name"], `must begin with a letter and hold letters, digits and "-", got ${shown(name)}`)];
  },

  /** [Azure naming rules] Region names are in one word: `westeurope`. */
  "region-name"({ region }) {
    if (!isKnown(region) || /^[a-z]+[a-z0-9]*$/.test(region)) return [];
    const word = region.toLowerCase().replace(/[^a-z0-9]/g, "");
    const hint =
      /^(us|eu|ap|ca|sa|af|me)[a-z]+\d+$/.test(word) || /-\d/.test(region) ? "" : `; write ${word}`;
    return [error(["region"], `must be a region of Azure such as westeurope, got ${shown(region)}${hint}`)];
  },

  /** [Azure naming rules] Resource groups; that of nodes is another one, which AKS makes itself. */
  "resource-group-names"({ name, aks = {} }) {
    const { resourceGroup, nodeResourceGroup } = aks;
    const syntax = /^[\w().-]*[\w()-]$/;
    const own = resourceGroup ?? name;
    return [
      ...lengthProblems(["aks", "resourceGroup"], resourceGroup, limits.resourceGroup, syntax),
      ...lengthProblems(["aks", "nodeResourceGroup"], nodeResourceGroup, limits.nodeResourceGroup, syntax),
      ...(isKnown(nodeResourceGroup) && isKnown(own) && nodeResourceGroup.toLowerCase() === own.toLowerCase()
        ? [
            error(
              ["aks", "nodeResourceGroup"],
              `must be another than that of the cluster, ${shown(own)}: AKS makes it, and deletes it`,
            ),
          ]
        : []),
    ];
  },

  /** [AKS] Windows pools have six characters, of which a hash takes four: two tell people which it is. */
  "windows-names"(cluster) {
    return forEachGroup(cluster, (group, path) =>
      isWindows(group) && isKnown(group.name) && group.name.replaceAll("-", "").length < 2
        ? [error([...path, "name"], `must have at least two letters, got ${shown(group.name)}`)]
        : [],
    );
  },
});

function lengthProblems(path: Path, name: string | undefined, most: number, syntax: RegExp): Problem[] {
  if (!isKnown(name)) return [];
  if (name.length > most)
    return [error(path, `must have at most ${most} characters on AKS, ${shown(name)} has ${name.length}`)];
  if (!syntax.test(name)) {
    return [
      error(
        path,
        `must hold letters, digits, "-" and "_", with a letter or digit at its ends, got ${shown(name)}`,
      ),
    ];
  }
  return [];
}
