import { synthesizeGke } from "../support/gke";
import type { Arguments } from "../support/synthesized";

const cluster = "google_container_cluster.control_plane";

describe("outputs", () => {
  const stack = synthesizeGke({
    nodeGroups: [
      { name: "workers", machineTypes: ["e2-standard-4"], size: 3, spread: "per-zone" },
      { name: "odd", machineTypes: ["e2-standard-4"], size: 4 },
    ],
  });
  const outputs: Record<string, Arguments> = stack.terraform.output;
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));

  test("are those of all platforms, and some of GKE", () => {
    const pool = (name: string) => ({
      name: `\${google_container_node_pool.node_groups_${name}.name}`,
      instance_groups: `\${google_container_node_pool.node_groups_${name}.instance_group_urls}`,
    });
    expect(values).toEqual({
      cluster_name: `\${${cluster}.name}`,
      cluster_endpoint: `https://\${${cluster}.endpoint}`,
      cluster_ca_certificate: `\${${cluster}.master_auth[0].cluster_ca_certificate}`,
      kubernetes_version: `\${${cluster}.master_version}`,
      kubeconfig_command:
        "gcloud container clusters get-credentials shop --location europe-west3 --project ${google_project_service.project_container.project} --internal-ip",
      oidc_issuer_url: `https://container.googleapis.com/v1/\${${cluster}.id}`,
      network_id: "${google_compute_network.network_vpc.id}",
      node_subnet_ids: ["${google_compute_subnetwork.network_subnetwork.id}"],
      node_groups: {
        workers: {
          "europe-west3-a": pool("workers_europe_west3_a"),
          "europe-west3-b": pool("workers_europe_west3_b"),
          "europe-west3-c": pool("workers_europe_west3_c"),
        },
        odd: { all: pool("odd"), rest: pool("odd_rest") },
      },
      project_id: "${google_project_service.project_container.project}",
      node_service_account: "${google_service_account.node_groups_service_account.email}",
      workload_pool: `\${${cluster}.workload_identity_config[0].workload_pool}`,
      storage_manifests: {
        apiVersion: "v1",
        kind: "List",
        items: [expect.objectContaining({ kind: "StorageClass" })],
      },
    });
  });

  test("have descriptions", () => {
    expect(Object.values(outputs).filter(({ description }) => !description)).toEqual([]);
  });

  test("are not sensitive, except the certificate authority", () => {
    const hidden = Object.entries(outputs).filter(([, { sensitive }]) => sensitive);
    expect(hidden.map(([name]) => name)).toEqual(["cluster_ca_certificate"]);
  });
});

describe("Terraform settings", () => {
  const { terraform, json } = synthesizeGke();

  test("take the provider of the bindings, or a newer one on request, of all supported majors", () => {
    expect(terraform.terraform.required_providers).toEqual({
      google: { source: "hashicorp/google", version: ">= 6.50.0, < 9.0.0" },
    });
    const newer = synthesizeGke({ gke: { providerMinimum: "7.22.0" } });
    expect(newer.terraform.terraform.required_providers.google.version).toBe(">= 7.22.0, < 9.0.0");
  });

  test("keep the state in the project folder, with a path that is the same on every machine", () => {
    expect(terraform.terraform.backend).toEqual({ local: { path: "../../../terraform.shop.tfstate" } });
    expect(json).not.toContain(process.cwd());
  });

  test("have no other provider", () => {
    const types = [...Object.keys(terraform.resource), ...Object.keys(terraform.data)];
    expect(types.filter((type) => !type.startsWith("google_"))).toEqual([]);
  });
});

describe("addresses", () => {
  const { addresses } = synthesizeGke({
    network: { private: true, egressRules: true },
    storage: { file: true, backup: true, object: { buckets: ["models"] } },
    encryption: { disks: "customer-key" },
    loadBalancing: { proxyCidr: "10.0.192.0/23" },
    observability: { retentionDays: 30, notifications: true, usageMetering: {} },
    workloadIdentities: [
      {
        namespace: "shop",
        serviceAccount: "orders",
        via: "service-account",
        grants: [{ role: "roles/viewer" }],
      },
    ],
  });

  test("start with the component, and have no hashes", () => {
    const components =
      "network|control_plane|node_groups|autoscaling|storage|identity|project|load_balancing";
    const readable = new RegExp(`^(data\\.)?google_[a-z0-9_]+\\.(${components})(_[A-Za-z0-9_]+)?$`);
    expect(addresses.filter((address) => !readable.test(address))).toEqual([]);
    expect(addresses.filter((address) => /_[0-9A-F]{8}$/i.test(address))).toEqual([]);
  });

  test("are those of the documentation", () => {
    expect(addresses).toEqual(
      expect.arrayContaining([
        "google_container_cluster.control_plane",
        "google_compute_subnetwork.network_subnetwork",
        "google_compute_subnetwork.load_balancing_proxies",
        "google_container_node_pool.node_groups_workers",
        "google_filestore_instance.storage_file_system",
        "google_project_service.project_container",
      ]),
    );
  });
});
