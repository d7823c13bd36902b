/** A policy of IAM, as `JSON.parse` returns it. Single values and lists are equivalent. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Id?: string;
  readonly Statement: PolicyStatement | readonly PolicyStatement[];
}

/** One statement of a policy. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, OneOrMany>>;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

/** A value, or several. */
export type OneOrMany = string | readonly string[];

/** Condition keys of a request, in lower case, with their values. */
export type Context = ReadonlyMap<string, OneOrMany>;

/** The values as a list. */
export function listOf(values: OneOrMany | undefined): readonly string[] {
  if (values === undefined) return [];
  return typeof values === "string" ? [values] : values;
}

const elements: ReadonlySet<string> = new Set([
  "Sid",
  "Effect",
  "Principal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

/**
 * The statements of a policy. `NotPrincipal` is refused: IAM recommends conditions in its place.
 *
 * @throws Error if an element is unknown, missing, duplicate, or not of the version 2012-10-17.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(policy: PolicyDocument): readonly PolicyStatement[] {
  if (policy.Version !== "2012-10-17") {
    throw new Error(`Version must be 2012-10-17, got ${JSON.stringify(policy.Version)}`);
  }
  const statements: readonly PolicyStatement[] = [policy.Statement].flat() as PolicyStatement[];
  if (statements.length === 0) throw new Error("Statement must have at least one statement");
  for (const statement of statements) checkStatement(statement);
  return statements;
}

function checkStatement(statement: PolicyStatement): void {
  const name = statement.Sid ?? JSON.stringify(statement.Action ?? statement.NotAction);
  const unknown = Object.keys(statement).filter((element) => !elements.has(element));
  if (unknown.length > 0) throw new Error(`statement ${name} has unknown elements: ${unknown.join(", ")}`);
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
    throw new Error(`Effect of statement ${name} must be Allow or Deny`);
  }
  if ((statement.Action === undefined) === (statement.NotAction === undefined)) {
    throw new Error(`statement ${name} must have either Action or NotAction`);
  }
  const resources = [statement.Resource, statement.NotResource].filter((element) => element !== undefined);
  // The policy of a role about who may assume it has principals, and no resources.
  if (resources.length > 1 || (resources.length === 0 && statement.Principal === undefined)) {
    throw new Error(`statement ${name} must have either Resource or NotResource`);
  }
  const lists = [statement.Action, statement.NotAction, ...resources].filter((list) => list !== undefined);
  if (lists.some((list) => list.length === 0)) throw new Error(`statement ${name} has an empty list`);
}
