import type { FieldTexts } from "../../cluster/field-texts";
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

  /**
   * Labels, taints and other values that the cloud or the cluster shows do not refer to sensitive variables, and neither do programs.
   *
   * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data
   */
  "shown-not-sensitive": "error",
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

/** The marks of tokens in the strings, lists and maps of CDKTF. */
const tokenMark = /[$#&]\{TfToken\[/;

/**
 * Whether CDKTF would take a number for a reference: it hides references to numbers, and to lists of them, in the highest bits.
 *
 * @see https://developer.hashicorp.com/terraform/cdktf/concepts/tokens
 */
function isTokenNumber(value: number): boolean {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [0xfdff, 0xfbff].includes(view.getUint16(0));
}

/** A number in a text that CDKTF would take for a reference. CDKTF searches texts for the numbers that have an exponent. */
const tokenNumberIn = (text: string): string | undefined =>
  text.match(/(?<![-\d.+])[-\d.+]+e[-\d.eE+]+/g)?.find((found) => isTokenNumber(parseFloat(found)));

/** What CDKTF would take for a reference: a file has only references to variables. */
function tokenIn(text: string): string | undefined {
  return tokenMark.test(text) ? /[$#&]\{TfToken\[[^\]]*\]?\}?/.exec(text)?.[0] : tokenNumberIn(text);
}

/** Keys are parts of addresses, so they cannot have references. */
function keyProblems(key: string, path: Path): Problem[] {
  const reference = /[$%]\{[^}]*\}?/.exec(key)?.[0] ?? tokenIn(key);
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

/** Reports a text or number that CDKTF would replace. */
const noToken = (path: Path, found: string): Problem =>
  report["variables-only"](
    path,
    `only references to variables are supported: \${var.NAME}; got ${JSON.stringify(found.slice(0, 60))}`,
  );

/** What CDKTF would take for a reference, in fields that have no references, such as those of a backend. */
export function tokenProblems(value: unknown, path: Path): Problem[] {
  if (typeof value === "string") {
    const token = tokenIn(value);
    return token === undefined ? [] : [noToken(path, token)];
  }
  if (typeof value === "number") return isTokenNumber(value) ? [noToken(path, String(value))] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    tokenProblems(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Reports a sensitive variable in a value that others can read. */
function shownProblem(path: Path, variable: string): Problem {
  const name = JSON.stringify(variable);
  if (path.at(-2) === "tags") {
    const message = `tags are shown in the cloud and in plans, and variable ${name} is sensitive`;
    return report["tags-not-sensitive"](path, message);
  }
  return report["shown-not-sensitive"](
    path,
    `this value is shown in the cloud or in the cluster, and variable ${name} is sensitive; use a variable that is not`,
  );
}

/** Checks references to variables, and collects the variables that are used. */
export class References {
  /** The variables that are used, declared or not. */
  readonly used = new Set<string>();

  /**
   * @param variables - those with a valid declaration
   * @param others - names of variables whose declaration has a problem, which is reported once, at the declaration
   */
  constructor(
    private readonly variables: Variables,
    private readonly others: readonly string[] = [],
  ) {}

  /**
   * @param texts - what the fields of the value are
   * @param isList - whether the field at a path is a list
   */
  problems(
    value: unknown,
    texts: FieldTexts,
    isList: (path: Path) => boolean = () => false,
    path: Path = [],
  ): Problem[] {
    if (typeof value === "string") return this.textProblems(value, path, texts, isList);
    if (typeof value === "number" && isTokenNumber(value)) return [noToken(path, String(value))];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      const ofKey = Array.isArray(value) ? [] : keyProblems(key, at);
      return [...ofKey, ...this.problems(item, texts, isList, at)];
    });
  }

  private textProblems(
    text: string,
    path: Path,
    texts: FieldTexts,
    isList: (path: Path) => boolean,
  ): Problem[] {
    const token = tokenIn(text);
    if (token !== undefined) return [noToken(path, token)];
    if (!/[$%]\{/.test(text)) return [];
    if (texts.isProgram(path)) return this.programProblems(text, path);
    const problems: Problem[] = [];
    const rest = replaceReferences(text, (variable) => {
      this.used.add(variable);
      const spec = Object.hasOwn(this.variables, variable) ? this.variables[variable] : undefined;
      if (spec === undefined) {
        if (!this.others.includes(variable)) problems.push(report.declared(path, this.unknown(variable)));
      } else if (spec.type === "list(string)" && !(wholeReference(text) && isList(path))) {
        problems.push(
          report.lists(
            path,
            `variable ${JSON.stringify(variable)} is a list; this field needs a single value`,
          ),
        );
      } else if (spec.sensitive === true && texts.isShown(path)) {
        problems.push(shownProblem(path, variable));
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

  /** A program keeps its `${…}`. The value of a sensitive variable is not given to it: all who may read the program could read it. */
  private programProblems(text: string, path: Path): Problem[] {
    const sensitive = variablesIn(text).find(
      (name) => Object.hasOwn(this.variables, name) && this.variables[name].sensitive === true,
    );
    return sensitive === undefined
      ? []
      : [
          report["shown-not-sensitive"](
            path,
            `is a program, in which references are not replaced, and variable ${JSON.stringify(sensitive)} is sensitive; ` +
              "read the secret on the node instead",
          ),
        ];
  }

  private unknown(variable: string): string {
    const declared = Object.keys(this.variables);
    const meant = nearest(variable, declared);
    // The misspelt reference is the mistake, not a variable without a reference.
    if (meant !== undefined) {
      this.used.add(meant);
      return `unknown variable ${JSON.stringify(variable)}; did you mean ${JSON.stringify(meant)}?`;
    }
    const known = declared.length > 0 ? `declared: ${declared.join(", ")}` : "the environment declares none";
    return `unknown variable ${JSON.stringify(variable)}; ${known}`;
  }
}
