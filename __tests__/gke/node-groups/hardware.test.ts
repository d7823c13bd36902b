import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";
import { minimal, poolOf, synthesizeGke } from "../../support/gke";

const pool = (group: Partial<GkeNodeGroupSpec> = {}) =>
  poolOf({ zones: ["europe-west3-a"], size: 1, ...group });

describe("GPUs", () => {
  test("are those of the machine type, with their driver", () => {
    expect(pool({ machineTypes: ["g2-standard-24"] }).node_config.guest_accelerator).toEqual([
      { type: "nvidia-l4", count: 2, gpu_driver_installation_config: { gpu_driver_version: "DEFAULT" } },
    ]);
  });

  test("are attached to machine types without GPUs", () => {
    const gpu = { type: "nvidia-tesla-t4", count: 1, driver: "latest" } as const;
    expect(pool({ machineTypes: ["n1-standard-4"], gpu }).node_config.guest_accelerator).toEqual([
      { type: "nvidia-tesla-t4", count: 1, gpu_driver_installation_config: { gpu_driver_version: "LATEST" } },
    ]);
  });

  test("can be shared or partitioned", () => {
    const shared = pool({
      machineTypes: ["g2-standard-4"],
      gpu: { driver: "none", sharing: { strategy: "time-sharing", clients: 4 } },
    });
    expect(shared.node_config.guest_accelerator[0]).toMatchObject({
      gpu_driver_installation_config: { gpu_driver_version: "INSTALLATION_DISABLED" },
      gpu_sharing_config: { gpu_sharing_strategy: "TIME_SHARING", max_shared_clients_per_gpu: 4 },
    });
    const cut = pool({ machineTypes: ["a2-highgpu-1g"], gpu: { partition: "1g.5gb" } });
    expect(cut.node_config.guest_accelerator[0].gpu_partition_size).toBe("1g.5gb");
  });

  test("do not exist by default", () => {
    expect(pool().node_config.guest_accelerator).toBeUndefined();
  });
});

describe("TPUs", () => {
  test("on several machines are one slice", () => {
    const slice = pool({ machineTypes: ["ct5lp-hightpu-4t"], tpu: { topology: "4x4" }, size: 4 });
    expect(slice.placement_policy).toEqual({ type: "COMPACT", tpu_topology: "4x4" });
  });

  test("on one machine need no placement", () => {
    expect(
      pool({ machineTypes: ["ct5lp-hightpu-4t"], tpu: { topology: "2x2" } }).placement_policy,
    ).toBeUndefined();
  });
});

describe("local SSDs", () => {
  test("are ephemeral storage or raw disks", () => {
    const scratch = pool({ localSsd: { count: 2, encryption: "ephemeral-key" } }).node_config;
    expect(scratch.ephemeral_storage_local_ssd_config).toEqual({ local_ssd_count: 2 });
    expect(scratch.local_ssd_encryption_mode).toBe("EPHEMERAL_KEY_ENCRYPTION");
    const raw = pool({ localSsd: { count: 2, use: "block" } }).node_config;
    expect(raw.local_nvme_ssd_block_config).toEqual({ local_ssd_count: 2 });
    expect(raw.ephemeral_storage_local_ssd_config).toBeUndefined();
  });
});

describe("capacity", () => {
  test("can use a reservation by name, or any", () => {
    expect(pool({ reservation: { use: "specific", name: "shop" } }).node_config.reservation_affinity).toEqual(
      {
        consume_reservation_type: "SPECIFIC_RESERVATION",
        key: "compute.googleapis.com/reservation-name",
        values: ["shop"],
      },
    );
    expect(pool({ reservation: { use: "none" } }).node_config.reservation_affinity).toEqual({
      consume_reservation_type: "NO_RESERVATION",
    });
  });

  test("can be queued, and then uses no reservation", () => {
    const queued = pool({
      machineTypes: ["g2-standard-4"],
      provisioning: "queued",
      size: { min: 0, max: 4 },
    });
    expect(queued.queued_provisioning).toEqual({ enabled: true });
    expect(queued.node_config.reservation_affinity).toEqual({ consume_reservation_type: "NO_RESERVATION" });

    const flex = pool({
      machineTypes: ["g2-standard-4"],
      provisioning: "flex-start",
      maxRunSeconds: 3600,
      size: { min: 0, max: 4 },
    });
    expect(flex.node_config).toMatchObject({ flex_start: true, max_run_duration: "3600s" });
    expect(flex.queued_provisioning).toBeUndefined();
  });

  test("can have a compact placement, or sole-tenant nodes", () => {
    expect(pool({ placement: "compact" }).placement_policy).toEqual({ type: "COMPACT" });
    const affinity = [
      { key: "compute.googleapis.com/node-group-name", operator: "in", values: ["mine"] },
    ] as const;
    expect(pool({ soleTenant: { affinity } }).node_config.sole_tenant_config).toEqual({
      node_affinity: [{ key: "compute.googleapis.com/node-group-name", operator: "IN", values: ["mine"] }],
    });
  });
});

