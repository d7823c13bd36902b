import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";
import { poolOf, synthesizeGke } from "../../support/gke";

const node = (...of: Parameters<typeof poolOf>) => poolOf(...of).node_config;

describe("a node pool", () => {
  const plain = poolOf();

  test("has a name that the provider generates", () => {
    expect(plain.name_prefix).toBe("workers-");
    expect(plain.name).toBeUndefined();
  });

  test("is created before its predecessor is destroyed", () => {
    expect(plain.lifecycle.create_before_destroy).toBe(true);
  });

  test.each([
    ["a", "one-group", { all: "a-" }],
    ["workers-of-the-shop", "one-group", { all: "workers-of-th-" }],
    ["workers-of-the-shop", "per-zone", { a: "workers-of-a-" }],
    ["abcdefghijk-mnop", "per-zone", { a: "abcdefghijk-a-" }],
  ] as const)("of %s (%s) has a name prefix of a valid length", (name, spread, expected) => {
    const { name_prefix } = poolOf({ name, spread, zones: ["europe-west3-a"] });
    expect(name_prefix).toBe(Object.values(expected)[0]);
    expect(name_prefix.length).toBeLessThanOrEqual(14);
  });

  test("with a fixed size has the number of nodes for each zone, which Terraform sets", () => {
    expect(plain).toMatchObject({
      node_count: 1,
      node_locations: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
    });
    expect(plain.initial_node_count).toBeUndefined();
    expect(plain.autoscaling).toBeUndefined();
    expect(plain.lifecycle.ignore_changes).toBeUndefined();
  });

  test("refers to its cluster by the id, which does not change", () => {
    expect(synthesizeGke().resource(ContainerNodePool).cluster).toBe(
      "${google_container_cluster.control_plane.id}",
    );
  });

  test("with a range has total limits of the autoscaler", () => {
    const scaled = poolOf({ size: { min: 10, max: 20 } });
    expect(scaled).toMatchObject({
      initial_node_count: 4,
      autoscaling: { total_min_node_count: 10, total_max_node_count: 20, location_policy: "BALANCED" },
      lifecycle: { ignore_changes: ["initial_node_count"] },
    });
    expect(scaled.node_count).toBeUndefined();
    expect(scaled.autoscaling.min_node_count).toBeUndefined();
  });

  test("with a range and without an autoscaler is scaled manually", () => {
    const theirs = poolOf({ size: { min: 3, max: 6 } }, { autoscaling: "none" });
    expect(theirs.autoscaling).toBeUndefined();
    expect(theirs.initial_node_count).toBe(1);
  });

  test("has automatic repair, and upgrades node by node", () => {
    expect(plain).toMatchObject({
      management: { auto_repair: true, auto_upgrade: true },
      upgrade_settings: { strategy: "SURGE", max_surge: 1, max_unavailable: 0 },
    });
    expect(plain.version).toBeUndefined();
    expect(poolOf({ repair: false }, { version: "1.35" }).management.auto_repair).toBe(false);
  });

  test("has the complete version of the cluster without a channel, and is upgraded with it", () => {
    const version = "1.35.2-gke.1001000";
    expect(poolOf({}, { version, isUpgradedByGke: false })).toMatchObject({
      version,
      management: { auto_upgrade: false },
    });
  });
});

