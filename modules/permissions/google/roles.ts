import { groupedBy } from "../../cluster/groups";
import { boundedName } from "../../cluster/names";
import type { Phase } from "../phases";
import type { GoogleRow } from "./model";
import { actAs, googleDataSources, googleResources } from "./resources";
import { type Access, type Config, GoogleView } from "./scopes";
import { stateAccess } from "./state";

/** A custom role, as `gcloud iam roles create ID --file FILE` reads it. */
export interface CustomRole {
  readonly title: string;
  readonly description: string;
  readonly stage: "GA";
  readonly includedPermissions: readonly string[];
}

/** Where the identity that runs Terraform gets a role. */
export interface RoleBinding {
  /** `projects/PROJECT/roles/ID`. */
  readonly role: string;
  readonly resource: string;

  /** An expression of IAM. */
  readonly condition?: string;
}

/** A project on which no condition limits the roles that the identity grants. */
export interface Unlimited {
  readonly resource: string;
  readonly reason: string;
}

/** Custom roles by their id, and their bindings. */
export interface GoogleRoles {
  readonly roles: ReadonlyMap<string, CustomRole>;
  readonly bindings: readonly RoleBinding[];
  readonly unknownTypes: readonly string[];

  /** Projects whose binding cannot have a condition. */
  readonly unlimited: readonly Unlimited[];
}

/**
 * The roles that a condition can compare.
 *
 * @see https://cloud.google.com/iam/docs/setting-limits-on-granting-roles
 */
const maximumRoles = 10;

/** The permission to grant roles on a project. */
const grants = "resourcemanager.projects.setIamPolicy";

/** The characters of the id of a role. @see https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles/create */
const maximumId = 64;

/** Why no condition can list the roles. */
function unlimitedBecause(roles: readonly string[]): string | undefined {
  if (roles.length > maximumRoles) return `more than ${maximumRoles} roles`;
  const unknown = roles.find((role) => role.includes("${"));
  return unknown === undefined ? undefined : `the role ${unknown}, whose name only Terraform knows`;
}

/** The permissions of a row in a phase, for a resource with these arguments. */
export function permissionsOf(row: GoogleRow, phase: Phase, config: Config = {}): string[] {
  const { create = [], update = [], delete: remove = [], waits = [] } = row;
  const read = [...row.read, ...(row.readBefore ?? [])];
  if (phase === "plan") return [...read];
  const more = row.with && config[row.with.argument] === row.with.value ? row.with : undefined;
  const removing = [...remove, ...(more?.delete ?? [])];
  const changes =
    phase === "destroy" ? removing : [...create, ...(more?.create ?? []), ...update, ...removing];
  return [...read, ...changes, ...(changes.length > 0 ? waits : [])];
}

/** The custom roles with which Terraform plans, applies or destroys a stack, and the resources on which the identity gets them. */
export function googleRoles(name: string, configuration: object, phase: Phase): GoogleRoles {
  const view = new GoogleView(configuration);
  const rowOf = (type: string, isData: boolean) => {
    const table = isData ? googleDataSources : googleResources;
    return Object.hasOwn(table, type) ? table[type] : undefined;
  };
  const rows = view.instances.map((instance) => ({ instance, row: rowOf(instance.type, instance.isData) }));
  const accesses = merge([
    ...rows.flatMap(({ instance, row }) =>
      row
        ? [
            {
              resource: view.resourceOf(instance, row),
              permissions: permissionsOf(row, phase, instance.config),
              condition: row.isObject && view.objectCondition(instance),
            },
          ]
        : [],
    ),
    ...(phase === "apply"
      ? view.nodeServiceAccounts.map((resource) => ({ resource, permissions: [actAs] }))
      : []),
    ...stateAccess(view),
  ]);
  // A role exists in one project. Resources with the same permissions share it.
  const groups = groupedBy(accesses, ({ resource, permissions }) =>
    JSON.stringify([view.projectOf(resource), permissions]),
  );
  const parts = [...groups.values()].map((all, i) => ({
    id: idOf(name, phase, partOf(view, all[0], i)),
    project: view.projectOf(all[0].resource),
    accesses: all,
  }));
  const roles = parts.map(({ id, accesses: [{ permissions }] }): [string, CustomRole] => [
    id,
    {
      title: id.replaceAll("_", "-").slice(0, 100),
      description: `Terraform, ${phase} of ${name}`,
      stage: "GA",
      includedPermissions: permissions,
    },
  ]);
  const bindings = parts.flatMap(({ id, project, accesses: all }) =>
    all.map(({ resource, permissions, condition }): RoleBinding => {
      const limit = condition ?? grantCondition(view, resource, permissions);
      return { role: `projects/${project}/roles/${id}`, resource, ...(limit && { condition: limit }) };
    }),
  );
  const unknown = rows.filter(({ row }) => row === undefined);
  return {
    roles: new Map(roles),
    bindings,
    unknownTypes: [
      ...new Set(unknown.map(({ instance: { type, isData } }) => (isData ? `data.${type}` : type))),
    ].sort(),
    unlimited: accesses
      .filter(({ permissions }) => permissions.includes(grants))
      .flatMap(({ resource }) => {
        const reason = unlimitedBecause(view.grantedRoles(resource));
        return reason === undefined ? [] : [{ resource, reason }];
      }),
  };
}

/** Ids of roles have no hyphens. */
const idOf = (name: string, phase: Phase, part: string): string =>
  boundedName([name, phase, part], maximumId).replaceAll("-", "_");

function partOf(view: GoogleView, { resource, permissions, condition }: Access, index: number): string {
  if (resource === `projects/${view.project}`)
    return condition === undefined ? "project" : `objects_${index}`;
  return permissions.length === 1 && permissions[0] === actAs ? "act_as" : `existing_${index}`;
}

/** One access for each resource and condition, without what the project around it or the resource without a condition allows. */
function merge(accesses: readonly Access[]): Access[] {
  const byResource = [
    ...groupedBy(accesses, ({ resource, condition }) => JSON.stringify([resource, condition])).values(),
  ].map((all): Access => ({
    resource: all[0].resource,
    permissions: [...new Set(all.flatMap(({ permissions }) => permissions))].sort(),
    ...(all[0].condition && { condition: all[0].condition }),
  }));
  return byResource
    .map((one) => {
      const around = byResource.filter(
        ({ resource, condition }) =>
          condition === undefined &&
          (one.resource.startsWith(`${resource}/`) ||
            (one.resource === resource && one.condition !== undefined)),
      );
      const inherited = new Set(around.flatMap(({ permissions }) => permissions));
      return { ...one, permissions: one.permissions.filter((permission) => !inherited.has(permission)) };
    })
    .filter(({ permissions }) => permissions.length > 0)
    .sort((a, b) => (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0));
}

/**
 * Limits the roles that the identity grants on a project to those of the stack.
 *
 * @see https://cloud.google.com/iam/docs/setting-limits-on-granting-roles
 */
function grantCondition(
  view: GoogleView,
  resource: string,
  permissions: readonly string[],
): string | undefined {
  const roles = view.grantedRoles(resource);
  if (!permissions.includes(grants) || unlimitedBecause(roles) !== undefined) return;
  const list = roles.map((role) => `'${role}'`).join(", ");
  return `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly([${list}])`;
}