describe("interfaces", () => {
  test("are private, with any pod range and the default speed", () => {
    expect(pool().network_config).toEqual({ enable_private_nodes: true });
  });

  test("can be public, with one pod range, and faster", () => {
    const group = {
      machineTypes: ["n2-standard-32"],
      podRange: "pods-1",
      bandwidth: "tier-1",
      nodeAddresses: "public",
    } as const;
    expect(pool(group).network_config).toEqual({
      enable_private_nodes: false,
      pod_range: "pods-1",
      network_performance_config: { total_egress_bandwidth_tier: "TIER_1" },
    });
  });

  test("can be several", () => {
    const additionalNetworks = [
      { network: "data", subnetwork: "data" },
      { network: "pods", subnetwork: "pods", podRange: "pods", maxPods: 32 },
    ];
    const { network_config } = pool({ additionalNetworks });
    expect(network_config.additional_node_network_configs).toEqual([
      { network: "data", subnetwork: "data" },
      { network: "pods", subnetwork: "pods" },
    ]);
    expect(network_config.additional_pod_network_configs).toEqual([
      { subnetwork: "pods", secondary_pod_range: "pods", max_pods_per_node: 32 },
    ]);
  });
});

describe("Windows", () => {
  const stack = synthesizeGke({
    nodeGroups: [
      { name: "windows", machineTypes: ["n2-standard-4"], size: 3, image: { family: "windows" } },
      { name: "linux", machineTypes: ["e2-standard-4"], size: 3 },
      {
        name: "old-windows",
        machineTypes: ["n2-standard-4"],
        size: 3,
        image: { family: "windows", windowsVersion: "2019" },
      },
    ],
  });

  test("has its own image, and no settings of Linux", () => {
    const { node_config } = stack.resource(ContainerNodePool, "node_groups_old_windows");
    expect(node_config).toMatchObject({
      image_type: "WINDOWS_LTSC_CONTAINERD",
      windows_node_config: { osversion: "OS_VERSION_LTSC2019" },
      gvnic: { enabled: false },
    });
    expect(node_config.kubelet_config).toBeUndefined();
    expect(node_config.linux_node_config).toBeUndefined();
  });

  test("depends on Linux node groups, in any order of the list", () => {
    for (const windows of ["windows", "old_windows"]) {
      expect(
        stack.graph.isOrdered(
          "google_container_node_pool.node_groups_linux",
          `google_container_node_pool.node_groups_${windows}`,
        ),
      ).toBe(true);
    }
  });
});

describe("a field that the bindings do not support", () => {
  test("is an override", () => {
    const sandboxed = {
      ...minimal.nodeGroups[0],
      name: "b",
      sandbox: "gvisor",
      drainOnDelete: true,
    } as const;
    const stack = synthesizeGke({
      nodeGroups: [...minimal.nodeGroups, sandboxed],
      gke: { providerMinimum: "7.22.0" },
    });
    const { node_config, node_drain_config } = stack.resource(ContainerNodePool, "node_groups_b");
    expect(node_config.sandbox_config).toEqual([{ type: "GVISOR" }]);
    expect(node_config.machine_type).toBe("e2-standard-4");
    expect(node_drain_config).toEqual([{ respect_pdb_during_node_pool_deletion: true }]);
  });

  test("is refused if the provider does not support it", () => {
    const nodeGroups = [
      ...minimal.nodeGroups,
      { ...minimal.nodeGroups[0], name: "b", sandbox: "gvisor" as const },
    ];
    expect(() => synthesizeGke({ nodeGroups })).toThrow(/sandbox.*7\.22\.0/);
    const { terraform } = synthesizeGke({ nodeGroups, gke: { providerMinimum: "7.24.0" } });
    expect(terraform.terraform.required_providers.google.version).toBe(">= 7.24.0, < 9.0.0");
  });
});
