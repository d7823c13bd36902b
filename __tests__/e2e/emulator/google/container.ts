import { type Answer } from "../rest/server";
import { copy, isJson, type Json } from "../rest/json";
import { fillCluster, fillPool } from "./container-defaults";
import { updateCluster, updateNodePool } from "./container-updates";
import { type GoogleCall } from "./resources";
import { failure, ok, type Store } from "./store";

const CLUSTERS = /^projects\/([^/]+)\/locations\/([^/]+)\/clusters(?:\/([^/:]+))?(?::([A-Za-z]+))?$/;
const POOLS =
  /^(projects\/([^/]+)\/locations\/[^/]+\/clusters\/[^/]+)\/nodePools(?:\/([^/:]+))?(?::([A-Za-z]+))?$/;

/** Fields with the value false that GKE answers: they are optional in its protocol, so false differs from nothing. */
const OPTIONAL = new Set([
  "insecureKubeletReadonlyPortEnabled",
  "cpuCfsQuota",
  "enableInsecureBindingSystemAuthenticated",
  "enableInsecureBindingSystemUnauthenticated",
  "gcpPublicCidrsAccessEnabled",
  "privateEndpointEnforcementEnabled",
  "enablePublicEndpoint",
]);

/** The API of GKE. */
export class Container {
  constructor(private readonly store: Store) {}

  answer(call: GoogleCall): Answer | undefined {
    const { name, method } = call;
    if (/\/operations\/[^/]+$/.test(name)) return ok({ name: name.split("/").pop(), status: "DONE" });
    if (name.endsWith("/serverConfig")) return ok({ defaultClusterVersion: "1.35.3-gke.1234000" });
    const pool = POOLS.exec(name);
    if (pool) return this.pools(call, pool);
    const cluster = CLUSTERS.exec(name);
    if (!cluster) return undefined;
    const [, project, location, id, verb] = cluster;
    if (!id)
      return method === "POST" ? this.create(call, project, location) : ok({ clusters: this.clusters(name) });
    const found = this.cluster(`projects/${project}/locations/${location}/clusters/${id}`);
    if (!found) return failure(404, `${name} was not found`, "notFound");
    return this.change(found, verb, call);
  }

  private cluster(name: string): Json | undefined {
    return this.store.get(`container/${name}`);
  }

  private clusters(collection: string): Json[] {
    return this.store.list(`container/${collection}`).map(answered);
  }

  private create({ body, name }: GoogleCall, project: string, location: string): Answer {
    const cluster = copy(body.cluster as Json);
    const full = `${name}/${cluster.name as string}`;
    if (this.cluster(full)) return failure(409, `Already exists: ${full}.`, "alreadyExists");
    fillCluster(cluster, project, location);
    const given = cluster.nodePools as Json[] | undefined;
    const first = {
      name: "default-pool",
      initialNodeCount: cluster.initialNodeCount,
      config: cluster.nodeConfig,
    };
    const isAutopilot = (cluster.autopilot as Json).enabled === true;
    cluster.nodePools = (given ?? [copy(first) as Json]).map((pool) => fillPool(pool, cluster, project));
    if (isAutopilot) cluster.nodePools = [];
    this.store.set(`container/${full}`, cluster);
    this.refresh(cluster);
    return this.operation(full, "CREATE_CLUSTER");
  }

  private change(
    cluster: Json,
    verb: string | undefined,
    { method, name, body }: GoogleCall,
  ): Answer | undefined {
    const full = name.replace(/:.*$/, "");
    if (method === "GET") return ok(answered(cluster));
    if (method === "DELETE") {
      this.store.delete(`container/${full}`);
      return this.operation(full, "DELETE_CLUSTER");
    }
    if (method === "PUT") updateCluster(cluster, body.update as Json);
    else if (verb === "setResourceLabels") cluster.resourceLabels = copy(body.resourceLabels ?? {});
    else if (verb === "setMaintenancePolicy") cluster.maintenancePolicy = copy(body.maintenancePolicy ?? {});
    else if (verb === "setLegacyAbac") cluster.legacyAbac = { enabled: body.enabled };
    else if (verb === "setNetworkPolicy") cluster.networkPolicy = copy(body.networkPolicy ?? {});
    else return undefined;
    this.refresh(cluster);
    return this.operation(full, "UPDATE_CLUSTER");
  }

  private pools(call: GoogleCall, [, parent, project, id, verb]: RegExpExecArray): Answer | undefined {
    const cluster = this.cluster(parent);
    if (!cluster) return failure(404, `${parent} was not found`, "notFound");
    const pools = cluster.nodePools as Json[];
    if (!id) {
      if (call.method === "GET") return ok({ nodePools: pools.map(answered) });
      const pool = copy(call.body.nodePool as Json);
      if (pools.some(({ name }) => name === pool.name))
        return failure(409, `Already exists: ${String(pool.name)}.`);
      pools.push(fillPool(pool, cluster, project));
      this.refresh(cluster);
      return this.operation(parent, "CREATE_NODE_POOL");
    }
    const pool = pools.find(({ name }) => name === id);
    if (!pool) return failure(404, `Not found: ${call.name}.`, "notFound");
    if (call.method === "GET") return ok(answered(pool));
    if (call.method === "DELETE") cluster.nodePools = pools.filter((one) => one !== pool);
    else if (call.method === "PUT") updateNodePool(pool, call.body);
    else if (verb === "setSize") pool.initialNodeCount = call.body.nodeCount;
    else if (verb === "setManagement") pool.management = copy(call.body.management);
    else if (verb === "setAutoscaling") pool.autoscaling = copy(call.body.autoscaling);
    else return undefined;
    this.refresh(cluster);
    return this.operation(parent, "UPDATE_CLUSTER");
  }

  /** The groups of machines that Compute Engine lists in a zone. */
  instanceGroups(project: string, zone: string): Json[] {
    return [...this.allClusters(project)]
      .flatMap(({ nodePools }) => nodePools as Json[])
      .flatMap((pool) =>
        (pool.instanceGroupUrls as string[])
          .filter((url) => url.includes(`/zones/${zone}/`))
          .map((url) => ({
            name: url.split("/").pop(),
            selfLink: url,
            targetSize: pool.initialNodeCount ?? 0,
            instanceGroup: url.replace("instanceGroupManagers", "instanceGroups"),
          })),
      );
  }

  private allClusters(project: string): Json[] {
    return this.store.clusters(project);
  }

  /** Fields of a cluster that show its first node pool. */
  private refresh(cluster: Json): void {
    const [first] = cluster.nodePools as Json[];
    cluster.nodeConfig = first ? copy(first.config) : undefined;
    cluster.etag = `e${this.store.next()}`;
  }

  private operation(target: string, type: string): Answer {
    const id = `operation-${this.store.next()}`;
    const parent = target.split("/").slice(0, 4).join("/");
    return ok({
      name: id,
      status: "DONE",
      operationType: type,
      selfLink: `https://container.googleapis.com/v1/${parent}/operations/${id}`,
      targetLink: `https://container.googleapis.com/v1/${target}`,
    });
  }
}

/** An answer of GKE: fields that are false, zero or empty are not in it. */
function answered(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      if (isJson(one)) return [[name, answered(one)]];
      if (Array.isArray(one))
        return [[name, one.map((item: unknown) => (isJson(item) ? answered(item) : item))]];
      const isUnset = one === undefined || one === "" || one === 0 || (one === false && !OPTIONAL.has(name));
      return isUnset ? [] : [[name, one]];
    }),
  );
}
