import { groupedBy } from "../../cluster/groups";
import type { Phase } from "../phases";
import { conditionFor, unknownRoles } from "./condition";
import type { AzureActions, AzureRow } from "./model";
import { azureResources } from "./resources";
import { type Access, AzureView, type Config, hasValue, type Instance, unknownGroup } from "./scopes";
import { stateAccess } from "./state";

/** A custom role, as `az role definition create --role-definition FILE` reads it. */
export interface RoleDefinition {
  readonly Name: string;
  readonly IsCustom: true;
  readonly Description: string;
  readonly Actions: readonly string[];
  readonly NotActions: readonly string[];
  readonly DataActions: readonly string[];
  readonly NotDataActions: readonly string[];
  readonly AssignableScopes: readonly string[];
}

/** Where the identity that runs Terraform gets a role. */
export interface RoleAssignment {
  readonly role: string;
  readonly scope: string;
  readonly condition?: string;
  readonly conditionVersion?: "2.0";
}

/** Custom roles and their assignments. */
export interface AzureRoles {
  readonly roles: readonly RoleDefinition[];
  readonly assignments: readonly RoleAssignment[];
  readonly unknownTypes: readonly string[];

  /** Names of roles that the condition of an assignment cannot allow. */
  readonly unknownRoles: readonly string[];

  /** Placeholders for scopes of references whose values only Terraform knows. */
  readonly unknownScopes: readonly string[];
}

const group = "Microsoft.Resources/subscriptions/resourceGroups";

/** The actions of the provider itself, on the subscription. */
export const providerActions = {
  /** It reads which resource providers are registered. */
  always: "Microsoft.Resources/subscriptions/providers/read",

  /** It registers those that are not, also when it plans. */
  registers: "*/register/action",

  /** A resource group that does not exist yet is no scope of an assignment. */
  createsGroup: [`${group}/read`, `${group}/write`],
} as const;

/** @see https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault */
const readKey = "Microsoft.KeyVault/vaults/keys/read";

/** What a row adds for the arguments of a resource. */
function moreOf(row: AzureRow, config: Config): NonNullable<AzureRow["with"]> | undefined {
  const { with: more } = row;
  return more && hasValue(config, more.argument, more.value) ? more : undefined;
}

/** The actions of a row in a phase, for a resource with these arguments. */
export function actionsOf(row: AzureRow, phase: Phase, config: Config = {}): string[] {
  const { kind, changes, also = {} } = row;
  const own: AzureActions = {
    read: [`${kind}/read`],
    create: [`${kind}/write`],
    delete: [`${kind}/${changes ? "write" : "delete"}`],
  };
  return [own, also, moreOf(row, config)?.also ?? {}].flatMap((actions) => inPhase(actions, phase));
}

const inPhase = (
  { read = [], create = [], update = [], delete: remove = [] }: AzureActions,
  phase: Phase,
): string[] => {
  if (phase === "plan") return [...read];
  return phase === "destroy" ? [...read, ...remove] : [...read, ...create, ...update, ...remove];
};

/** The custom roles with which Terraform plans, applies or destroys a stack, and the scopes on which the identity gets them. */
export function azureRoles(name: string, configuration: object, phase: Phase): AzureRoles {
  const view = new AzureView(configuration);
  const isKnown = ({ type }: Instance) => Object.hasOwn(azureResources, type);
  const known = view.instances.filter(isKnown);
  const unknownTypes = [...new Set(view.instances.filter((one) => !isKnown(one)).map(({ type }) => type))];
  const accesses = merge([
    subscriptionAccess(view, phase),
    ...known.flatMap((instance) => accessesOf(view, instance, phase)),
    ...stateAccess(view),
  ]);
  const assignments = view.of("azurerm_role_assignment");
  const isOwn = (scope: string) => view.ownGroups.includes(scope);
  const own = union(accesses.filter(({ scope }) => isOwn(scope)));
  // Existing scopes with the same actions share a role.
  const existing = groupedBy(
    accesses.filter(({ scope }) => scope !== view.subscription && !isOwn(scope)),
    ({ actions, dataActions }) => JSON.stringify([actions, dataActions]),
  );
  const parts = [
    { part: "subscription", accesses: accesses.filter(({ scope }) => scope === view.subscription) },
    { part: "group", accesses: view.ownGroups.map((scope) => ({ ...own, scope })) },
    ...[...existing.values()].map((all, i) => ({ part: `existing-${i + 1}`, accesses: all })),
  ].filter((one) => one.accesses.length > 0);
  return {
    roles: parts.map(({ part, accesses: [{ actions, dataActions = [] }] }) => ({
      Name: `${name}-${phase}-${part}`,
      IsCustom: true,
      Description: descriptions[part.startsWith("existing") ? "existing" : part](name, phase),
      Actions: actions,
      NotActions: [],
      DataActions: dataActions,
      NotDataActions: [],
      AssignableScopes: subscriptionsOf(parts.find((one) => one.part === part)!.accesses),
    })),
    assignments: parts.flatMap(({ part, accesses: all }) =>
      all.map(({ scope, actions, condition }) => {
        const limit = condition ?? assignmentCondition(view, assignments, scope, actions);
        return {
          role: `${name}-${phase}-${part}`,
          scope,
          ...(limit !== undefined && { condition: limit, conditionVersion: "2.0" as const }),
        };
      }),
    ),
    unknownTypes: unknownTypes.sort(),
    unknownScopes: accesses.map(({ scope }) => scope).filter((scope) => scope.includes(`/${unknownGroup}`)),
    unknownRoles: phase === "plan" ? [] : unknownRoles(assignments.map(({ config }) => config)),
  };
}

