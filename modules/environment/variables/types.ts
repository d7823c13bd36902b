/**
 * A value that is given where Terraform runs, and not in the file: by `TF_VAR_<name>`, `--var` or `--var-file`. The file refers
 * to it as `${var.<name>}`.
 */
export interface VariableSpec {
  /** What kind of value it is. */
  readonly type: VariableType;

  /** What it is for, as Terraform shows it when it asks for a value. */
  readonly description?: string;

  /** The value when none is given. Left out: one must be given. */
  readonly default?: string | number | boolean | readonly string[];

  /**
   * Terraform shows neither the value nor outputs that it is part of. It is in the state all the same.
   *
   * @default false
   */
  readonly sensitive?: boolean;

  /** What must hold for a value, beside its type. */
  readonly validation?: readonly VariableValidationSpec[];
}

/** See {@link VariableSpec.type}. */
export type VariableType = "string" | "number" | "bool" | "list(string)";

/** One thing that must hold for a variable's value. */
export interface VariableValidationSpec {
  /** An expression of Terraform about the variable, without `${ }`: `can(cidrhost(var.office, 0))`. */
  readonly condition: string;

  /** What is said when it does not hold. */
  readonly errorMessage: string;
}
