import { type Answer, type Call } from "../rest/server";
import { copy, isJson, type Json, merge } from "../rest/json";
import { CREDENTIALS, fillCluster, fillPool, poolVersions, withPools } from "./clusters";
import { fillResource } from "./defaults";
import { SUBSCRIPTION, TENANT } from "./identity";
import { RESOURCE_GROUP, type ResourceId, resourceId } from "./resource-id";
import { Roles } from "./roles";
import { type Store } from "./store";

const CLUSTER = "microsoft.containerservice/managedclusters";
const POOL = `${CLUSTER}/agentpools`;
const NETWORK = "microsoft.network/virtualnetworks";

/** Members that are answered inside another resource: type -> field -> type of the members. */
const NESTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "microsoft.network/virtualnetworks": {
    subnets: "subnets",
    virtualNetworkPeerings: "virtualnetworkpeerings",
  },
  "microsoft.network/loadbalancers": { backendAddressPools: "backendaddresspools" },
  "microsoft.network/networksecuritygroups": { securityRules: "securityrules" },
  "microsoft.network/routetables": { routes: "routes" },
};

/** Types that Azure creates with another resource, or that exist outside the stacks. */
const SINGLETONS = new Set([
  "microsoft.storage/storageaccounts/blobservices",
  "microsoft.storage/storageaccounts/fileservices",
  "microsoft.storage/storageaccounts/queueservices",
  "microsoft.containerregistry/registries",
  "microsoft.network/privatednszones/soa",
]);

/** Types that can be deleted although others name them. */
const UNGUARDED =
  /microsoft\.(authorization|containerservice|insights|managedidentity|operationalinsights|monitor|compute|storage|dataprotection|kubernetesconfiguration|alertsmanagement)\//;

/**
 * Types whose creation is answered with 200, not 201.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/create-or-update
 * @see https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create
 * @see https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update
 * @see https://learn.microsoft.com/rest/api/compute/disks/create-or-update
 * @see https://learn.microsoft.com/rest/api/storagerp/blob-services/set-service-properties
 * @see https://learn.microsoft.com/rest/api/storagerp/management-policies/create-or-update
 * @see https://learn.microsoft.com/rest/api/dataprotection/backup-policies/create-or-update
 */
const CREATED_WITH_OK = new Set([
  "microsoft.compute/diskencryptionsets",
  "microsoft.compute/disks",
  "microsoft.dataprotection/backupvaults/backuppolicies",
  "microsoft.insights/diagnosticsettings",
  "microsoft.storage/storageaccounts",
  "microsoft.storage/storageaccounts/blobservices",
  "microsoft.storage/storageaccounts/managementpolicies",
]);

/**
 * Types whose deletion is answered with 202, not 200.
 *
 * @see https://learn.microsoft.com/rest/api/aks/managed-clusters/delete
 * @see https://learn.microsoft.com/rest/api/aks/trusted-access-role-bindings/delete
 * @see https://learn.microsoft.com/rest/api/netapp/accounts/delete
 * @see https://learn.microsoft.com/rest/api/netapp/pools/delete
 * @see https://learn.microsoft.com/rest/api/netapp/volumes/delete
 * @see https://learn.microsoft.com/rest/api/monitor/azure-monitor-workspaces/delete
 */
const DELETED_WITH_ACCEPTED = new Set([
  CLUSTER,
  POOL,
  `${CLUSTER}/trustedaccessrolebindings`,
  "microsoft.monitor/accounts",
  "microsoft.netapp/netappaccounts",
  "microsoft.netapp/netappaccounts/capacitypools",
  "microsoft.netapp/netappaccounts/capacitypools/volumes",
]);

/** The client of the provider skips its waiting time. */
const headers = { "X-Go-Azure-Sdk-Skip-Polling-Delay": "true" };
const ok = (body: unknown): Answer => ({ status: 200, body, headers });
const failure = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
  headers,
});

/** Azure Resource Manager: resources by their path. */
export class Resources {
  private readonly roles: Roles;

  constructor(private readonly store: Store) {
    this.roles = new Roles(store);
  }

