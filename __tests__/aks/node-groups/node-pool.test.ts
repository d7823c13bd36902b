import {
  KubernetesClusterNodePool,
  kubernetesClusterNodePoolLinuxOsConfigSysctlConfigToTerraform,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { TerraformVariable } from "cdktf";
import type { AksNodeGroupsProps } from "../../../modules/aks/node-groups/node-groups";
import { sysctls } from "../../../modules/aks/node-groups/sysctls";
import type { AksNodeGroupSpec } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";
import { subnet } from "../rule-support";
import { type context, poolOf, workers } from "./pool-support";

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
          { port_start: 30000, port_end: 30100, protocol: "UDP" },
          { port_start: 8080, port_end: 8080, protocol: "TCP" },
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
      node_taints: ["slow=:PreferNoSchedule", "team=a:NoSchedule"],
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
