import { FsxLustreFileSystem } from "@cdktf/provider-aws/lib/fsx-lustre-file-system";
import { Construct } from "constructs";
import { defaults } from "../fields.generated";
import type { NodeSubnet } from "../network";
import type { EksLustreSpec } from "../spec";
import { NodeAccess } from "./security";

/** See {@link Lustre}. */
export interface LustreProps extends EksLustreSpec {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly subnets: readonly NodeSubnet[];
  readonly nodeSecurityGroupId: string;
  readonly protection: boolean;
}

/** A Lustre file system in one zone of the nodes. */
export class Lustre extends Construct {
  readonly fileSystem: FsxLustreFileSystem;
  readonly access: NodeAccess;

  constructor(scope: Construct, id: string, props: LustreProps) {
    super(scope, id);
    this.access = new NodeAccess(this, "security_group", { ...props, kind: "lustre" });

    const { backupDays = defaults["storage.lustre.backupDays"], zone = props.subnets[0].zone } = props;
    this.fileSystem = new FsxLustreFileSystem(this, "Resource", {
      subnetIds: [props.subnets.find((subnet) => subnet.zone === zone)!.id],
      securityGroupIds: [this.access.securityGroup.id],
      deploymentType: "PERSISTENT_2",
      storageType: "SSD",
      storageCapacity: props.sizeGiB,
      perUnitStorageThroughput: props.throughputPerTiB ?? defaults["storage.lustre.throughputPerTiB"],
      dataCompressionType: "LZ4",
      // If omitted, FSx chooses a version, and can choose another one later.
      // https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html
      fileSystemTypeVersion: "2.15",
      kmsKeyId: props.keyId,
      automaticBackupRetentionDays: backupDays,
      copyTagsToBackups: true,
      tags: { Name: props.clusterName },
      // A change would replace the file system. One that was created without backups keeps its value.
      lifecycle: { preventDestroy: props.protection, ignoreChanges: ["copy_tags_to_backups"] },
      // The file system becomes available only if its servers reach each other.
      dependsOn: [...this.access.rules],
    });
  }
}
