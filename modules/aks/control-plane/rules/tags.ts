import { error, keyError, type Path, type Finding } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, shown } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
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
      ...problemsOf(["tags"], cluster.tags),
      ...forEachGroup(cluster, ({ tags }, group) => problemsOf([...group, "tags"], tags)),
    ];
  },
});

function problemsOf(path: Path, tags: Readonly<Record<string, string>> | undefined): Finding[] {
  if (!isKnown(tags)) return [];
  const keys = Object.keys(tags);
  return [
    ...(keys.length > limits.tags
      ? [error(path, `must be at most ${limits.tags} tags, got ${keys.length}`)]
      : []),
    ...keys.flatMap((key) => {
      const value = tags[key];
      if (/[<>%&\\?/]/.test(key))
        return [keyError([...path, key], `keys must not contain < > % & \\ ? or /, got ${shown(key)}`)];
      if (/^(microsoft|azure|windows)/i.test(key))
        return [keyError([...path, key], `keys with this prefix are reserved by Azure, got ${shown(key)}`)];
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
    // Azure ignores the case of keys.
    ...keys
      .filter((key, i) => keys.findIndex((other) => other.toLowerCase() === key.toLowerCase()) < i)
      .map((key) =>
        keyError([...path, key], `${shown(key)} is a duplicate: Azure ignores the case of tag keys`),
      ),
  ];
}
