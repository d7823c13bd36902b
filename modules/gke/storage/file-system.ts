import { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { limits } from "../limits";
import { projectName } from "../names";
import type { GkeFileStorageSpec, GkeFileTier } from "../spec";
import { fileTiers, shareName, smallestGiB } from "./file-tiers";
import { defaults } from "../fields.generated";

/** See {@link FileSystem}. */
export interface FileSystemProps extends GkeFileStorageSpec {
  readonly clusterName: string;
  readonly region: string;
  readonly zones: readonly string[];
  readonly networkId: string;

  /** Whether the network is in another project, so that Filestore needs private services access. */
  readonly isShared: boolean;
  readonly protection: boolean;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A Filestore instance in the cluster's network. */
export class FileSystem extends Construct {
  readonly instance: FilestoreInstance;

  /** Zone or region of the instance. */
  readonly location: string;

  constructor(scope: Construct, id: string, props: FileSystemProps) {
    super(scope, id);
    const tier: GkeFileTier = props.tier ?? defaults["storage.file.tier"];
    const { name, isRegional } = fileTiers[tier];
    this.location = isRegional ? props.region : (props.zone ?? props.zones[0]);
    this.instance = new FilestoreInstance(this, "Resource", {
      name: projectName(props, limits.storageName),
      description: `Files of pods of the GKE cluster ${props.clusterName}`,
      location: this.location,
      tier: name,
      protocol: props.protocol === "nfs-v4.1" ? "NFS_V4_1" : undefined,
      fileShares: { name: shareName, capacityGb: props.sizeGiB ?? smallestGiB(tier) },
      networks: [
        {
          network: props.networkId,
          modes: ["MODE_IPV4"],
          connectMode: props.isShared ? "PRIVATE_SERVICE_ACCESS" : "DIRECT_PEERING",
        },
      ],
      kmsKeyName: props.keyId,
      deletionProtectionEnabled: props.protection,
      lifecycle: { preventDestroy: props.protection || undefined },
      dependsOn: [...props.dependsOn],
    });
  }
}
