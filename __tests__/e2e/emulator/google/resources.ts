import { type Answer, type Call } from "../rest/server";
import { copy, fill, type Json, merge, replaceAt, valueAt, withoutNulls } from "../rest/json";
import { computeUrl, type Kind, withComputeUrls } from "./kind";
import { kindOf } from "./kinds";
import { failure, ok, type Store } from "./store";

/** A call with its service and its path without the version. */
export interface GoogleCall extends Call {
  readonly service: string;
  readonly name: string;
}

/** Answers create, read, list, change and delete of the collections in the table of kinds. */
export class Resources {
  constructor(private readonly store: Store) {}

  answer(call: GoogleCall): Answer | undefined {
    const [name, verb] = splitVerb(call.name);
    const collection = kindOf(call.service, name);
    if (collection) return this.collection(collection, name, verb, call);
    const slash = name.lastIndexOf("/");
    const item = kindOf(call.service, name.slice(0, slash));
    if (item) return this.item(item, name, verb, call);
    return undefined;
  }

  private collection(kind: Kind, collection: string, verb: string, call: GoogleCall): Answer | undefined {
    const { service, method, query, body } = call;
    if (method === "GET") return ok(list(kind, this.store.list(`${service}/${collection}`)));
    if (method !== "POST" || (verb !== "" && verb !== "createAsync")) return undefined;
    const id = kind.idParameter ? query.get(kind.idParameter) : body.name;
    if (typeof id !== "string" || id === "") return failure(400, `${collection} needs a name`);
    return this.create(kind, `${collection}/${id}`, id, call);
  }

  private create(kind: Kind, name: string, id: string, { service, body }: GoogleCall): Answer {
    const key = `${service}/${name}`;
    if (this.store.get(key)) return failure(409, `${name} already exists`, "alreadyExists");
    const item = normalised(kind, { ...withoutNulls(copy(body)), name: kind.fullName ? name : id });
    const context = { project: name.split("/")[1], name, number: 1000 + this.store.next() };
    this.store.set(key, fill(item, kind.defaults?.(item, context) ?? {}));
    return this.done(kind, name, item);
  }

  private item(kind: Kind, name: string, verb: string, call: GoogleCall): Answer | undefined {
    const { service, method, query, body } = call;
    const key = `${service}/${name}`;
    if (method === "PUT" && service === "pubsub") return this.create(kind, name, name, call);
    const item = this.store.get(key) ?? this.byNumber(service, name);
    if (!item) return failure(404, `${name} was not found`, "notFound");
    if (method === "GET") return ok(item);
    const before = copy(item);
    if (method === "POST" && verb === "setLabels") merge(item, { labels: null, ...body });
    else if (method === "PATCH" || method === "PUT")
      change(item, normalised(kind, copy(body)), query, method);
    else if (method === "DELETE") return this.delete(kind, name, key);
    else return undefined;
    kind.changed?.(item, before);
    if (service === "compute") item.fingerprint = `f${1000 + this.store.next()}=`;
    return this.done(kind, name, item);
  }

  /** Compute Engine finds a resource also by its number. */
  private byNumber(service: string, name: string): Json | undefined {
    const [, collection, id] = /^(.*)\/(\d+)$/.exec(name) ?? [];
    return service === "compute" && id
      ? this.store.list(`${service}/${collection}`).find((item) => item.id === id)
      : undefined;
  }

  private delete(kind: Kind, name: string, key: string): Answer {
    const users = this.store.usersOf(name, key);
    if (users.length > 0 && kind.deletable !== "always") return inUse(name, users[0]);
    this.store.delete(key);
    return this.done(kind, name, {});
  }

  private done(kind: Kind, name: string, item: Json): Answer {
    if (kind.operation === "none") return ok(item);
    return ok(operation(kind.operation, name, `operation-${this.store.next()}`, item));
  }
}

/** An error for a resource that another one uses. */
export const inUse = (name: string, user: string): Answer =>
  failure(400, `The resource '${name}' is already being used by '${user}'`, "resourceInUseByAnotherResource");

/** An operation that is done. */
export function operation(style: "long-running" | "compute", name: string, id: string, response: Json): Json {
  const parent = name.split("/").slice(0, 4).join("/");
  if (style === "long-running")
    return { name: `${parent}/operations/${id}`, done: true, response, metadata: {} };
  const scope = name.includes("/global/") ? parent.split("/").slice(0, 3).join("/") : parent;
  return {
    kind: "compute#operation",
    name: id,
    status: "DONE",
    progress: 100,
    targetId: response.id,
    targetLink: computeUrl(name),
    selfLink: computeUrl(`${scope}/operations/${id}`),
  };
}

/** `projects/a/topics/b:getIamPolicy` or, at Compute Engine, `…/addresses/b/setLabels`. */
export function splitVerb(name: string): [name: string, verb: string] {
  const [, path, verb] = /^(.*?)(?::([A-Za-z]+)|\/((?:set|get|expand)[A-Z][A-Za-z]+))?$/
    .exec(name)!
    .slice(0, 3);
  const slashed = /\/((?:set|get|expand)[A-Z][A-Za-z]+)$/.exec(name)?.[1];
  return [path, verb ?? slashed ?? ""];
}

/** Compute Engine answers references as URLs. */
const normalised = ({ service }: Kind, item: Json): Json =>
  service === "compute" ? withComputeUrls(item) : item;

/** `updateMask` names the replaced fields; without it those of the body are replaced. */
function change(item: Json, body: Json, query: URLSearchParams, method: string): void {
  const mask = query.get("updateMask") ?? (body.updateMask as string | undefined);
  if (mask) {
    const from = (body.topic ?? body) as Json;
    for (const path of mask.split(",").map(camel)) replaceAt(item, path, valueAt(from, path));
  } else if (method === "PUT") merge(item, body);
  else Object.assign(item, body);
}

const camel = (path: string) => path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function list({ service, collection }: Kind, items: readonly Json[]): Json {
  const name = service === "compute" ? "items" : collection.slice(collection.lastIndexOf("/") + 1);
  return items.length === 0 ? {} : { [name]: items };
}
