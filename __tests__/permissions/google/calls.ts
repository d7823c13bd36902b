import type { GoogleRoles } from "../../../modules/permissions/google/roles";

/** A permission, and the resource on which Google checks it. */
export interface Checked {
  readonly permission: string;
  readonly resource: string;
}

type Table = readonly (readonly [call: RegExp, ...permissions: string[]])[];

/** What Google documents for methods whose permissions are not `SERVICE.COLLECTION.VERB`. */
const exceptions: Table = [
  [/^GET billing projects\/[^/]+\/billingInfo$/, "resourcemanager.projects.get"],
  [/^POST serviceusage .*\/services:batchEnable$/, "serviceusage.services.enable"],
  // A node pool is a part of its cluster.
  [/^GET container .*\/nodePools(\/[^/]+)?$/, "container.clusters.get"],
  [/^(POST|PUT|DELETE) container .*\/nodePools/, "container.clusters.update"],
  [/^GET storage b\/[^/]+\/iam$/, "storage.buckets.getIamPolicy"],
  [/^PUT storage b\/[^/]+\/iam$/, "storage.buckets.setIamPolicy"],
  [/^PUT pubsub .*\/topics\/[^/]+$/, "pubsub.topics.create"],
  [/^GET dns .*\/rrsets$/, "dns.resourceRecordSets.list"],
  [/^POST dns .*\/managedZones$/, "dns.managedZones.create", "dns.networks.bindPrivateDNSZone"],
  [/^GET bigquery .*\/datasets\/[^/]+$/, "bigquery.datasets.get", "bigquery.datasets.getIamPolicy"],
  [/^PATCH bigquery .*\/datasets\/[^/]+$/, "bigquery.datasets.update", "bigquery.datasets.setIamPolicy"],
  [/^POST logging .*\/buckets:createAsync$/, "logging.buckets.create"],
  [/^POST compute .*\/(firewalls)$/, "compute.firewalls.create", "compute.networks.updatePolicy"],
  [/^DELETE compute .*\/firewalls\/[^/]+$/, "compute.firewalls.delete", "compute.networks.updatePolicy"],
  [/^POST compute .*\/routers$/, "compute.routers.create", "compute.networks.updatePolicy"],
  [/^PATCH compute .*\/routers\/[^/]+$/, "compute.routers.update", "compute.networks.updatePolicy"],
  [/^DELETE compute .*\/routers\/[^/]+$/, "compute.routers.delete", "compute.networks.updatePolicy"],
  [/^POST compute .*\/subnetworks$/, "compute.subnetworks.create", "compute.networks.updatePolicy"],
  [/^DELETE compute .*\/subnetworks\/[^/]+$/, "compute.subnetworks.delete", "compute.networks.updatePolicy"],
];

/** Google checks them with a change of records, whose body lists them. */
export const inBody = ["dns.resourceRecordSets.create", "dns.resourceRecordSets.delete"];

const prefixes: Readonly<Record<string, string>> = { kms: "cloudkms", filestore: "file" };
const verbs: Readonly<Record<string, string>> = {
  POST: "create",
  PATCH: "update",
  PUT: "update",
  DELETE: "delete",
};

/**
 * The permissions that Google checks for a call: `SERVICE.COLLECTION.VERB` of its path and method, with exceptions.
 *
 * @param project - of buckets, whose path has none
 * @see https://cloud.google.com/iam/docs/permissions-reference
 */
export function checkedBy(call: string): Checked[] {
  const [method, path] = call.split(" ");
  const [, service, name] = /^\/([a-z]+)\/(?:[a-z]+\/)*v\d\/(.*)$/.exec(path)!;
  const text = `${method} ${service} ${name}`;
  const resource = service === "storage" ? name.replace(/^b\/([^/]+).*$/, "projects/_/buckets/$1") : name;
  const found = exceptions.find(([pattern]) => pattern.test(text));
  const permissions = found ? (found.slice(1) as string[]) : [regular(method, service, name)];
  return permissions.map((permission) => ({ permission, resource: resource.replace(/:\w+$/, "") }));
}

function regular(method: string, service: string, name: string): string {
  const [, path, verb] = /^(.*?)(?:[:/](getIamPolicy|setIamPolicy|setLabels|destroy))?$/.exec(name)!;
  const parts = path.split("/");
  const isItem = parts.length % 2 === 0 || parts.includes("global");
  const isGlobalList = parts.includes("global") && parts.length % 2 === 0;
  const item = isItem && !isGlobalList;
  const collection = parts.at(item ? -2 : -1)!;
  const done = verb ?? (method === "GET" ? (item ? "get" : "list") : verbs[method]);
  return `${prefixes[service] ?? service}.${collection}.${done}`;
}

/** Whether a role that is bound to the resource, or to a project around it, has the permission. */
export const isAllowed = ({ roles, bindings }: GoogleRoles, { permission, resource }: Checked): boolean =>
  bindings.some((binding) => {
    const { includedPermissions } = roles.get(binding.role.split("/").at(-1)!)!;
    const isAround = `${resource}/`.startsWith(`${binding.resource}/`);
    return isAround && includedPermissions.includes(permission);
  });

/** The calls of a phase that the roles do not allow, with the missing permission. */
export const deniedBy = (roles: GoogleRoles, calls: readonly string[]): string[] =>
  calls.flatMap((call) =>
    checkedBy(call)
      .filter((one) => !isAllowed(roles, one))
      .map(({ permission }) => `${call}: ${permission}`),
  );
