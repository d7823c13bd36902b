import { matches, matchesArn, type Pattern, patternOf, textOf } from "./patterns";
import { type Context, listOf, type PolicyStatement } from "./policy";

/** Whether a value of the request matches one value of the policy. */
type Comparison = (value: string, pattern: Pattern) => boolean;

interface Operator {
  readonly matches: Comparison;
  /** True if no value of the policy matches, and if the request has no such key. */
  readonly negated?: true;
  /** The values of the policy can have variables. */
  readonly variables?: true;
}

const equal: Comparison = (value, pattern) => value === textOf(pattern);
const equalIgnoringCase: Comparison = (value, pattern) =>
  value.toLowerCase() === textOf(pattern).toLowerCase();
const like: Comparison = (value, pattern) => matches(value, pattern);
const likeArn: Comparison = (value, pattern) => matchesArn(value, pattern);
const numeric =
  (compare: (a: number, b: number) => boolean): Comparison =>
  (value, pattern) =>
    compare(numberOf(value), numberOf(textOf(pattern)));

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { matches: equal, variables: true },
  StringNotEquals: { matches: equal, variables: true, negated: true },
  StringEqualsIgnoreCase: { matches: equalIgnoringCase, variables: true },
  StringNotEqualsIgnoreCase: { matches: equalIgnoringCase, variables: true, negated: true },
  StringLike: { matches: like, variables: true },
  StringNotLike: { matches: like, variables: true, negated: true },
  // ArnEquals and ArnLike are equivalent, also with wildcards.
  ArnEquals: { matches: likeArn, variables: true },
  ArnLike: { matches: likeArn, variables: true },
  ArnNotEquals: { matches: likeArn, variables: true, negated: true },
  ArnNotLike: { matches: likeArn, variables: true, negated: true },
  Bool: { matches: equalIgnoringCase },
  NumericEquals: { matches: numeric((a, b) => a === b) },
  NumericNotEquals: { matches: numeric((a, b) => a === b), negated: true },
  NumericLessThan: { matches: numeric((a, b) => a < b) },
  NumericLessThanEquals: { matches: numeric((a, b) => a <= b) },
  NumericGreaterThan: { matches: numeric((a, b) => a > b) },
  NumericGreaterThanEquals: { matches: numeric((a, b) => a >= b) },
};

/**
 * Whether a request fulfils all conditions of a statement.
 *
 * @throws Error if an operator is unknown, or if a key has several values and the operator is not for sets.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function fulfils(conditions: PolicyStatement["Condition"], context: Context): boolean {
  // All are evaluated, so that an unknown operator is an error also after a condition that fails.
  return Object.entries(conditions ?? {})
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => fulfilsOne(operator, key, listOf(values), context)),
    )
    .every(Boolean);
}

function fulfilsOne(name: string, key: string, values: readonly string[], context: Context): boolean {
  const value = context.get(key.toLowerCase());
  const isMissing = value === undefined || value.length === 0;
  if (name === "Null") return values.some((wanted) => booleanOf(wanted) === isMissing);

  const match = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name);
  const [, quantifier, base, ifExists] = match ?? [];
  const operator = base !== undefined && Object.hasOwn(operators, base) ? operators[base] : undefined;
  if (!operator) throw new Error(`unknown condition operator ${name}`);

  const patterns = values
    .map((one) => (operator.variables ? patternOf(one, context) : [{ text: one }]))
    .filter((one) => one !== undefined);
  const holds = (one: string) =>
    patterns.some((pattern) => operator.matches(one, pattern)) !== (operator.negated ?? false);

  if (quantifier === "ForAllValues") return isMissing || [value].flat().every(holds);
  if (isMissing) return ifExists !== undefined || (quantifier === undefined && operator.negated === true);
  if (quantifier === "ForAnyValue") return [value].flat().some(holds);
  if (typeof value !== "string") {
    throw new Error(`${key} has several values: ${name} needs ForAllValues or ForAnyValue`);
  }
  return holds(value);
}

function booleanOf(text: string): boolean {
  if (text !== "true" && text !== "false") throw new Error(`must be true or false, got ${text}`);
  return text === "true";
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number)) throw new Error(`must be a number, got ${text}`);
  return number;
}
