import type { SharedPermission } from "../../cluster/shared-permissions";
import type { GkeClusterSpec } from "../spec";
import { bindingsOf } from "./bindings";

/**
 * The roles of a cluster whose principals other clusters of the project share: existing service accounts, and the pods of a namespace.
 * The condition of an access role names the cluster, so that clusters do not share it.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#identity_sameness
 */
export function sharedBindingsOf(cluster: GkeClusterSpec): SharedPermission[] {
  const project = cluster.gke?.project ?? "";
  const { buckets = [], namespaces = [] } = cluster.storage?.object ?? {};
  return [
    ...bindingsOf(cluster)
      .filter(({ path, principal }) => path[0] === "workloadIdentities" && !principal.startsWith("the new "))
      .map(({ path, role, principal, key }) => ({
        path,
        key: principal.includes("@") || principal.startsWith("${") ? key : `${project} ${key}`,
        what: `${role} on this resource to ${principal}`,
      })),
    ...(cluster.dns?.zones ?? []).map((zone, i) => ({
      path: ["dns", "zones", i],
      key: `${project} dns ${zone}`,
      what: "the records of this zone to the pods of external-dns/external-dns",
    })),
    ...buckets.flatMap((bucket, i) =>
      namespaces.map((namespace) => ({
        path: ["storage", "object", "buckets", i],
        key: `${project} bucket ${bucket} ${namespace}`,
        what: `this bucket to the pods of ${namespace}`,
      })),
    ),
  ];
}
