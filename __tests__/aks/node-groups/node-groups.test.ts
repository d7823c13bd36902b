import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import {
  KubernetesClusterNodePool,
  kubernetesClusterNodePoolLinuxOsConfigSysctlConfigToTerraform,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { TerraformVariable } from "cdktf";
import { AksNodeGroups } from "../../../modules/aks/node-groups/node-groups";
import type { AksNodeGroupsProps } from "../../../modules/aks/node-groups/node-groups";
import type { AksNodeGroupSpec } from "../../../modules/aks/spec";
import { podNetworkOf } from "../../../modules/aks/network/settings";
import { sysctls } from "../../../modules/aks/node-groups/sysctls";
import { synthesizeAks, synthesizePlain } from "../../support/aks";
import type { Arguments, Synthesized } from "../../support/synthesized";
import { addOnsOnly, subnet } from "../rule-support";

const workers: AksNodeGroupSpec = { name: "workers", machineTypes: ["Standard_D4ds_v5"], size: 3 };

/** Values of the cluster for node groups, without the cluster itself. */
const context: Omit<AksNodeGroupsProps, "cluster"> = {
  zones: ["1", "2", "3"],
  network: { nodeSubnets: [{ id: subnet("nodes") }] },
  podNetwork: podNetworkOf({}),
  autoscaling: "cluster-autoscaler",
  kubernetesVersion: "1.35",
  firstGroup: "another",
  prerequisites: [],
};

/** The node pools of a group that does not have the first node pool, without a cluster. */
const poolsOf = (
  patch: Partial<AksNodeGroupSpec> = {},
  more: Partial<typeof context> = {},
): Record<string, Arguments> =>
  synthesizePlain((stack) => {
    const cluster = new KubernetesCluster(stack, "cluster", {
      name: "shop",
      location: "westeurope",
      resourceGroupName: "shop",
      defaultNodePool: { name: "system", vmSize: "Standard_D4ds_v5" },
    });
    new AksNodeGroups(stack, "node_groups", { ...context, ...more, cluster }).add({ ...workers, ...patch });
  }).resources(KubernetesClusterNodePool);

const poolOf = (...args: Parameters<typeof poolsOf>): Arguments => {
  const pools = Object.values(poolsOf(...args));
  expect(pools).toHaveLength(1);
  return pools[0];
};

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

describe("the name of a node pool", () => {
  const nameOf = (patch: Partial<AksNodeGroupSpec> = {}, more?: Partial<typeof context>): string =>
    poolOf(patch, more).name;
  const before = nameOf();
  const place = subnet("x").replace(/virtualNetworks.*/, "");

  /** The provider replaces the node pool for a change of each of these, or rotates it. */
  const immutable: [string, Partial<AksNodeGroupSpec>][] = [
    ["machineTypes", { machineTypes: ["Standard_D8ds_v5"] }],
    ["zones", { zones: ["1", "2"] }],
    ["maxPods", { maxPods: 60 }],
    ["image.family", { image: { family: "ubuntu" } }],
    ["disk.sizeGiB", { disk: { sizeGiB: 256 } }],
    ["disk.type", { disk: { type: "ephemeral" } }],
    ["disk.kubelet", { disk: { kubelet: "temporary" } }],
    ["capacity", { capacity: "spot" }],
    ["gpu", { gpu: {} }],
    ["gpu.driver", { gpu: { driver: false } }],
    ["gpu.partition", { gpu: { partition: "MIG1g" } }],
    ["fips", { fips: true }],
    ["hostEncryption", { hostEncryption: true }],
    ["ultraSsd", { ultraSsd: true }],
    ["placement.proximityPlacementGroupId", { placement: { proximityPlacementGroupId: `${place}a` } }],
    ["placement.capacityReservationGroupId", { placement: { capacityReservationGroupId: `${place}a` } }],
    ["placement.hostGroupId", { placement: { hostGroupId: `${place}a` } }],
    ["publicAddress", { publicAddress: {} }],
    ["publicAddress.prefixId", { publicAddress: { prefixId: `${place}a` } }],
    ["kubelet", { kubelet: { podMaxPids: 4096 } }],
    ["linux", { linux: { sysctls: { "vm.swappiness": 10 } } }],
    ["snapshotId", { snapshotId: `${place}a` }],
  ];

  test.each(immutable)("is replaced by another %s, and the new pool is created first", (_, patch) => {
    expect(nameOf(patch)).not.toBe(before);
  });

  test("changes with each of them", () => {
    const names = immutable.map(([, patch]) => nameOf(patch));
    expect(new Set(names).size).toBe(immutable.length);
  });

  test.each<[string, Partial<AksNodeGroupSpec>]>([
    ["size", { size: 30 }],
    ["size", { size: { min: 1, max: 5 } }],
    ["labels", { labels: { team: "a" } }],
    ["taints", { taints: [{ key: "team", value: "a", effect: "NoSchedule" }] }],
    ["tags", { tags: { team: "a" } }],
    ["upgrade", { upgrade: { maxSurge: 3, drainTimeoutMinutes: 5 } }],
    ["mode", { mode: "system" }],
    ["scaleDown", { scaleDown: "deallocate" }],
  ])("does not change with another %s", (_, patch) => {
    expect(nameOf(patch)).toBe(before);
  });

  test("does not change with another Kubernetes version", () => {
    expect(nameOf({}, { kubernetesVersion: "1.36" })).toBe(before);
  });

  test("does not change with an explicit default value", () => {
    const spelled: Partial<AksNodeGroupSpec> = {
      zones: ["1", "2", "3"],
      maxPods: 110,
      image: { family: "azure-linux" },
      disk: { sizeGiB: 128, type: "managed", kubelet: "os" },
      capacity: "on-demand",
      fips: false,
      hostEncryption: false,
      ultraSsd: false,
      placement: {},
    };
    expect(nameOf(spelled)).toBe(before);
    expect(nameOf({ gpu: { driver: true } })).toBe(nameOf({ gpu: {} }));
    expect(nameOf({ capacity: "spot", spot: { eviction: "delete" } })).toBe(nameOf({ capacity: "spot" }));
  });

  test("changes with other spot settings and other Windows networks", () => {
    const spot = nameOf({ capacity: "spot" });
    expect(nameOf({ capacity: "spot", spot: { maxPrice: 1 } })).not.toBe(spot);
    expect(nameOf({ capacity: "spot", spot: { eviction: "deallocate" } })).not.toBe(spot);
    const windows = { image: { family: "windows-2022" } } as const;
    expect(nameOf({ ...windows, windowsOutboundNat: false })).not.toBe(nameOf(windows));
  });

  test("changes with another subnet of nodes or pods, but not with a subnet for another zone", () => {
    const nodes = (...zones: string[]) => zones.map((zone) => ({ id: subnet(zone), zone }));
    const zonal = { zones: ["1"], spread: "per-zone" } as const;
    const inSubnets = (network: AksNodeGroupsProps["network"]) => nameOf(zonal, { network });
    const here = inSubnets({ nodeSubnets: nodes("1", "2") });
    expect(inSubnets({ nodeSubnets: nodes("1", "2", "3") })).toBe(here);
    expect(inSubnets({ nodeSubnets: [{ id: subnet("other"), zone: "1" }] })).not.toBe(here);
    expect(inSubnets({ nodeSubnets: nodes("1"), podSubnetId: subnet("pods") })).not.toBe(here);
  });

  test("is the same in each run, also with references", () => {
    const named = (before: number) => {
      const stack = synthesizeAks({}, (shop) => {
        const own = shop.node.scope!;
        for (let i = 0; i < before; i++)
          expect(new TerraformVariable(own, `v${i}`, {}).stringValue).toBeTruthy();
        const { stringValue } = new TerraformVariable(own, "hosts", {});
        shop.addNodeGroup({ ...workers, name: "late", placement: { hostGroupId: stringValue } });
      });
      return stack.resource(KubernetesClusterNodePool);
    };
    expect(named(0).host_group_id).toBe("${var.hosts}");
    expect(named(3).name).toBe(named(0).name);
  });

  test("distinguishes groups with similar names, within twelve characters", () => {
    const names = ["workers-of-team-a", "workers-of-team-b", "workersofteama"].map((name) =>
      nameOf({ name }),
    );
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^workerso[0-9a-f]{4}$/);
  });

  test("has six characters on Windows, also the temporary name", () => {
    const windows = poolOf({ name: "windows", image: { family: "windows-2022" }, replacement: "rotate" });
    expect(windows.name).toMatch(/^wi[0-9a-f]{4}$/);
    expect(windows.temporary_name_for_rotation).toMatch(/^[a-z][a-z0-9]{0,5}$/);
    expect(windows.temporary_name_for_rotation).not.toBe(windows.name);
  });

  test("does not change if the node pool is rotated", () => {
    const rotated = poolOf({ replacement: "rotate" });
    expect(rotated).not.toHaveProperty("lifecycle.create_before_destroy");
    expect(rotated.temporary_name_for_rotation).toMatch(/^[a-z][a-z0-9]{0,11}$/);
    for (const [, patch] of immutable) expect(nameOf({ replacement: "rotate", ...patch })).toBe(rotated.name);
    expect(poolOf()).not.toHaveProperty("temporary_name_for_rotation");
  });
});

