import type { GoogleRoles } from "../../../modules/permissions/google/roles";
import { PROJECT_NUMBER } from "../../e2e/emulator/google/projects";

/** A permission, and the resource on which Google checks it. */
export interface Checked {
  readonly permission: string;
  readonly resource: string;

  /** The path of a bucket does not name its project. */
  readonly isOwnBucket?: boolean;
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
  [/^GET storage b\/[^/]+\/anywhereCaches\/$/, "storage.anywhereCaches.list"],
  [/^GET compute projects\/\d+$/],
  // A new version replaces the old one, which is a deletion.
  [/^POST upload b\/[^/]+\/o$/, "storage.objects.create", "storage.objects.delete"],
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

/** Google checks them for what the body of a call names, or for the machines of a group. */
export const inBody = [
  "dns.resourceRecordSets.create",
  "dns.resourceRecordSets.delete",
  ...["create", "delete", "get", "setLabels", "setMetadata", "setServiceAccount", "detachDisk"].map(
    (verb) => `compute.instances.${verb}`,
  ),
  ...["create", "delete", "use"].map((verb) => `compute.instanceGroups.${verb}`),
  ...["createInternal", "deleteInternal", "useInternal"].map((verb) => `compute.addresses.${verb}`),
  ...["healthChecks", "instanceTemplates", "regionHealthChecks"].map((kind) => `compute.${kind}.useReadOnly`),
  ...["disks", "networks", "regionBackendServices", "subnetworks"].map((kind) => `compute.${kind}.use`),
  "compute.forwardingRules.setLabels",
  "compute.disks.setLabels",
  // Only for a role that was deleted before.
  "iam.roles.undelete",
];

const prefixes: Readonly<Record<string, string>> = { kms: "cloudkms", filestore: "file" };
const verbs: Readonly<Record<string, string>> = {
  POST: "create",
  PATCH: "update",
  PUT: "update",
  DELETE: "delete",
};

/** Collections whose permissions have another name in a region. */
const regional = /^projects\/[^/]+\/regions\/[^/]+\/(backendServices|healthChecks)(?=\/|$)/;

/**
 * The permissions that Google checks for a call: `SERVICE.COLLECTION.VERB` of its path and method, with exceptions.
 *
 * @see https://cloud.google.com/iam/docs/permissions-reference
 */
export function checkedBy(call: string): Checked[] {
  const [method, path] = call.split(" ");
  const [, service, name] = /^\/([a-z]+)\/(?:[a-z]+\/)*v\d\/(.*)$/.exec(path)!;
  const text = `${method} ${service} ${name}`;
  const found = exceptions.find(([pattern]) => pattern.test(text));
  const permissionsOf = (collections: string) =>
    found ? (found.slice(1) as string[]) : [regular(method, service, collections)];
  if (service === "storage" || service === "upload") {
    const stored = storagePath(name);
    const isOwnBucket = !/^b\//.test(name) || OWN_BUCKET.test(name);
    return permissionsOf(stored).map((permission) => ({
      ...{ permission, isOwnBucket },
      // The name of an uploaded object is not in the path.
      resource: `${decodeURIComponent(stored)}${service === "upload" ? "/" : ""}`,
    }));
  }
  const resource = name.replace(/:\w+$/, "");
  return permissionsOf(name).map((permission) => ({ permission, resource }));
}

/** The names of buckets that stacks create end with the number of their project. */
const OWN_BUCKET = new RegExp(`^b/[^/]+-${PROJECT_NUMBER}(?=/|$)`);

/**
 * A bucket or an object as IAM names it, with encoded slashes in the name of the object.
 *
 * @see https://cloud.google.com/iam/docs/conditions-resource-attributes#resource-name
 */
function storagePath(name: string): string {
  const [, bucket, objects, object] = /^b(?:\/([^/]+))?(\/o)?(?:\/(.+))?$/.exec(name)!;
  const all = ["projects", "_", "buckets", bucket, objects && "objects", objects && object];
  return all
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join("/");
}

function regular(method: string, service: string, name: string): string {
  const [, path, verb] = /^(.*?)(?:[:/](getIamPolicy|setIamPolicy|setLabels|destroy))?$/.exec(name)!;
  const parts = path.split("/");
  const isItem = parts.length % 2 === 0 || parts.includes("global");
  const isGlobalList = parts.includes("global") && parts.length % 2 === 0;
  const item = isItem && !isGlobalList;
  const last = parts.at(item ? -2 : -1)!;
  const collection = regional.test(path) ? `region${last[0].toUpperCase()}${last.slice(1)}` : last;
  const done = verb ?? (method === "GET" ? (item ? "get" : "list") : verbs[method]);
  return `${prefixes[service] ?? service}.${collection}.${done}`;
}

/** Whether a role that is bound to the resource, or to a project around it, has the permission. */
export const isAllowed = (
  { roles, bindings }: GoogleRoles,
  { permission, resource, isOwnBucket = false }: Checked,
): boolean =>
  bindings.some((binding) => {
    const { includedPermissions } = roles.get(binding.role.split("/").at(-1)!)!;
    const isAround =
      `${resource}/`.startsWith(`${binding.resource}/`) ||
      (isOwnBucket && /^projects\/[^/_]+$/.test(binding.resource));
    return isAround && includedPermissions.includes(permission) && isNamed(binding.condition, resource);
  });

/** Whether a resource has the start and the end of its name that a condition requires. */
function isNamed(condition: string | undefined, resource: string): boolean {
  const required = (method: string) =>
    new RegExp(`resource\\.name\\.${method}\\('([^']*)'\\)`).exec(condition ?? "")?.[1] ?? "";
  const isEnd = resource.endsWith("/") || resource.endsWith(required("endsWith"));
  return resource.startsWith(required("startsWith")) && isEnd;
}

/** The calls of a phase that the roles do not allow, with the missing permission. */
export const deniedBy = (roles: GoogleRoles, calls: readonly string[]): string[] =>
  calls.flatMap((call) =>
    checkedBy(call)
      .filter((one) => !isAllowed(roles, one))
      .map(({ permission }) => `${call}: ${permission}`),
  );
