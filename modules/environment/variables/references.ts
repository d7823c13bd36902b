import { defineProblems, type Path, type Problem } from "../../cluster/problem";
import { nearest } from "../../cluster/nearest";
import type { VariableSpec } from "./types";

const report = defineProblems("variables", {
  /**
   * A reference names a declared variable.
   *
   * @see https://developer.hashicorp.com/terraform/language/expressions/references#input-variables
   */
  declared: "error",

  /**
   * A value refers only to variables: `${var.NAME}`.
   *
   * @remarks Decision of this project: other references of Terraform depend on resources, whose names are not part of the file.
   */
  "variables-only": "error",

  /**
   * Names of fields, tags and labels are literals.
   *
   * @see https://developer.hashicorp.com/terraform/cdktf/concepts/tokens
   */
  "literal-names": "error",

  /**
   * A variable that is a list is the whole value of a field that is a list.
   *
   * @see https://developer.hashicorp.com/terraform/language/expressions/strings#interpolation
   */
  lists: "error",

  /**
   * Tags do not refer to sensitive variables: providers repeat tags in attributes that Terraform does not treat as sensitive.
   *
   * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data
   */
  "tags-not-sensitive": "error",
});

/** The variables that an environment declares, by name. */
export type Variables = Readonly<Record<string, VariableSpec>>;

/** A variable's name in Terraform. Files allow only lower case. */
const name = "[A-Za-z_][A-Za-z0-9_-]*";

/** The variable's name if a value is one reference and nothing else; otherwise undefined. */
export function wholeReference(value: unknown): string | undefined {
  return typeof value === "string"
    ? new RegExp(`^\\$\\{\\s*var\\.(${name})\\s*\\}$`).exec(value)?.[1]
    : undefined;
}

/** Replaces every reference in a text. */
export function replaceReferences(text: string, replacement: (variable: string) => string): string {
  return text.replace(new RegExp(`\\$\\{\\s*var\\.(${name})\\s*\\}`, "g"), (_, variable: string) =>
    replacement(variable),
  );
}

/** The variables that an expression of Terraform refers to. */
export function variablesIn(expression: string): string[] {
  return [...expression.matchAll(new RegExp(`\\bvar\\.(${name})`, "g"))].map(([, variable]) => variable);
}

/** Fields whose text is a program, where `${…}` belongs to the program. */
const programs: readonly (string | number)[] = ["userData"];

/** Whether the text of a field is not searched for references. */
export const isProgram = (path: Path): boolean => programs.includes(path[path.length - 1]);

/**
 * Whether a value is that of a tag. Providers repeat tags in computed attributes (`tags_all`, `effective_labels`), which Terraform
 * prints even if a tag is sensitive.
 */
const isTag = (path: Path): boolean => path.at(-2) === "tags";

/** Keys are parts of addresses, so they cannot have references. */
function keyProblems(key: string, path: Path): Problem[] {
  const reference = /[$%]\{[^}]*\}?/.exec(key)?.[0];
  if (reference === undefined) return [];
  const got = JSON.stringify(reference.slice(0, 60));
  return [
    report["literal-names"](
      path,
      `a name must be a literal: only values may refer to variables; got ${got}`,
      {
        atKey: true,
      },
    ),
  ];
}

/** Checks references to variables, and collects the variables that are used. */
export class References {
  /** The variables that are used, declared or not. */
  readonly used = new Set<string>();

  constructor(private readonly variables: Variables) {}

  /** @param isList - whether the field at a path is a list */
  problems(value: unknown, path: Path = [], isList: (path: Path) => boolean = () => false): Problem[] {
    if (typeof value === "string") return this.textProblems(value, path, isList);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      return [...keyProblems(key, at), ...this.problems(item, at, isList)];
    });
  }

  private textProblems(text: string, path: Path, isList: (path: Path) => boolean): Problem[] {
    if (!/[$%]\{/.test(text) || isProgram(path)) return [];
    const problems: Problem[] = [];
    const rest = replaceReferences(text, (variable) => {
      this.used.add(variable);
      const spec = Object.hasOwn(this.variables, variable) ? this.variables[variable] : undefined;
      if (spec === undefined) problems.push(report.declared(path, this.unknown(variable)));
      else if (spec.type === "list(string)" && !(wholeReference(text) && isList(path))) {
        problems.push(
          report.lists(
            path,
            `variable ${JSON.stringify(variable)} is a list; this field needs a single value`,
          ),
        );
      } else if (spec.sensitive === true && isTag(path)) {
        const name = JSON.stringify(variable);
        problems.push(
          report["tags-not-sensitive"](
            path,
            `tags are shown in the cloud and in plans, and variable ${name} is sensitive`,
          ),
        );
      }
      return "";
    });
    const other = /[$%]\{[^}]*\}?/.exec(rest)?.[0];
    return other === undefined
      ? problems
      : [
          ...problems,
          report["variables-only"](
            path,
            `only references to variables are supported: \${var.NAME}; got ${JSON.stringify(other)}`,
          ),
        ];
  }

  private unknown(variable: string): string {
    const declared = Object.keys(this.variables);
    const meant = nearest(variable, declared);
    if (meant !== undefined)
      return `unknown variable ${JSON.stringify(variable)}; did you mean ${JSON.stringify(meant)}?`;
    const known = declared.length > 0 ? `declared: ${declared.join(", ")}` : "the environment declares none";
    return `unknown variable ${JSON.stringify(variable)}; ${known}`;
  }
}
