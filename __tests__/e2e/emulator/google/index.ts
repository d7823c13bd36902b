import { type Answer, type Call, type RestServer, startServer } from "../rest/server";
import { Buckets } from "./buckets";
import { Container } from "./container";
import { groupManagers } from "./group-managers";
import { computeOperation, Projects } from "./projects";
import { type GoogleCall, Resources, splitVerb } from "./resources";
import { failure, ok, Store } from "./store";

/** An empty Google Cloud, in which each project exists. */
export interface GoogleEmulator {
  readonly server: RestServer;
  readonly store: Store;

  /** Custom endpoints for the configuration of the provider. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/**
 * The services by the argument of the provider with their endpoint, and the path of their API.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference
 */
const services: Readonly<Record<string, { readonly service: string; readonly path: string }>> = {
  compute_custom_endpoint: { service: "compute", path: "compute/v1/" },
  container_custom_endpoint: { service: "container", path: "v1/" },
  iam_custom_endpoint: { service: "iam", path: "v1/" },
  iam_beta_custom_endpoint: { service: "iam", path: "v1/" },
  cloud_resource_manager_custom_endpoint: { service: "resourcemanager", path: "v1/" },
  resource_manager_custom_endpoint: { service: "resourcemanager", path: "v1/" },
  service_usage_custom_endpoint: { service: "serviceusage", path: "v1/" },
  cloud_billing_custom_endpoint: { service: "billing", path: "v1/" },
  kms_custom_endpoint: { service: "kms", path: "v1/" },
  dns_custom_endpoint: { service: "dns", path: "v1/" },
  filestore_custom_endpoint: { service: "filestore", path: "v1/" },
  gke_backup_custom_endpoint: { service: "gkebackup", path: "v1/" },
  storage_custom_endpoint: { service: "storage", path: "storage/v1/" },
  logging_custom_endpoint: { service: "logging", path: "v2/" },
  pubsub_custom_endpoint: { service: "pubsub", path: "v1/" },
  secret_manager_custom_endpoint: { service: "secretmanager", path: "v1/" },
  big_query_custom_endpoint: { service: "bigquery", path: "bigquery/v2/" },
};

/** Starts an empty Google Cloud on loopback. */
export async function startGoogle(): Promise<GoogleEmulator> {
  const store = new Store();
  const server = await startServer(googleApi(store));
  const endpoints = Object.fromEntries(
    Object.entries(services).map(([argument, { service, path }]) => [
      argument,
      `${server.endpoint}/${service}/${path}`,
    ]),
  );
  return { server, store, endpoints };
}

/** The APIs of a store. */
export function googleApi(store: Store): (call: Call) => Answer {
  const container = new Container(store);
  const projects = new Projects(store);
  const resources = new Resources(store);
  const buckets = new Buckets(store);
  return (incoming) => {
    const call = googleCall(incoming);
    if (!call) return failure(400, `unknown path ${incoming.path}`);
    const [name, verb] = splitVerb(call.name);
    return (
      storagePolicy(store, call) ??
      store.policy(`${call.service}/${name}`, verb, call.body) ??
      (call.service === "container" ? container.answer(call) : undefined) ??
      computeOperation(call) ??
      instanceGroups(store, container, call) ??
      groupManagers(store, call) ??
      buckets.answer(call) ??
      projects.answer(call) ??
      resources.answer(call) ??
      unknown(call)
    );
  };
}

/** The service and the path after the version. Google's own clients repeat parts of the path, the provider does not. */
function googleCall(call: Call): GoogleCall | undefined {
  const [, service, name] = /^\/([a-z]+)\/(?:[a-z]+\/)*v\d\/(.*)$/.exec(call.path) ?? [];
  return service ? { ...call, service, name } : undefined;
}

/** Cloud Storage has no verbs: `b/BUCKET/iam`. */
function storagePolicy(store: Store, { service, name, method, body }: GoogleCall): Answer | undefined {
  const bucket = /^(b\/[^/]+)\/iam$/.exec(name)?.[1];
  if (service !== "storage" || !bucket) return undefined;
  return store.policy(`storage/${bucket}`, method === "GET" ? "getIamPolicy" : "setIamPolicy", body);
}

/** The groups of node pools of GKE, and the others of a zone. Before 7.0, the provider reads each group of a pool. */
function instanceGroups(
  store: Store,
  container: Container,
  { service, method, name }: GoogleCall,
): Answer | undefined {
  const [, project, zone, group] =
    /^projects\/([^/]+)\/zones\/([^/]+)\/instanceGroupManagers(?:\/([^/]+))?$/.exec(name) ?? [];
  if (service !== "compute" || method !== "GET" || !zone) return undefined;
  const ofPools = container.instanceGroups(project, zone);
  if (group === undefined) return ok({ items: [...ofPools, ...store.list(`compute/${name}`)] });
  const found = ofPools.find((one) => one.name === group);
  return found && ok(found);
}

/** 501, because the provider retries other errors for minutes. */
const unknown = ({ method, service, name }: GoogleCall): Answer => ({
  status: 501,
  body: { error: { code: 501, message: `the emulator does not answer ${method} ${service} ${name}` } },
});
