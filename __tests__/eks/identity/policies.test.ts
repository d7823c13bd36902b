import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { limits } from "../../../modules/eks/limits";
import { synthesizeEks } from "../../support/eks";
import { shippedClusters } from "../../support/shipped";
import type { Synthesized } from "../../support/synthesized";
import { isUnscopable, unscopableActions } from "./unscopable-actions";

/** Names as long as EKS takes them: statements carry them. */
const longest = synthesizeEks({
  name: `l${"o".repeat(98)}g`,
  encryption: { disks: "customer-key" },
  storage: {
    snapshots: true,
    file: true,
    object: { buckets: ["arn:aws:s3:::models"] },
    lustre: { sizeGiB: 1200 },
    backup: true,
  },
  loadBalancing: { controller: true },
  dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
  workloadIdentities: [
    {
      namespace: "shop",
      serviceAccount: "orders",
      via: "irsa",
      statements: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/*"] }],
    },
  ],
  eks: { addOns: { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" } } },
});

const stacks: [string, Synthesized][] = [
  ["the longest names", longest],
  ...shippedClusters()
    .filter(({ cluster }) => cluster.platform === "eks")
    .map(({ name, stack }): [string, Synthesized] => [name, stack]),
];

interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string[];
  readonly Resource: string[];
  readonly Condition?: Record<string, unknown>;
}

const statementsOf = (policy: string): PolicyStatement[] => JSON.parse(policy).Statement;

/** As IAM counts them. */
const characters = (policy: string): number => policy.replace(/\s/g, "").length;

/** The policies that are written into roles, by the reference to their role. */
function policiesByRole(stack: Synthesized): [string, string[]][] {
  const roles = new Map<string, string[]>();
  for (const { role, policy } of Object.values(stack.resources(IamRolePolicy))) {
    roles.set(role, [...(roles.get(role) ?? []), policy]);
  }
  return [...roles];
}

describe.each(stacks)("roles and policies of %s", (_, stack) => {
  test("are within the limits of IAM", () => {
    for (const [name, { assume_role_policy }] of Object.entries(stack.resources(IamRole))) {
      expect([name, characters(assume_role_policy) <= limits.trustPolicy]).toEqual([name, true]);
    }
    for (const [role, policies] of policiesByRole(stack)) {
      const size = policies.map(characters).reduce((sum, one) => sum + one, 0);
      expect([role, size <= limits.rolePolicies]).toEqual([role, true]);
    }
    for (const [name, { policy }] of Object.entries(stack.resources(IamPolicy))) {
      expect([name, characters(policy) <= limits.managedPolicy]).toEqual([name, true]);
    }
    const attachments = Object.values(stack.resources(IamRolePolicyAttachment)).map(({ role }) => role);
    for (const role of attachments) {
      const count = attachments.filter((other) => other === role).length;
      expect([role, count <= limits.attachedPolicies]).toEqual([role, true]);
    }
  });

  test("use `*` only for actions that support no resources", () => {
    const policies = [
      ...Object.entries(stack.resources(IamRolePolicy)),
      ...Object.entries(stack.resources(IamPolicy)),
    ];
    const loose = policies.flatMap(([name, { policy }]) =>
      statementsOf(policy)
        .filter(
          ({ Effect, Resource, Condition }) => Effect === "Allow" && Resource.includes("*") && !Condition,
        )
        .flatMap(({ Action }) => Action.filter((action) => !isUnscopable(action)))
        .map((action) => `${name}: ${action}`),
    );
    expect(loose).toEqual([]);
  });

  test("have no wildcard for all actions or services", () => {
    const all = Object.values(stack.resources(IamRolePolicy)).flatMap(({ policy }) => statementsOf(policy));
    expect(all.flatMap(({ Action }) => Action).filter((action) => /^\*|:\*$/.test(action))).toEqual([]);
  });

  test("trust specific principals", () => {
    for (const [name, { assume_role_policy }] of Object.entries(stack.resources(IamRole))) {
      for (const { Principal } of JSON.parse(assume_role_policy).Statement) {
        expect([name, JSON.stringify(Principal)]).toEqual([name, expect.not.stringContaining("*")]);
      }
    }
  });
});

test("the longest policy is that of the load balancer controller, below the limit", () => {
  const { policy } = longest.resource(IamRolePolicy, "load_balancing_controller_role_statements");
  expect(characters(policy)).toBeGreaterThan(limits.managedPolicy); // why it is an inline policy
  expect(characters(policy)).toBeLessThan(limits.rolePolicies * 0.95);
});

test("every action of the list of exceptions is used", () => {
  const used = new Set(
    stacks.flatMap(([, stack]) =>
      Object.values(stack.resources(IamRolePolicy))
        .flatMap(({ policy }) => statementsOf(policy))
        .flatMap(({ Action }) => Action),
    ),
  );
  const listed = Object.entries(unscopableActions).flatMap(([service, names]) =>
    names.map((name) => `${service}:${name}`),
  );
  expect(listed.filter((action) => !used.has(action))).toEqual([]);
});