describe("the settings of a group", () => {
  test("of its image and its disk", () => {
    expect(poolOf()).toMatchObject({ os_sku: "AzureLinux3", os_disk_size_gb: 128, os_disk_type: "Managed" });
    expect(poolOf()).not.toHaveProperty("os_type");
    expect(poolOf({ image: { family: "ubuntu" } }).os_sku).toBe("Ubuntu");
    expect(poolOf({ image: { family: "windows-2022" } })).toMatchObject({
      os_sku: "Windows2022",
      os_type: "Windows",
      windows_profile: { outbound_nat_enabled: true },
    });
    expect(poolOf({ disk: { kubelet: "temporary" } }).kubelet_disk_type).toBe("Temporary");
  });

  test("of its GPUs", () => {
    expect(poolOf({ gpu: {} }).gpu_driver).toBe("Install");
    expect(poolOf({ gpu: { driver: false, partition: "MIG2g" } })).toMatchObject({
      gpu_driver: "None",
      gpu_instance: "MIG2g",
    });
    expect(poolOf()).not.toHaveProperty("gpu_driver");
  });

  test("of its kubelets", () => {
    const pool = poolOf({
      kubelet: {
        cpuManagerPolicy: "static",
        cpuCfsQuota: false,
        cpuCfsQuotaPeriod: "50ms",
        imageGcHighThreshold: 80,
        imageGcLowThreshold: 60,
        topologyManagerPolicy: "single-numa-node",
        allowedUnsafeSysctls: ["net.core.somaxconn"],
        containerLogMaxSizeMb: 20,
        podMaxPids: 4096,
      },
    });
    expect(pool.kubelet_config).toEqual({
      cpu_manager_policy: "static",
      cpu_cfs_quota_enabled: false,
      cpu_cfs_quota_period: "50ms",
      image_gc_high_threshold: 80,
      image_gc_low_threshold: 60,
      topology_manager_policy: "single-numa-node",
      allowed_unsafe_sysctls: ["net.core.somaxconn"],
      container_log_max_size_mb: 20,
      pod_max_pid: 4096,
    });
  });

  test("of its Linux", () => {
    const pool = poolOf({
      linux: {
        swapFileSizeMiB: 1500,
        transparentHugePage: "madvise",
        transparentHugePageDefrag: "defer+madvise",
        sysctls: { "net.core.somaxconn": 16384, "net.ipv4.tcp_tw_reuse": true },
      },
    });
    expect(pool.linux_os_config).toEqual({
      swap_file_size_mb: 1500,
      transparent_huge_page: "madvise",
      transparent_huge_page_defrag: "defer+madvise",
      sysctl_config: { net_core_somaxconn: 16384, net_ipv4_tcp_tw_reuse: true },
    });
    expect(poolOf({ linux: { swapFileSizeMiB: 1500 } }).linux_os_config).toEqual({ swap_file_size_mb: 1500 });
  });

  test("of its public addresses", () => {
    const prefixId = subnet("x").replace(/virtualNetworks.*/, "publicIPPrefixes/nodes");
    const groups = [subnet("x").replace(/virtualNetworks.*/, "applicationSecurityGroups/nodes")];
    const pool = poolOf({
      publicAddress: {
        prefixId,
        hostPorts: ["8080/tcp", "30000-30100/udp"],
        applicationSecurityGroupIds: groups,
      },
    });
    expect(pool).toMatchObject({
      node_public_ip_enabled: true,
      node_public_ip_prefix_id: prefixId,
      node_network_profile: {
        allowed_host_ports: [
          { port_start: 8080, port_end: 8080, protocol: "TCP" },
          { port_start: 30000, port_end: 30100, protocol: "UDP" },
        ],
        application_security_group_ids: groups,
      },
    });
    expect(poolOf()).not.toHaveProperty("node_public_ip_enabled");
    expect(poolOf({ publicAddress: {} })).not.toHaveProperty("node_network_profile");
  });

  test("of its labels, taints and placement", () => {
    expect(
      poolOf({
        labels: { team: "a" },
        taints: [
          { key: "team", value: "a", effect: "NoSchedule" },
          { key: "slow", effect: "PreferNoSchedule" },
        ],
        scaleDown: "deallocate",
        hostEncryption: true,
        ultraSsd: true,
      }),
    ).toMatchObject({
      node_labels: { team: "a" },
      node_taints: ["team=a:NoSchedule", "slow=:PreferNoSchedule"],
      scale_down_mode: "Deallocate",
      host_encryption_enabled: true,
      ultra_ssd_enabled: true,
    });
  });
});

test.each(Object.entries(sysctls))(
  "%s is an argument of the provider",
  (name, { argument, least = true }) => {
    const written = kubernetesClusterNodePoolLinuxOsConfigSysctlConfigToTerraform({ [argument]: least });
    const known = Object.entries(written as object).filter(([, value]) => value !== undefined);
    expect(known).toEqual([[name.replaceAll(/[.-]/g, "_"), least]]);
  },
);