const descriptions: Readonly<Record<string, (name: string, phase: Phase) => string>> = {
  subscription: (name, phase) => `Terraform, ${phase} of ${name}: what only the subscription can allow`,
  group: (name, phase) => `Terraform, ${phase} of ${name}: resources in the groups of the stack`,
  existing: (name, phase) =>
    `Terraform, ${phase} of ${name}: resources that the stack uses and does not create`,
};

/** A custom role can only be assigned in its assignable scopes, which are not resources. */
const subscriptionsOf = (accesses: readonly Access[]): string[] => [
  ...new Set(accesses.map(({ scope }) => scope.split("/").slice(0, 3).join("/"))),
];

function subscriptionAccess(view: AzureView, phase: Phase): Access {
  const { resource_provider_registrations: set, resource_providers_to_register: more } = view.provider;
  const registers = set !== "none" || (Array.isArray(more) && more.length > 0);
  const creates = phase === "apply" && view.of("azurerm_resource_group").length > 0;
  return {
    scope: view.subscription,
    actions: [
      ...view.instances
        .filter(({ type }) => Object.hasOwn(azureResources, type))
        .flatMap(({ type, config }) => [azureResources[type], moreOf(azureResources[type], config)])
        .flatMap((row) => inPhase(row?.onSubscription ?? {}, phase)),
      providerActions.always,
      ...(registers ? [providerActions.registers] : []),
      ...(creates ? providerActions.createsGroup : []),
    ],
  };
}

function accessesOf(view: AzureView, instance: Instance, phase: Phase): Access[] {
  const row = azureResources[instance.type];
  const own = { scope: view.scopeOf(instance), actions: actionsOf(row, phase, instance.config) };
  // What remains in a changed resource is checked again.
  const isLinked = phase === "apply" || (phase === "destroy" && row.changes === true);
  const links = isLinked ? view.linksOf(instance) : [];
  const { readsKey } = row;
  const keys: Access[] =
    readsKey === undefined || phase !== "apply"
      ? []
      : [{ scope: view.scopeOfKey(String(instance.config[readsKey])), actions: [], dataActions: [readKey] }];
  const networks = row.readsSubnets && phase === "apply" ? links.flatMap(networkOf) : [];
  return [own, ...keys, ...networks, ...links.map(({ action, scope }) => ({ scope, actions: [action] }))];
}

/** The network of a subnet that a resource names; none for other links. */
function networkOf({ action, scope }: { readonly action: string; readonly scope: string }): Access[] {
  const network = "Microsoft.Network/virtualNetworks";
  if (!action.startsWith(`${network}/subnets/`)) return [];
  return [
    {
      scope: scope.replace(/\/subnets\/[^/]+$/i, ""),
      actions: [`${network}/read`, `${network}/subnets/read`],
    },
  ];
}

/** One access for each scope, without what a scope around it allows. */
function merge(accesses: readonly Access[]): Access[] {
  const byScope = [...groupedBy(accesses, ({ scope }) => scope.toLowerCase()).values()].map(union);
  return byScope
    .map(({ scope, actions, ...rest }) => {
      const around = byScope.filter((other) =>
        scope.toLowerCase().startsWith(`${other.scope.toLowerCase()}/`),
      );
      const inherited = new Set(around.flatMap((other) => other.actions));
      // The group role has all its actions, so that it needs no other one.
      const isGroup = scope.split("/").length <= 5;
      return { scope, ...rest, actions: isGroup ? actions : actions.filter((one) => !inherited.has(one)) };
    })
    .filter(({ actions, dataActions = [] }) => actions.length + dataActions.length > 0)
    .sort((a, b) => (a.scope < b.scope ? -1 : 1));
}

function union(accesses: readonly Access[]): Access {
  const all = <Key extends "actions" | "dataActions">(key: Key) =>
    [...new Set(accesses.flatMap((one) => one[key] ?? []))].sort();
  const dataActions = all("dataActions");
  return {
    scope: accesses[0]?.scope ?? "",
    actions: all("actions"),
    ...(dataActions.length > 0 && { dataActions }),
    ...(accesses.find(({ condition }) => condition)?.condition !== undefined && {
      condition: accesses.find(({ condition }) => condition)!.condition,
    }),
  };
}

function assignmentCondition(
  view: AzureView,
  assignments: readonly Instance[],
  scope: string,
  actions: readonly string[],
): string | undefined {
  const changed = (["write", "delete"] as const).filter((one) =>
    actions.includes(`Microsoft.Authorization/roleAssignments/${one}`),
  );
  if (changed.length === 0) return undefined;
  const isInside = (inner: string) => inner === scope || inner.startsWith(`${scope}/`);
  const inScope = assignments
    .filter((one) => isInside(view.scopeOf(one)))
    .map(({ config }): Config => config);
  return conditionFor(inScope, changed);
}
