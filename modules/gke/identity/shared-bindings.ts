import type { SharedPermission } from "../../cluster/shared-permissions";
import { defaults } from "../fields.generated";
import type { GkeClusterSpec } from "../spec";
import { bindingsOf } from "./bindings";

/**
 * The roles of a cluster whose principals other clusters of the project share: existing service accounts, the pods of a namespace, and the
 * service agents of the project. The condition of an access role names the cluster, so that clusters do not share it.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#identity_sameness
 */
export function sharedBindingsOf(cluster: GkeClusterSpec): SharedPermission[] {
  return [...ofWorkloads(cluster), ...ofHostProject(cluster), ...ofKeys(cluster)];
}

/** A permission by role, resource and principal. Those of pods and service agents are in the project of the cluster. */
const keyOf = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);

function ofWorkloads(cluster: GkeClusterSpec): SharedPermission[] {
  const project = cluster.gke?.project ?? "";
  const { buckets = [], namespaces = [], readOnly } = cluster.storage?.object ?? {};
  const bucketRole = readOnly ? "roles/storage.objectViewer" : "roles/storage.objectUser";
  const zones = cluster.dns?.zones ?? [];
  const externalDns = "the pods of external-dns/external-dns";
  return [
    ...bindingsOf(cluster)
      .filter(({ principal }) => !principal.startsWith("the new "))
      .map(({ path, role, principal, key }) => ({
        path,
        key: principal.includes("@") || principal.startsWith("${") ? key : `${project} ${key}`,
        what: `${role} on this resource to ${principal}`,
      })),
    ...(cluster.workloadIdentities ?? []).flatMap(
      ({ namespace, serviceAccount, serviceAccountEmail: email }, i) =>
        email === undefined
          ? []
          : [
              {
                path: ["workloadIdentities", i, "serviceAccountEmail"],
                key: keyOf(
                  project,
                  "roles/iam.workloadIdentityUser",
                  "account",
                  email,
                  namespace,
                  serviceAccount,
                ),
                what: `the use of this service account to the pods of ${namespace}/${serviceAccount}`,
              },
            ],
    ),
    ...zones.map((zone, i) => ({
      path: ["dns", "zones", i],
      key: keyOf(project, "roles/dns.admin", "zone", zone),
      what: `the records of this zone to ${externalDns}`,
    })),
    ...(zones.length > 0
      ? [
          {
            path: ["dns", "zones"],
            key: keyOf(project, "roles/dns.reader", "project", project),
            what: `the list of all zones of the project to ${externalDns}`,
            remedy: applyAgain,
          },
        ]
      : []),
    ...buckets.flatMap((bucket, i) =>
      namespaces.map((namespace) => ({
        path: ["storage", "object", "buckets", i],
        key: keyOf(project, bucketRole, "bucket", bucket, namespace),
        what: `this bucket to the pods of ${namespace}`,
      })),
    ),
  ];
}

const applyAgain = "apply the other cluster after the deletion";

/** The roles of the service agents in the host project of a shared VPC. */
function ofHostProject(cluster: GkeClusterSpec): SharedPermission[] {
  const project = cluster.gke?.project ?? "";
  const { existing } = cluster.network ?? {};
  const { hostProject, hostGrants = defaults["network.existing.hostGrants"] } = existing ?? {};
  if (existing === undefined || hostProject === undefined || !hostGrants) return [];
  const subnets = [existing, ...(existing.moreSubnets ?? [])].map(({ subnetwork }) => subnetwork);
  const roles: [agent: string, role: string, target: string, on: string][] = [
    ["gke", "roles/container.hostServiceAgentUser", "project", hostProject],
    ...(existing.hostFirewall
      ? [["gke", "roles/compute.securityAdmin", "project", hostProject] as [string, string, string, string]]
      : []),
    ...subnets.flatMap((subnet) =>
      ["gke", "googleApis"].map((agent): [string, string, string, string] => [
        agent,
        "roles/compute.networkUser",
        "subnetwork",
        `${hostProject} ${cluster.region} ${subnet}`,
      ]),
    ),
  ];
  return roles.map(([agent, role, target, on]) => ({
    path: ["network", "existing", "hostProject"],
    key: keyOf(project, role, target, on, agent),
    what: "roles in this host project to the service agents of the cluster's project",
    remedy: "set hostGrants to false in one of them, or grant the roles outside of both",
  }));
}

/** The use of existing keys by the service agents. */
function ofKeys({ gke, encryption = {}, storage = {}, nodeGroups }: GkeClusterSpec): SharedPermission[] {
  const { secrets, keyId, disks, disksKeyId } = encryption;
  const { file, backup } = storage;
  const isSet = <T extends object>(value: T | boolean | undefined): value is T => typeof value === "object";
  const keys: [agent: string, path: readonly (string | number)[], keyId: string | undefined][] = [
    ["gke", ["encryption", "keyId"], secrets === "customer-key" ? keyId : undefined],
    ["compute", ["encryption", "disksKeyId"], disks === "customer-key" ? disksKeyId : undefined],
    ...nodeGroups.map(({ disk }, i): [string, readonly (string | number)[], string | undefined] => [
      "compute",
      ["nodeGroups", i, "disk", "kmsKeyId"],
      disk?.kmsKeyId,
    ]),
    ["filestore", ["storage", "file", "keyId"], isSet(file) ? file.keyId : undefined],
    ["backup", ["storage", "backup", "keyId"], isSet(backup) ? backup.keyId : undefined],
  ];
  return keys.flatMap(([agent, path, key]) =>
    key === undefined
      ? []
      : [
          {
            path,
            key: keyOf(gke?.project ?? "", "roles/cloudkms.cryptoKeyEncrypterDecrypter", "key", key, agent),
            what: "the use of this key to a service agent of the project",
            remedy: applyAgain,
          },
        ],
  );
}
