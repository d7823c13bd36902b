import { type Answer } from "../rest/server";
import { copy, type Json } from "../rest/json";
import { type GoogleCall, operation } from "./resources";
import { failure, ok, type Store } from "./store";

/** The number of every project. */
export const PROJECT_NUMBER = "123456789012";

/** Projects, their APIs and service accounts, and other services with special forms of calls. */
export class Projects {
  /** The last project that was read. All have the same number. */
  private lastId = PROJECT_NUMBER;

  constructor(private readonly store: Store) {}

  answer(call: GoogleCall): Answer | undefined {
    switch (call.service) {
      case "resourcemanager":
        return this.project(call);
      case "billing":
        return ok({ name: call.name, billingAccountName: "", billingEnabled: true });
      case "serviceusage":
        return this.services(call);
      case "iam":
        return this.serviceAccounts(call) ?? this.roles(call);
      case "compute":
        return this.computeProject(call);
      case "kms":
        return this.keyVersions(call);
      case "dns":
        return this.records(call);
      case "bigquery":
        return this.dataset(call);
      default:
        return undefined;
    }
  }

  /** Every project exists. */
  private project({ name, method }: GoogleCall): Answer | undefined {
    const id = /^projects\/([^/:]+)$/.exec(name)?.[1];
    if (!id || method !== "GET") return undefined;
    this.lastId = id;
    return ok({
      projectId: id,
      name: id,
      projectNumber: PROJECT_NUMBER,
      lifecycleState: "ACTIVE",
      labels: {},
    });
  }

  private services({ name, body }: GoogleCall): Answer | undefined {
    const [, project, id, verb] =
      /^projects\/([^/:]+)(?:\/services)?(?:\/([^/:]+))?(?::(\w+))?$/.exec(name) ?? [];
    if (name.startsWith("operations/")) return ok({ name, done: true });
    if (!project) return undefined;
    const services = `serviceusage/projects/${project}/services`;
    const enable = (service: string) =>
      this.store.set(`${services}/${service}`, {
        name: `projects/${PROJECT_NUMBER}/services/${service}`,
        state: "ENABLED",
      });
    if (verb === "batchEnable") (body.serviceIds as string[]).forEach(enable);
    else if (verb === "enable") enable(id);
    else if (verb === "disable") this.store.delete(`${services}/${id}`);
    else if (!id) return ok({ services: this.store.list(services) });
    else return undefined;
    return ok({ name: `operations/${this.store.next()}`, done: true, response: {} });
  }

  private serviceAccounts({ name, method, body }: GoogleCall): Answer | undefined {
    const [, project] = /^projects\/([^/]+)\/serviceAccounts$/.exec(name) ?? [];
    if (!project || method !== "POST") return undefined;
    const email = `${body.accountId as string}@${project}.iam.gserviceaccount.com`;
    const full = `${name}/${email}`;
    if (this.store.get(`iam/${full}`))
      return failure(409, `Service account ${email} already exists`, "alreadyExists");
    const uniqueId = `1${String(this.store.next()).padStart(20, "0")}`;
    return ok(
      this.store.set(`iam/${full}`, {
        ...copy((body.serviceAccount ?? {}) as Json),
        ...{ name: full, projectId: project, uniqueId, email, oauth2ClientId: uniqueId, etag: "1" },
      }),
    );
  }

