import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { AddOn, type AddOnContext } from "../add-ons/add-ons";
import { neededBySettings } from "../add-ons/settings";
import { keepData } from "../../cluster/kept-data";
import { defaults } from "../fields.generated";
import type { NodeSubnet } from "../network";
import { driverAccounts, fileMountAccount } from "../identity/service-accounts";
import type { Statement } from "../identity/spec";
import { EksWorkloadIdentity } from "../identity/workload-identity";
import type {
  EksAddOnName,
  EksAddOnsSpec,
  EksEncryptionSpec,
  EksFileStorageSpec,
  EksLustreSpec,
  EksNodeGroupSpec,
  EksStorageSpec,
} from "../spec";
import { StorageBackup } from "./backup";
import { DisksKey } from "./disks-key";
import {
  bucketDriverStatements,
  fileDriverStatements,
  lustreDriverStatements,
  volumeKeyStatements,
} from "./drivers";
import { FileSystem } from "./file-system";
import { Lustre } from "./lustre";
import { type Manifest, storageManifests } from "../../aws/storage-manifests";

/** See {@link EksStorage}. */
export interface EksStorageProps extends AddOnContext {
  /** The account of the cluster. */
  readonly account: string;
  readonly storage: EksStorageSpec;
  readonly encryption: EksEncryptionSpec;
  readonly addOns: EksAddOnsSpec;
  readonly vpcId: string;
  readonly subnets: readonly NodeSubnet[];
  readonly nodeSecurityGroupId: string;
  readonly protection: boolean;
  /** Karpenter starts nodes. */
  readonly karpenter: boolean;
}

/** Persistent storage of workloads: file systems, drivers with their permissions, keys and backup. */
export class EksStorage extends Construct {
  /** The key of disks; undefined if an existing one or the key of AWS is used. */
  readonly disksKey?: DisksKey;

  /** ARN of the key that encrypts disks of nodes and volumes of pods; undefined with the key of AWS. */
  readonly disksKeyArn?: string;

  /** The EBS CSI driver; undefined without block storage. */
  readonly block?: AddOn;
  readonly snapshots?: AddOn;

  readonly fileSystem?: FileSystem;

  /** The identity that mounts the file system on nodes; undefined if none is needed. */
  readonly fileMounter?: EksWorkloadIdentity;
  readonly file?: AddOn;

  readonly lustreFileSystem?: Lustre;
  readonly lustre?: AddOn;

  readonly object?: AddOn;
  readonly backup?: StorageBackup;

