/** A value that Terraform's JSON can hold. */
export type InputValue =
  string | number | readonly InputValue[] | { readonly [name: string]: InputValue | undefined };

/** A condition that a value of an input must meet. */
export interface InputValidation {
  /** A Terraform expression, without `${}`. It may refer to no other variable. */
  readonly condition: string;

  /** A full sentence, as Terraform wants it. */
  readonly errorMessage: string;
}

/** One input of an exported module: a Terraform variable that sets fields of the cluster's description. */
export interface Input {
  /** Name of the variable. */
  readonly name: string;

  /** Terraform type. */
  readonly type: string;

  readonly description: string;

  /** The value of the environment file. */
  readonly default: InputValue;

  readonly validation: readonly InputValidation[];

  /**
   * The fields that the input sets, such as `nodeGroups.workers.size.min`, and the keys of each below the variable. A list
   * element has its position as its name. No keys: the field is the variable itself.
   */
  readonly fields: Readonly<Record<string, readonly (string | number)[]>>;

  /** All values that the validation accepts, if they are few: what depends on the field is then written for each. */
  readonly choices?: readonly string[];
}

/** What the caller of an exported module can set, and what is fixed in it. */
export interface InputTable {
  readonly inputs: readonly Input[];

  /** Fields that usually are inputs and are fixed in this module, each with the reason. */
  readonly fixed: readonly string[];
}
