import { DnsManagedZoneIamMember } from "@cdktf/provider-google/lib/dns-managed-zone-iam-member";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import type { GkeAccessSpec, GkeGrant, GkeWorkloadIdentitySpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const cluster = "google_container_cluster.control_plane";
const pool = `\${${cluster}.workload_identity_config[0].workload_pool}`;
const project = "${google_project_service.project_container.project}";
const pods = `iam.googleapis.com/projects/\${data.google_project.project_project.number}/locations/global/workloadIdentityPools/${pool}`;
const orders = { namespace: "shop", serviceAccount: "orders" };
const ordersPods = `principal://${pods}/subject/ns/shop/sa/orders`;

describe("principals", () => {
  const withAccess = (access: Partial<GkeAccessSpec>) => synthesizeGke({ access: { admins: [], ...access } });

  test("have a role in the project for this cluster only", () => {
    const stack = withAccess({
      admins: ["group:admins@example.com"],
      editors: [{ principal: "user:ann@example.com" }],
      viewers: [{ principal: "serviceAccount:ci@shop-production.iam.gserviceaccount.com" }],
    });
    const people = Object.entries(stack.resources(ProjectIamMember)).filter(([name]) =>
      name.startsWith("identity_"),
    );
    expect(people.map(([name, { role, member }]) => [name, role, member])).toEqual([
      ["identity_group_admins_example_com_admin", "roles/container.admin", "group:admins@example.com"],
      [
        "identity_serviceAccount_ci_shop_production_iam_gserviceaccount_com_viewer",
        "roles/container.viewer",
        "serviceAccount:ci@shop-production.iam.gserviceaccount.com",
      ],
      ["identity_user_ann_example_com_editor", "roles/container.developer", "user:ann@example.com"],
    ]);
    for (const [, { condition }] of people) {
      expect(condition).toEqual({
        title: "GKE cluster shop",
        expression:
          'resource.type == "container.googleapis.com/Cluster" && ' +
          'resource.name == "projects/${google_project_service.project_container.project}/locations/europe-west3/clusters/shop"',
      });
    }
  });

  test("of single namespaces may connect, and need permissions from Kubernetes", () => {
    const stack = withAccess({
      editors: [{ principal: "group:team@example.com", namespaces: ["shop", "cart"] }],
    });
    expect(stack.resource(ProjectIamMember, "identity_group_team_example_com_editor").role).toBe(
      "roles/container.clusterViewer",
    );
    const { items } = stack.terraform.output.access_manifests.value;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { namespace: "shop" },
      roleRef: { kind: "ClusterRole", name: "edit" },
      subjects: [{ kind: "Group", name: "team@example.com" }],
    });
    expect(withAccess({}).terraform.output.access_manifests).toBeUndefined();
  });
});

