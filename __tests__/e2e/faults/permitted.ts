import { awsPolicies, phases, type Phase } from "../../../modules/permissions";
import { awsResources } from "../../../modules/permissions/aws/resources";
import { type AwsCall } from "./calls";

/** Actions that AWS checks for other actions, with no call. */
const withoutCall = ["ec2:RunInstances", "iam:CreateServiceLinkedRole", "iam:PassRole", "kms:CreateGrant"];

/** Actions that a call of another name needs: resources are created with their tags. */
const inOtherCalls = ["iam:TagRole", "kms:TagResource", "eks:TagResource", "logs:TagResource"];

/** Actions that a creation calls only with arguments that the reference stack does not have: addresses by default, a boundary, a key policy. */
const withOtherArguments = [
  "ec2:ModifySubnetAttribute",
  "iam:PutRolePermissionsBoundary",
  "kms:PutKeyPolicy",
];

/** No identity policy can deny it. */
const always = "sts:GetCallerIdentity";

/** Compares the calls of Terraform with the permissions that are derived for a stack. */
export class PermittedCalls {
  private readonly calls: Readonly<Record<Phase, Set<string>>> = {
    plan: new Set(),
    apply: new Set(),
    destroy: new Set(),
  };
  private readonly actions: ReadonlyMap<Phase, ReadonlySet<string>>;

  constructor(name: string, region: string, configuration: object) {
    const actionsOf = (phase: Phase) =>
      awsPolicies({ name, region, configuration }, phase)
        .documents.flatMap(({ Statement }) => Statement)
        .flatMap(({ Action }) => Action ?? []);
    this.actions = new Map(phases.map((phase) => [phase, new Set(actionsOf(phase))]));
  }

  record(phase: Phase, calls: readonly AwsCall[]): void {
    for (const { service, operation } of calls) this.calls[phase].add(`${service}:${operation}`);
  }

  /** The calls of a phase that its policies do not allow. */
  denied(phase: Phase): string[] {
    const allowed = this.actions.get(phase)!;
    return [...this.calls[phase]].filter((call) => call !== always && !allowed.has(call)).sort();
  }

  /** The actions of a phase that Terraform did not call in any phase. For an apply, those that change existing resources are omitted. */
  unused(phase: Phase): string[] {
    const called = new Set(Object.values(this.calls).flatMap((calls) => [...calls]));
    const updates = new Set(
      phase === "apply" ? Object.values(awsResources).flatMap(({ update = [] }) => update) : [],
    );
    return [...this.actions.get(phase)!]
      .filter((action) => !called.has(action) && !updates.has(action))
      .filter((action) => ![...withoutCall, ...inOtherCalls, ...withOtherArguments].includes(action))
      .sort();
  }
}