  /** Storage classes, which the AWS provider of Terraform cannot create. */
  readonly manifests: Manifest;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksStorageProps,
  ) {
    super(scope, id);
    const { storage, encryption } = props;
    const {
      block = defaults["storage.block"],
      file = defaults["storage.file"],
      snapshots = defaults["storage.snapshots"],
      backup = defaults["storage.backup"],
    } = storage;

    if (encryption.disks === "customer-key") {
      this.disksKey = encryption.disksKeyId ? undefined : this.createDisksKey();
      this.disksKeyArn = encryption.disksKeyId ?? this.disksKey!.key.arn;
    }

    this.snapshots = snapshots ? this.createAddOn("snapshots", "snapshot-controller") : undefined;
    const defaultClass = typeof block === "object" && block.defaultClass === true;
    this.block = block ? this.createBlockDriver(defaultClass) : undefined;

    this.fileMounter = file ? this.createFileMounter() : undefined;
    this.fileSystem = file ? this.createFileSystem() : undefined;
    this.file = this.fileSystem && this.createFileDriver(this.fileSystem);

    this.lustreFileSystem = storage.lustre && this.createLustre(storage.lustre);
    this.lustre = this.lustreFileSystem && this.createLustreDriver(this.lustreFileSystem);

    this.object =
      storage.object &&
      this.createDriver("object", "aws-mountpoint-s3-csi-driver", bucketDriverStatements(storage.object));

    this.backup = backup ? this.createBackup() : undefined;
    this.keepRemoved();
    this.manifests = storageManifests({
      block: block ? { keyArn: this.disksKeyArn, isDefault: !defaultClass } : undefined,
      file: this.fileSystem && {
        id: this.fileSystem.fileSystem.id,
        needsIdentity: this.fileMounter !== undefined,
      },
      snapshots,
    });
  }

  /** Drivers and controllers, which all have pods. */
  get addOns(): readonly AddOn[] {
    const all = [this.snapshots, this.block, this.file, this.lustre, this.object];
    return all.filter((addOn) => addOn !== undefined);
  }

  /** A node group with the key of disks, unless it sets another one. */
  withDisksKey(group: EksNodeGroupSpec): EksNodeGroupSpec {
    const kmsKeyArn = this.disksKeyArn;
    if (!kmsKeyArn) return group;
    return {
      ...group,
      disk: { kmsKeyArn, ...group.disk },
      moreDisks: group.moreDisks?.map((disk) => ({ kmsKeyArn, ...disk })),
    };
  }

  /** Keeps the data of fields that were removed. */
  private keepRemoved(): void {
    const { disksKey, fileSystem, lustreFileSystem, backup } = this;
    keepData(this, this.props.protection, {
      ...(disksKey ? {} : { "disks_key/Resource": "aws_kms_key" }),
      ...(fileSystem ? {} : { "file_system/Resource": "aws_efs_file_system" }),
      ...(lustreFileSystem ? {} : { "lustre_file_system/Resource": "aws_fsx_lustre_file_system" }),
      ...(backup?.key ? {} : { "backup/key": "aws_kms_key" }),
      ...(backup ? {} : { "backup/vault": "aws_backup_vault" }),
    });
  }

  private createDisksKey(): DisksKey {
    return new DisksKey(this, "disks_key", {
      ...this.props,
      deletionWindowDays:
        this.props.encryption.deletionWindowDays ?? defaults["encryption.deletionWindowDays"],
    });
  }

  private createBlockDriver(defaultClass: boolean): AddOn {
    return this.createAddOn("block", "aws-ebs-csi-driver", {
      identity: {
        serviceAccount: driverAccounts["aws-ebs-csi-driver"],
        managedPolicy: "service-role/AmazonEBSCSIDriverPolicy",
        statements: this.disksKeyArn ? volumeKeyStatements(this.props.region, this.disksKeyArn) : [],
      },
      // Since v1.31 of the driver.
      // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/CHANGELOG.md
      configuration: defaultClass ? { defaultStorageClass: { enabled: true } } : undefined,
      // The driver reads the definitions of snapshots when it starts.
      // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
      dependsOn: this.snapshots ? [this.snapshots.addOn] : [],
    });
  }

  private get fileSpec(): EksFileStorageSpec {
    const { file } = this.props.storage;
    return typeof file === "object" ? file : {};
  }

  /** It has no policy: that of the file system names it. */
  private createFileMounter(): EksWorkloadIdentity | undefined {
    const { mount = defaults["storage.file.mount"] } = this.fileSpec;
    return mount === "iam"
      ? new EksWorkloadIdentity(this, "file_mounter", {
          ...fileMountAccount,
          ...this.context,
          issuer: this.props.issuerOf(fileMountAccount),
        })
      : undefined;
  }

  private createFileSystem(): FileSystem {
    const mountRoleArn = this.fileMounter?.role.arn;
    return new FileSystem(this, "file_system", { ...this.props, ...this.fileSpec, mountRoleArn });
  }

  private createFileDriver(file: FileSystem): AddOn {
    const { fileSystem, mountable } = file;
    const statements = fileDriverStatements(this.props.region, fileSystem.arn);
    // Pods of the driver get their identity when they start.
    const identity = this.fileMounter?.association;
    const driver = this.createDriver("file", "aws-efs-csi-driver", statements, [
      ...mountable,
      ...(identity ? [identity] : []),
    ]);
    const needs = neededBySettings({ eks: { addOns: this.props.addOns } });
    if (needs.some(({ mountsFileSystem }) => mountsFileSystem)) file.allowDeletion(driver.identity!.role.arn);
    return driver;
  }

  private createLustre(spec: EksLustreSpec): Lustre {
    return new Lustre(this, "lustre_file_system", { ...this.props, ...spec });
  }

  private createLustreDriver({ fileSystem }: Lustre): AddOn {
    return this.createDriver("lustre", "aws-fsx-csi-driver", lustreDriverStatements(fileSystem.arn));
  }

  private createBackup(): StorageBackup {
    const { storage, encryption } = this.props;
    return new StorageBackup(this, "backup", {
      ...this.props,
      ...(typeof storage.backup === "object" ? storage.backup : {}),
      volumes: this.block !== undefined,
      fileSystemArn: this.fileSystem?.fileSystem.arn,
      deletionWindowDays: encryption.deletionWindowDays ?? defaults["encryption.deletionWindowDays"],
    });
  }

  private createDriver(
    id: string,
    name: keyof typeof driverAccounts,
    statements: readonly Statement[],
    dependsOn: readonly ITerraformDependable[] = [],
  ): AddOn {
    return this.createAddOn(id, name, {
      identity: { serviceAccount: driverAccounts[name], statements },
      dependsOn,
    });
  }

  private createAddOn(
    id: string,
    name: EksAddOnName,
    rest: Partial<ConstructorParameters<typeof AddOn>[2]> = {},
  ): AddOn {
    return new AddOn(this, id, { ...this.context, name, spec: this.props.addOns[name], ...rest });
  }

  private get context(): AddOnContext {
    const { clusterName, cluster, clusterArn, region, kubernetesVersion, issuerOf } = this.props;
    return { clusterName, cluster, clusterArn, region, kubernetesVersion, issuerOf };
  }
}
