import { error, keyError, type Path, type Problem } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /** [Azure naming rules] Tags: 50 of them, keys up to 512 characters without some signs, values up to 256. */
  "tag-limits"(cluster) {
    return [
      ...problemsOf(["tags"], cluster.tags),
      ...forEachGroup(cluster, ({ tags }, group) => problemsOf([...group, "tags"], tags)),
    ];
  },

  /** [AKS docs] Labels of Azure's own domain are set by AKS. */
  "azure-labels"(cluster) {
    return forEachGroup(cluster, ({ labels, taints }, group) => [
      ...Object.keys(isKnown(labels) ? labels : {})
        .filter((key) => /^kubernetes\.azure\.com\//.test(key))
        .map((key) =>
          keyError(
            [...group, "labels", key],
            `${shown(key)} is a label that AKS sets itself; use another domain`,
          ),
        ),
      ...(isKnown(taints) ? taints : []).flatMap(({ key }, i) =>
        isKnown(key) && /^kubernetes\.azure\.com\//.test(key)
          ? [
              error(
                [...group, "taints", i, "key"],
                `${shown(key)} is a taint that AKS sets itself; use another domain`,
              ),
            ]
          : [],
      ),
    ]);
  },
});

function problemsOf(path: Path, tags: Readonly<Record<string, string>> | undefined): Problem[] {
  if (!isKnown(tags)) return [];
  const keys = Object.keys(tags);
  return [
    ...(keys.length > limits.tags
      ? [error(path, `must be at most ${limits.tags} tags, got ${keys.length}`)]
      : []),
    ...keys.flatMap((key) => {
      const value = tags[key];
      if (/[<>%&\\?/]/.test(key))
        return [keyError([...path, key], `keys must not hold < > % & \\ ? or /, got ${shown(key)}`)];
      if (/^(microsoft|azure|windows)/i.test(key))
        return [keyError([...path, key], `keys that begin so are Azure's own, got ${shown(key)}`)];
      if (key.length > limits.tagKey)
        return [
          keyError(
            [...path, key],
            `keys must have at most ${limits.tagKey} characters, this one has ${key.length}`,
          ),
        ];
      return isKnown(value) && value.length > limits.tagValue
        ? [
            error(
              [...path, key],
              `must have at most ${limits.tagValue} characters, this one has ${value.length}`,
            ),
          ]
        : [];
    }),
    // [azurerm docs] Azure does not tell keys apart by case.
    ...keys
      .filter((key, i) => keys.findIndex((other) => other.toLowerCase() === key.toLowerCase()) < i)
      .map((key) =>
        keyError([...path, key], `${shown(key)} is there already: Azure does not tell upper from lower case`),
      ),
  ];
}
