import type { AzureRoles } from "../../../modules/permissions/azure/roles";

/** Calls for which Azure checks no action of the caller: its endpoints and tokens. */
const withoutAction = /^\/(metadata\/endpoints$|[0-9a-f-]{36}\/oauth2\/)/;

const verbs: Readonly<Record<string, string>> = {
  GET: "read",
  HEAD: "read",
  PUT: "write",
  PATCH: "write",
  DELETE: "delete",
};

/** An action of Azure, and the path on which it is checked. */
export interface Checked {
  readonly action: string;
  readonly path: string;

  /** Whether it is a data action: on a key of a vault. */
  readonly isData?: true;
}

/** A call to a vault, whose host has its name. */
const ofKey = /^GET https:\/\/([^.]+)\.vault\.azure\.net(\/keys\/[^/]+)/;

/**
 * The action that Azure checks for a call: the types in its path, and the verb of its method. A POST ends with the name of an action.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/role-definitions#control-and-data-actions
 * @returns undefined for a call that needs no action
 */
export function checkedBy(call: string): Checked | undefined {
  const [, vault, key] = ofKey.exec(call) ?? [];
  if (vault)
    return { action: "Microsoft.KeyVault/vaults/keys/read", path: `/vaults/${vault}${key}`, isData: true };
  const [method, path] = call.split(" ");
  if (withoutAction.test(path)) return undefined;
  const at = path.toLowerCase().lastIndexOf("/providers/");
  const [namespace, parts] =
    at < 0
      ? ["Microsoft.Resources/subscriptions", path.split("/").slice(3)]
      : (([first, ...rest]: string[]) => [first, rest] as const)(
          path.slice(at + "/providers/".length).split("/"),
        );
  const types = parts.filter((_, i) => i % 2 === 0);
  const verb = method === "POST" ? "action" : verbs[method];
  return { action: [namespace, ...types, verb].join("/"), path };
}

const matches = (pattern: string, action: string): boolean => {
  const text = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${text}$`, "i").test(action);
};

/** Whether a role that is assigned on a scope around the path has the action. */
export const isAllowed = ({ roles, assignments }: AzureRoles, { action, path, isData }: Checked): boolean =>
  assignments.some(({ role, scope }) => {
    const { Actions, DataActions } = roles.find(({ Name }) => Name === role)!;
    const inScope = isData
      ? scope.toLowerCase().endsWith(path.toLowerCase())
      : `${path}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());
    return inScope && (isData ? DataActions : Actions).some((pattern) => matches(pattern, action));
  });

/** The calls of a phase that the roles do not allow. */
export const deniedBy = (roles: AzureRoles, calls: readonly string[]): string[] =>
  calls.filter((call) => {
    const checked = checkedBy(call);
    return checked !== undefined && !isAllowed(roles, checked);
  });
