import { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import { StorageBucketIamBinding } from "@cdktf/provider-google/lib/storage-bucket-iam-binding";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName, shortHash } from "../../cluster/names";
import type { MachineAccount } from "./machine-account";
import type { Project } from "./project";

/** Days for which replaced and deleted versions of objects are kept. */
const oldVersionDays = 30;

/** Longest name of a bucket without the number of the project, which has at most 12 digits. */
const nameLength = 63 - 13;

/** See {@link Store}. */
export interface StoreProps {
  readonly clusterName: string;
  readonly region: string;
  readonly project: Project;
  /** Days for which snapshots of etcd are kept. */
  readonly backupDays: number;
  readonly controlPlane: MachineAccount;
  readonly workers: MachineAccount;
  readonly protection: boolean;
}

/** The private bucket of a cluster, with the same folders on each cloud. Permissions have conditions on them. */
export class Store extends Construct {
  readonly bucket: StorageBucket;

  /** Dependencies of machines: who may use the bucket is decided before the first key is in it. */
  readonly guards: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { clusterName, region, project, backupDays, protection } = props;
    // Google refuses names of buckets that contain its own.
    const name = /g[o0]{2}g/.test(clusterName) ? `kubeadm-${shortHash(clusterName)}` : clusterName;
    this.bucket = new StorageBucket(this, "Resource", {
      // Names of buckets are global, so that they contain the number of the project.
      name: `${boundedName([name, region], nameLength)}-${project.number}`,
      location: region.toUpperCase(),
      storageClass: "STANDARD",
      labels: { kubeadm_cluster: clusterName },
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      versioning: { enabled: true },
      lifecycleRule: [
        { action: { type: "Delete" }, condition: { age: backupDays, matchesPrefix: ["backups/"] } },
        {
          action: { type: "Delete" },
          condition: { daysSinceNoncurrentTime: 1, matchesPrefix: ["backups/"] },
        },
        { action: { type: "Delete" }, condition: { daysSinceNoncurrentTime: oldVersionDays } },
        { action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: 1 } },
      ],
      // Machines write objects that Terraform does not know.
      forceDestroy: !protection,
      dependsOn: project.prerequisites("storage"),
      lifecycle: protection ? { preventDestroy: true } : undefined,
    });
    this.guards = [...this.onlyOwners(props), ...this.machines(props)];
  }

  /**
   * New buckets let viewers of the project read objects, and editors write them and the policy of the bucket. These bindings replace that.
   *
   * @see https://cloud.google.com/storage/docs/access-control/iam-roles#basic-roles-modifiable
   */
  private onlyOwners({ project }: StoreProps): ITerraformDependable[] {
    return (
      ["legacyBucketReader", "legacyBucketOwner", "legacyObjectReader", "legacyObjectOwner"] as const
    ).map(
      (role) =>
        new StorageBucketIamBinding(
          this,
          role.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          {
            bucket: this.bucket.name,
            role: `roles/storage.${role}`,
            members: [`projectOwner:${project.id}`],
          },
        ),
    );
  }

  /** The control plane reads all and writes all but programs; workers read what they need to join. */
  private machines({ controlPlane, workers }: StoreProps): ITerraformDependable[] {
    const grant = (id: string, { member }: MachineAccount, role: string, folders?: readonly string[]) =>
      new StorageBucketIamMember(this, id, {
        bucket: this.bucket.name,
        role: `roles/storage.${role}`,
        member,
        condition: folders && {
          title: id.replaceAll("_", "-"),
          expression: folders
            .map(
              (folder) =>
                `resource.name.startsWith("projects/_/buckets/${this.bucket.name}/objects/${folder}")`,
            )
            .join(" || "),
        },
      });
    return [
      grant("control_plane_reads", controlPlane, "objectViewer"),
      grant("control_plane_writes", controlPlane, "objectUser", [
        "pki/",
        "node/",
        "admin/",
        "backups/",
        "initialized",
      ]),
      grant("workers_read", workers, "objectViewer", ["node/", "assets/"]),
    ];
  }
}
