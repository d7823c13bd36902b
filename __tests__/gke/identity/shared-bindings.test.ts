import { sharedBindingsOf } from "../../../modules/gke/identity/shared-bindings";
import type { GkeClusterSpec } from "../../../modules/gke/spec";
import { loadEnvironments } from "../../../modules/environment";
import { errorsOf } from "../../fields/mapping";
import { witnesses } from "../../fields/witnesses";
import { synthesizeGke } from "../../support/gke";
import type { Arguments } from "../../support/synthesized";

/** Examples and witnesses that bind roles, in one project. */
const clusters = [
  ...loadEnvironments("examples", { today: new Date("2026-11-23") }).environments.flatMap(
    (environment) => environment.clusters,
  ),
  ...witnesses.gke.flatMap(({ before, after }) => [before, after]),
]
  .filter((cluster): cluster is GkeClusterSpec => cluster.platform === "gke")
  .filter((cluster) =>
    /workloadIdentities|"dns"|buckets|hostProject|KeyId|keyId|registryAuth/.test(JSON.stringify(cluster)),
  )
  .map((cluster): GkeClusterSpec => ({
    ...cluster,
    name: "production-first",
    gke: { project: "shop-production", ...cluster.gke },
  }))
  .filter((cluster) => errorsOf("gke", cluster).length === 0);

/** The members of IAM in the JSON by their arguments, without those on resources or for accounts that the stack creates. */
function boundIn(cluster: GkeClusterSpec): string[] {
  const resources = synthesizeGke(cluster).terraform.resource as Record<string, Record<string, Arguments>>;
  return Object.entries(resources)
    .filter(([type]) => type.endsWith("_iam_member"))
    .flatMap(([type, all]) =>
      Object.values(all).map(({ depends_on: _, "//": __, lifecycle: ___, ...binding }) =>
        JSON.stringify([type, binding])
          // The project and its pool are the same for all clusters of the project.
          .replace(/\$\{google_container_cluster\.[^}]*workload_identity_config[^}]*\}/g, "POOL")
          .replace(/\$\{google_project_service\.[^}]*\}/g, "PROJECT"),
      ),
    )
    .filter((text) => !text.includes("${google_"));
}

/** The members that a second cluster of the project has, too. */
function sharedIn(cluster: GkeClusterSpec): string[] {
  const other = new Set(boundIn({ ...cluster, name: "production-second" }));
  return [...new Set(boundIn(cluster))].filter((text) => other.has(text));
}

test("the bindings that clusters share are those that the constructs of two clusters have in common", () => {
  const all = clusters.map((cluster) => ({
    listed: [...new Set(sharedBindingsOf(cluster).map(({ key }) => key))],
    shared: sharedIn(cluster),
  }));
  const different = all.filter(({ listed, shared }) => listed.length !== shared.length);
  expect(different).toEqual([]);
  // Each listed binding has the role of one in the JSON.
  const role = (text: string): string => /roles\/[\w.]+|projects\/[\w-]+\/roles\/\w+/.exec(text)?.[0] ?? text;
  for (const { listed, shared } of all) expect(listed.map(role).sort()).toEqual(shared.map(role).sort());
  expect(new Set(all.flatMap(({ listed }) => listed.map(role))).size).toBeGreaterThan(7);
});
