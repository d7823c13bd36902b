import { defineProblems, error, type Finding, keyError, type Problem, under } from "../../cluster/problem";
import { checkRules, defineRules } from "../../cluster/rules/define-rules";
import { shown } from "../../cluster/values";
import { conditionProblems } from "./conditions";
import { variablesIn, type Variables } from "./references";
import type { VariableSpec, VariableType } from "./types";

/** All problems of declarations whose structure is valid; paths start at `variables`. */
export function variableProblems(variables: Variables): Problem[] {
  return checkRules(rules, variables, undefined);
}

const rules = defineRules<Variables, undefined>("variables", {
  /**
   * A name starts with a lower-case letter, has only lower-case letters, digits and `_`, and is not reserved by Terraform.
   *
   * @see https://developer.hashicorp.com/terraform/language/values/variables#declaring-an-input-variable
   */
  name(variables) {
    return Object.keys(variables).flatMap(nameProblems);
  },

  /**
   * A default has the type of its variable. A sensitive variable has none: it would be in the file.
   *
   * @see https://developer.hashicorp.com/terraform/language/values/variables#default-values
   */
  default(variables) {
    return forEachVariable(variables, defaultProblems);
  },

  /**
   * Descriptions, defaults and error messages are literals; an error message is not empty.
   *
   * @see https://developer.hashicorp.com/terraform/language/values/variables#arguments
   */
  texts(variables) {
    return forEachVariable(variables, textProblems);
  },

  /**
   * A condition is an expression that refers to its own variable, and only to declared ones. It calls only functions whose result depends
   * on the arguments alone.
   *
   * @remarks Decision of this project: Terraform prints arguments of calls that fail, so functions that read files would print them.
   * @see https://developer.hashicorp.com/terraform/language/expressions/custom-conditions#input-variable-validation
   */
  conditions(variables) {
    return forEachVariable(variables, ({ validation = [] }, name) =>
      validation.flatMap(({ condition }, i) =>
        under(["validation", i, "condition"], conditionProblems(condition, name, variables)),
      ),
    );
  },
});

const report = defineProblems("variables", {
  /**
   * A declared variable is used.
   *
   * @remarks Decision of this project: an unused variable often means a forgotten reference or a renamed variable.
   */
  used: "warning",
});

/** Declared variables that no field and no condition of another variable refers to. */
export function unusedVariables(variables: Variables, used: ReadonlySet<string>): Problem[] {
  const inConditions = Object.entries(variables).flatMap(([name, { validation = [] }]) =>
    validation.flatMap(({ condition }) => variablesIn(condition).filter((other) => other !== name)),
  );
  return Object.keys(variables)
    .filter((name) => !used.has(name) && !inConditions.includes(name))
    .map((name) => report.used([name], `is never used; refer to it as \${var.${name}}`, { atKey: true }));
}

function forEachVariable(
  variables: Variables,
  check: (spec: VariableSpec, name: string) => readonly Finding[],
): Finding[] {
  return Object.entries(variables).flatMap(([name, spec]) => under([name], check(spec, name)));
}

/** Arguments of a module block, which Terraform does not allow as names. */
const reserved = ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

function nameProblems(name: string): Finding[] {
  const fault = !/^[a-z][a-z0-9_]*$/.test(name)
    ? "a variable's name must start with a lower-case letter and have only lower-case letters, digits and _"
    : reserved.includes(name)
      ? "the name is reserved by Terraform"
      : name in {}
        ? "the name is reserved by CDKTF"
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

function defaultProblems({ type, default: value, sensitive }: VariableSpec): Finding[] {
  if (value === undefined) return [];
  if (sensitive === true) {
    return [
      error(
        ["default"],
        "secrets are not supported in files: a sensitive variable has no default; set TF_VAR_… where Terraform runs",
      ),
    ];
  }
  return isOf[type](value)
    ? []
    : [error(["default"], `must be ${typeNames[type]}, which is its type, got ${shown(value)}`)];
}

function textProblems(spec: VariableSpec): Finding[] {
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
    return path.at(-1) === "errorMessage" && text.trim() === "" ? [error(path, "must not be empty")] : [];
  });
}