describe("a node", () => {
  const plain = node({});

  test("has security settings by default", () => {
    expect(plain).toMatchObject({
      machine_type: "n2-standard-4",
      image_type: "COS_CONTAINERD",
      boot_disk: { size_gb: 50, disk_type: "pd-balanced" },
      service_account: "nodes@shop-production.iam.gserviceaccount.com",
      oauth_scopes: ["https://www.googleapis.com/auth/cloud-platform"],
      workload_metadata_config: { mode: "GKE_METADATA" },
      shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
      metadata: { "disable-legacy-endpoints": "true" },
      gvnic: { enabled: true },
    });
  });

  // The provider sends false if the field is omitted and another kubelet field is set.
  test("enforces CPU limits, and disables the read-only port of the kubelet", () => {
    const held = { cpu_cfs_quota: true, insecure_kubelet_readonly_port_enabled: "FALSE" };
    expect(plain.kubelet_config).toEqual(held);
    expect(node({ kubelet: { podPidsLimit: 4096 } }).kubelet_config).toEqual({
      ...held,
      pod_pids_limit: 4096,
    });
  });

  // GKE returns no value for an empty map, which would be a difference in each plan.
  test("has no maps without entries", () => {
    expect(plain.labels).toEqual({ "node-group": "workers" });
    expect(plain.resource_labels).toEqual({ "node-group": "workers" });
    expect(plain.taint).toBeUndefined();
    expect(plain.resource_manager_tags).toBeUndefined();
  });

  test("has the labels, taints and tags of the cluster and of the group", () => {
    expect(
      node(
        {
          labels: { "example.com/tier": "front" },
          taints: [{ key: "dedicated", effect: "NoSchedule" }],
          networkTags: ["front"],
          resourceManagerTags: { "tagKeys/1": "tagValues/2" },
          tags: { team: "shop", layer: "front" },
          metadata: { answer: "42" },
        },
        { tags: { team: "platform", env: "test" } },
      ),
    ).toMatchObject({
      labels: { "example.com/tier": "front" },
      taint: [{ key: "dedicated", value: "", effect: "NO_SCHEDULE" }],
      tags: ["gke-shop", "front"],
      resource_manager_tags: { "tagKeys/1": "tagValues/2" },
      resource_labels: { team: "shop", layer: "front", env: "test" },
      metadata: { "disable-legacy-endpoints": "true", answer: "42" },
    });
  });

  test.each([
    ["NoSchedule", "NO_SCHEDULE"],
    ["PreferNoSchedule", "PREFER_NO_SCHEDULE"],
    ["NoExecute", "NO_EXECUTE"],
  ] as const)("has a taint %s in the notation of GKE", (effect, effectOfGke) => {
    expect(node({ taints: [{ key: "k", value: "v", effect }] }).taint).toEqual([
      { key: "k", value: "v", effect: effectOfGke },
    ]);
  });

  test("can be a spot machine, in any zone with capacity", () => {
    const spot = poolOf({ capacity: "spot", size: { min: 0, max: 6 } });
    expect(spot.node_config.spot).toBe(true);
    expect(spot.autoscaling.location_policy).toBe("ANY");
    expect(plain.spot).toBeUndefined();
    const balanced = poolOf({ capacity: "spot", size: { min: 0, max: 6 }, balance: "balanced" });
    expect(balanced.autoscaling.location_policy).toBe("BALANCED");
  });

  test.each([
    ["n4-standard-4", "hyperdisk-balanced"],
    ["c4-standard-4", "hyperdisk-balanced"],
    ["e2-standard-4", "pd-balanced"],
  ])("of type %s has a disk that its family supports: %s", (machineType, type) => {
    expect(node({ machineTypes: [machineType] }).boot_disk.disk_type).toBe(type);
  });

  test("has the given disk", () => {
    const key = "projects/p-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    expect(
      node({
        machineTypes: ["n4-standard-4"],
        disk: { sizeGiB: 200, type: "hyperdisk-balanced", iops: 5000, throughputMiBps: 300, kmsKeyId: key },
      }),
    ).toMatchObject({
      boot_disk: {
        size_gb: 200,
        disk_type: "hyperdisk-balanced",
        provisioned_iops: 5000,
        provisioned_throughput: 300,
      },
      boot_disk_kms_key: key,
    });
  });

  test("can run Ubuntu", () => {
    expect(node({ image: { family: "ubuntu" } }).image_type).toBe("UBUNTU_CONTAINERD");
  });

  test("can be confidential, without Secure Boot", () => {
    const confidential = node({ machineTypes: ["n2d-standard-4"], confidential: "sev-snp" });
    expect(confidential.confidential_nodes).toEqual({ enabled: true, confidential_instance_type: "SEV_SNP" });
    expect(node({ confidential: "none" }).confidential_nodes).toBeUndefined();
    expect(node({ shielded: { secureBoot: false } }).shielded_instance_config).toEqual({
      enable_secure_boot: false,
      enable_integrity_monitoring: true,
    });
  });

  test("can stream images, and have disks with images", () => {
    const image = "projects/p-12345/global/images/models";
    expect(
      node({ imageStreaming: true, secondaryDisks: [{ image, use: "container-images" }] }),
    ).toMatchObject({
      gcfs_config: { enabled: true },
      secondary_boot_disks: [{ disk_image: image, mode: "CONTAINER_IMAGE_CACHE" }],
    });
  });

  test("can use private registries", () => {
    const secretVersion = "projects/p-12345/secrets/ca/versions/1";
    expect(
      node({ registryAuthorities: [{ hosts: ["registry.example.com"], secretVersion }] }).containerd_config,
    ).toEqual({
      private_registry_access_config: {
        enabled: true,
        certificate_authority_domain_config: [
          {
            fqdns: ["registry.example.com"],
            gcp_secret_manager_certificate_config: { secret_uri: secretVersion },
          },
        ],
      },
    });
  });

  test("has the given Linux settings", () => {
    expect(
      node({
        machine: {
          threadsPerCore: 1,
          nestedVirtualization: true,
          performanceMonitoring: "standard",
          minCpuPlatform: "Intel Ice Lake",
        },
        linux: {
          sysctls: { "net.core.somaxconn": "4096" },
          cgroup: "v2",
          hugepages2Mi: 128,
          transparentHugepages: "madvise",
          transparentHugepageDefrag: "defer-with-madvise",
        },
        logging: "max-throughput",
      }),
    ).toMatchObject({
      advanced_machine_features: {
        threads_per_core: 1,
        enable_nested_virtualization: true,
        performance_monitoring_unit: "STANDARD",
      },
      min_cpu_platform: "Intel Ice Lake",
      linux_node_config: {
        sysctls: { "net.core.somaxconn": "4096" },
        cgroup_mode: "CGROUP_MODE_V2",
        hugepages_config: { hugepage_size_2m: 128 },
        transparent_hugepage_enabled: "TRANSPARENT_HUGEPAGE_ENABLED_MADVISE",
        transparent_hugepage_defrag: "TRANSPARENT_HUGEPAGE_DEFRAG_DEFER_WITH_MADVISE",
      },
      logging_variant: "MAX_THROUGHPUT",
    });
  });

  test("has the given kubelet settings", () => {
    expect(
      node({
        kubelet: {
          cpuManager: "static",
          cpuCfsQuotaPeriod: "50ms",
          containerLogMaxSize: "50Mi",
          containerLogMaxFiles: 5,
          imageGcLowPercent: 60,
          imageGcHighPercent: 80,
          imageMinAge: "1m",
          imageMaxAge: "48h",
          allowedUnsafeSysctls: ["net.ipv4.*"],
          maxParallelImagePulls: 3,
          singleProcessOomKill: true,
          evictionSoft: { memoryAvailable: "500Mi" },
          evictionSoftGracePeriod: { memoryAvailable: "1m" },
          evictionMinimumReclaim: { nodefsAvailable: "5%" },
          evictionMaxPodGraceSeconds: 60,
        },
      }).kubelet_config,
    ).toMatchObject({
      cpu_manager_policy: "static",
      cpu_cfs_quota_period: "50ms",
      container_log_max_size: "50Mi",
      container_log_max_files: 5,
      image_gc_low_threshold_percent: 60,
      image_gc_high_threshold_percent: 80,
      image_minimum_gc_age: "1m",
      image_maximum_gc_age: "48h",
      allowed_unsafe_sysctls: ["net.ipv4.*"],
      max_parallel_image_pulls: 3,
      single_process_oom_kill: true,
      eviction_soft: { memory_available: "500Mi" },
      eviction_soft_grace_period: { memory_available: "1m" },
      eviction_minimum_reclaim: { nodefs_available: "5%" },
      eviction_max_pod_grace_period_seconds: 60,
    });
  });
});

