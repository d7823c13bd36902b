import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { type Argument, argumentTable, type Omitted } from "../../modules/aks/arguments";
import type { AksClusterProps } from "../../modules/aks/spec";
import { minimal, synthesizeAks } from "../support/aks";
import { shippedClusters } from "../support/shipped";
import type { Arguments } from "../support/synthesized";

const late = { ...minimal.nodeGroups[0], name: "late" };

/** Two small clusters, and those of all files of this repository. */
const stacks = [
  synthesizeAks(),
  synthesizeAks({ nodeGroups: [...minimal.nodeGroups, late] }),
  ...shippedClusters()
    .filter(({ cluster }) => cluster.platform === "aks")
    .map(({ stack }) => stack),
];

/** All resources of each type of the table. */
const found: Readonly<Record<keyof typeof argumentTable, Arguments[]>> = {
  azurerm_kubernetes_cluster: stacks.map((stack) => stack.resource(KubernetesCluster)),
  "azurerm_kubernetes_cluster.auto_scaler_profile": stacks.flatMap(
    (stack) => (stack.resource(KubernetesCluster).auto_scaler_profile ?? []) as Arguments,
  ),
  "azurerm_kubernetes_cluster.network_profile": stacks.map(
    (stack) => stack.resource(KubernetesCluster).network_profile as Arguments,
  ),
  "azurerm_kubernetes_cluster.default_node_pool": stacks.map(
    (stack) => stack.resource(KubernetesCluster).default_node_pool as Arguments,
  ),
  azurerm_kubernetes_cluster_node_pool: stacks.flatMap((stack) =>
    Object.values(stack.resources(KubernetesClusterNodePool)),
  ),
};

/** Whether a removed argument does not get the setting of a file without it. */
const needsValue = (omitted: Omitted): boolean => ["required", "kept", "partly"].includes(omitted);

/** Arguments of Terraform itself. */
const meta = ["//", "depends_on", "lifecycle", "provider"];

describe.each(Object.entries(argumentTable))("%s", (type, { arguments: rows, source }) => {
  const resources = found[type as keyof typeof argumentTable];
  const table: Readonly<Record<string, Argument>> = rows;

  test("has a row for each argument that is written, and its source", () => {
    const written = new Set(resources.flatMap((resource) => Object.keys(resource)));
    expect([...written].filter((name) => !meta.includes(name) && !table[name])).toEqual([]);
    expect(source).toMatch(
      /^https:\/\/github\.com\/hashicorp\/terraform-provider-azurerm\/blob\/v4\.55\.0\//,
    );
  });

  test.each(Object.entries(table).filter(([, { omitted, missing }]) => needsValue(omitted) && !missing))(
    "%s is always written, because its removal does not have the effect of the file",
    (name) => {
      expect(resources.filter((resource) => resource[name] === undefined)).toEqual([]);
    },
  );

  const missing = Object.entries(table).filter((row) => row[1].missing);
  if (missing.length === 0) return;
  test.each(missing)("%s may be missing, and is missing in one of the clusters", (name, { omitted }) => {
    expect(needsValue(omitted)).toBe(true);
    expect(resources.some((resource) => resource[name] === undefined)).toBe(true);
  });
});

/** Arguments that the second resource does not have, although the provider then keeps a value of the first one. */
const unseen = (type: keyof typeof argumentTable, on: Arguments, off: Arguments): string[] =>
  Object.keys(on).filter((name) => {
    const row = (argumentTable[type].arguments as Readonly<Record<string, Argument>>)[name];
    return row !== undefined && off[name] === undefined && needsValue(row.omitted);
  });

/** Settings that are on, and the same file without them. */
describe("a setting that is removed changes the configuration", () => {
  const clusterOf = (props: Partial<AksClusterProps>) => synthesizeAks(props).resource(KubernetesCluster);
  const group = minimal.nodeGroups[0];

  test.each<[string, Partial<AksClusterProps>, string]>([
    ["labels", { nodeGroups: [{ ...group, labels: { team: "a" } }] }, "default_node_pool"],
    [
      "the temporary disk",
      { nodeGroups: [{ ...group, disk: { kubelet: "temporary" } }] },
      "default_node_pool",
    ],
    ["the pods on a node", { nodeGroups: [{ ...group, maxPods: 60 }] }, "default_node_pool"],
    ["the disk", { nodeGroups: [{ ...group, disk: { sizeGiB: 64 } }] }, "default_node_pool"],
    ["the image", { nodeGroups: [{ ...group, image: { family: "ubuntu" } }] }, "default_node_pool"],
    ["Istio", { loadBalancing: { istio: { revisions: ["asm-1-29"] } } }, "service_mesh_profile"],
    ["application routing", { loadBalancing: { controller: true } }, "web_app_routing"],
    ["managed Prometheus", { observability: { managedPrometheus: true } }, "monitor_metrics"],
    ["the proxy", { network: { httpProxy: { http: "http://proxy:3128" } } }, "http_proxy_config"],
  ])("%s", (_, props, name) => {
    const [on, off] = [clusterOf(props), clusterOf({})];
    expect(on[name]).not.toEqual(off[name]);
    expect([
      ...unseen("azurerm_kubernetes_cluster", on, off),
      ...unseen("azurerm_kubernetes_cluster.default_node_pool", on.default_node_pool, off.default_node_pool),
    ]).toEqual([]);
  });

  test("labels that are removed leave an empty map (the provider keeps an omitted one)", () => {
    expect(clusterOf({}).default_node_pool.node_labels).toEqual({});
    expect(clusterOf({}).default_node_pool.kubelet_disk_type).toBe("OS");
  });
});

test("the image cleaner is disabled with a valid interval", () => {
  expect(synthesizeAks({ aks: { imageCleanerHours: 0 } }).resource(KubernetesCluster)).toMatchObject({
    image_cleaner_enabled: false,
    image_cleaner_interval_hours: 168,
  });
});

describe("the driver of GPUs (hashicorp/terraform-provider-azurerm #30990)", () => {
  const driverOf = (size: string, gpu?: { driver: boolean }) => {
    const nodeGroups = [...minimal.nodeGroups, { ...late, machineTypes: [size], gpu }];
    return synthesizeAks({ nodeGroups }).resource(KubernetesClusterNodePool).gpu_driver;
  };

  test("is written for all machines with GPUs, also without settings", () => {
    for (const size of ["Standard_NC24ads_A100_v4", "Standard_NV36ads_A10_v5", "Standard_ND96isr_H100_v5"])
      expect([size, driverOf(size)]).toEqual([size, "Install"]);
    expect(driverOf("Standard_NC24ads_A100_v4", { driver: false })).toBe("None");
    expect(driverOf("Standard_D4ds_v5")).toBeUndefined();
  });
});
