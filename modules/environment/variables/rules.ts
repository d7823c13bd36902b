import { error, keyError, type Problem, under, warning } from "../../cluster/problem";
import { shown } from "../../cluster/values";
import { nearest } from "../../cluster/nearest";
import { variablesIn, type Variables } from "./references";
import type { VariableSpec, VariableType } from "./types";

/** What is wrong with declarations of right structure; paths start at `variables`. */
export function variableProblems(variables: Variables): Problem[] {
  return Object.entries(variables).flatMap(([name, spec]) => [
    ...nameProblems(name),
    ...under(
      [name],
      [
        ...defaultProblems(spec),
        ...textProblems(spec),
        ...(spec.validation ?? []).flatMap(({ condition }, i) =>
          under(["validation", i, "condition"], conditionProblems(condition, name, variables)),
        ),
      ],
    ),
  ]);
}

/** Declared and never used: most often the reference was forgotten, or the name changed. */
export function unusedVariables(variables: Variables, used: ReadonlySet<string>): Problem[] {
  const inConditions = Object.entries(variables).flatMap(([name, { validation = [] }]) =>
    validation.flatMap(({ condition }) => variablesIn(condition).filter((other) => other !== name)),
  );
  return Object.keys(variables)
    .filter((name) => !used.has(name) && !inConditions.includes(name))
    .map((name) => ({ ...warning([name], `is never used; refer to it as \${var.${name}}`), atKey: true }));
}

/** [Terraform: input variables] names that mean something in a module block. */
const reserved = ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

function nameProblems(name: string): Problem[] {
  const fault = !/^[a-z][a-z0-9_]*$/.test(name)
    ? "a variable's name must start with a lower-case letter and have only lower-case letters, digits and _"
    : reserved.includes(name)
      ? "Terraform keeps this name for itself"
      : undefined;
  return fault === undefined ? [] : [keyError([name], `${fault}, got ${shown(name)}`)];
}

const isOf: Readonly<Record<VariableType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  bool: (value) => typeof value === "boolean",
  "list(string)": (value) => Array.isArray(value),
};

/** A type as messages name it. */
export const typeNames: Readonly<Record<VariableType, string>> = {
  string: "a string",
  number: "a number",
  bool: "true or false",
  "list(string)": "a list",
};

function defaultProblems({ type, default: value, sensitive }: VariableSpec): Problem[] {
  if (value === undefined) return [];
  if (sensitive === true) {
    return [
      error(
        ["default"],
        "no file holds secrets: a sensitive variable has no default; set TF_VAR_… where Terraform runs",
      ),
    ];
  }
  return isOf[type](value)
    ? []
    : [error(["default"], `must be ${typeNames[type]}, as the type says, got ${shown(value)}`)];
}

/** [Terraform: input variables] a declaration takes no named values but in its conditions. */
function textProblems(spec: VariableSpec): Problem[] {
  const texts: [path: (string | number)[], text: unknown][] = [
    [["description"], spec.description],
    ...(Array.isArray(spec.default)
      ? spec.default.map((item, i): [(string | number)[], unknown] => [["default", i], item])
      : [[["default"], spec.default] as [string[], unknown]]),
    ...(spec.validation ?? []).map(({ errorMessage }, i): [(string | number)[], unknown] => [
      ["validation", i, "errorMessage"],
      errorMessage,
    ]),
  ];
  return texts.flatMap(([path, text]) => {
    if (typeof text !== "string") return [];
    if (/[$%]\{/.test(text)) return [error(path, `must be a literal, got ${shown(text)}`)];
    return path.at(-1) === "errorMessage" && text.trim() === ""
      ? [error(path, "must say something, got an empty string")]
      : [];
  });
}

/** [Terraform: custom conditions] a condition is about its own variable. */
function conditionProblems(condition: string, name: string, variables: Variables): Problem[] {
  if (/[$%]\{/.test(condition))
    return [error([], `must be the expression alone, without \${ }, got ${shown(condition)}`)];
  const fault = bracketFault(condition);
  if (fault !== undefined) return [error([], `${fault} in ${shown(condition)}`)];

  const used = variablesIn(condition);
  const unknown = used.filter((other) => !Object.hasOwn(variables, other));
  if (unknown.length > 0) {
    const meant = nearest(unknown[0], Object.keys(variables));
    return [
      error(
        [],
        `unknown variable ${shown(unknown[0])}${meant === undefined ? "" : `; did you mean ${shown(meant)}?`}`,
      ),
    ];
  }
  return used.includes(name) ? [] : [error([], `must be about var.${name}, got ${shown(condition)}`)];
}

/** What is open and never closed, or the other way round; quotes hide brackets. */
function bracketFault(expression: string): string | undefined {
  const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, "");
  if (bare.includes('"')) return "a quote is never closed";
  const open: string[] = [];
  const closing: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  for (const character of bare) {
    if ("([{".includes(character)) open.push(character);
    else if (character in closing && open.pop() !== closing[character]) return `an unexpected ${character}`;
  }
  return open.length > 0 ? `a ${open.at(-1)} is never closed` : undefined;
}