  /**
   * A deleted role stays for seven days, in which the same id creates it again.
   *
   * @see https://cloud.google.com/iam/docs/creating-custom-roles#deleting-custom-role
   */
  private roles({ name, method, body, query }: GoogleCall): Answer | undefined {
    const [, collection, id, verb] =
      /^(projects\/[^/]+\/roles)(?:\/([^/:]+))?(?::(undelete))?$/.exec(name) ?? [];
    if (!collection) return undefined;
    const full = `${collection}/${id ?? (body.roleId as string)}`;
    const deleted = this.store.get(`deleted/${full}`);
    const found = this.store.get(`iam/${full}`);
    if (method === "POST" && !id) {
      if (found ?? deleted) return failure(409, `A role named ${full} already exists`, "alreadyExists");
      return ok(this.store.set(`iam/${full}`, { ...copy(body.role as Json), name: full, etag: "1" }));
    }
    if (verb === "undelete" && deleted) {
      this.store.delete(`deleted/${full}`);
      return ok(this.store.set(`iam/${full}`, { ...deleted, deleted: undefined }));
    }
    const role = found ?? deleted;
    if (!role) return failure(404, `The role named ${full} was not found.`, "notFound");
    if (method === "GET") return ok(role);
    if (method === "PATCH") {
      const fields = query.get("updateMask")?.split(",") ?? Object.keys(body);
      for (const field of fields) role[field] = copy(body[field]);
      return ok(role);
    }
    if (method !== "DELETE") return undefined;
    this.store.delete(`iam/${full}`);
    return ok(this.store.set(`deleted/${full}`, { ...role, deleted: true }));
  }

  /** Compute Engine knows a project by its number, too. */
  private computeProject({ name, method }: GoogleCall): Answer | undefined {
    const id = /^projects\/([^/]+)$/.exec(name)?.[1];
    if (!id || method !== "GET") return undefined;
    return ok({ name: id === PROJECT_NUMBER ? this.lastId : id, id: PROJECT_NUMBER });
  }

  /** A destroyed version stays for the time of the key; the provider does not ask again. */
  private keyVersions({ name, method }: GoogleCall): Answer | undefined {
    const [, key, version] =
      /^(.*\/cryptoKeys\/[^/]+)\/cryptoKeyVersions(?:\/([^/:]+):destroy)?$/.exec(name) ?? [];
    const found = key && this.store.get(`kms/${key}`);
    if (!found) return undefined;
    const primary = found.primary as Json | undefined;
    if (method === "GET") return ok({ cryptoKeyVersions: primary ? [primary] : [] });
    if (!version || !primary) return undefined;
    primary.state = "DESTROY_SCHEDULED";
    return ok(primary);
  }

  private records({ name, method, query, body }: GoogleCall): Answer | undefined {
    const [, zone, collection] =
      /^(projects\/[^/]+\/managedZones\/[^/]+)\/(rrsets|changes)(?:\/|$)/.exec(name) ?? [];
    if (!zone) return undefined;
    const records = `dns/${zone}/rrsets`;
    const keyOf = (record: Json) => `${records}/${record.name as string}|${record.type as string}`;
    if (collection === "changes") {
      for (const record of (body.deletions ?? []) as Json[]) this.store.delete(keyOf(record));
      for (const record of (body.additions ?? []) as Json[]) this.store.set(keyOf(record), { ...record });
      return ok({ id: "1", status: "done", ...body });
    }
    if (method !== "GET") return undefined;
    const wanted = this.store
      .list(records)
      .filter((record) => !query.has("name") || record.name === query.get("name"))
      .filter((record) => !query.has("type") || record.type === query.get("type"));
    return ok({ rrsets: wanted });
  }

  /** Data sets exist; their list of rights is what is used. */
  private dataset({ name, method, body }: GoogleCall): Answer | undefined {
    const key = `bigquery/${name}`;
    if (method === "PATCH" || method === "PUT") {
      if (!Array.isArray(body.access) || body.access.length === 0) this.store.delete(key);
      else this.store.set(key, copy(body));
      return ok({ ...body, etag: String(this.store.next()) });
    }
    if (method !== "GET") return undefined;
    return ok(this.store.get(key) ?? { access: [], etag: "0" });
  }
}

/** Operations of Compute Engine are done when they are answered. */
export function computeOperation({ service, name }: GoogleCall): Answer | undefined {
  const [, scope, id] = /^(.*)\/operations\/([^/]+)(?:\/wait)?$/.exec(name) ?? [];
  if (service !== "compute" || !id) return undefined;
  return ok(operation("compute", `${scope}/networks/any`, id, {}));
}
