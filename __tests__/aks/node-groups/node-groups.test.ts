import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { AksNodeGroupSpec } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";
import type { Arguments, Synthesized } from "../../support/synthesized";
import { addOnsOnly, existing, subnet } from "../rule-support";
import { poolOf, poolsOf, workers } from "./pool-support";

const clusterOf = (...nodeGroups: AksNodeGroupSpec[]) => synthesizeAks({ nodeGroups });
const firstPoolOf = (stack: Synthesized): Arguments => stack.resource(KubernetesCluster).default_node_pool;

describe("the cluster's first node pool", () => {
  test("has the name system, independent of its group", () => {
    expect(firstPoolOf(clusterOf(workers))).toMatchObject({
      name: "system",
      temporary_name_for_rotation: "systemtmp",
      vm_size: "Standard_D4ds_v5",
      node_count: 3,
      zones: ["1", "2", "3"],
      only_critical_addons_enabled: false,
      vnet_subnet_id: "${azurerm_subnet.network_nodes.id}",
    });
    expect(firstPoolOf(clusterOf({ ...workers, name: "machines" })).name).toBe("system");
  });

  test("and others have the subnet of their group, on which the control plane has a role", () => {
    const network = { existing };
    const stack = synthesizeAks({
      network,
      nodeGroups: [
        { ...workers, subnetId: subnet("web") },
        { ...workers, name: "batch", subnetId: subnet("batch") },
        { ...workers, name: "more", subnetId: subnet("Batch") },
        { ...workers, name: "other" },
      ],
    });
    expect(firstPoolOf(stack).vnet_subnet_id).toBe(subnet("web"));
    expect(
      Object.values(stack.resources(KubernetesClusterNodePool)).map(({ vnet_subnet_id }) => vnet_subnet_id),
    ).toEqual([subnet("batch"), subnet("Batch"), subnet("nodes")]);
    const scopes = Object.entries(stack.resources(RoleAssignment)).filter(([name]) =>
      name.startsWith("identity_control_plane_nodes"),
    );
    expect(scopes.map(([name, { scope }]) => [name, scope])).toEqual([
      ["identity_control_plane_nodes", subnet("nodes")],
      ["identity_control_plane_nodes_batch", subnet("batch")],
      ["identity_control_plane_nodes_web", subnet("web")],
    ]);
  });

  test("is of the group with mode system, and others are user pools", () => {
    const stack = clusterOf({ ...workers, size: 7 }, { ...workers, name: "inner", mode: "system", size: 2 });
    expect(firstPoolOf(stack).node_count).toBe(2);
    expect(stack.resource(KubernetesClusterNodePool, "node_groups_workers")).toMatchObject({
      mode: "User",
      node_count: 7,
    });
    expect(Object.keys(stack.resources(KubernetesClusterNodePool))).toEqual(["node_groups_workers"]);
  });

  test("excludes workloads if its group has the taint", () => {
    const stack = clusterOf(
      { ...workers, mode: "system", taints: [addOnsOnly] },
      { ...workers, name: "late" },
    );
    expect(firstPoolOf(stack).only_critical_addons_enabled).toBe(true);
    expect(firstPoolOf(stack)).not.toHaveProperty("node_taints");
  });

  test("has the settings of its group", () => {
    const pool = firstPoolOf(
      clusterOf({
        ...workers,
        labels: { team: "a" },
        disk: { sizeGiB: 64, type: "ephemeral" },
        maxPods: 50,
        fips: true,
        kubelet: { podMaxPids: 4096 },
      }),
    );
    expect(pool).toMatchObject({
      node_labels: { team: "a" },
      os_disk_size_gb: 64,
      os_disk_type: "Ephemeral",
      max_pods: 50,
      fips_enabled: true,
      kubelet_config: { pod_max_pid: 4096 },
    });
  });
});

describe("the number of nodes", () => {
  test("is that of one node pool in all zones: ten workers", () => {
    expect(poolOf({ size: 10 })).toMatchObject({ node_count: 10, zones: ["1", "2", "3"] });
    expect(poolOf({ size: 10, zones: ["2"] }).zones).toEqual(["2"]);
  });

  test("is distributed over node pools in each zone: 7 as 3, 2, 2", () => {
    const stack = clusterOf({ ...workers, size: 7, spread: "per-zone" });
    const rest = Object.entries(stack.resources(KubernetesClusterNodePool));
    expect(firstPoolOf(stack)).toMatchObject({ node_count: 3, zones: ["1"] });
    expect(rest.map(([name, { node_count, zones, mode }]) => [name, node_count, zones, mode])).toEqual([
      ["node_groups_workers_zone_2", 2, ["2"], "System"],
      ["node_groups_workers_zone_3", 2, ["3"], "System"],
    ]);
  });

  test("is distributed for both limits of a range", () => {
    const pools = Object.values(poolsOf({ size: { min: 4, max: 11 }, spread: "per-zone" }));
    expect(pools.map(({ min_count, max_count, zones }) => [...zones, min_count, max_count])).toEqual([
      ["1", 2, 4],
      ["2", 1, 4],
      ["3", 1, 3],
    ]);
  });

  test("is set by Terraform if it is fixed, and by the autoscaler if it is a range", () => {
    const fixed = poolOf({ size: 3 });
    expect(fixed.node_count).toBe(3);
    expect(fixed).not.toHaveProperty("auto_scaling_enabled");
    expect(fixed.lifecycle).toEqual({ create_before_destroy: true });
    const scaled = poolOf({ size: { min: 3, max: 10 } });
    expect(scaled).toMatchObject({ auto_scaling_enabled: true, min_count: 3, max_count: 10 });
    expect(scaled).not.toHaveProperty("node_count");
    expect(scaled.lifecycle.ignore_changes).toEqual(["node_count"]);
  });

  test("of a range without an autoscaler starts with the minimum, and Terraform then ignores it", () => {
    const pool = poolOf({ size: { min: 3, max: 10 } }, { autoscaling: "none" });
    expect(pool.node_count).toBe(3);
    expect(pool).not.toHaveProperty("auto_scaling_enabled");
    expect(pool.lifecycle.ignore_changes).toEqual(["node_count"]);
  });

  test("is set for each node pool, including the first one", () => {
    const stack = clusterOf({ ...workers, size: { min: 2, max: 4 } }, { ...workers, name: "late", size: 5 });
    expect(firstPoolOf(stack)).toMatchObject({ auto_scaling_enabled: true, min_count: 2, max_count: 4 });
    expect(stack.resource(KubernetesCluster).lifecycle.ignore_changes).toEqual([
      "default_node_pool[0].node_count",
      "kubernetes_version",
    ]);
    expect(stack.resource(KubernetesClusterNodePool).lifecycle).not.toHaveProperty("ignore_changes");
  });
});

