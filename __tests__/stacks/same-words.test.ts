import { writeFileSync } from "node:fs";
import { loadEnvironments } from "../../modules/environment";
import { createStack } from "../../stacks";
import { useEmptyDirectory } from "../environment/directory";
import { Synthesized } from "../support/synthesized";

useEmptyDirectory();

/** What has another name on each cloud, though nothing else of a description has. */
const clouds = {
  eks: { region: "eu-central-1", machine: "m7i.xlarge" },
  aks: { region: "westeurope", machine: "Standard_D4ds_v5" },
  gke: { region: "europe-west3", machine: "n2-standard-4" },
} as const;

/** One description, with the words that only a cloud knows put in. */
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

  test("becomes a stack whose references resolve, with the same outputs", () => {
    const stack = Synthesized.from((app) => createStack(app, load().environments[0].clusters[0]));
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

test("what it becomes stands in the same rooms on every platform", () => {
  const rooms = (Object.keys(clouds) as (keyof typeof clouds)[]).map((platform) => {
    writeFileSync("test.yaml", description(platform));
    const { environments } = loadEnvironments("test.yaml", { today: new Date("2026-11-23") });
    const { addresses } = Synthesized.from((app) => createStack(app, environments[0].clusters[0]));
    const rooms =
      /^(network|control_plane|node_groups|autoscaling|storage|identity|add_ons|load_balancing|observability|project)/;
    const words = addresses.map((address) => address.replace(/^(data\.)?[^.]+\./, ""));
    // Azure keeps everything in a resource group, which is in no room.
    expect(words.filter((word) => word !== "resource_group" && !rooms.test(word))).toEqual([]);
    return [...new Set(words.flatMap((word) => rooms.exec(word)?.[1] ?? []))].sort();
  });
  // Not identity: on GKE a service account is a principal by itself, so that one without grants has nothing made for it.
  for (const found of rooms) {
    expect(found).toEqual(expect.arrayContaining(["control_plane", "network", "node_groups", "storage"]));
  }
});
