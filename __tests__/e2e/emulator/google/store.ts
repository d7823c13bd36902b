import { type Answer } from "../rest/server";
import { copy, type Json } from "../rest/json";

/** An error as Google's APIs answer it. */
export const failure = (status: number, message: string, reason = "failed"): Answer => ({
  status,
  body: {
    error: { code: status, message, status: STATUS[status], errors: [{ message, reason, domain: "global" }] },
  },
});

const STATUS: Readonly<Record<number, string>> = {
  400: "FAILED_PRECONDITION",
  404: "NOT_FOUND",
  409: "ALREADY_EXISTS",
};

/** An answer with a resource. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** The resources of all projects, by service and name, such as `compute/projects/a/global/networks/b`. */
export class Store {
  private readonly items = new Map<string, Json>();
  private readonly policies = new Map<string, Json>();
  private counter = 0;

  /** A number that no other call gets. */
  next(): number {
    return ++this.counter;
  }

  get(key: string): Json | undefined {
    return this.items.get(key);
  }

  set(key: string, item: Json): Json {
    this.items.set(key, item);
    return item;
  }

  delete(key: string): void {
    this.items.delete(key);
    this.policies.delete(key);
  }

  /** The resources of a collection, without those of the collections below. */
  list(collection: string): Json[] {
    return [...this.items]
      .filter(([key]) => key.startsWith(`${collection}/`) && !key.slice(collection.length + 1).includes("/"))
      .map(([, item]) => item);
  }

  /** Names and resources of a service. */
  entries(service: string): [name: string, item: Json][] {
    const start = `${service}/`;
    return [...this.items]
      .filter(([key]) => key.startsWith(start))
      .map(([key, item]) => [key.slice(start.length), item]);
  }

  /** The resources below a path, at any depth. */
  below(path: string): Json[] {
    return [...this.items].filter(([key]) => key.startsWith(`${path}/`)).map(([, item]) => item);
  }

  /** The clusters of a project in all locations. */
  clusters(project: string): Json[] {
    return [...this.items]
      .filter(([key]) => key.startsWith(`container/projects/${project}/`))
      .map(([, item]) => item);
  }

  /** The resources whose text contains the name of another one: they use it. */
  usersOf(name: string, except: string): string[] {
    return [...this.items]
      .filter(([key, item]) => key !== except && mentions(item, name))
      .map(([key]) => key);
  }

  /** Names of all resources, and of those with a policy that has members. */
  inventory(): string[] {
    const members = [...this.policies]
      .filter(([, { bindings }]) => Array.isArray(bindings) && bindings.length > 0)
      .map(([key]) => `policy of ${key}`);
    return [...this.items.keys(), ...members].sort();
  }

  /** Answers a call for the IAM policy of a resource; undefined for other calls. */
  policy(key: string, verb: string, body: Json): Answer | undefined {
    if (verb === "getIamPolicy") return ok(this.policies.get(key) ?? { version: 1, etag: "0" });
    if (verb !== "setIamPolicy") return undefined;
    const policy = copy((body.policy ?? body) as Json);
    const bindings = ((policy.bindings ?? []) as Json[]).filter(
      ({ members }) => (members as string[]).length > 0,
    );
    const next = { ...policy, bindings, etag: String(this.next()) };
    this.policies.set(key, next);
    return ok(next);
  }
}

/** Whether a text in a value is the name, or ends with it. */
function mentions(value: unknown, name: string): boolean {
  if (typeof value === "string") return value === name || value.endsWith(`/${name}`);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((one) => mentions(one, name));
}
