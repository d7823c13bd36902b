import { type Phase, type PermissionsSource, awsPolicies } from "../../../modules/permissions";
import { StackView } from "../../../modules/permissions/aws/model";
import { provider } from "../../../modules/permissions/aws/resource-actions";
import { typesByAction } from "../../../modules/permissions/aws/policy";
import { type AccessRequest, evaluate, type PolicyDocument } from "../../../modules/permissions/iam";
import { type PolicyStatement, statementsOf } from "../../../modules/permissions/iam/policy";

/** What the calls of each phase need. */
export type PhaseAccesses = Readonly<Record<Phase, readonly AccessRequest[]>>;

/** The different accesses of a phase: an apply also replaces and deletes, and each command reads. */
export function accessesOf({ plan, apply, destroy }: PhaseAccesses, phase: Phase): readonly AccessRequest[] {
  const all = { plan, destroy: [...plan, ...destroy], apply: [...plan, ...apply, ...destroy] }[phase];
  return [...new Map(all.map((one) => [textOf(one), one])).values()];
}

/** The accesses of a phase that its policies do not allow. */
export function denied(source: PermissionsSource, phase: Phase, all: PhaseAccesses): string[] {
  const { documents } = awsPolicies(source, phase);
  const found = accessesOf(all, phase).filter((one) => evaluate(documents, one).decision !== "allowed");
  return found.map(textOf).sort();
}

const textOf = ({ action, resource, context = {} }: AccessRequest): string =>
  `${action} on ${resource} with ${JSON.stringify(context)}`;

/** A statement, or the actions of it, that no recorded call needs, with the reason. */
interface Exception {
  readonly actions: RegExp;

  /** Only statements with this text; if omitted, all. */
  readonly statements?: RegExp;

  /** Only in this phase; if omitted, in all. */
  readonly phase?: Phase;
  readonly because: string;

  /** What states that the action is called in AWS. */
  readonly source: string;
}

/**
 * Permissions without a call in the recorded runs. Deploy tests of edits change existing resources; this comparison has no edits. The calls
 * of the others follow from the source of the provider or from documentation, as of 2026-11-30.
 */
export const exceptions: readonly Exception[] = [
  {
    actions: /^ec2:DisassociateAddress$/,
    because:
      "the addresses of NAT gateways have an association in AWS, which the provider removes, and none in the emulator",
    source: `${provider}/ec2/ec2_eip.go`,
  },
  {
    actions: /:(CreateTags|DeleteTags|TagResource|CreateOrUpdateTags)$/,
    statements: /"aws:ResourceTag\/(?!Name":"true")|:security-group-rule\/\*"\]/,
    because: "an edit changes the tags of a resource that exists",
    source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging",
  },
  {
    actions: /^autoscaling:DeleteTags$/,
    statements: /^(?!.*eks:cluster-name)/,
    phase: "apply",
    because: "an edit removes tags of an Auto Scaling group that exists",
    source: `${provider}/autoscaling/group.go`,
  },
  {
    actions: /^ec2:RevokeSecurityGroupIngress$/,
    phase: "apply",
    because: "the default security group of a new network has a rule in AWS, and none in the emulator",
    source: `${provider}/ec2/vpc_default_security_group.go`,
  },
  {
    actions: /^fsx:DeleteFileSystem$/,
    because: "the deploy test deletes this file system itself, because the provider waits ten minutes for it",
    source: `${provider}/fsx/lustre_file_system.go`,
  },
  {
    actions: /^eks:DeletePodIdentityAssociation$/,
    because:
      "EKS deletes the associations of an add-on together with it, and no call shows this. CloudFormation lists the permission for the same call",
    source: "https://awscc.stackql.io/services/eks/addons/",
  },
  {
    actions: /^iam:PassRole$/,
    statements: /"capabilities\.eks\.amazonaws\.com"/,
    because: "the provider of the tests does not have capabilities, which get these roles",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/capability-role.html",
  },
  {
    actions: /^backup:DeleteRecoveryPoint$/,
    because: "a vault that is destroyed has backups in AWS, and none in the emulator",
    source: `${provider}/backup/vault.go`,
  },
];

/** Actions that only changes of existing resources of the stack call. */
function updatesOf(source: PermissionsSource): ReadonlySet<string> {
  const view = new StackView(source);
  const others = typesByAction(view, ["read", "create", "delete"]);
  const updates = typesByAction(view, ["update"]);
  return new Set([...updates.keys()].filter((action) => !others.has(action)));
}

/**
 * The statements of a phase that no call needs: the calls have the same decisions without the statement. Each action of a statement is
 * compared separately.
 */
export function unneeded(source: PermissionsSource, phase: Phase, all: PhaseAccesses): string[] {
  const { documents } = awsPolicies(source, phase);
  const statements = documents.flatMap(statementsOf);
  const updates = updatesOf(source);
  const used = new Set<string>();
  for (const access of accessesOf(all, phase)) {
    const by = statements.flatMap((one, i) => (allows(one, access) ? [i] : []));
    // A second statement that allows the same call is not needed for it.
    if (by.length === 1) used.add(`${by[0]} ${access.action}`);
  }
  return statements.flatMap((statement, i) =>
    [statement.Action ?? []]
      .flat()
      .filter((action) => !used.has(`${i} ${action}`))
      .filter((action) => !(phase === "apply" && updates.has(action)))
      .filter((action) => !isException(action, statement, phase))
      .map((action) => `${action} in ${JSON.stringify({ ...statement, Action: undefined })}`),
  );
}

const allows = (statement: PolicyStatement, access: AccessRequest): boolean =>
  // The policies have no patterns for actions.
  [statement.Action ?? []].flat().includes(access.action) &&
  evaluate([{ Version: "2012-10-17", Statement: [statement] } satisfies PolicyDocument], access).decision ===
    "allowed";

const isException = (action: string, statement: PolicyStatement, phase: Phase): boolean =>
  exceptions.some(
    ({ actions, statements = /(?:)/, phase: only = phase }) =>
      only === phase && actions.test(action) && statements.test(JSON.stringify(statement)),
  );

/** Ids that differ in each run. */
const random: readonly (readonly [RegExp, string])[] = [
  [/\b(vpc|subnet|igw|rtb|sgr?|eipalloc|nat|vpce|lt|fl|eigw|eni|fs|fsap|fsmt)-[0-9a-f]{8,17}\b/g, "$1-ID"],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "ID"],
];

/** Accesses without duplicates, in a fixed order, for a file. */
export function withoutIds(all: readonly AccessRequest[], keep: readonly string[] = []): AccessRequest[] {
  const texts = all.map((one) =>
    random.reduce(
      (text, [pattern, by]) =>
        text.replace(pattern, (id: string, ...groups: unknown[]) =>
          keep.includes(id) ? id : by.replace("$1", String(groups[0])),
        ),
      JSON.stringify(one),
    ),
  );
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as AccessRequest);
}
