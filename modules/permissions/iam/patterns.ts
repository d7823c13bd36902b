import { type GlobPart, matchesParts } from "../../cluster/glob";
import type { Context } from "./policy";

/** A value of a policy with its variables resolved. */
export type Pattern = readonly GlobPart[];

/**
 * Splits a value of a policy into text and wildcards, and inserts policy variables. Wildcards in the value of a variable are text.
 *
 * @returns undefined if a variable has neither a value in the request nor a default: the value then matches nothing.
 * @throws Error if `${…}` is no policy variable, such as a reference of Terraform that is not resolved.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternOf(value: string, context: Context): Pattern | undefined {
  const parts: GlobPart[] = [];
  for (const [token, variable] of value.matchAll(/\$\{([^{}]*)\}|[*?]|[^*?$]+|\$/g)) {
    if (variable === undefined) {
      parts.push(token === "*" || token === "?" ? token : { text: token });
      continue;
    }
    const text = variableOf(variable, context);
    if (text === undefined) return undefined;
    parts.push({ text });
  }
  return parts;
}

function variableOf(variable: string, context: Context): string | undefined {
  if (variable === "*" || variable === "?" || variable === "$") return variable;
  const match = /^\s*([a-z0-9-]+:[^,'\s]+)\s*(?:,\s*'([^']*)'\s*)?$/i.exec(variable);
  if (!match) throw new Error(`\${${variable}} is no policy variable`);
  const [, key, fallback] = match;
  const value = context.get(key.toLowerCase());
  if (value === undefined) return fallback;
  if (typeof value !== "string") throw new Error(`policy variable ${key} has several values`);
  return value;
}

/** Whether a text matches a pattern as a whole; `*` also matches slashes and colons. */
export function matches(text: string, pattern: Pattern, ignoreCase = false): boolean {
  if (!ignoreCase) return matchesParts(pattern, text);
  const lowered = pattern.map((part) =>
    typeof part === "string" ? part : { text: part.text.toLowerCase() },
  );
  return matchesParts(lowered, text.toLowerCase());
}

/** The text of a pattern without wildcards in it: all characters are compared exactly. */
export function textOf(pattern: Pattern): string {
  return pattern.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/**
 * Whether an ARN matches a pattern. Each of the six parts between colons is compared separately.
 *
 * @throws Error if the pattern has fewer than six parts, which only some services complete.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(text: string, pattern: Pattern): boolean {
  const patterns = sixParts(pattern);
  if (!patterns) throw new Error(`${textOf(pattern)} is no ARN: it needs six parts`);
  const parts = sixParts([{ text }]);
  return parts !== undefined && patterns.every((one, i) => matches(textOf(parts[i]), one));
}

function sixParts(pattern: Pattern): Pattern[] | undefined {
  const parts: GlobPart[][] = [[]];
  for (const part of pattern) {
    if (typeof part === "string") {
      parts[parts.length - 1].push(part);
      continue;
    }
    let rest = part.text;
    for (let colon = rest.indexOf(":"); colon >= 0 && parts.length < 6; colon = rest.indexOf(":")) {
      parts[parts.length - 1].push({ text: rest.slice(0, colon) });
      parts.push([]);
      rest = rest.slice(colon + 1);
    }
    parts[parts.length - 1].push({ text: rest });
  }
  return parts.length === 6 ? parts : undefined;
}
