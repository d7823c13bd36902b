import {
  evaluate,
  type AccessRequest,
  type PolicyDocument,
  type PolicyStatement,
} from "../../../modules/permissions/iam";

/** Semantics that the IAM User Guide documents, each with its page. */

const bucket = "arn:aws:s3:::orders";
const allow: PolicyStatement = { Effect: "Allow", Action: "s3:GetObject", Resource: `${bucket}/*` };
const request: AccessRequest = { action: "s3:GetObject", resource: `${bucket}/a` };

const policy = (...statements: PolicyStatement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});
const decide = (statements: PolicyStatement | PolicyStatement[], one: Partial<AccessRequest> = {}): string =>
  evaluate([policy(...[statements].flat())], { ...request, ...one }).decision;

/** The decision with a condition, for a request with context keys. */
const withCondition = (
  Condition: NonNullable<PolicyStatement["Condition"]>,
  context: AccessRequest["context"] = {},
): boolean => decide({ ...allow, Condition }, { context }) === "allowed";

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
describe("effects", () => {
  test("a call is denied if no statement applies", () => {
    expect(decide(allow, { action: "s3:PutObject" })).toBe("implicitly denied");
    expect(evaluate([], request)).toEqual({ decision: "implicitly denied" });
  });

  test("a matching Allow allows, and is reported", () => {
    expect(evaluate([policy(allow)], request)).toEqual({ decision: "allowed", statement: allow });
  });

  test("a matching Deny has precedence, in any order and in any policy", () => {
    const deny: PolicyStatement = { ...allow, Effect: "Deny" };
    expect(decide([allow, deny])).toBe("explicitly denied");
    expect(decide([deny, allow])).toBe("explicitly denied");
    expect(evaluate([policy(allow), policy(deny)], request).decision).toBe("explicitly denied");
  });

  test("a Deny that does not match has no effect", () => {
    expect(decide([allow, { ...allow, Effect: "Deny", Resource: `${bucket}/secret` }])).toBe("allowed");
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
describe("actions", () => {
  test.each([
    ["s3:GetObject", "s3:GetObject", true],
    ["S3:getobject", "s3:GetObject", true],
    ["s3:Get*", "s3:GetObject", true],
    ["s3:*Object", "s3:GetObject", true],
    ["s3:GetObjec?", "s3:GetObject", true],
    ["s3:GetObject?", "s3:GetObject", false],
    ["*", "s3:GetObject", true],
    ["s3:*", "s3express:GetObject", false],
    ["s3:GetObject", "s3:GetObjectAcl", false],
    ["s3.GetObject", "s3:GetObject", false],
  ])("%s applies to %s: %s", (Action, action, applies) => {
    expect(decide({ ...allow, Action }, { action }) === "allowed").toBe(applies);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
  test("NotAction applies to all others", () => {
    const statement: PolicyStatement = { Effect: "Allow", NotAction: ["s3:Delete*"], Resource: "*" };
    expect(decide(statement)).toBe("allowed");
    expect(decide(statement, { action: "s3:DeleteObject" })).toBe("implicitly denied");
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
describe("resources", () => {
  test.each([
    ["*", `${bucket}/a`, true],
    [`${bucket}/*`, `${bucket}/a/b:c`, true],
    [`${bucket}/*`, bucket, false],
    [`${bucket}*`, `${bucket}-old/a`, true],
    [`${bucket}/A`, `${bucket}/a`, false],
    [`${bucket}/?`, `${bucket}/ab`, false],
    ["arn:aws:eks:*:111122223333:cluster/shop", "arn:aws:eks:eu-central-1:111122223333:cluster/shop", true],
    ["arn:aws:eks:*:cluster/shop:*:*", "arn:aws:eks:eu-central-1:111122223333:cluster/shop", false],
    ["arn:aws:eks:eu-central-1:*:cluster/shop", "arn:aws:eks:eu-central-1:444455556666:cluster/shop", true],
    [
      "arn:aws:eks:eu-central-1:*:cluster/shop",
      "arn:aws:eks:eu-central-1:444455556666:cluster/shop-2",
      false,
    ],
    ["arn:aws:eks:eu-central-1:*:cluster/shop", "*", false],
  ])("%s applies to %s: %s", (Resource, resource, applies) => {
    expect(decide({ ...allow, Resource }, { resource }) === "allowed").toBe(applies);
  });

  test("NotResource applies to all others", () => {
    const statement: PolicyStatement = {
      Effect: "Deny",
      Action: "s3:*",
      NotResource: [bucket, `${bucket}/*`],
    };
    expect(decide([{ ...allow, Resource: "*" }, statement])).toBe("allowed");
    expect(decide([{ ...allow, Resource: "*" }, statement], { resource: "arn:aws:s3:::other/a" })).toBe(
      "explicitly denied",
    );
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
describe("condition operators", () => {
  const key = "aws:ResourceTag/team";

  test.each<[operator: string, values: string[], value: string, holds: boolean]>([
    ["StringEquals", ["a", "b"], "b", true],
    ["StringEquals", ["a"], "A", false],
    ["StringEquals", ["a*"], "ab", false],
    ["StringNotEquals", ["a", "b"], "b", false],
    ["StringNotEquals", ["a", "b"], "c", true],
    ["StringEqualsIgnoreCase", ["Team"], "tEAM", true],
    ["StringNotEqualsIgnoreCase", ["Team"], "tEAM", false],
    ["StringLike", ["shop-*"], "shop-1", true],
    ["StringLike", ["shop-?"], "shop-12", false],
    ["StringNotLike", ["shop-*"], "shop-1", false],
    ["Bool", ["true"], "true", true],
    ["Bool", ["true"], "false", false],
    ["NumericLessThan", ["10"], "9", true],
    ["NumericLessThanEquals", ["10"], "11", false],
    ["NumericGreaterThan", ["10"], "10", false],
    ["NumericGreaterThanEquals", ["10"], "10", true],
    ["NumericEquals", ["10"], "10.0", true],
    ["NumericNotEquals", ["10"], "10", false],
  ])("%s %j with %s: %s", (operator, values, value, holds) => {
    expect(withCondition({ [operator]: { [key]: values } }, { [key]: value })).toBe(holds);
  });

  test.each<[operator: string, pattern: string, holds: boolean]>([
    ["ArnEquals", "arn:aws:eks:eu-central-1:111122223333:cluster/shop", true],
    ["ArnEquals", "arn:aws:eks:*:111122223333:cluster/*", true],
    ["ArnLike", "arn:aws:eks:*:111122223333:cluster/s?op", true],
    ["ArnLike", "arn:aws:eks:*:444455556666:cluster/shop", false],
    ["ArnLike", "arn:aws:eks:*", false],
    ["ArnNotLike", "arn:aws:eks:*:444455556666:cluster/*", true],
    ["ArnNotEquals", "arn:aws:eks:*:111122223333:cluster/*", false],
  ])("%s %s: %s", (operator, pattern, holds) => {
    const value = "arn:aws:eks:eu-central-1:111122223333:cluster/shop";
    const decide = () =>
      withCondition({ [operator]: { "aws:SourceArn": pattern } }, { "aws:SourceArn": value });
    if (pattern.split(":").length < 6) expect(decide).toThrow("needs six parts");
    else expect(decide()).toBe(holds);
  });

  test("all keys and all operators must hold, and one of the values of a key", () => {
    const condition = { StringEquals: { "aws:a": ["1", "2"], "aws:b": "1" }, StringLike: { "aws:c": "*" } };
    expect(withCondition(condition, { "aws:a": "2", "aws:b": "1", "aws:c": "x" })).toBe(true);
    expect(withCondition(condition, { "aws:a": "2", "aws:b": "2", "aws:c": "x" })).toBe(false);
    expect(withCondition(condition, { "aws:a": "2", "aws:b": "1" })).toBe(false);
  });

  test("names of keys ignore the case", () => {
    expect(withCondition({ StringEquals: { "aws:sourceaccount": "1" } }, { "aws:SourceAccount": "1" })).toBe(
      true,
    );
  });
});

describe("a key that the request does not have", () => {
  test.each<[operator: string, holds: boolean]>([
    ["StringEquals", false],
    ["StringLike", false],
    ["ArnEquals", false],
    ["Bool", false],
    ["StringNotEquals", true],
    ["StringNotLike", true],
    ["StringEqualsIfExists", true],
    ["ArnLikeIfExists", true],
    ["BoolIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
    ["ForAnyValue:StringEqualsIfExists", true],
  ])("%s: %s", (operator, holds) => {
    const value = operator.includes("Arn") ? "arn:aws:eks:eu-central-1:111122223333:cluster/shop" : "true";
    expect(withCondition({ [operator]: { "aws:key": value } })).toBe(holds);
  });

  test("IfExists still compares a key that exists", () => {
    expect(withCondition({ StringEqualsIfExists: { "aws:key": "a" } }, { "aws:key": "b" })).toBe(false);
  });

  test("Null tests whether the key exists; an empty set does not", () => {
    expect(withCondition({ Null: { "aws:key": "true" } })).toBe(true);
    expect(withCondition({ Null: { "aws:key": "true" } }, { "aws:key": "a" })).toBe(false);
    expect(withCondition({ Null: { "aws:key": "false" } }, { "aws:key": "a" })).toBe(true);
    expect(withCondition({ Null: { "aws:key": "false" } })).toBe(false);
    expect(withCondition({ Null: { "aws:key": "true" } }, { "aws:key": [] })).toBe(true);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
describe("a key with several values", () => {
  const context = (...values: string[]) => ({ "aws:TagKeys": values });

  test("ForAllValues: each value of the request matches one of the policy", () => {
    const condition = { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } };
    expect(withCondition(condition, context("a"))).toBe(true);
    expect(withCondition(condition, context("b", "a"))).toBe(true);
    expect(withCondition(condition, context("a", "c"))).toBe(false);
  });

  test("ForAnyValue: at least one value of the request matches", () => {
    const condition = { "ForAnyValue:StringLike": { "aws:TagKeys": ["a*"] } };
    expect(withCondition(condition, context("c", "ab"))).toBe(true);
    expect(withCondition(condition, context("c"))).toBe(false);
  });

  test("needs an operator for sets", () => {
    expect(() => withCondition({ StringEquals: { "aws:TagKeys": "a" } }, context("a", "b"))).toThrow(
      "StringEquals needs ForAllValues or ForAnyValue",
    );
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
describe("policy variables", () => {
  const home: PolicyStatement = { ...allow, Resource: `${bucket}/\${aws:username}/*` };
  const of = (name: string) => ({ resource: `${bucket}/${name}/a` });

  test("are replaced in resources", () => {
    expect(decide(home, { ...of("ann"), context: { "aws:username": "ann" } })).toBe("allowed");
    expect(decide(home, { ...of("bob"), context: { "aws:username": "ann" } })).toBe("implicitly denied");
  });

  test("are replaced in conditions", () => {
    const condition = { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } };
    const tags = { "aws:ResourceTag/team": "a", "aws:PrincipalTag/team": "a" };
    expect(withCondition(condition, tags)).toBe(true);
    expect(withCondition(condition, { ...tags, "aws:PrincipalTag/team": "b" })).toBe(false);
  });

  test("match nothing without a value, unless they have a default", () => {
    expect(decide(home, of("ann"))).toBe("implicitly denied");
    expect(decide({ ...allow, Resource: `${bucket}/\${aws:username, 'all'}/*` }, of("all"))).toBe("allowed");
  });

  test("have values without wildcards", () => {
    expect(decide(home, { ...of("ann"), context: { "aws:username": "*" } })).toBe("implicitly denied");
  });

  test("can be special characters", () => {
    const literal: PolicyStatement = { ...allow, Resource: `${bucket}/\${*}` };
    expect(decide(literal, { resource: `${bucket}/*` })).toBe("allowed");
    expect(decide(literal)).toBe("implicitly denied");
  });

  test("do not include references of Terraform", () => {
    expect(() => decide({ ...allow, Resource: "${aws_s3_bucket.a.arn}" })).toThrow("is no policy variable");
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
describe("principals", () => {
  const trust = (Principal: PolicyStatement["Principal"]): PolicyStatement => ({
    Effect: "Allow",
    Principal,
    Action: "sts:AssumeRole",
  });
  const role = "arn:aws:iam::111122223333:role/Node";
  const by = (principal: AccessRequest["principal"]) => ({ action: "sts:AssumeRole", principal });

  test("are services, roles or everyone", () => {
    const service = trust({ Service: ["eks.amazonaws.com"] });
    expect(decide(service, by({ Service: "eks.amazonaws.com" }))).toBe("allowed");
    expect(decide(service, by({ Service: "ec2.amazonaws.com" }))).toBe("implicitly denied");
    expect(decide(trust({ AWS: role }), by({ AWS: role }))).toBe("allowed");
    expect(decide(trust({ AWS: role }), by({}))).toBe("implicitly denied");
    expect(decide(trust({ AWS: "*" }), by({}))).toBe("allowed");
    expect(decide(trust("*"), by({}))).toBe("allowed");
  });

  test("an account allows nothing by itself, and denies its identities", () => {
    const account = { AWS: "arn:aws:iam::111122223333:root" };
    expect(decide(trust(account), by({ AWS: role }))).toBe("implicitly denied");
    expect(decide([trust("*"), { ...trust(account), Effect: "Deny" }], by({ AWS: role }))).toBe(
      "explicitly denied",
    );
  });
});

describe("is strict:", () => {
  test.each<[string, PolicyStatement, string]>([
    [
      "an unknown operator",
      { ...allow, Condition: { StringMatches: { "aws:a": "b" } } },
      "unknown condition operator StringMatches",
    ],
    [
      "an operator of another kind",
      { ...allow, Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } },
      "unknown condition operator IpAddress",
    ],
    [
      "Null with IfExists",
      { ...allow, Condition: { NullIfExists: { "aws:a": "true" } } },
      "unknown condition operator NullIfExists",
    ],
    [
      "a name of a prototype",
      { ...allow, Condition: { constructor: { "aws:a": "b" } } },
      "unknown condition operator constructor",
    ],
    ["NotPrincipal", { ...allow, NotPrincipal: "*" } as PolicyStatement, "unknown elements: NotPrincipal"],
    ["Action and NotAction", { ...allow, NotAction: "s3:*" }, "either Action or NotAction"],
    ["no resource", { Effect: "Allow", Action: "s3:GetObject" }, "either Resource or NotResource"],
    ["an effect in another case", { ...allow, Effect: "allow" as "Allow" }, "must be Allow or Deny"],
    ["an incomplete ARN", { ...allow, Resource: "arn:aws:s3" }, "needs six parts"],
    ["an empty list", { ...allow, Action: [] }, "empty list"],
    [
      "a number that is none",
      { ...allow, Condition: { NumericEquals: { "aws:n": "x" } } },
      "must be a number",
    ],
  ])("%s is an error", (_, statement, message) => {
    expect(() =>
      decide(statement, { context: { "aws:a": "b", "aws:n": "1", "aws:SourceIp": "10.0.0.1" } }),
    ).toThrow(message);
  });

  test("an unknown operator is an error also after a condition that fails, and in a statement that does not apply", () => {
    const Condition = { StringEquals: { "aws:a": "other" }, StringMatches: { "aws:a": "b" } };
    expect(() => withCondition(Condition)).toThrow("unknown condition operator");
    expect(() => decide({ ...allow, Action: "s3:PutObject", Condition })).toThrow(
      "unknown condition operator",
    );
  });

  test("another version is an error", () => {
    const old = { ...policy(allow), Version: "2008-10-17" } as unknown as PolicyDocument;
    expect(() => evaluate([old], request)).toThrow("Version must be 2012-10-17");
  });
});
