import { error, type Finding, keyError, type Path } from "../cluster/problem";
import { isKnown, shown } from "../cluster/rules/rule";

/** Problems of the labels of a resource: their syntax, and reserved keys. */
export function labelsProblems(path: Path, labels: Readonly<Record<string, string>> | undefined): Finding[] {
  const known = Object.entries(isKnown(labels) ? labels : {}).filter(([key]) => isKnown(key));
  return known.flatMap(([key, value]: [string, unknown]) => {
    return [
      ...(/^[a-z][a-z0-9_-]{0,62}$/.test(key)
        ? key.startsWith("goog-")
          ? [
              keyError(
                [...path, key],
                `keys that start with "goog-" are reserved by Google, got ${shown(key)}`,
              ),
            ]
          : []
        : [
            keyError(
              [...path, key],
              `must be a label key: at most 63 lower-case letters, digits, "-" and "_", starting with a letter, got ${shown(key)}` +
                adviceFor(key),
            ),
          ]),
      ...(isKnown(value) && !/^[a-z0-9_-]{0,63}$/.test(String(value))
        ? [
            error(
              [...path, key],
              `must be a label value: at most 63 lower-case letters, digits, "-" and "_", got ${shown(value)}` +
                adviceFor(String(value)),
            ),
          ]
        : []),
    ];
  });
}

/** What a label of another cloud would be on Google's. */
function adviceFor(text: string): string {
  const right = text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .slice(0, 63);
  return right && right !== text ? `; ${shown(right)} would be right` : "";
}
