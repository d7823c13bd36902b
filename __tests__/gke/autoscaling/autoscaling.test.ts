import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type { AnyGkeClusterProps, GkeAutoProvisioningSpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const autoscalingOf = (props: Partial<AnyGkeClusterProps> = {}) =>
  synthesizeGke(props).resource(ContainerCluster).cluster_autoscaling;
const limits: GkeAutoProvisioningSpec = { cpu: { max: 100 }, memoryGiB: { min: 8, max: 400 } };
const provisioning = (spec: Partial<GkeAutoProvisioningSpec> = {}, props: Partial<AnyGkeClusterProps> = {}) =>
  autoscalingOf({
    ...props,
    autoscaling: "auto-provisioning",
    gke: { autoProvisioning: { ...limits, ...spec } },
  });

test("without auto-provisioning there are no limits", () => {
  expect(autoscalingOf()).toEqual({ enabled: false, autoscaling_profile: "BALANCED" });
});

test("the autoscaler removes empty nodes sooner with the profile optimize-utilization", () => {
  expect(autoscalingOf({ gke: { autoscalingProfile: "optimize-utilization" } }).autoscaling_profile).toBe(
    "OPTIMIZE_UTILIZATION",
  );
});

describe("nodes of auto-provisioning", () => {
  test("have limits, and the same security settings as node groups", () => {
    expect(provisioning()).toEqual({
      enabled: true,
      autoscaling_profile: "BALANCED",
      resource_limits: [
        { resource_type: "cpu", minimum: 0, maximum: 100 },
        { resource_type: "memory", minimum: 8, maximum: 400 },
      ],
      auto_provisioning_locations: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
      auto_provisioning_defaults: {
        service_account: "${google_service_account.node_groups_service_account.email}",
        oauth_scopes: ["https://www.googleapis.com/auth/cloud-platform"],
        disk_size: 100,
        disk_type: "pd-balanced",
        image_type: "COS_CONTAINERD",
        management: { auto_repair: true, auto_upgrade: true },
        shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
        upgrade_settings: { strategy: "SURGE", max_surge: 1, max_unavailable: 0 },
      },
    });
  });

  test("have the settings of the cluster", () => {
    const made = provisioning({
      gpus: { "nvidia-l4": { max: 4 } },
      zones: ["europe-west3-a"],
      image: "ubuntu",
      disk: { sizeGiB: 200, type: "pd-ssd" },
      minCpuPlatform: "Intel Ice Lake",
      upgrade: { strategy: "blue-green" },
    });
    expect(made.resource_limits[2]).toEqual({ resource_type: "nvidia-l4", minimum: 0, maximum: 4 });
    expect(made.auto_provisioning_locations).toEqual(["europe-west3-a"]);
    expect(made.auto_provisioning_defaults).toMatchObject({
      image_type: "UBUNTU_CONTAINERD",
      disk_size: 200,
      disk_type: "pd-ssd",
      min_cpu_platform: "Intel Ice Lake",
      upgrade_settings: { strategy: "BLUE_GREEN" },
    });
    expect(made.auto_provisioning_defaults.upgrade_settings.max_surge).toBeUndefined();
  });

  test("have the key and the network tag of the cluster", () => {
    const stack = synthesizeGke({
      autoscaling: "auto-provisioning",
      encryption: { disks: "customer-key" },
      gke: {
        autoProvisioning: limits,
        autoNetworkTags: ["auto"],
        autoResourceManagerTags: { "tagKeys/1": "tagValues/2" },
      },
    }).resource(ContainerCluster);
    expect(stack.cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key).toBe(
      "${google_kms_crypto_key.storage_disks_key.id}",
    );
    expect(stack.node_pool_auto_config).toEqual({
      network_tags: { tags: ["gke-shop", "auto"] },
      resource_manager_tags: { "tagKeys/1": "tagValues/2" },
      node_kubelet_config: { insecure_kubelet_readonly_port_enabled: "FALSE" },
    });
  });
});

// The provider refuses these settings during apply.
test("without auto-provisioning, no such settings exist", () => {
  expect(synthesizeGke().resource(ContainerCluster).node_pool_auto_config).toBeUndefined();
});

test("a default compute class is an override, because the bindings do not support it", () => {
  const scaling = autoscalingOf({ gke: { defaultComputeClass: true, providerMinimum: "7.0.0" } });
  expect(scaling).toMatchObject({ default_compute_class_enabled: true, autoscaling_profile: "BALANCED" });
});
