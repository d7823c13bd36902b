import { error, type Finding, keyError, type Path } from "../cluster/problem";
import { isKnown, shown } from "../cluster/rules/rule";
import { azureLimits } from "./limits";

/** What is wrong with the tags of a resource. Azure ignores the case of keys. */
export function tagProblems(path: Path, tags: Readonly<Record<string, string>> | undefined): Finding[] {
  if (!isKnown(tags)) return [];
  const keys = Object.keys(tags);
  return [
    ...(keys.length > azureLimits.tags
      ? [error(path, `must be at most ${azureLimits.tags} tags, got ${keys.length}`)]
      : []),
    ...keys.flatMap((key) => {
      const value = tags[key];
      if (/[<>%&\\?/]/.test(key))
        return [keyError([...path, key], `keys must not contain < > % & \\ ? or /, got ${shown(key)}`)];
      if (/^(microsoft|azure|windows)/i.test(key))
        return [keyError([...path, key], `keys with this prefix are reserved by Azure, got ${shown(key)}`)];
      if (key.length > azureLimits.tagKey)
        return [
          keyError(
            [...path, key],
            `keys must have at most ${azureLimits.tagKey} characters, this one has ${key.length}`,
          ),
        ];
      return isKnown(value) && value.length > azureLimits.tagValue
        ? [
            error(
              [...path, key],
              `must have at most ${azureLimits.tagValue} characters, this one has ${value.length}`,
            ),
          ]
        : [];
    }),
    ...keys
      .filter((key, i) => keys.findIndex((other) => other.toLowerCase() === key.toLowerCase()) < i)
      .map((key) =>
        keyError([...path, key], `${shown(key)} is a duplicate: Azure ignores the case of tag keys`),
      ),
  ];
}
