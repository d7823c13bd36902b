import type { GkeBackupBackupPlan } from "@cdktf/provider-google/lib/gke-backup-backup-plan";
import type { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import { grantKey, type KeyRing } from "../control-plane/encryption";
import type { ClusterNetwork } from "../network/cluster-network";
import type { GkeProject } from "../project/project";
import { protectData } from "../protection";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../spec";
import { clusterPods, namespacePods, type WorkloadPool } from "../identity/workload-pool";
import { createBackupPlan } from "./backup";
import { diskClassOf } from "./disk-class";
import { FileSystem } from "./file-system";
import { smallestGiB } from "./file-tiers";
import { type Manifest, storageManifests } from "./manifests";
import { keepData } from "../../cluster/kept-data";
import { defaults } from "../fields.generated";

/** See {@link GkeStorage}. */
export interface GkeStorageProps {
  readonly cluster: AnyGkeClusterProps;
  readonly project: GkeProject;
  readonly network: ClusterNetwork;
  readonly zones: readonly string[];

  /** The key ring of new keys, which the first access creates. */
  readonly keyRing: () => KeyRing;
}

/** Values of the created cluster. */
export interface StorageOfCluster {
  /** Id of the cluster, as a reference to it. */
  readonly clusterId: string;
  readonly pool: WorkloadPool;
}

/** Persistent storage for workloads: file systems, permissions for buckets, the key of disks, and backups. The cluster has the drivers. */
export class GkeStorage extends Construct {
  /** The new key for disks; undefined with an existing key or a key of the platform. */
  readonly disksKey?: KmsCryptoKey;

  /** Full name of the key that encrypts disks of nodes and volumes of pods; undefined with a key of the platform. */
  readonly disksKeyId?: string;

  /** Created before disks. */
  readonly diskPrerequisites: readonly ITerraformDependable[];

  readonly fileSystem?: FileSystem;

  /** Permissions of pods for buckets, by bucket and namespace. */
  readonly bucketGrants: StorageBucketIamMember[] = [];

  private plan?: GkeBackupBackupPlan;

  /** Permissions for the keys of node groups, by construct id. */
  private readonly keyGrants = new Map<string, ITerraformDependable>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeStorageProps,
  ) {
    super(scope, id);
    const { encryption = {} } = props.cluster;
    if (encryption.disks === "customer-key") {
      this.disksKey = encryption.disksKeyId ? undefined : props.keyRing().add(this, "disks_key", "disks");
      this.disksKeyId = encryption.disksKeyId ?? this.disksKey!.id;
    }
    this.diskPrerequisites = this.disksKeyId
      ? [grantKey(this, "disks_key_grant", this.disksKeyId, props.project.agent("compute"), props.project)]
      : [];
    this.fileSystem = this.createFileSystem();
    const { protection = defaults["protection"], storage } = props.cluster;
    keepData(this, protection, {
      ...(this.disksKey ? {} : { disks_key: "google_kms_crypto_key" }),
      ...(this.fileSystem ? {} : { "file_system/Resource": "google_filestore_instance" }),
      ...(storage?.backup ? {} : { backup_plan: "google_gke_backup_backup_plan" }),
    });
  }

  /** The backup plan; undefined without one. */
  get backupPlan(): GkeBackupBackupPlan | undefined {
    return this.plan;
  }

  /** A node group with the key of disks, unless it sets its own key. */
  withDisksKey(group: GkeNodeGroupSpec): GkeNodeGroupSpec {
    return this.disksKeyId ? { ...group, disk: { kmsKeyId: this.disksKeyId, ...group.disk } } : group;
  }

  /** Allows Compute Engine to use the key that a node group sets for its disks, once for each key. */
  grantDisksKey({ disk }: GkeNodeGroupSpec): readonly ITerraformDependable[] {
    const key = disk?.kmsKeyId;
    if (key === undefined || key === this.disksKeyId) return [];
    const { project } = this.props;
    const id = `node_disks_key_grant_${idOf(this, key)}`;
    const grant = this.keyGrants.get(id) ?? grantKey(this, id, key, project.agent("compute"), project);
    this.keyGrants.set(id, grant);
    return [grant];
  }

  /** Creates the resources that need the cluster: permissions for buckets, and the backup plan. */
  attach({ clusterId, pool }: StorageOfCluster): void {
    const {
      storage = {},
      name: clusterName,
      region,
      protection = defaults["protection"],
    } = this.props.cluster;
    const { object, backup } = storage;
    for (const bucket of object?.buckets ?? []) this.grantBucket(bucket, pool);
    if (!backup) return;
    const { project } = this.props;
    const key = backup === true ? undefined : backup.keyId;
    const grants = key ? [grantKey(this, "backup_key_grant", key, project.agent("backup"), project)] : [];
    this.plan = createBackupPlan(this, {
      ...(backup === true ? {} : backup),
      clusterName,
      region,
      clusterId,
      protection,
      dependsOn: [...project.prerequisites("gkebackup"), ...grants],
    });
    protectData(this.plan, protection);
  }

  /** Storage classes and volumes, which the Google provider of Terraform cannot create. */
  get manifests(): Manifest {
    const { storage: { file, snapshots = defaults["storage.snapshots"] } = {} } = this.props.cluster;
    const block = diskClassOf(this.props.cluster);
    const {
      tier = defaults["storage.file.tier"],
      sizeGiB,
    }: Partial<Exclude<typeof file, boolean | undefined>> = typeof file === "object" ? file : {};
    return storageManifests({
      block: block && { ...block, keyId: this.disksKeyId },
      file: this.fileSystem && {
        instance: this.fileSystem.instance,
        location: this.fileSystem.location,
        sizeGiB: sizeGiB ?? smallestGiB(tier),
      },
      snapshots,
    });
  }

  private createFileSystem(): FileSystem | undefined {
    const { cluster, network, zones, project } = this.props;
    const file = cluster.storage?.file;
    if (!file) return undefined;
    const key = file === true ? undefined : file.keyId;
    const grants = key ? [grantKey(this, "file_key_grant", key, project.agent("filestore"), project)] : [];
    return new FileSystem(this, "file_system", {
      ...(file === true ? {} : file),
      clusterName: cluster.name,
      region: cluster.region,
      zones,
      networkId: network.networkId,
      isShared: cluster.network?.existing?.hostProject !== undefined,
      protection: cluster.protection ?? defaults["protection"],
      dependsOn: [...project.prerequisites("file"), ...grants],
    });
  }

  /** Cloud Storage FUSE uses the permissions of the pod, so pods get the grants. */
  private grantBucket(bucket: string, pool: WorkloadPool): void {
    const { namespaces, readOnly } = this.props.cluster.storage!.object!;
    const principals = namespaces
      ? namespaces.map((namespace) => [`_${namespace}`, namespacePods(pool, namespace)] as const)
      : [["", clusterPods(pool)] as const];
    for (const [suffix, member] of principals) {
      this.bucketGrants.push(
        new StorageBucketIamMember(this, `object_${idOf(this, bucket)}${suffix}`, {
          bucket,
          role: readOnly ? "roles/storage.objectViewer" : "roles/storage.objectUser",
          member,
          dependsOn: this.props.project.prerequisites("storage"),
        }),
      );
    }
  }
}
