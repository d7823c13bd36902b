import type * as aks from "../aks/identity/shared-roles";
import { defineProblems, type Problem } from "../cluster/problem";
import type { SharedPermission } from "../cluster/shared-permissions";
import type * as gke from "../gke/identity/shared-bindings";
import type { PlatformClusterSpec } from "./types";

const report = defineProblems("environment", {
  /**
   * Two clusters do not assign the same role on the same resource to the same existing identity.
   *
   * @see https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---unable-to-assign-a-role
   */
  "shared-roles": "error",

  /**
   * Two clusters do not grant the same role on the same resource to the same principal: it is one permission, and the deletion of one
   * cluster removes it from both.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#identity_sameness
   */
  "shared-grants": "warning",
});

const grantOnce = "grant it in one of them, or outside of both";

/**
 * Checks the permissions that clusters of an environment grant to the same principals. Each cluster has a separate state.
 *
 * @param clusters - by their positions in the file; undefined if a cluster has errors
 */
export function sharedGrantProblems(clusters: readonly (PlatformClusterSpec | undefined)[]): Problem[] {
  const firstOf = new Map<string, string>();
  return clusters.flatMap((cluster, i) => {
    if (!cluster) return [];
    const { name, platform } = cluster;
    // A cluster that repeats a permission in itself has an error of its rules.
    const own = new Map<string, SharedPermission>();
    for (const one of permissionsOf(cluster)) if (!own.has(one.key)) own.set(one.key, one);
    const reported = new Set<string>();
    return [...own.values()].flatMap(({ path, key, what, remedy = grantOnce }) => {
      const first = firstOf.get(`${platform} ${key}`);
      if (first === undefined) {
        firstOf.set(`${platform} ${key}`, name);
        return [];
      }
      // Several roles of one field are one message.
      const message = `${path.join(".")} ${first} ${what}`;
      if (reported.has(message)) return [];
      reported.add(message);
      const at = ["clusters", i, ...path];
      return platform === "aks"
        ? [
            report["shared-roles"](
              at,
              `the cluster ${first} assigns ${what} to this identity too, and Azure refuses a second assignment; set rolesAssigned to ` +
                "true in one of them, or use an identity for each cluster",
            ),
          ]
        : [
            report["shared-grants"](
              at,
              `the cluster ${first} grants ${what} too: it is one permission, and the deletion of one cluster removes it from both; ${remedy}`,
            ),
          ];
    });
  });
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the files of every platform for each file */
function permissionsOf(cluster: PlatformClusterSpec): SharedPermission[] {
  switch (cluster.platform) {
    case "aks":
      return (require("../aks/identity/shared-roles") as typeof aks).sharedRolesOf(cluster);
    case "gke":
      return (require("../gke/identity/shared-bindings") as typeof gke).sharedBindingsOf(cluster);
    default:
      // Their permissions are those of roles with the name of the cluster.
      return [];
  }
}