  answer(call: Call): Answer {
    const path = call.path.replace(/\/+$/, "");
    const special = this.roles.answer(call, path) ?? this.subscription(path) ?? this.poolVersions(path);
    if (special) return special;
    const id = resourceId(path);
    if (id) return this.resource(id, call);
    if (call.method === "POST") return this.action(path);
    if (call.method === "GET") return ok({ value: this.list(path) });
    return failure(501, "NotImplemented", `the emulator does not answer ${call.method} ${path}`);
  }

  /** What belongs to the subscription. */
  private subscription(path: string): Answer | undefined {
    const lower = path.toLowerCase();
    if (lower === "/subscriptions") return ok({ value: [SUBSCRIPTION_ITEM] });
    if (lower === `/subscriptions/${SUBSCRIPTION}`) return ok(SUBSCRIPTION_ITEM);
    if (/^\/subscriptions\/[^/]+\/providers$/.test(lower)) return ok({ value: [] });
    const [, provider] = /^\/subscriptions\/[^/]+\/providers\/([^/]+)(\/register)?$/.exec(path) ?? [];
    if (provider)
      return ok({ id: path, namespace: provider, registrationState: "Registered", resourceTypes: [] });
    if (/^\/subscriptions\/[^/]+\/locations$/.test(lower)) return ok({ value: [] });
    const [, group] = /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)\/resources$/.exec(lower) ?? [];
    if (group) return ok({ value: this.store.contents(group) });
    if (lower.endsWith("/checknameavailability")) return ok({ nameAvailable: true });
    return undefined;
  }

  private resource(id: ResourceId, call: Call): Answer {
    const found = this.store.get(id.key);
    switch (call.method) {
      case "PUT":
        return this.put(id, call.body, found);
      case "GET":
        if (found) return ok(this.shown(id, found));
        if (SINGLETONS.has(id.type) || this.isOutside(id)) return ok(fillResource(id, { properties: {} }));
        return failure(404, "ResourceNotFound", `The Resource '${id.id}' was not found.`);
      case "HEAD":
        return { status: found ? 204 : 404, headers };
      case "PATCH":
        if (!found) return failure(404, "ResourceNotFound", `The Resource '${id.id}' was not found.`);
        // Tags are replaced as a whole, as the acceptance tests of the provider expect (TestAccManagedDisk_update):
        // https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/compute/managed_disk_resource_test.go
        if (isJson(call.body.tags)) found.tags = {};
        merge(found, call.body);
        return ok(this.shown(id, found));
      case "DELETE":
        return this.delete(id, found);
      default:
        return this.action(id.id);
    }
  }

  private put(id: ResourceId, body: Json, found: Json | undefined): Answer {
    const missing = this.missingParent(id);
    if (missing)
      return failure(404, "ParentResourceNotFound", `The parent of '${id.id}' was not found: ${missing}`);
    const item = copy(body);
    if (found) keep(id, item, found);
    fillResource(id, item);
    this.nest(id, item);
    if (id.type === CLUSTER) this.putCluster(id, item);
    if (id.type === POOL) fillPool(item.properties as Json, this.versionOf(id.parent));
    if (id.type.endsWith("/roleassignments")) (item.properties as Json).scope = id.scope;
    this.store.set(id, item);
    return { status: found || CREATED_WITH_OK.has(id.type) ? 200 : 201, body: this.shown(id, item), headers };
  }

  /** Node pools are separate resources, also those in the request for a cluster. */
  private putCluster(id: ResourceId, cluster: Json): void {
    const properties = cluster.properties as Json;
    const pools = (properties.agentPoolProfiles ?? []) as Json[];
    delete properties.agentPoolProfiles;
    fillCluster(id, cluster);
    for (const { name, ...pool } of pools) {
      const poolId = resourceId(`${id.id}/agentPools/${name as string}`)!;
      const item = fillResource(poolId, {
        properties: fillPool(pool, properties.currentKubernetesVersion as string),
      });
      this.store.set(poolId, item);
    }
  }

  private versionOf(cluster: string): string {
    return (this.store.get(cluster)?.properties as Json).currentKubernetesVersion as string;
  }

  /** The versions of node pools that a cluster accepts. */
  private poolVersions(path: string): Answer | undefined {
    const cluster = /^(.*\/managedclusters\/[^/]+)\/availableagentpoolversions$/.exec(
      path.toLowerCase(),
    )?.[1];
    if (cluster === undefined || !this.store.get(cluster)) return undefined;
    return ok({ properties: { agentPoolVersions: poolVersions(this.versionOf(cluster)) } });
  }

  /** Members in the request for a resource are separate resources. */
  private nest(id: ResourceId, item: Json): void {
    for (const [field, type] of Object.entries(NESTED[id.type] ?? {})) {
      const properties = item.properties as Json;
      for (const member of (properties[field] ?? []) as Json[]) {
        const memberId = resourceId(`${id.id}/${type}/${member.name as string}`)!;
        this.store.set(memberId, fillResource(memberId, copy(member)));
      }
      delete properties[field];
    }
  }

  private shown(id: ResourceId, item: Json): Json {
    if (id.type === CLUSTER) return withPools(item, this.store.list(`${id.key}/agentpools`));
    const nested = NESTED[id.type];
    if (!nested) return item;
    const members = Object.entries(nested).map(([field, type]) => [
      field,
      this.store.list(`${id.key}/${type}`),
    ]);
    return { ...item, properties: { ...(item.properties as Json), ...Object.fromEntries(members) } };
  }

  private list(path: string): Json[] {
    return this.store.list(path).map((item) => this.shown(resourceId(item.id as string)!, item));
  }

  private delete(id: ResourceId, found: Json | undefined): Answer {
    if (!found) return { status: 204, headers };
    const [user] = UNGUARDED.test(id.type) || id.type === RESOURCE_GROUP ? [] : this.store.usersOf(id.key);
    if (user) return failure(400, "InUse", `${id.id} is in use by ${user}`);
    this.store.delete(id);
    return { status: DELETED_WITH_ACCEPTED.has(id.type) ? 202 : 200, headers };
  }

  /** The resource around one must exist; scopes of extensions outside the group of the stack are not checked. */
  private missingParent({ id, type, parent }: ResourceId): string | undefined {
    const group = /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)\//i.exec(id)?.[1].toLowerCase();
    if (type === RESOURCE_GROUP || !group) return undefined;
    if (!this.store.get(group)) return undefined;
    const isExtension = id.toLowerCase().split("/providers/").length > 2;
    const exists = parent === group || !parent.startsWith(group) || this.store.get(parent);
    const isSingleton = [...SINGLETONS].some((singleton) => parent.includes(singleton.split("/").at(-1)!));
    return exists || isExtension || isSingleton ? undefined : parent;
  }

  /** Whether it is a network or subnet in a resource group that no call created. The provider reads both before it creates a node pool. */
  private isOutside({ id, type }: ResourceId): boolean {
    const group = /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)\//i.exec(id)?.[1];
    return [NETWORK, `${NETWORK}/subnets`].includes(type) && group !== undefined && !this.store.get(group);
  }

  private action(path: string): Answer {
    const name = path.split("/").at(-1)!.toLowerCase();
    if (/^list.*credential$/.test(name)) return ok(CREDENTIALS);
    if (name === "listkeys" || name === "sharedkeys")
      return ok({ keys: [], primarySharedKey: "k", secondarySharedKey: "k" });
    return ok({});
  }
}

const SUBSCRIPTION_ITEM: Json = {
  id: `/subscriptions/${SUBSCRIPTION}`,
  subscriptionId: SUBSCRIPTION,
  tenantId: TENANT,
  displayName: "emulator",
  state: "Enabled",
};

/** What a request cannot remove: values that Azure fills in stay, and the identity of a machine, which the attachment of a disk omits. */
function keep({ type }: ResourceId, item: Json, found: Json): void {
  if (type === "microsoft.compute/virtualmachines") item.identity ??= found.identity;
  const properties = (item.properties ??= {}) as Json;
  for (const [name, value] of Object.entries(found.properties as Json))
    if (properties[name] === undefined && !isJson(value) && !Array.isArray(value)) properties[name] = value;
}
