import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { parse } from "yaml";
import { type AccessRequest, evaluate, type PolicyDocument } from "../../../modules/permissions/iam";
import { statementsOf } from "../../../modules/permissions/iam/policy";
import type { Arguments, Synthesized } from "../../support/synthesized";
import { stacks } from "./recorded-stacks";

interface Call {
  readonly call: string;
  readonly on?: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly context?: AccessRequest["context"];
  readonly allowed: boolean;
  readonly why: string;
}

interface RoleCalls {
  /** Namespace and service account of the pods that have the role. */
  readonly pods?: readonly [namespace: string, serviceAccount: string];
  readonly managed?: readonly string[];
  readonly calls?: readonly Call[];
}

const { values, roles } = parse(readFileSync(join(__dirname, "calls.yaml"), "utf8"), {
  maxAliasCount: 1000,
}) as { values: Readonly<Record<string, string>>; roles: Readonly<Record<string, RoleCalls>> };

/** A policy with values in place of references. */
function policyOf(text: string, stack: Synthesized): PolicyDocument {
  const valueOf = (expression: string): string => {
    if (Object.hasOwn(values, expression)) return values[expression];
    const local = /^local\.(\w+)$/.exec(expression)?.[1];
    const source = /^\$\{element\(split\(":", (\S+)\), 4\)\}$/.exec(
      stack.terraform.locals[local!] ?? "",
    )?.[1];
    if (source === undefined) throw new Error(`no value for ${expression}`);
    return valueOf(source).split(":")[4];
  };
  return JSON.parse(text.replace(/\$\{([^}]+)\}/g, (_, expression: string) => valueOf(expression)));
}

interface RolePolicies {
  readonly trust: PolicyDocument;
  readonly inline: readonly PolicyDocument[];
  readonly managed: readonly string[];
}

/** All roles of the stacks by address. A role of several stacks has the same policies in each. */
const found = new Map<string, RolePolicies>();
for (const stack of Object.values(stacks)) {
  for (const [name, { assume_role_policy }] of Object.entries(stack.resources(IamRole))) {
    const ofRole = (all: Record<string, Arguments>) =>
      Object.values(all).filter(({ role }) => role === `\${aws_iam_role.${name}.id}`);
    if (found.has(name)) continue;
    found.set(name, {
      trust: policyOf(assume_role_policy, stack),
      inline: ofRole(stack.resources(IamRolePolicy)).map(({ policy }) => policyOf(policy, stack)),
      managed: ofRole(stack.resources(IamRolePolicyAttachment))
        .map(({ policy_arn }) => policy_arn.split("/").pop() as string)
        .sort(),
    });
  }
}

const shop = "arn:aws:eks:eu-central-1:111122223333:cluster/shop";

/** Calls that every role of pods has: its pods get it, and pods of other clusters, namespaces and accounts do not. */
function callsOfPods([namespace, serviceAccount]: readonly [string, string]): Call[] {
  const by = { Service: "pods.eks.amazonaws.com" };
  const tags = (arn: string, space: string, account: string) => ({
    "aws:RequestTag/eks-cluster-arn": arn,
    "aws:RequestTag/eks-cluster-name": arn.split("/")[1],
    "aws:RequestTag/kubernetes-namespace": space,
    "aws:RequestTag/kubernetes-service-account": account,
  });
  const call = (why: string, context: Call["context"], allowed = false): Call => ({
    call: "sts:AssumeRole",
    by,
    context,
    allowed,
    why,
  });
  const own = tags(shop, namespace, serviceAccount);
  return [
    call("its pods", own, true),
    // EKS documents no keys of the source, whatever they are.
    call(
      "its pods, with keys of the source",
      { ...own, "aws:SourceArn": "arn:aws:sts::1:assumed-role/node" },
      true,
    ),
    call("another service account", tags(shop, namespace, "default")),
    call("another namespace", tags(shop, "attacker", serviceAccount)),
    ...[
      "arn:aws:eks:eu-central-1:111122223333:cluster/other",
      "arn:aws:eks:us-east-1:111122223333:cluster/shop",
      "arn:aws:eks:eu-central-1:444455556666:cluster/shop",
    ].map((arn) => call(`pods of ${arn}`, tags(arn, namespace, serviceAccount))),
    {
      ...call("another service", tags(shop, namespace, serviceAccount)),
      by: { Service: "ec2.amazonaws.com" },
    },
  ];
}

const callsOf = ({ pods, calls = [] }: RoleCalls): Call[] => [...(pods ? callsOfPods(pods) : []), ...calls];

test("all roles of the stacks are in the list, and no others", () => {
  expect(Object.keys(roles).sort()).toEqual([...found.keys()].sort());
});

describe.each(Object.entries(roles))("%s", (name, role) => {
  const { trust, inline, managed } = found.get(name)!;
  const decide = ({ call: action, on = "*", by: principal, context }: Call) =>
    evaluate(action.startsWith("sts:") && principal ? [trust] : inline, {
      action,
      resource: on,
      principal,
      context,
    });

  test.each(
    callsOf(role).map((call) => [call.allowed ? "can" : "cannot", call.call, call.why, call] as const),
  )("%s %s: %s", (_can, _action, _why, call) => {
    expect(decide(call).decision).toBe(call.allowed ? "allowed" : "implicitly denied");
  });

  test("has calls that are allowed and calls that are denied", () => {
    expect(new Set(callsOf(role).map(({ allowed }) => allowed)).size).toBe(2);
  });

  test("has a call for each statement", () => {
    const used = callsOf(role).map((call) => decide(call).statement);
    const statements = [trust, ...inline].flatMap(statementsOf);
    expect(
      statements.filter((statement) => !used.includes(statement)).map(({ Sid, Action }) => Sid ?? Action),
    ).toEqual([]);
  });

  test("has these managed policies only", () => {
    expect(managed).toEqual([...(role.managed ?? [])].sort());
  });
});

describe("the policy of the file system", () => {
  const stack = stacks.services;
  const policy = policyOf(stack.resource(EfsFileSystemPolicy).policy, stack);
  const mount = (role: string | undefined, action: string, context: AccessRequest["context"]) =>
    evaluate([policy], {
      action: `elasticfilesystem:${action}`,
      resource: values["aws_efs_file_system.storage_file_system.arn"],
      principal: role === undefined ? {} : { AWS: role },
      context: {
        "elasticfilesystem:AccessedViaMountTarget": "true",
        "aws:SecureTransport": "true",
        ...context,
      },
    }).decision;
  const driver = values["aws_iam_role.storage_file_mounter_role.arn"];

  test.each<[string, string | undefined, string, Record<string, string>, string]>([
    ["the driver mounts", driver, "ClientMount", {}, "allowed"],
    ["the driver writes", driver, "ClientWrite", {}, "allowed"],
    ["the driver is not root", driver, "ClientRootAccess", {}, "implicitly denied"],
    ["an anonymous client", undefined, "ClientMount", {}, "implicitly denied"],
    ["another role", "arn:aws:iam::111122223333:role/Other", "ClientMount", {}, "implicitly denied"],
    [
      "a connection without TLS",
      driver,
      "ClientMount",
      { "aws:SecureTransport": "false" },
      "explicitly denied",
    ],
    [
      "not through a mount target",
      driver,
      "ClientMount",
      { "elasticfilesystem:AccessedViaMountTarget": "false" },
      "implicitly denied",
    ],
  ])("%s", (_, role, action, context, decision) => {
    expect(mount(role, action, context)).toBe(decision);
  });
});