describe("upgrades of a node pool", () => {
  const settings = (upgrade: GkeNodeGroupSpec["upgrade"], size = 9) =>
    poolOf({ upgrade, size }).upgrade_settings;

  test("remove or add nodes, as set", () => {
    expect(settings({ maxUnavailable: 2 })).toEqual({ strategy: "SURGE", max_unavailable: 2, max_surge: 0 });
    expect(settings({ maxSurge: 3 })).toEqual({ strategy: "SURGE", max_unavailable: 0, max_surge: 3 });
    expect(settings({ maxUnavailable: 1, maxSurge: 2 })).toMatchObject({ max_unavailable: 1, max_surge: 2 });
  });

  test.each([
    [9, 33, 2],
    [3, 10, 1],
    [300, 50, 20],
  ])("of %d nodes, %d percent at once, are %d nodes", (size, maxUnavailablePercent, expected) => {
    expect(settings({ maxUnavailablePercent }, size).max_unavailable).toBe(expected);
  });

  test("can be blue-green", () => {
    expect(settings({ strategy: "blue-green" })).toEqual({
      strategy: "BLUE_GREEN",
      blue_green_settings: {
        node_pool_soak_duration: "3600s",
        standard_rollout_policy: { batch_node_count: 0, batch_percentage: 0.33, batch_soak_duration: "0s" },
      },
    });
    const blueGreen = { batchNodes: 2, batchSoakSeconds: 60, soakSeconds: 7200 };
    expect(settings({ strategy: "blue-green", blueGreen }).blue_green_settings).toEqual({
      node_pool_soak_duration: "7200s",
      standard_rollout_policy: { batch_node_count: 2, batch_percentage: 0, batch_soak_duration: "60s" },
    });
  });
});

