/** A statement of an IAM policy. */
export interface Statement {
  /** Name of the statement. Letters and digits. */
  readonly sid?: string;

  /**
   * Allows the actions, or denies them in any case.
   *
   * @default "Allow"
   */
  readonly effect?: "Allow" | "Deny";

  /**
   * Actions, such as `s3:GetObject`. At least one.
   *
   * @literal shape
   */
  readonly actions: readonly string[];

  /**
   * ARNs of the resources of the actions. At least one.
   *
   * @literal shape
   */
  readonly resources: readonly string[];

  /** Additional conditions: operator, key, values. */
  readonly conditions?: Conditions;
}

/** Operator, key, values: `{ StringEquals: { "aws:RequestTag/team": ["a"] } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
