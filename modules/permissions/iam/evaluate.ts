import { fulfils } from "./conditions";
import { matches, matchesArn, patternOf } from "./patterns";
import {
  type Context,
  listOf,
  type OneOrMany,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from "./policy";

/** A call of AWS, as IAM evaluates it. */
export interface AccessRequest {
  /** `service:Action`. */
  readonly action: string;

  /** ARN of the resource; `*` for an action without resources. */
  readonly resource: string;

  /**
   * The caller, for policies with principals: one entry, such as `{ Service: "eks.amazonaws.com" }` or `{ AWS: "arn:…" }`. An empty
   * map is an anonymous caller.
   */
  readonly principal?: Readonly<Record<string, string>>;

  /** Condition keys of the request and their values. Names ignore the case. */
  readonly context?: Readonly<Record<string, OneOrMany>>;
}

/** The result, and the statement that caused it; none if no statement applies. */
export interface Decision {
  readonly decision: "allowed" | "explicitly denied" | "implicitly denied";
  readonly statement?: PolicyStatement;
}

/**
 * Evaluates a call against policies: a matching Deny has precedence over a matching Allow; without either, the call is denied.
 *
 * Statements with principals apply to the principal of the request, the others to every request: give only those policies that
 * apply to the caller. An Allow for an account (`arn:…:root`) allows nothing here, because it only delegates to the policies of
 * identities. Boundaries, session policies and policies of organizations are not evaluated.
 *
 * @throws Error if a policy has an element, an operator or a variable that is unknown or not supported.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policies: readonly PolicyDocument[], request: AccessRequest): Decision {
  if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(request.action)) {
    throw new Error(`action must be service:Action, got ${request.action}`);
  }
  const context: Context = new Map(
    Object.entries(request.context ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
  // All statements are evaluated, so that errors do not depend on their order.
  const applying = policies.flatMap(statementsOf).filter((statement) => applies(statement, request, context));
  const deny = applying.find(({ Effect }) => Effect === "Deny");
  if (deny) return { decision: "explicitly denied", statement: deny };
  const allow = applying.find(({ Effect }) => Effect === "Allow");
  return allow ? { decision: "allowed", statement: allow } : { decision: "implicitly denied" };
}

function applies(statement: PolicyStatement, request: AccessRequest, context: Context): boolean {
  return [
    appliesToPrincipal(statement, request.principal),
    appliesToAction(statement, request.action),
    appliesToResource(statement, request.resource, context),
    fulfils(statement.Condition, context),
  ].every(Boolean);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function appliesToPrincipal(
  { Principal: wanted, Effect }: PolicyStatement,
  principal: AccessRequest["principal"],
): boolean {
  if (wanted === undefined || wanted === "*") return true;
  return Object.entries(wanted).some(([kind, names]) =>
    listOf(names).some((name) => {
      if (name === "*" && kind === "AWS") return true;
      if (name.includes("*")) throw new Error(`principal ${name} must have no wildcard`);
      const caller = principal?.[kind];
      if (caller === undefined) return false;
      const account =
        kind === "AWS" ? /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1] : undefined;
      if (account === undefined || name === caller) return name === caller;
      return Effect === "Deny" && caller.split(":")[4] === account;
    }),
  );
}

/** Names of actions ignore the case, and have no variables. */
function appliesToAction({ Action, NotAction }: PolicyStatement, action: string): boolean {
  const matchesOne = (one: string) => {
    if (one.includes("$")) throw new Error(`action ${one} must have no variable`);
    return matches(action, patternOf(one, new Map())!, true);
  };
  return Action ? listOf(Action).some(matchesOne) : !listOf(NotAction).some(matchesOne);
}

function appliesToResource(
  { Resource, NotResource }: PolicyStatement,
  resource: string,
  context: Context,
): boolean {
  const matchesOne = (one: string) => {
    if (one === "*") return true;
    const pattern = patternOf(one, context);
    if (pattern) return matchesArn(resource, pattern);
    if (NotResource) throw new Error(`NotResource ${one} has a variable without a value`);
    return false;
  };
  if (Resource) return listOf(Resource).filter(matchesOne).length > 0;
  return !NotResource || listOf(NotResource).filter(matchesOne).length === 0;
}
