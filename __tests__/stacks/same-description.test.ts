import { writeFileSync } from "node:fs";
import { loadEnvironments } from "../../modules/environment";
import { useEmptyDirectory } from "../environment/directory";
import { synthesizeStack } from "../support/stack";

useEmptyDirectory();

/** The values that differ between the clouds. All other values of a description are the same. */
const clouds = {
  eks: { region: "eu-central-1", machine: "m7i.xlarge" },
  aks: { region: "westeurope", machine: "Standard_D4ds_v5" },
  gke: { region: "europe-west3", machine: "n2-standard-4" },
} as const;

/** One description, with the values of a cloud. */
const description = (platform: keyof typeof clouds): string => `
clusters:
  - name: shop
    platform: ${platform}
    region: ${clouds[platform].region}
    kubernetesVersion: "1.35"
    network: { zones: 3 }
    access: { publicFrom: [203.0.113.0/24], admins: [] }
    nodeGroups:
      - name: system
        machineTypes: [${clouds[platform].machine}]
        size: 4
        taints: [{ key: CriticalAddonsOnly, value: "true", effect: NoSchedule }]
      - name: workers
        machineTypes: [${clouds[platform].machine}]
        size: { min: 10, max: 20 }
        spread: per-zone
        labels: { workload: general }
      - name: spot
        machineTypes: [${clouds[platform].machine}]
        capacity: spot
        size: { min: 0, max: 10 }
    storage: { block: true, file: true }
    workloadIdentities: [{ namespace: shop, serviceAccount: orders }]
`;

describe.each(Object.keys(clouds) as (keyof typeof clouds)[])("one description on %s", (platform) => {
  const load = () => {
    writeFileSync("test.yaml", description(platform));
    return loadEnvironments("test.yaml", { today: new Date("2026-11-23") });
  };

  test("has no errors", () => {
    expect(load().problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("has a stack with the same outputs, whose references resolve", () => {
    const stack = synthesizeStack(load().environments[0].clusters[0]);
    expect(stack.graph.unresolved).toEqual([]);
    expect(Object.keys(stack.terraform.output)).toEqual(
      expect.arrayContaining([
        "cluster_name",
        "cluster_endpoint",
        "cluster_ca_certificate",
        "kubernetes_version",
        "kubeconfig_command",
        "oidc_issuer_url",
        "network_id",
        "node_subnet_ids",
        "node_groups",
      ]),
    );
    expect(Object.keys(stack.terraform.output.node_groups.value).sort()).toEqual([
      "spot",
      "system",
      "workers",
    ]);
  });
});

test("its resources are in the same components on each platform", () => {
  const componentsByPlatform = (Object.keys(clouds) as (keyof typeof clouds)[]).map((platform) => {
    writeFileSync("test.yaml", description(platform));
    const { environments } = loadEnvironments("test.yaml", { today: new Date("2026-11-23") });
    const { addresses } = synthesizeStack(environments[0].clusters[0]);
    const component =
      /^(network|control_plane|node_groups|autoscaling|storage|identity|add_ons|load_balancing|observability|project)/;
    const names = addresses.map((address) => address.replace(/^(data\.)?[^.]+\./, ""));
    // The resource group of Azure has no component.
    expect(names.filter((name) => name !== "resource_group" && !component.test(name))).toEqual([]);
    return [...new Set(names.flatMap((name) => component.exec(name)?.[1] ?? []))].sort();
  });
  // Not identity: on GKE a Kubernetes service account is a principal, which needs no resource without grants.
  for (const found of componentsByPlatform) {
    expect(found).toEqual(expect.arrayContaining(["control_plane", "network", "node_groups", "storage"]));
  }
});
