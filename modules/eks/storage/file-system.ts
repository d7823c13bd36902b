import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { defaults } from "../fields.generated";
import type { NodeSubnet } from "../network";
import { policyDocument, type ResourceStatement } from "../../aws/policies";
import type { EksAccessPointSpec, EksFileStorageSpec } from "../spec";
import { NodeAccess } from "./security";

const throughMountTargets = { Bool: { "elasticfilesystem:AccessedViaMountTarget": ["true"] } };

/** See {@link FileSystem}. */
export interface FileSystemProps extends EksFileStorageSpec {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly subnets: readonly NodeSubnet[];
  readonly nodeSecurityGroupId: string;
  /** ARN of the role that can mount it; undefined if no role is needed. */
  readonly mountRoleArn?: string;
  readonly protection: boolean;
}

/** An encrypted EFS file system that nodes of all zones mount, each in its zone. */
export class FileSystem extends Construct {
  readonly fileSystem: EfsFileSystem;
  readonly access: NodeAccess;
  readonly mountTargets: readonly EfsMountTarget[];

  /** The access points by name. */
  readonly accessPoints: ReadonlyMap<string, EfsAccessPoint>;

  private readonly policy: EfsFileSystemPolicy;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FileSystemProps,
  ) {
    super(scope, id);
    this.fileSystem = this.createFileSystem();
    this.policy = this.createPolicy();
    this.access = new NodeAccess(this, "security_group", { ...props, kind: "file" });
    this.mountTargets = this.createMountTargets();
    this.accessPoints = new Map(
      Object.entries(props.accessPoints ?? {}).map(([name, spec]) => [
        name,
        this.createAccessPoint(name, spec),
      ]),
    );
  }

  /** Dependencies of pods that mount it. */
  get mountable(): ITerraformDependable[] {
    return [...this.mountTargets, ...this.access.rules];
  }

  private createFileSystem(): EfsFileSystem {
    return new EfsFileSystem(this, "Resource", {
      encrypted: true,
      kmsKeyId: this.props.keyId,
      // Throughput that follows the load. The alternatives need an estimate, or depend on the amount of data.
      throughputMode: "elastic",
      tags: { Name: this.props.clusterName },
      lifecycle: { preventDestroy: this.props.protection },
    });
  }

  /**
   * Allows only encrypted traffic through the mount targets. A policy that names no anonymous client requires IAM.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
   */
  private createPolicy(): EfsFileSystemPolicy {
    return new EfsFileSystemPolicy(this, "policy", {
      fileSystemId: this.fileSystem.id,
      policy: policyDocument(this.policyStatements()),
    });
  }

  /** Allows the driver to mount the whole file system as root, to delete the directory of a volume with the volume. */
  allowDeletion(driverRoleArn: string): void {
    const mount = {
      sid: "DriverDeletesDirectories",
      principal: { AWS: [driverRoleArn] },
      actions: [
        "elasticfilesystem:ClientMount",
        "elasticfilesystem:ClientWrite",
        "elasticfilesystem:ClientRootAccess",
      ],
      resources: [this.fileSystem.arn],
      conditions: throughMountTargets,
    };
    this.policy.policy = policyDocument([...this.policyStatements(), mount]);
  }

  private policyStatements(): ResourceStatement[] {
    const anyone = { AWS: ["*"] };
    const { mountRoleArn, rootAccess = defaults["storage.file.rootAccess"] } = this.props;
    return [
      {
        sid: "ThroughMountTargets",
        principal: mountRoleArn === undefined ? anyone : { AWS: [mountRoleArn] },
        actions: [
          "elasticfilesystem:ClientMount",
          "elasticfilesystem:ClientWrite",
          ...(rootAccess ? ["elasticfilesystem:ClientRootAccess"] : []),
        ],
        resources: [this.fileSystem.arn],
        conditions: throughMountTargets,
      },
      {
        sid: "EncryptedOnly",
        effect: "Deny",
        principal: anyone,
        actions: ["*"],
        resources: [this.fileSystem.arn],
        conditions: { Bool: { "aws:SecureTransport": ["false"] } },
      },
    ];
  }

  /**
   * One in each zone, the maximum of EFS.
   * https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html
   */
  private createMountTargets(): EfsMountTarget[] {
    const firstOfZone = this.props.subnets.filter(
      ({ zone }, i, all) => all.findIndex((other) => other.zone === zone) === i,
    );
    return firstOfZone.map(
      ({ id, zone }) =>
        new EfsMountTarget(this, `mount_target_${zone}`, {
          fileSystemId: this.fileSystem.id,
          subnetId: id,
          securityGroups: [this.access.securityGroup.id],
        }),
    );
  }

  private createAccessPoint(
    name: string,
    { path, uid, gid, permissions = defaults["storage.file.accessPoints.*.permissions"] }: EksAccessPointSpec,
  ): EfsAccessPoint {
    return new EfsAccessPoint(this, `access_point_${name}`, {
      fileSystemId: this.fileSystem.id,
      posixUser: { uid, gid },
      rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions } },
      tags: { Name: `${this.props.clusterName}-${name}` },
    });
  }
}
