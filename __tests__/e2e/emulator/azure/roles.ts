import { builtInRoles } from "../../../../modules/permissions/azure/built-in-roles";
import { type Answer, type Call } from "../rest/server";
import { copy, type Json } from "../rest/json";
import { uuid } from "./defaults";
import { SUBSCRIPTION } from "./identity";
import { type Store } from "./store";

const DEFINITIONS = "/providers/Microsoft.Authorization/roleDefinitions";
const PATH = new RegExp(`^(?<scope>.*)${DEFINITIONS}(?:/(?<id>[^/]+))?$`, "i");

/**
 * Definitions of roles: the built-in ones by their name or id, and those of stacks. Azure answers with the id in the subscription, whatever the
 * scope in the path is.
 *
 * @see https://learn.microsoft.com/rest/api/authorization/role-definitions
 */
export class Roles {
  /** Built-in roles by their id, also those that this project does not use. */
  private readonly builtIn = new Map(Object.entries(builtInRoles).map(([name, id]) => [id, name]));

  constructor(private readonly store: Store) {}

  /** @returns undefined for a call to something else */
  answer({ method, query, body }: Call, path: string): Answer | undefined {
    const { id } = PATH.exec(path)?.groups ?? {};
    if (!PATH.test(path)) return undefined;
    if (id === undefined) return { status: 200, body: { value: [this.byName(query)] } };
    const key = `/subscriptions/${SUBSCRIPTION}${DEFINITIONS}/${id}`.toLowerCase();
    const found = this.store.get(key);
    switch (method) {
      case "GET":
        return this.found(id, found);
      case "PUT":
        return { status: 201, body: this.store.set({ key }, role(id, custom(body, found))) };
      case "DELETE":
        this.store.delete({ key });
        return found ? { status: 200, body: found } : { status: 204 };
      default:
        return undefined;
    }
  }

  private found(id: string, found: Json | undefined): Answer {
    const name = this.builtIn.get(id.toLowerCase());
    if (found) return { status: 200, body: found };
    if (name !== undefined) return { status: 200, body: role(id, builtIn(name)) };
    return { status: 404, body: { error: { code: "RoleDefinitionDoesNotExist", message: `no role ${id}` } } };
  }

  private byName(query: URLSearchParams): Json {
    const name = /roleName eq '([^']+)'/i.exec(query.get("$filter") ?? "")?.[1] ?? "unknown";
    const known = [...this.builtIn].find(([, one]) => one === name)?.[0];
    const id = known ?? uuid(name);
    this.builtIn.set(id, name);
    return role(id, builtIn(name));
  }
}

const builtIn = (roleName: string): Json => ({
  roleName,
  type: "BuiltInRole",
  permissions: [],
  assignableScopes: ["/"],
});

/** Times in the past, because the provider waits until a change is newer than its creation. */
const custom = ({ properties }: Json, found: Json | undefined): Json => ({
  ...copy(properties as Json),
  createdOn: (found?.properties as Json | undefined)?.createdOn ?? "2026-01-01T00:00:00Z",
  updatedOn: new Date().toISOString(),
});

const role = (id: string, properties: Json): Json => ({
  id: `/subscriptions/${SUBSCRIPTION}${DEFINITIONS}/${id}`,
  name: id,
  type: DEFINITIONS.slice("/providers/".length),
  properties,
});
