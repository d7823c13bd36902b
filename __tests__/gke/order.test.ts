import { synthesizeGke } from "../support/gke";
import type { Graph } from "../support/graph";

const cluster = "google_container_cluster.control_plane";
const pool = "google_container_node_pool.node_groups_workers";

/** Checks that Terraform creates these one after the other, and destroys them in reverse order. */
function expectOrder(graph: Graph, ...addresses: string[]): void {
  for (let i = 1; i < addresses.length; i++) {
    const [before, after] = [addresses[i - 1], addresses[i]];
    expect({ before, after, ordered: graph.isOrdered(before, after) }).toEqual({
      before,
      after,
      ordered: true,
    });
  }
}

describe("the order of a cluster", () => {
  const { graph } = synthesizeGke({
    network: { egressRules: true },
    storage: { file: true, backup: true, object: { buckets: ["models"], namespaces: ["shop"] } },
    encryption: { disks: "customer-key" },
    dns: { zones: ["shop-example-com"] },
  });

  test.each([
    "google_project_service.project_container",
    "google_project_service.project_binaryauthorization",
    "google_kms_crypto_key_iam_member.control_plane_secrets_key_grant",
    "google_kms_crypto_key_iam_member.storage_disks_key_grant",
    "google_project_iam_member.node_groups_service_account_node",
    "google_project_iam_member.node_groups_service_account_images",
    "google_compute_subnetwork.network_subnetwork",
    "google_compute_firewall.network_egress_cluster",
    "google_compute_firewall.network_egress_google",
  ])("the cluster and its first node depend on %s", (address) => {
    expectOrder(graph, address, cluster, pool);
  });

  test("nodes depend on egress", () => {
    expectOrder(graph, "google_compute_router.network_router", "google_compute_router_nat.network_nat", pool);
  });

  // IAM refuses members of a missing workload identity pool.
  test.each([
    "google_storage_bucket_iam_member.storage_object_models_shop",
    "google_dns_managed_zone_iam_member.identity_external_dns_shop_example_com",
    "google_project_iam_member.identity_external_dns_zones",
    "google_gke_backup_backup_plan.storage_backup_plan",
  ])("%s depends on the cluster", (address) => {
    expectOrder(graph, cluster, address);
  });

  test("no resource depends on the permissions of principals", () => {
    const people = "google_project_iam_member.identity_group_platform_example_com_admin";
    expect(graph.isOrdered(people, cluster)).toBe(false);
    expect(graph.isOrdered(people, pool)).toBe(false);
  });

  test("has no circular dependency, and no undeclared reference", () => {
    expect(graph.cycle).toBeUndefined();
    expect(graph.unresolved).toEqual([]);
  });
});

test("nodes of a private network depend on the DNS zones of Google", () => {
  const { graph } = synthesizeGke({ network: { private: true } });
  for (const record of ["names_registry_a", "names_registry_cname", "names_googleapis_a"]) {
    expectOrder(graph, `google_dns_record_set.network_${record}`, cluster);
  }
});