describe("workloads", () => {
  const withWorkload = (workload: Partial<GkeWorkloadIdentitySpec>) =>
    synthesizeGke({ workloadIdentities: [{ ...orders, ...workload }] });
  const rights = (...grants: GkeGrant[]) =>
    withWorkload({ grants }).addresses.filter((address) => address.includes(".identity_shop_orders"));

  test("have permissions of their service account, in the project of the cluster", () => {
    const stack = withWorkload({ grants: [{ role: "roles/pubsub.publisher" }] });
    expect(stack.resource(ProjectIamMember, "identity_shop_orders_pubsub_publisher")).toMatchObject({
      project,
      role: "roles/pubsub.publisher",
      member: ordersPods,
    });
    expect(stack.resources(ServiceAccount)).toEqual({ node_groups_service_account: expect.anything() });
  });

  test("have permissions on one resource, with a condition", () => {
    const condition = { title: "only images", expression: 'resource.name.endsWith(".png")' };
    const grants = [{ role: "roles/storage.objectUser", bucket: "orders", condition }];
    expect(withWorkload({ grants }).resource(StorageBucketIamMember)).toMatchObject({
      bucket: "orders",
      role: "roles/storage.objectUser",
      member: ordersPods,
      condition,
    });
  });

  test("have permissions on all types of resources, each with a separate address", () => {
    const key = "projects/keys-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    const repository = "projects/p-12345/locations/europe-west3/repositories/r";
    expect(
      rights(
        { role: "roles/viewer", project: "other-project" },
        { role: "roles/secretmanager.secretAccessor", secret: "password" },
        { role: "roles/pubsub.publisher", topic: "orders" },
        { role: "roles/pubsub.publisher", topic: "returns" },
        { role: "roles/pubsub.subscriber", subscription: "orders" },
        { role: "roles/cloudkms.signer", key },
        { role: "roles/bigquery.dataViewer", dataset: "sales" },
        { role: "roles/artifactregistry.reader", repository },
      ),
    ).toEqual([
      "google_artifact_registry_repository_iam_member.identity_shop_orders_artifactregistry_reader_repository_projects_p_12345_locations_europe_west3_repositories_r",
      "google_bigquery_dataset_iam_member.identity_shop_orders_bigquery_dataViewer_dataset_sales",
      "google_kms_crypto_key_iam_member.identity_shop_orders_cloudkms_signer_key_projects_keys_12345_locations_europe_west3_keyRings_r_cryptoKeys_k",
      "google_project_iam_member.identity_shop_orders_viewer_project_other_project",
      "google_pubsub_subscription_iam_member.identity_shop_orders_pubsub_subscriber_subscription_orders",
      "google_pubsub_topic_iam_member.identity_shop_orders_pubsub_publisher_topic_orders",
      "google_pubsub_topic_iam_member.identity_shop_orders_pubsub_publisher_topic_returns",
      "google_secret_manager_secret_iam_member.identity_shop_orders_secretmanager_secretAccessor_secret_password",
    ]);
  });

  test("can be without permissions", () => {
    expect(withWorkload({}).addresses).toEqual(synthesizeGke().addresses);
  });

  test("can use a service account of IAM", () => {
    const stack = withWorkload({
      via: "service-account",
      grants: [{ role: "roles/storage.objectUser", bucket: "orders" }],
    });
    const account = "google_service_account.identity_shop_orders_service_account";
    expect(stack.resource(ServiceAccount, "identity_shop_orders_service_account").account_id).toMatch(
      /^shop-shop-orders-[0-9a-f]{8}$/,
    );
    expect(stack.resource(ServiceAccountIamMember)).toMatchObject({
      service_account_id: `\${${account}.name}`,
      role: "roles/iam.workloadIdentityUser",
      member: `serviceAccount:${pool}[shop/orders]`,
    });
    expect(stack.resource(StorageBucketIamMember).member).toBe(`serviceAccount:\${${account}.email}`);
    expect(stack.terraform.output.workload_service_accounts.value).toEqual({
      "shop/orders": `\${${account}.email}`,
    });
  });

  test("have an account with a title of a valid length", () => {
    const serviceAccount = "s".repeat(200);
    const stack = withWorkload({ via: "service-account", serviceAccount });
    const titles = Object.values(stack.resources(ServiceAccount)).map(({ display_name }) => display_name);
    expect(titles).toContainEqual(expect.stringMatching(/^Pods of shop\/s{50,}-[0-9a-f]{8}$/));
    expect(Math.max(...titles.map((title) => title.length))).toBe(100);
  });

  test("can use an existing one", () => {
    const serviceAccountEmail = "orders@shop-production.iam.gserviceaccount.com";
    const stack = withWorkload({ via: "service-account", serviceAccountEmail });
    expect(stack.resources(ServiceAccount)).toEqual({ node_groups_service_account: expect.anything() });
    expect(stack.resource(ServiceAccountIamMember).service_account_id).toBe(
      `projects/-/serviceAccounts/${serviceAccountEmail}`,
    );
  });

  // IAM refuses members of a missing workload identity pool, which GKE creates with the cluster.
  test("get their permissions after the cluster is created", () => {
    const { graph } = synthesizeGke({
      workloadIdentities: [
        { ...orders, grants: [{ role: "roles/viewer" }] },
        { ...orders, serviceAccount: "returns", via: "service-account" },
      ],
    });
    for (const address of [
      "google_project_iam_member.identity_shop_orders_viewer",
      "google_service_account_iam_member.identity_shop_returns_impersonation",
    ]) {
      expect(graph.isOrdered(cluster, address)).toBe(true);
    }
  });
});

test("ExternalDNS may write records of the given zones, and list the zones", () => {
  const stack = synthesizeGke({ dns: { zones: ["shop-example-com"] } });
  const member = `principal://${pods}/subject/ns/external-dns/sa/external-dns`;
  expect(stack.resource(DnsManagedZoneIamMember)).toMatchObject({
    managed_zone: "shop-example-com",
    role: "roles/dns.admin",
    member,
  });
  expect(stack.resource(ProjectIamMember, "identity_external_dns_zones")).toMatchObject({
    role: "roles/dns.reader",
    member,
  });
});
