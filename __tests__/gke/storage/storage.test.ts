import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import { GkeBackupBackupPlan } from "@cdktf/provider-google/lib/gke-backup-backup-plan";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import type { GkeBackupSpec, GkeEncryptionSpec, GkeStorageSpec } from "../../../modules/gke/spec";
import { minimal, synthesizeGke } from "../../support/gke";

const withStorage = (storage: GkeStorageSpec) => synthesizeGke({ storage });
const addOns = (storage: GkeStorageSpec) => withStorage(storage).resource(ContainerCluster).addons_config;
const manifests = (stack: ReturnType<typeof synthesizeGke>) =>
  stack.terraform.output.storage_manifests.value.items;

const isDefault = (manifest: ReturnType<typeof manifests>[number]) =>
  manifest.metadata.annotations["storageclass.kubernetes.io/is-default-class"];

describe("disks", () => {
  test("are enabled by default", () => {
    expect(addOns({}).gce_persistent_disk_csi_driver_config).toEqual({ enabled: true });
    expect(addOns({ block: false }).gce_persistent_disk_csi_driver_config).toEqual({ enabled: false });
  });

  test("have a storage class of a type that the machines support", () => {
    const hyperdisk = synthesizeGke({
      nodeGroups: [{ ...minimal.nodeGroups[0], machineTypes: ["n4-standard-4"] }],
    });
    const provisioned = synthesizeGke({
      nodeGroups: [{ ...minimal.nodeGroups[0], machineTypes: ["n4-standard-4"] }],
      autoscaling: "auto-provisioning",
      gke: { autoProvisioning: { cpu: { max: 100 }, memoryGiB: { max: 400 } } },
    });
    expect(manifests(hyperdisk)[0].parameters).toEqual({ type: "hyperdisk-balanced" });
    expect(isDefault(manifests(hyperdisk)[0])).toBe("true");
    expect(isDefault(manifests(provisioned)[0])).toBe("false");
    expect(isDefault(manifests(synthesizeGke())[0])).toBe("false");
    expect(manifests(synthesizeGke())[0]).toMatchObject({
      kind: "StorageClass",
      provisioner: "pd.csi.storage.gke.io",
      parameters: { type: "pd-balanced" },
      volumeBindingMode: "WaitForFirstConsumer",
    });
  });

  test("have no storage class if they are disabled", () => {
    expect(manifests(withStorage({ block: false }))).toEqual([]);
  });
});

