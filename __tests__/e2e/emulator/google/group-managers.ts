import { type Answer } from "../rest/server";
import { type Json } from "../rest/json";
import { computeUrl } from "./kind";
import { type GoogleCall, inUse, operation } from "./resources";
import { ok, type Store } from "./store";
import { unstable } from "./machine-kinds";

const ACTION =
  /^(projects\/[^/]+\/(?:zones|regions)\/[^/]+\/instanceGroupManagers\/[^/]+)\/(resize|listManagedInstances)$/;
const MANAGER = /^projects\/[^/]+\/(?:zones|regions)\/[^/]+\/instanceGroupManagers\/[^/]+$/;

/** The calls for managed groups that the table of kinds does not answer. */
export function groupManagers(
  store: Store,
  { service, method, name, query }: GoogleCall,
): Answer | undefined {
  if (service !== "compute") return undefined;
  if (method === "DELETE" && MANAGER.test(name)) {
    const group = name.replace("/instanceGroupManagers/", "/instanceGroups/");
    const [user] = store.usersOf(group, `compute/${name}`);
    return user === undefined ? undefined : inUse(group, user);
  }
  const [, target, action] = ACTION.exec(name) ?? [];
  const manager = target === undefined ? undefined : store.get(`compute/${target}`);
  if (method !== "POST" || !manager) return undefined;
  if (action === "listManagedInstances") return ok({ managedInstances: machines(manager, target) });
  manager.targetSize = Number(query.get("size"));
  manager.status = unstable(manager);
  return ok(operation("compute", target, `operation-${store.next()}`, manager));
}

/** @see https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroupManagers/listManagedInstances */
function machines(manager: Json, target: string): Json[] {
  const [{ instanceTemplate }] = manager.versions as Json[];
  // The machines of a region are in its zones; the emulator puts all in one.
  const zone = target
    .split("/")
    .slice(0, 4)
    .join("/")
    .replace(/\/regions\/(.*)$/, "/zones/$1-b");
  return Array.from({ length: manager.targetSize as number }, (_, index) => ({
    instance: computeUrl(`${zone}/instances/${manager.baseInstanceName as string}-${1000 + index}`),
    instanceStatus: "RUNNING",
    currentAction: "NONE",
    version: { instanceTemplate },
  }));
}
