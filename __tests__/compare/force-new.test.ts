import { tablesOf } from "../../cli/compare";
import { argumentTable } from "../../modules/aks/arguments";
import { awsForceNew, azureForceNew, forceNewOf } from "../../modules/compare/force-new";
import { googleForceNew } from "../../modules/compare/force-new-google";
import { predict } from "../../modules/compare/predict";
import { shippedClusters } from "../support/shipped";

const tables = { ...awsForceNew, ...azureForceNew, ...googleForceNew };

test("each resource type of the shipped clusters has a row, and each row is used", () => {
  const types = new Set(
    shippedClusters().flatMap(({ stack }) => Object.keys(stack.terraform.resource ?? {})),
  );
  // In the argument table of AKS, which `compare` adds.
  const inArguments = new Set(Object.keys(argumentTable));
  // Terraform's own: a change of its input is done in place.
  const ofProviders = [...types].filter((type) => type !== "terraform_data");
  expect(ofProviders.filter((type) => !Object.hasOwn(tables, type) && !inArguments.has(type))).toEqual([]);
  // A regional group is in no shipped file: their groups have one zone each.
  const notShipped = ["google_compute_region_instance_group_manager"];
  expect(Object.keys(tables).filter((type) => !types.has(type))).toEqual(notShipped);
});

const predicted = (type: string, before: object, after: object) =>
  predict({ resource: { [type]: { one: { ...before } } } }, { resource: { [type]: { one: { ...after } } } })
    .changes.map(({ action }) => action)
    .join();

const replaced = "replaced, destroy before create";

test.each([
  ["google_compute_disk", { zone: "a" }, { zone: "b" }, replaced],
  ["google_compute_disk", { size: 20 }, { size: 40 }, "update"],
  ["google_compute_disk", { size: 40 }, { size: 20 }, replaced],
  ["google_compute_disk", { labels: { a: "1" } }, { labels: { a: "2" } }, "update"],
  ["google_compute_subnetwork", { ip_cidr_range: "10.0.0.0/20" }, { ip_cidr_range: "10.0.0.0/19" }, "update"],
  ["google_compute_subnetwork", { ip_cidr_range: "10.0.0.0/20" }, { ip_cidr_range: "10.0.0.0/21" }, replaced],
  ["google_compute_subnetwork", { ip_cidr_range: "10.0.0.0/20" }, { ip_cidr_range: "10.1.0.0/19" }, replaced],
  ["azurerm_kubernetes_cluster_node_pool", { os_sku: "Ubuntu" }, { os_sku: "AzureLinux" }, "update"],
  ["azurerm_kubernetes_cluster_node_pool", { os_sku: "Windows2019" }, { os_sku: "Windows2022" }, replaced],
  [
    "google_container_cluster",
    { enable_fqdn_network_policy: true },
    { enable_fqdn_network_policy: false },
    replaced,
  ],
  ["google_container_cluster", { enable_fqdn_network_policy: true }, {}, replaced],
  ["google_container_cluster", {}, { enable_fqdn_network_policy: true }, "update"],
  ["google_kms_crypto_key", { rotation_period: "1s" }, { rotation_period: "2s" }, "update"],
  [
    "google_kms_crypto_key",
    { version_template: { algorithm: "a", protection_level: "HSM" } },
    { version_template: { algorithm: "a", protection_level: "SOFTWARE" } },
    replaced,
  ],
  ["google_compute_instance_template", { labels: { a: "1" } }, { labels: { a: "2" } }, replaced],
  ["google_compute_instance_template", { machine_type: "a" }, { machine_type: "b" }, replaced],
  ["google_compute_instance_group_manager", { target_size: 1 }, { target_size: 2 }, "update"],
  ["google_storage_bucket_iam_binding", { members: ["a"] }, { members: ["b"] }, "update"],
  ["google_storage_bucket_iam_binding", { role: "a" }, { role: "b" }, replaced],
  ["google_project_iam_custom_role", { permissions: ["a"] }, { permissions: ["b"] }, "update"],
  ["aws_fsx_lustre_file_system", { tags: { a: "1" } }, { tags: { a: "2" } }, "update"],
  ["aws_flow_log", { tags: { a: "1" } }, { tags: { a: "2" } }, "update"],
])("%s from %j to %j is %s", (type, before, after, action) => {
  expect(predicted(type, before, after)).toBe(action);
});

const network = (profile: object) => ({ network_profile: profile });

test.each([
  [{ api_server_access_profile: { subnet_id: "a" } }, { api_server_access_profile: {} }, replaced],
  [{ api_server_access_profile: { subnet_id: "a" } }, {}, replaced],
  [{ api_server_access_profile: {} }, { api_server_access_profile: { subnet_id: "a" } }, "update"],
  [network({ network_policy: "azure" }), network({ network_policy: "cilium" }), "update"],
  [network({ network_policy: "cilium" }), network({ network_policy: "calico" }), replaced],
  [network({ network_data_plane: "azure" }), network({ network_data_plane: "cilium" }), "update"],
  [network({ network_data_plane: "cilium" }), network({ network_data_plane: "azure" }), replaced],
  [network({}), network({ load_balancer_profile: { managed_outbound_ip_count: 1 } }), replaced],
  [network({ load_balancer_profile: { managed_outbound_ip_count: 1 } }), network({}), "update"],
  [network({}), network({ network_plugin_mode: "overlay" }), "update"],
  [network({ network_plugin_mode: "overlay" }), network({}), replaced],
])("an AKS cluster from %j to %j is %s", (before, after, action) => {
  const type = "azurerm_kubernetes_cluster";
  const [old, fresh] = [before, after].map((config) => ({ resource: { [type]: { one: config } } }));
  expect(predict(old, fresh, tablesOf("aks").forceNew).changes.map((change) => change.action)).toEqual([
    action,
  ]);
});

test("a type without a row has the arguments of its cloud", () => {
  expect(forceNewOf("google_redis_instance")).toContain("region");
  expect(forceNewOf("helm_release")).toBeUndefined();
});

test.each([
  ["keeps Auto Mode, because it omits the block", {}, 1],
  ["turns Auto Mode off", { compute_config: { enabled: false } }, 0],
])("an EKS cluster that %s has the refusals of its condition", (_, changes, refusals) => {
  const condition = "${(try(self.compute_config.0.enabled, false) != true)}";
  const stack = (config: object) => ({ resource: { aws_eks_cluster: { control_plane: { ...config } } } });
  const { refusals: found, unknown } = predict(
    stack({ version: "1.35", compute_config: { enabled: true } }),
    stack({
      version: "1.35",
      ...changes,
      lifecycle: { postcondition: [{ condition, error_message: "Auto Mode is on" }] },
    }),
  );
  expect(found).toEqual(
    Array.from({ length: refusals }, () => ({
      address: "aws_eks_cluster.control_plane",
      reason: "Auto Mode is on",
    })),
  );
  expect(unknown).toEqual([]);
});

test("a type without a row, and a condition of another form, are unknown", () => {
  const stack = (size: number) => ({
    resource: {
      helm_release: { one: { size } },
      aws_vpc: {
        one: { lifecycle: { postcondition: [{ condition: "${self.a > 1}", error_message: "a" }] } },
      },
    },
  });
  expect(predict(stack(1), stack(2)).unknown).toEqual([
    {
      address: "helm_release.one",
      reason: "no table states whether a change of size replaces helm_release, or is done in place",
    },
    {
      address: "aws_vpc.one",
      reason: "only Terraform evaluates the condition that refuses the plan with: a",
    },
  ]);
});
