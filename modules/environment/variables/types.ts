/**
 * A Terraform input variable. The file does not contain its value: `TF_VAR_<name>`, `--var` or `--var-file` set it when Terraform
 * runs. The file refers to it as `${var.<name>}`.
 */
export interface VariableSpec {
  /** Type of the value. */
  readonly type: VariableType;

  /** Description, which Terraform shows when it asks for a value. */
  readonly description?: string;

  /** Default value. If omitted, a value is required. */
  readonly default?: string | number | boolean | readonly string[];

  /**
   * Terraform hides the value and outputs that contain it. The state contains the value nevertheless.
   *
   * @default false
   */
  readonly sensitive?: boolean;

  /** Conditions for a valid value, in addition to its type. */
  readonly validation?: readonly VariableValidationSpec[];
}

/** See {@link VariableSpec.type}. */
export type VariableType = "string" | "number" | "bool" | "list(string)";

/** One condition for the value of a variable. */
export interface VariableValidationSpec {
  /** A Terraform expression that refers to the variable, without `${ }`: `can(cidrhost(var.office, 0))`. */
  readonly condition: string;

  /** Error message if the condition is false. */
  readonly errorMessage: string;
}
