import { error, keyError, type Path, type Problem } from "../../cluster/problem";
import { nearest } from "../../cluster/nearest";
import type { VariableSpec } from "./types";

/** The variables that an environment declares, by name. */
export type Variables = Readonly<Record<string, VariableSpec>>;

/** A variable's name in Terraform; in files lower case, as `TF_VAR_<name>` is typed by people. */
const name = "[A-Za-z_][A-Za-z0-9_-]*";

/** A value that is one reference and nothing else: the variable's name, else undefined. */
export function wholeReference(value: unknown): string | undefined {
  return typeof value === "string"
    ? new RegExp(`^\\$\\{\\s*var\\.(${name})\\s*\\}$`).exec(value)?.[1]
    : undefined;
}

/** Puts something in the place of every reference in a text. */
export function replaceReferences(text: string, replacement: (variable: string) => string): string {
  return text.replace(new RegExp(`\\$\\{\\s*var\\.(${name})\\s*\\}`, "g"), (_, variable: string) =>
    replacement(variable),
  );
}

/** The variables that an expression of Terraform refers to. */
export function variablesIn(expression: string): string[] {
  return [...expression.matchAll(new RegExp(`\\bvar\\.(${name})`, "g"))].map(([, variable]) => variable);
}

/** Fields whose text is a program's, with a `${…}` of its own. */
const programs: readonly (string | number)[] = ["userData"];

/** Whether a field's text is left as it is, references and all. */
export const isProgram = (path: Path): boolean => programs.includes(path[path.length - 1]);

/**
 * Whether a value is that of a tag. Providers write tags a second time, into computed arguments (`tags_all`,
 * `effective_labels`), where Terraform does not know that they are sensitive and prints them.
 */
const isTag = (path: Path): boolean => path.at(-2) === "tags";

/** Keys are parts of addresses, and Terraform would fill in a reference in one as in any other text. */
function keyProblems(key: string, path: Path): Problem[] {
  const reference = /[$%]\{[^}]*\}?/.exec(key)?.[0];
  if (reference === undefined) return [];
  const got = JSON.stringify(reference.slice(0, 60));
  return [keyError(path, `a name must be a literal: only values may refer to variables; got ${got}`)];
}

/** What is wrong with the references of a value to variables, and which variables it uses. */
export class References {
  /** The variables that are referred to, declared or not. */
  readonly used = new Set<string>();

  constructor(private readonly variables: Variables) {}

  /** @param isList - whether a list, and nothing else, may stand at a path */
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
      if (spec === undefined) problems.push(error(path, this.unknown(variable)));
      else if (spec.type === "list(string)" && !(wholeReference(text) && isList(path))) {
        problems.push(
          error(path, `variable ${JSON.stringify(variable)} is a list, where one value must stand`),
        );
      } else if (spec.sensitive === true && isTag(path)) {
        const name = JSON.stringify(variable);
        problems.push(
          error(path, `a tag is shown in the cloud and in plans, and variable ${name} is sensitive`),
        );
      }
      return "";
    });
    const other = /[$%]\{[^}]*\}?/.exec(rest)?.[0];
    return other === undefined
      ? problems
      : [
          ...problems,
          error(path, `only a variable may be referred to, as \${var.NAME}; got ${JSON.stringify(other)}`),
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
