import { InputError } from "../../cluster/problem";
import type { PolicyDocument, PolicyStatement } from "../iam/policy";
import type { Phase } from "../phases";
import { authorize } from "./authorize";
import { type AwsStack, type Permission, StackView } from "./model";
import type { ResourceActions } from "./resource-actions";
import { awsDataSources, awsResources } from "./resources";
import { statePermissions } from "./state";

/** Policies for the identity that runs Terraform. */
export interface Policies {
  readonly documents: readonly PolicyDocument[];

  /** Resource types of which the permissions are not known. */
  readonly unknownTypes: readonly string[];
}

/**
 * Limits of managed policies: characters without white space, and policies of one role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const limits = { characters: 6144, policies: 10 } as const;

/**
 * The policies with which Terraform plans, applies or destroys a stack. Their order depends only on the stack.
 *
 * An apply may also replace and delete resources.
 *
 * @throws InputError if the policies exceed {@link limits}
 */
export function awsPolicies(stack: AwsStack, phase: Phase): Policies {
  const view = new StackView(stack);
  const rows = [
    ...[...view.resources.keys()].map((type) => [type, awsResources[type]] as const),
    ...[...view.dataSources.keys()].map((type) => [`data.${type}`, awsDataSources[type]] as const),
  ];
  const known = rows.filter(
    (row): row is [string, ResourceActions] => (row[1] as ResourceActions | undefined) !== undefined,
  );
  const actions = new Set(known.flatMap(([, row]) => actionsOf(row, phase)));
  const permissions = [
    ...[...actions].flatMap((action) => authorize(view, action)),
    ...statePermissions(view, phase === "plan"),
  ];
  const documents = split(statementsOf(permissions));
  if (documents.length > limits.policies) {
    throw new InputError(
      `the permissions of ${stack.name} need ${documents.length} policies, and a role has at most ${limits.policies}`,
    );
  }
  const unknownTypes = rows.filter(([, row]) => (row as ResourceActions | undefined) === undefined);
  return { documents, unknownTypes: unknownTypes.map(([type]) => type).sort() };
}

function actionsOf(
  { read, create = [], update = [], delete: remove = [] }: ResourceActions,
  phase: Phase,
): string[] {
  if (phase === "plan") return [...read];
  return phase === "destroy" ? [...read, ...remove] : [...read, ...create, ...update, ...remove];
}

/** One statement for each group and conditions. */
function statementsOf(permissions: readonly Permission[]): PolicyStatement[] {
  const groups = new Map<string, Permission[]>();
  for (const one of permissions) {
    const key = JSON.stringify([one.group, one.conditions ?? {}]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const list = (values: readonly string[]) => [...new Set(values)].sort();
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => ({
      Effect: "Allow",
      Action: list(all.map(({ action }) => action)),
      Resource: list(all.map(({ resource }) => resource)),
      ...(all[0].conditions && { Condition: all[0].conditions }),
    }));
}

const sizeOf = (statements: readonly PolicyStatement[]): number =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements }).length;

/** Distributes statements to policies in their order, each as full as possible. */
function split(statements: readonly PolicyStatement[]): PolicyDocument[] {
  const documents: PolicyStatement[][] = [];
  for (const statement of statements.flatMap(halved)) {
    const last = documents.at(-1);
    if (last && sizeOf([...last, statement]) <= limits.characters) last.push(statement);
    else documents.push([statement]);
  }
  return documents.map((all) => ({ Version: "2012-10-17", Statement: all }));
}

/** Parts of a statement that is larger than a policy. */
function halved(statement: PolicyStatement): PolicyStatement[] {
  if (sizeOf([statement]) <= limits.characters) return [statement];
  const longer = JSON.stringify(statement.Action).length > JSON.stringify(statement.Resource).length;
  const element = longer ? "Action" : "Resource";
  const values = statement[element] as readonly string[];
  if (values.length < 2) throw new InputError(`the permission for ${String(values)} is larger than a policy`);
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)].flatMap((part) =>
    halved({ ...statement, [element]: part }),
  );
}
