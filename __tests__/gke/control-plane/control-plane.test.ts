import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
import type { AnyGkeClusterProps, GkeOptions, GkeUpgradesSpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const clusterOf = (props: Partial<AnyGkeClusterProps> = {}) =>
  synthesizeGke(props).resource(ContainerCluster);
const byDefault = clusterOf();
const withOptions = (gke: GkeOptions) => clusterOf({ gke });

describe("the control plane", () => {
  test("is in three zones of its region, and its nodes in the zones of the network", () => {
    expect(byDefault).toMatchObject({
      name: "shop",
      location: "europe-west3",
      node_locations: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
    });
  });

  test("is in one zone if zonal; the other zones of nodes do not contain it", () => {
    const zonal = synthesizeGke({ gke: { controlPlane: "zonal" }, network: { zones: 2 } });
    expect(zonal.resource(ContainerCluster)).toMatchObject({
      location: "europe-west3-a",
      node_locations: ["europe-west3-b"],
    });
    expect(zonal.terraform.output.kubeconfig_command.value).toContain("--location europe-west3-a");
  });

  test("has the smallest possible default node pool, which is removed immediately", () => {
    expect(byDefault).toMatchObject({
      remove_default_node_pool: true,
      initial_node_count: 1,
      node_config: {
        machine_type: "e2-medium",
        service_account: "${google_service_account.node_groups_service_account.email}",
        shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
        workload_metadata_config: { mode: "GKE_METADATA" },
      },
    });
  });

  // A change of each argument would replace the cluster, or each plan would show a difference.
  test("ignores changes of arguments that GKE sets", () => {
    expect(byDefault.lifecycle.ignore_changes).toEqual(["node_config", "node_pool", "initial_node_count"]);
    expect(byDefault.enable_l4_ilb_subsetting).toBe(true);
    expect(byDefault.cluster_autoscaling.resource_limits).toBeUndefined();
  });

  test("has timeouts for slow operations", () => {
    expect(byDefault.timeouts).toEqual({ create: "60m", update: "120m", delete: "60m" });
  });

  test("has both deletion guards, or none", () => {
    expect(byDefault).toMatchObject({ deletion_protection: true, lifecycle: { prevent_destroy: true } });
    const open = clusterOf({ protection: false });
    expect(open.deletion_protection).toBe(false);
    expect(open.lifecycle.prevent_destroy).toBeUndefined();
  });
});

describe("security settings", () => {
  test("are enabled by default", () => {
    expect(byDefault).toMatchObject({
      enable_shielded_nodes: true,
      enable_legacy_abac: false,
      master_auth: { client_certificate_config: { issue_client_certificate: false } },
      anonymous_authentication_config: { mode: "LIMITED" },
      rbac_binding_config: {
        enable_insecure_binding_system_authenticated: false,
        enable_insecure_binding_system_unauthenticated: false,
      },
      binary_authorization: { evaluation_mode: "PROJECT_SINGLETON_POLICY_ENFORCE" },
      security_posture_config: { mode: "BASIC", vulnerability_mode: "VULNERABILITY_DISABLED" },
      node_pool_defaults: { node_config_defaults: { insecure_kubelet_readonly_port_enabled: "FALSE" } },
      workload_identity_config: {
        workload_pool: "${google_project_service.project_container.project}.svc.id.goog",
      },
    });
  });

  test("can be changed", () => {
    expect(
      withOptions({
        binaryAuthorization: false,
        securityPosture: "enterprise",
        vulnerabilityScanning: "enterprise",
        anonymousAccess: "enabled",
      }),
    ).toMatchObject({
      binary_authorization: { evaluation_mode: "DISABLED" },
      security_posture_config: { mode: "ENTERPRISE", vulnerability_mode: "VULNERABILITY_ENTERPRISE" },
      anonymous_authentication_config: { mode: "ENABLED" },
    });
  });

  test("accept existing keys and certificate authorities", () => {
    const key = "projects/p-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    const pool = "projects/p-12345/locations/europe-west3/caPools/c";
    expect(
      withOptions({
        controlPlaneKeys: {
          clusterCa: pool,
          etcdApiCa: pool,
          etcdPeerCa: pool,
          aggregationCa: pool,
          serviceAccountSigningKeys: [`${key}/cryptoKeyVersions/1`],
          serviceAccountVerificationKeys: [`${key}/cryptoKeyVersions/1`],
          controlPlaneDisksKeyId: key,
          etcdBackupKeyId: key,
        },
      }).user_managed_keys_config,
    ).toEqual({
      cluster_ca: pool,
      etcd_api_ca: pool,
      etcd_peer_ca: pool,
      aggregation_ca: pool,
      service_account_signing_keys: [`${key}/cryptoKeyVersions/1`],
      service_account_verification_keys: [`${key}/cryptoKeyVersions/1`],
      control_plane_disk_encryption_key: key,
      gkeops_etcd_backup_encryption_key: key,
    });
  });
});

describe("the key of secrets", () => {
  const stack = synthesizeGke();

  test("is a new one in a separate key ring, rotated every 90 days", () => {
    expect(stack.resource(KmsKeyRing)).toMatchObject({ name: "shop", location: "europe-west3" });
    expect(stack.resource(KmsCryptoKey)).toMatchObject({
      name: "secrets",
      key_ring: "${google_kms_key_ring.control_plane_key_ring.id}",
      purpose: "ENCRYPT_DECRYPT",
      rotation_period: "7776000s",
      version_template: { protection_level: "SOFTWARE" },
      lifecycle: { prevent_destroy: true },
    });
    expect(stack.resource(ContainerCluster).database_encryption).toEqual({
      state: "ENCRYPTED",
      key_name: "${google_kms_crypto_key.control_plane_secrets_key.id}",
    });
  });

  test("is granted to the service agent of GKE before the cluster is created", () => {
    expect(stack.resource(KmsCryptoKeyIamMember)).toMatchObject({
      crypto_key_id: "${google_kms_crypto_key.control_plane_secrets_key.id}",
      role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
      member:
        "serviceAccount:service-${data.google_project.project_project.number}@container-engine-robot.iam.gserviceaccount.com",
    });
    const grant = "google_kms_crypto_key_iam_member.control_plane_secrets_key_grant";
    expect(stack.graph.isOrdered(grant, "google_container_cluster.control_plane")).toBe(true);
  });

  test("has the rotation period and the protection level of the cluster", () => {
    const encryption = { rotationDays: 30, protectionLevel: "hsm", keyRing: "shop-2" } as const;
    const hsm = synthesizeGke({ encryption });
    expect(hsm.resource(KmsKeyRing).name).toBe("shop-2");
    expect(hsm.resource(KmsCryptoKey)).toMatchObject({
      rotation_period: "2592000s",
      version_template: { protection_level: "HSM" },
    });
  });

  test("can be an existing one, which the service agent of GKE may use, too", () => {
    const keyId = "projects/keys-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    const existing = synthesizeGke({ encryption: { keyId } });
    expect(existing.resources(KmsCryptoKey)).toEqual({});
    expect(existing.resources(KmsKeyRing)).toEqual({});
    expect(existing.resource(KmsCryptoKeyIamMember).crypto_key_id).toBe(keyId);
    expect(existing.resource(ContainerCluster).database_encryption.key_name).toBe(keyId);
  });

  test("can be a key of Google; then the project number is not needed", () => {
    const google = synthesizeGke({ encryption: { secrets: "platform-key" } });
    expect(google.resource(ContainerCluster).database_encryption).toEqual({ state: "DECRYPTED" });
    expect(google.terraform.data).toBeUndefined();
    expect(google.addresses.filter((address) => address.includes("kms"))).toEqual([]);
  });
});

describe("upgrades", () => {
  const withUpgrades = (upgrades: GkeUpgradesSpec) => clusterOf({ upgrades });

  test("are those of the regular channel, with the version as minimum", () => {
    expect(byDefault).toMatchObject({
      min_master_version: "1.35",
      release_channel: { channel: "REGULAR" },
    });
    expect(byDefault.maintenance_policy).toEqual({
      recurring_window: {
        start_time: "2024-01-01T00:00:00Z",
        end_time: "2024-01-02T00:00:00Z",
        recurrence: "FREQ=DAILY",
      },
      maintenance_exclusion: [],
    });
  });

  test("are not automatic without a channel", () => {
    expect(withUpgrades({ channel: "none" }).release_channel).toEqual({ channel: "UNSPECIFIED" });
  });

  test("are in the maintenance window, in UTC", () => {
    const window = { days: ["saturday", "tuesday"], start: "22:30", hours: 6 } as const;
    expect(withUpgrades({ window }).maintenance_policy.recurring_window).toEqual({
      start_time: "2024-01-01T22:30:00Z",
      end_time: "2024-01-02T04:30:00Z",
      recurrence: "FREQ=WEEKLY;BYDAY=TU,SA",
    });
    expect(
      withUpgrades({ window: { start: "02:00", hours: 4 } }).maintenance_policy.recurring_window,
    ).toEqual({
      start_time: "2024-01-01T02:00:00Z",
      end_time: "2024-01-01T06:00:00Z",
      recurrence: "FREQ=DAILY",
    });
  });

  test("are not in a pause", () => {
    const pause = { from: "2026-12-18T00:00:00Z", until: "2027-01-05T00:00:00Z" };
    const { maintenance_policy } = withUpgrades({
      pauses: [
        { ...pause, name: "all" },
        { ...pause, name: "minor", scope: "minor" },
        { ...pause, name: "nodes", scope: "minor-and-nodes" },
      ],
    });
    expect(maintenance_policy.recurring_window.recurrence).toBe("FREQ=DAILY");
    expect(maintenance_policy.maintenance_exclusion).toEqual(
      [
        ["all", "NO_UPGRADES"],
        ["minor", "NO_MINOR_UPGRADES"],
        ["nodes", "NO_MINOR_OR_NODE_UPGRADES"],
      ].map(([exclusion_name, scope]) => ({
        exclusion_name,
        start_time: pause.from,
        end_time: pause.until,
        exclusion_options: { scope },
      })),
    );
  });

  test("can have patches sooner", () => {
    expect(withUpgrades({ acceleratedPatches: true }).gke_auto_upgrade_config).toEqual({
      patch_mode: "ACCELERATED",
    });
  });
});

describe("features of GKE", () => {
  test("are those that a cluster needs", () => {
    expect(byDefault.addons_config).toEqual({
      http_load_balancing: { disabled: false },
      horizontal_pod_autoscaling: { disabled: false },
      gce_persistent_disk_csi_driver_config: { enabled: true },
      gcp_filestore_csi_driver_config: { enabled: false },
      gcs_fuse_csi_driver_config: { enabled: false },
      gke_backup_agent_config: { enabled: false },
      dns_cache_config: { enabled: true },
      network_policy_config: { disabled: true },
      config_connector_config: { enabled: false },
      lustre_csi_driver_config: { enabled: false, enable_legacy_lustre_port: false },
      parallelstore_csi_driver_config: { enabled: false },
      ray_operator_config: [{ enabled: false }],
      stateful_ha_config: { enabled: false },
    });
    expect(byDefault).toMatchObject({
      gateway_api_config: { channel: "CHANNEL_STANDARD" },
      vertical_pod_autoscaling: { enabled: true },
      secret_manager_config: { enabled: false },
    });
  });

  test("can be added with settings", () => {
    const cluster = withOptions({
      secretManager: true,
      configConnector: true,
      ray: true,
      identityService: true,
      meshCertificates: true,
      verticalPodAutoscaling: false,
      horizontalPodAutoscaling: "performance",
      fleetProject: "fleet-project",
      betaApis: ["resource.k8s.io/v1beta1/deviceclasses"],
    });
    expect(cluster).toMatchObject({
      addons_config: {
        config_connector_config: { enabled: true },
        ray_operator_config: [
          {
            enabled: true,
            ray_cluster_logging_config: { enabled: true },
            ray_cluster_monitoring_config: { enabled: true },
          },
        ],
      },
      secret_manager_config: { enabled: true },
      identity_service_config: { enabled: true },
      mesh_certificates: { enable_certificates: true },
      vertical_pod_autoscaling: { enabled: false },
      pod_autoscaling: { hpa_profile: "PERFORMANCE" },
      fleet: { project: "fleet-project" },
      enable_k8s_beta_apis: { enabled_apis: ["resource.k8s.io/v1beta1/deviceclasses"] },
    });
  });
});
