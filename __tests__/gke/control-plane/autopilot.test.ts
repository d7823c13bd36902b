import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import type { GkeClusterProps } from "../../../modules/gke";
import { autopilot, minimal, synthesizeGke } from "../../support/gke";

const { kubernetesVersion, name, region, access } = minimal;
const common = { kubernetesVersion, name, region, access };

describe("a cluster of Autopilot", () => {
  const stack = synthesizeGke(autopilot);
  const cluster = stack.resource(ContainerCluster);

  test("has no node pools, not even temporarily", () => {
    expect(cluster.enable_autopilot).toBe(true);
    expect(stack.resources(ContainerNodePool)).toEqual({});
  });

  // google/services/container/resource_container_cluster.go, ConflictsWith enable_autopilot.
  test("has no arguments that conflict with enable_autopilot", () => {
    for (const argument of [
      "network_policy",
      "enable_shielded_nodes",
      "node_pool",
      "remove_default_node_pool",
      "default_max_pods_per_node",
      "enable_intranode_visibility",
    ]) {
      expect(cluster).not.toHaveProperty(argument);
    }
    expect(cluster.binary_authorization).not.toHaveProperty("enabled");
    for (const addOn of ["network_policy_config", "dns_cache_config", "stateful_ha_config"]) {
      expect(cluster.addons_config).not.toHaveProperty(addOn);
    }
    expect(Object.keys(cluster.cluster_autoscaling)).toEqual(["auto_provisioning_defaults"]);
  });

  test("ignores changes only of existing arguments", () => {
    expect(cluster.lifecycle.ignore_changes).toBeUndefined();
    expect(cluster.initial_node_count).toBeUndefined();
    expect(cluster.node_locations).toBeUndefined();
  });

  test("has nodes with the service account, the tag and the firewall rules of the cluster", () => {
    expect(cluster.cluster_autoscaling.auto_provisioning_defaults).toEqual({
      service_account: "${google_service_account.node_groups_service_account.email}",
      oauth_scopes: ["https://www.googleapis.com/auth/cloud-platform"],
    });
    expect(cluster.node_pool_auto_config).toEqual({
      network_tags: { tags: ["gke-shop"] },
      node_kubelet_config: { insecure_kubelet_readonly_port_enabled: "FALSE" },
    });
  });

  test("has the same security and network settings as a Standard cluster", () => {
    expect(cluster).toMatchObject({
      datapath_provider: "ADVANCED_DATAPATH",
      private_cluster_config: { enable_private_nodes: true, enable_private_endpoint: true },
      database_encryption: { state: "ENCRYPTED" },
      release_channel: { channel: "REGULAR" },
      deletion_protection: true,
    });
    expect(stack.graph.unresolved).toEqual([]);
    expect(stack.graph.cycle).toBeUndefined();
  });

  test("depends on the permissions of the node service account, and on egress", () => {
    for (const address of [
      "google_project_iam_member.node_groups_service_account_node",
      "google_project_iam_member.node_groups_service_account_images",
    ]) {
      expect(stack.graph.isOrdered(address, "google_container_cluster.control_plane")).toBe(true);
    }
  });

  test("allows more permissions of workloads with settings", () => {
    const gke = { mode: "autopilot", allowNetAdmin: true } as const;
    expect(synthesizeGke({ ...autopilot, gke }).resource(ContainerCluster).allow_net_admin).toBe(true);
  });

  test("refuses node groups that are added later", () => {
    expect(() =>
      synthesizeGke(autopilot, (made) => {
        made.addNodeGroup(minimal.nodeGroups[0]);
      }),
    ).toThrow(/nodeGroups/);
  });
});

// Each marked line must be a compiler error; otherwise this file does not compile.
test("the types have the fields of each mode", () => {
  const standard = { ...common, nodeGroups: minimal.nodeGroups } satisfies GkeClusterProps;
  const auto = { ...common, nodeGroups: [], gke: { mode: "autopilot" } } satisfies GkeClusterProps;
  const refused: GkeClusterProps[] = [
    // @ts-expect-error -- Autopilot creates its nodes
    { ...common, nodeGroups: minimal.nodeGroups, gke: { mode: "autopilot" } },
    // @ts-expect-error -- Autopilot is regional
    { ...common, nodeGroups: [], gke: { mode: "autopilot", controlPlane: "zonal" } },
    // @ts-expect-error -- Autopilot is auto-provisioning
    { ...auto, autoscaling: "auto-provisioning" },
    // @ts-expect-error -- Autopilot has Dataplane V2
    { ...auto, network: { dataplane: "calico" } },
    // @ts-expect-error -- Autopilot always has Stateful HA
    { ...auto, storage: { statefulHa: true } },
    // @ts-expect-error -- Standard always allows NET_ADMIN
    { ...standard, gke: { allowNetAdmin: true } },
  ];
  expect(refused).toHaveLength(6);
});