describe("spot machines", () => {
  const spot = poolOf({ capacity: "spot" });

  test("have the label and the taint that AKS adds, so that no plan removes them", () => {
    expect(spot.node_labels).toEqual({ "kubernetes.azure.com/scalesetpriority": "spot" });
    expect(spot.node_taints).toEqual(["kubernetes.azure.com/scalesetpriority=spot:NoSchedule"]);
    expect(
      poolOf({
        capacity: "spot",
        labels: { team: "a" },
        taints: [{ key: "team", value: "a", effect: "NoExecute" }],
      }),
    ).toMatchObject({
      node_labels: { team: "a", "kubernetes.azure.com/scalesetpriority": "spot" },
      node_taints: ["team=a:NoExecute", "kubernetes.azure.com/scalesetpriority=spot:NoSchedule"],
    });
  });

  test("are deleted on eviction, and cost at most the on-demand price", () => {
    expect(spot).toMatchObject({ priority: "Spot", eviction_policy: "Delete", spot_max_price: -1 });
    expect(poolOf({ capacity: "spot", spot: { eviction: "deallocate", maxPrice: 0.5 } })).toMatchObject({
      eviction_policy: "Deallocate",
      spot_max_price: 0.5,
    });
  });

  test("have no upgrade settings, which AKS refuses", () => {
    expect(spot).not.toHaveProperty("upgrade_settings");
  });

  test("settings are omitted for on-demand machines", () => {
    const pool = poolOf();
    for (const field of ["priority", "eviction_policy", "spot_max_price", "node_taints"]) {
      expect(pool).not.toHaveProperty(field);
    }
    expect(pool.node_labels).toEqual({});
  });
});

describe("upgrades", () => {
  const settings = (upgrade: AksNodeGroupSpec["upgrade"]) => poolOf({ upgrade }).upgrade_settings;
  const rest = {
    drain_timeout_in_minutes: 30,
    node_soak_duration_in_minutes: 0,
    undrainable_node_behavior: "Schedule",
  };

  test.each<[AksNodeGroupSpec["upgrade"], object]>([
    [undefined, { ...rest, max_surge: "33%" }],
    [{ maxSurge: 2 }, { ...rest, max_surge: "2" }],
    [{ maxSurge: "50%" }, { ...rest, max_surge: "50%" }],
    [{ maxUnavailable: 1 }, { ...rest, max_unavailable: "1" }],
    [{ maxUnavailablePercent: 10 }, { ...rest, max_unavailable: "10%" }],
    [
      { drainTimeoutMinutes: 60, soakMinutes: 5, undrainable: "cordon" },
      {
        max_surge: "33%",
        drain_timeout_in_minutes: 60,
        node_soak_duration_in_minutes: 5,
        undrainable_node_behavior: "Cordon",
      },
    ],
  ])("of %j are complete", (upgrade, expected) => {
    expect(settings(upgrade)).toEqual(expected);
  });
});

describe.each(["one-group", "per-zone"] as const)("a renamed node group with spread %s", (spread) => {
  const renamed = (group: Partial<AksNodeGroupSpec>): Synthesized =>
    clusterOf(workers, { ...workers, spread, ...group });
  const addressesOf = (stack: Synthesized): string[] =>
    stack.addresses.filter((address) => address.startsWith("azurerm_kubernetes_cluster_node_pool."));

  test("continues the node pools of the former name", () => {
    const [before, after] = [renamed({ name: "old" }), renamed({ name: "late", formerName: "old" })];
    const moves = after.terraform.moved as { readonly from: string; readonly to: string }[];
    expect(moves.map(({ from }) => from).sort()).toEqual(addressesOf(before).sort());
    expect(moves.map(({ to }) => to).sort()).toEqual(addressesOf(after).sort());
    expect(moves).toHaveLength(spread === "one-group" ? 1 : 3);
  });

  test("creates the new node pools first, also with rotation", () => {
    const stack = renamed({ name: "late", formerName: "old", replacement: "rotate" });
    for (const { lifecycle } of Object.values(stack.resources(KubernetesClusterNodePool)))
      expect(lifecycle.create_before_destroy).toBe(true);
  });
});