describe("the service account of nodes", () => {
  const stack = synthesizeGke({ gke: { imageProjects: ["images-project"] } });
  const roles = Object.entries(stack.resources(ProjectIamMember))
    .filter(([name]) => name.startsWith("node_groups_"))
    .map(([, { role, project, member }]) => ({ role, project, member }));

  test("is a new one, with an id of a valid length and a hash that depends on the region", () => {
    const id = (name: string, region: string) =>
      synthesizeGke({ name, region }).resource(ServiceAccount).account_id as string;
    expect(stack.resource(ServiceAccount).account_id).toMatch(/^shop-nodes-[0-9a-f]{8}$/);
    expect(id("shop", "europe-west3")).not.toBe(id("shop", "europe-west4"));
    expect(id("a-very-long-name-of-a-cluster-indeed", "europe-west3").length).toBeLessThanOrEqual(30);
  });

  test("has permissions to write logs and metrics, and to read images", () => {
    const member = "${google_service_account.node_groups_service_account.member}";
    const project = "${google_project_service.project_container.project}";
    expect(roles).toEqual([
      { role: "roles/artifactregistry.reader", project, member },
      { role: "roles/artifactregistry.reader", project: "images-project", member },
      { role: "roles/container.defaultNodeServiceAccount", project, member },
    ]);
  });

  test("can be an existing one, for all nodes or for some", () => {
    const email = "nodes@shop-production.iam.gserviceaccount.com";
    const theirs = synthesizeGke({ gke: { nodeServiceAccountEmail: email } });
    expect(theirs.resources(ServiceAccount)).toEqual({});
    expect(theirs.resource(ContainerCluster).node_config.service_account).toBe(email);
    expect(theirs.resource(ContainerNodePool).node_config.service_account).toBe(email);
    expect(node({ serviceAccountEmail: email }).service_account).toBe(email);
  });
});