describe("a key of disks", () => {
  const encryption: GkeEncryptionSpec = { disks: "customer-key" };
  const stack = synthesizeGke({ encryption });
  const id = "${google_kms_crypto_key.storage_disks_key.id}";

  test("is a new one, in the key ring of the secrets", () => {
    expect(Object.keys(stack.resources(KmsKeyRing))).toEqual(["control_plane_key_ring"]);
    expect(stack.resource(KmsCryptoKey, "storage_disks_key")).toMatchObject({
      name: "disks",
      key_ring: "${google_kms_key_ring.control_plane_key_ring.id}",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("encrypts all nodes, including the default node pool, and volumes", () => {
    expect(stack.resource(ContainerNodePool).node_config.boot_disk_kms_key).toBe(id);
    expect(stack.resource(ContainerCluster).node_config.boot_disk_kms_key).toBe(id);
    expect(manifests(stack)[0].parameters["disk-encryption-kms-key"]).toBe(id);
  });

  test("is granted to the service agent of Compute Engine before disks are created", () => {
    const grant = "google_kms_crypto_key_iam_member.storage_disks_key_grant";
    expect(stack.resource(KmsCryptoKeyIamMember, "storage_disks_key_grant").member).toBe(
      "serviceAccount:service-${data.google_project.project_project.number}@compute-system.iam.gserviceaccount.com",
    );
    for (const later of [
      "google_container_cluster.control_plane",
      "google_container_node_pool.node_groups_workers",
    ]) {
      expect(stack.graph.isOrdered(grant, later)).toBe(true);
    }
  });

  test("can be an existing one", () => {
    const disksKeyId = "projects/keys-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    const theirs = synthesizeGke({ encryption: { ...encryption, secrets: "platform-key", disksKeyId } });
    expect(theirs.resources(KmsKeyRing)).toEqual({});
    expect(theirs.resource(ContainerNodePool).node_config.boot_disk_kms_key).toBe(disksKeyId);
  });

  test("is overridden by the key of a node group", () => {
    const kmsKeyId = "projects/keys-12345/locations/europe-west3/keyRings/r/cryptoKeys/own";
    const own = synthesizeGke({ encryption, nodeGroups: [{ ...minimal.nodeGroups[0], disk: { kmsKeyId } }] });
    expect(own.resource(ContainerNodePool).node_config.boot_disk_kms_key).toBe(kmsKeyId);
  });
});

describe("a file system", () => {
  test("is a Filestore instance in the network of the cluster, with its driver", () => {
    const stack = withStorage({ file: true });
    expect(stack.resource(ContainerCluster).addons_config.gcp_filestore_csi_driver_config).toEqual({
      enabled: true,
    });
    expect(stack.resource(FilestoreInstance)).toMatchObject({
      name: "shop-europe-west3",
      location: "europe-west3-a",
      tier: "BASIC_HDD",
      file_shares: { name: "share", capacity_gb: 1024 },
      networks: [
        {
          network: "${google_compute_network.network_vpc.id}",
          modes: ["MODE_IPV4"],
          connect_mode: "DIRECT_PEERING",
        },
      ],
      deletion_protection_enabled: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  test.each([
    ["basic-ssd", "BASIC_SSD", "europe-west3-a", 2560],
    ["zonal", "ZONAL", "europe-west3-a", 1024],
    ["regional", "REGIONAL", "europe-west3", 1024],
    ["enterprise", "ENTERPRISE", "europe-west3", 1024],
  ] as const)("of the tier %s is %s in %s", (tier, name, location, capacity) => {
    expect(withStorage({ file: { tier } }).resource(FilestoreInstance)).toMatchObject({
      tier: name,
      location,
      file_shares: { capacity_gb: capacity },
    });
  });

  test("has the given size, location, key and protocol", () => {
    const keyId = "projects/keys-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    const file = {
      tier: "zonal",
      sizeGiB: 2048,
      zone: "europe-west3-b",
      keyId,
      protocol: "nfs-v4.1",
    } as const;
    expect(withStorage({ file }).resource(FilestoreInstance)).toMatchObject({
      location: "europe-west3-b",
      file_shares: { capacity_gb: 2048 },
      kms_key_name: keyId,
      protocol: "NFS_V4_1",
    });
  });

  test("is a volume for pods", () => {
    const instance = "google_filestore_instance.storage_file_system";
    expect(manifests(withStorage({ file: true }))[1]).toMatchObject({
      kind: "PersistentVolume",
      spec: {
        capacity: { storage: "1024Gi" },
        accessModes: ["ReadWriteMany"],
        csi: {
          driver: "filestore.csi.storage.gke.io",
          volumeHandle: `modeInstance/europe-west3-a/\${${instance}.name}/share`,
          volumeAttributes: { ip: `\${element(${instance}.networks[0].ip_addresses, 0)}`, volume: "share" },
        },
      },
    });
  });
});

describe("buckets", () => {
  test("can be mounted by all pods of the cluster", () => {
    const stack = withStorage({ object: { buckets: ["models"] } });
    expect(stack.resource(ContainerCluster).addons_config.gcs_fuse_csi_driver_config).toEqual({
      enabled: true,
    });
    expect(stack.resource(StorageBucketIamMember, "storage_object_models")).toMatchObject({
      bucket: "models",
      role: "roles/storage.objectUser",
      member: expect.stringMatching(
        /^principalSet:.*\/kubernetes\.cluster\/https:\/\/container\.googleapis\.com\/v1\/\$\{google_container_cluster\.control_plane\.id\}$/,
      ),
    });
  });

  test("can be read by pods of some namespaces", () => {
    const object = { buckets: ["models", "data"], namespaces: ["a", "b"], readOnly: true };
    const grants = withStorage({ object }).resources(StorageBucketIamMember);
    expect(Object.keys(grants).sort()).toEqual([
      "storage_object_data_a",
      "storage_object_data_b",
      "storage_object_models_a",
      "storage_object_models_b",
    ]);
    expect(grants.storage_object_models_a.role).toBe("roles/storage.objectViewer");
    expect(grants.storage_object_models_a.member).toMatch(/^principalSet:.*\/namespace\/a$/);
  });
});

test("other drivers can be enabled", () => {
  expect(addOns({}).lustre_csi_driver_config).toEqual({ enabled: false, enable_legacy_lustre_port: false });
  expect(addOns({ parallelstore: true, lustre: true, statefulHa: true })).toMatchObject({
    parallelstore_csi_driver_config: { enabled: true },
    lustre_csi_driver_config: { enabled: true, enable_legacy_lustre_port: false },
    stateful_ha_config: { enabled: true },
  });
  expect(addOns({ lustre: "legacy-port" }).lustre_csi_driver_config.enable_legacy_lustre_port).toBe(true);
});

test("snapshots have a class", () => {
  expect(manifests(withStorage({ snapshots: true }))).toContainEqual(
    expect.objectContaining({ kind: "VolumeSnapshotClass", driver: "pd.csi.storage.gke.io" }),
  );
});

describe("backups", () => {
  const withBackup = (backup: true | GkeBackupSpec) => withStorage({ backup });

  test("have a plan for the whole cluster, every night", () => {
    const stack = withBackup(true);
    expect(stack.resource(ContainerCluster).addons_config.gke_backup_agent_config).toEqual({ enabled: true });
    expect(stack.resource(GkeBackupBackupPlan)).toMatchObject({
      name: "shop",
      location: "europe-west3",
      cluster: "${google_container_cluster.control_plane.id}",
      backup_schedule: { cron_schedule: "0 3 * * *" },
      retention_policy: { backup_retain_days: 35, backup_delete_lock_days: 7 },
      backup_config: { all_namespaces: true, include_secrets: true, include_volume_data: true },
      lifecycle: { prevent_destroy: true },
    });
    expect(stack.terraform.output.backup_plan_id.value).toBe(
      "${google_gke_backup_backup_plan.storage_backup_plan.id}",
    );
  });

  test("have the given settings", () => {
    const keyId = "projects/keys-12345/locations/europe-west3/keyRings/r/cryptoKeys/k";
    const plan = withBackup({
      rpoMinutes: 120,
      retentionDays: 30,
      lockDays: 0,
      namespaces: ["shop"],
      includeSecrets: false,
      includeVolumes: false,
      keyId,
    }).resource(GkeBackupBackupPlan);
    expect(plan).toMatchObject({
      backup_schedule: { rpo_config: { target_rpo_minutes: 120 } },
      retention_policy: { backup_retain_days: 30, backup_delete_lock_days: 0 },
      backup_config: {
        selected_namespaces: { namespaces: ["shop"] },
        include_secrets: false,
        include_volume_data: false,
        encryption_key: { gcp_kms_encryption_key: keyId },
      },
    });
    expect(plan.backup_config.all_namespaces).toBeUndefined();
    expect(plan.backup_schedule.cron_schedule).toBeUndefined();
  });
});
