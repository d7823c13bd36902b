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

  /** Resources of which those of others are included, because the file has no tags that would limit them. */
  readonly unlimited: readonly string[];
}

/** Resources that only their tags distinguish from those of others. */
const limitedByTags =
  /^arn:[^:]*:(?:backup|elasticfilesystem|fsx|kms):[^:]*:[^:]*:(?:backup-plan:|(?:access-point|file-system|key)\/)\*$/;

const reads = /:(?:Describe|Get|List)\w*$/;

/** The resources of statements that change something, without conditions. */
function unlimitedIn(statements: readonly PolicyStatement[]): string[] {
  const found = statements.flatMap(({ Action = [], Resource = [], Condition }) =>
    Condition !== undefined || [Action].flat().every((action) => reads.test(action))
      ? []
      : [Resource].flat().filter((resource) => limitedByTags.test(resource)),
  );
  return [...new Set(found)].sort();
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
  const permissions = [
    ...[...typesByAction(view, partsOf[phase])].flatMap(([action, types]) => authorize(view, action, types)),
    ...statePermissions(view, phase === "plan"),
  ];
  const statements = statementsOf(permissions);
  const documents = split(statements);
  if (documents.length > limits.policies) {
    throw new InputError(
      `the permissions of ${stack.name} need ${documents.length} policies, and a role has at most ${limits.policies}`,
    );
  }
  const unknownTypes = rows.filter(([, row]) => (row as ResourceActions | undefined) === undefined);
  return {
    documents,
    unknownTypes: unknownTypes.map(([type]) => type).sort(),
    unlimited: unlimitedIn(statements),
  };
}

type Part = "read" | "create" | "update" | "delete";

/** An apply also replaces and deletes. */
const partsOf: Readonly<Record<Phase, readonly Part[]>> = {
  plan: ["read"],
  apply: ["read", "create", "update", "delete"],
  destroy: ["read", "delete"],
};

/** Actions that set tags. */
const setsTags = /:(?:Tag\w+|CreateTags|CreateOrUpdateTags|AddTags|PutBucketTagging|ChangeTagsForResource)$/;

/** The actions of a stack, with the types of resources that need them. */
export function typesByAction(view: StackView, parts: readonly Part[]): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (action: string, type: string) => found.set(action, (found.get(action) ?? new Set()).add(type));
  for (const [type, configs] of view.resources) {
    const row = awsResources[type] as ResourceActions | undefined;
    if (row === undefined) continue;
    const isNeeded = (action: string): boolean => {
      const when = row.when?.[action];
      if (when !== undefined) return configs.some((config) => when(config, view));
      return !setsTags.test(action) || type.endsWith("_tag") || view.hasTags(type);
    };
    for (const part of parts) {
      for (const action of row[part] ?? []) {
        if (part === "update" ? !setsTags.test(action) || isNeeded(action) : isNeeded(action))
          add(action, type);
      }
    }
  }
  for (const type of view.dataSources.keys()) {
    for (const action of (awsDataSources[type] as ResourceActions | undefined)?.read ?? [])
      add(action, `data.${type}`);
  }
  return found;
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
