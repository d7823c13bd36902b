import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { TerraformResource } from "cdktf";
import { GkeCluster } from "../../modules/gke";
import { minimal, synthesizeGke, synthesizePlain } from "../support/gke";
import type { Arguments } from "../support/synthesized";

describe("twice in one stack, with two provider aliases", () => {
  const plain = synthesizePlain((stack) => {
    const west = new GoogleProvider(stack, "west", { alias: "west", region: "europe-west3" });
    const north = new GoogleProvider(stack, "north", { alias: "north", region: "europe-north1" });
    new GkeCluster(stack, "a", { ...minimal, provider: west, tags: { team: "a" } });
    new GkeCluster(stack, "b", { ...minimal, region: "europe-north1", provider: north });
  });
  const elements = [plain.terraform.resource, plain.terraform.data].flatMap((kinds) =>
    Object.values(kinds as Record<string, Record<string, Arguments>>).flatMap((all) => Object.entries(all)),
  );

  test("two clusters, each with its network", () => {
    expect(Object.keys(plain.resources(ContainerCluster))).toHaveLength(2);
    expect(Object.keys(plain.resources(ComputeNetwork))).toHaveLength(2);
  });

  test("all resources have the provider of their cluster", () => {
    const providers = { a: new Set(), b: new Set() };
    for (const [name, { provider }] of elements) providers[name[0] as "a" | "b"].add(provider);
    expect(providers).toEqual({ a: new Set(["google.west"]), b: new Set(["google.north"]) });
  });

  test("clusters with the same name have different names of project-wide resources", () => {
    for (const [type, field] of [
      [ServiceAccount, "account_id"],
      [ComputeNetwork, "name"],
    ] as const) {
      const names = Object.values(plain.resources(type)).map((resource) => resource[field]);
      expect(names).toHaveLength(2);
      expect(new Set(names).size).toBe(2);
    }
  });

  test("references resolve, and there is no cycle", () => {
    expect(plain.graph.unresolved).toEqual([]);
    expect(plain.graph.cycle).toBeUndefined();
  });

  test("tags of a cluster are only on its resources", () => {
    const labels = Object.entries(plain.resources(ContainerCluster)).map(([name, cluster]) => [
      name[0],
      cluster.resource_labels,
    ]);
    expect(Object.fromEntries(labels)).toEqual({ a: { team: "a" }, b: {} });
  });
});

test("resources of other providers in a cluster keep their provider, and have no project", () => {
  const plain = synthesizePlain((stack) => {
    const west = new GoogleProvider(stack, "west", { alias: "west", region: "europe-west3" });
    const cluster = new GkeCluster(stack, "cluster", {
      ...minimal,
      provider: west,
      gke: { project: "shop-production" },
    });
    new TerraformResource(cluster, "other", { terraformResourceType: "null_resource" });
  });
  const [other] = Object.values(plain.terraform.resource.null_resource as Record<string, Arguments>);
  expect(other).not.toHaveProperty("provider");
  expect(other).not.toHaveProperty("project");
});

describe("tags", () => {
  const stack = synthesizeGke({ tags: { team: "shop" }, storage: { file: true } });

  test("are labels of all resources that support labels", () => {
    expect(stack.resource(ContainerCluster).resource_labels).toEqual({ team: "shop" });
    expect(stack.resource(KmsCryptoKey).labels).toEqual({ team: "shop" });
    expect(stack.resource(ContainerNodePool).node_config.resource_labels).toEqual({
      "node-group": "workers",
      team: "shop",
    });
  });

  // Arguments with this name are tags of Resource Manager.
  test("are not tags of Resource Manager", () => {
    expect(stack.resource(FilestoreInstance).labels).toEqual({ team: "shop" });
    expect(stack.resource(FilestoreInstance).tags).toBeUndefined();
    expect(stack.resource(ContainerNodePool).node_config.labels).toEqual({ "node-group": "workers" });
  });
});

describe("invalid props", () => {
  test("are reported together, with the path of the construct", () => {
    const broken = () => synthesizeGke({ name: "Shop", kubernetesVersion: "1.10" });
    expect(broken).toThrow(/^Shop\/Default: invalid props\n {2}name: .*\n(.*\n)* {2}kubernetesVersion: /);
  });
});

describe("elements that are added later", () => {
  test("a node group has the same dependencies as one in the props", () => {
    const { terraform, graph } = synthesizeGke({}, (cluster) => {
      cluster.addNodeGroup({ name: "late", machineTypes: ["e2-standard-4"], size: 3 });
    });
    const { workers, late } = Object.fromEntries(
      Object.entries(terraform.resource.google_container_node_pool as Record<string, Arguments>).map(
        ([name, group]) => [name.replace("node_groups_", ""), group],
      ),
    );
    expect(late.depends_on).toEqual(workers.depends_on);
    expect(
      graph.isOrdered(
        "google_container_cluster.control_plane",
        "google_container_node_pool.node_groups_late",
      ),
    ).toBe(true);
  });

  test("a node group has the key of disks", () => {
    const stack = synthesizeGke({ encryption: { disks: "customer-key" } }, (cluster) => {
      cluster.addNodeGroup({ name: "late", machineTypes: ["e2-standard-4"], size: 3 });
    });
    expect(stack.resource(ContainerNodePool, "node_groups_late").node_config.boot_disk_kms_key).toBe(
      "${google_kms_crypto_key.storage_disks_key.id}",
    );
  });

  test("a node group is checked with the same rules, together with the existing ones", () => {
    const twice = () =>
      synthesizeGke({}, (cluster) => {
        cluster.addNodeGroup({ name: "workers", machineTypes: ["e2-standard-4"], size: 1 });
      });
    expect(twice).toThrow(/nodeGroups\[1\]\.name: .*workers/);
  });

  test("a workload identity is the same as one in the props", () => {
    const workload = {
      namespace: "shop",
      serviceAccount: "orders",
      grants: [{ role: "roles/pubsub.publisher", topic: "orders" }],
    };
    const later = synthesizeGke({}, (cluster) => {
      cluster.addWorkloadIdentity(workload);
    });
    expect(later.json).toBe(synthesizeGke({ workloadIdentities: [workload] }).json);
  });

  test("single resources are accessible", () => {
    const stack = synthesizeGke({}, (cluster) => {
      cluster.controlPlane.cluster.addOverride("timeouts.create", "90m");
      cluster.nodeGroups.groups
        .get("workers")!
        .nodePools[0].resource.addOverride("node_config.preemptible", true);
    });
    expect(stack.resource(ContainerCluster).timeouts.create).toBe("90m");
    expect(stack.resource(ContainerNodePool).node_config.preemptible).toBe(true);
  });
});
