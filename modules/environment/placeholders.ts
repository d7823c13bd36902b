import { defineProblems, type Path, type Problem } from "../cluster/problem";
import { isMap } from "./members";

const report = defineProblems("environment", {
  /**
   * No value contains `replace-me`, the placeholder that `cdktf-clusters init` writes for values that only the user knows.
   *
   * @remarks Decision of this project: a cloud would refuse such a value while Terraform applies, when half of the cluster exists.
   */
  placeholders: "error",
});

/** What `init` writes instead of a value that only the user knows. */
export const placeholder = "replace-me";

const wholeWord = new RegExp(`(?<![\\w-])${placeholder}(?![\\w-])`);

/** Reports each text with a placeholder. */
export function placeholderProblems(value: unknown, path: Path = []): Problem[] {
  if (typeof value === "string") {
    if (!wholeWord.test(value)) return [];
    const got = value === placeholder ? "" : `, got ${JSON.stringify(value)}`;
    return [
      report.placeholders(path, `the placeholder "${placeholder}" must be replaced by your value${got}`),
    ];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => placeholderProblems(item, [...path, i]));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => placeholderProblems(part, [...path, key]));
}
