import type { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { keepData } from "../../cluster/kept-data";
import { idOf } from "../../cluster/references";
import { roles } from "../../azure/builtin-roles";
import { grantToIdentity } from "../../azure/grants";
import { nameIn } from "../../azure/resource-ids";
import { AksNetwork } from "../network/network";
import type { ClusterNetwork } from "../network/cluster-network";
import type { AksStorageSpec } from "../spec";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { ClusterBackup } from "./backup";
import { FileShare } from "./file-share";
import { storageManifests } from "./manifests";
import { NetAppVolume } from "./net-app";
import { defaults } from "../fields.generated";

/** Props of `AksStorage`. */
export interface AksStorageProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly storage: AksStorageSpec;
  readonly cluster: KubernetesCluster;
  readonly network: ClusterNetwork;

  /** Object id of the kubelets' identity, with which drivers on nodes reach blob containers. */
  readonly kubeletPrincipalId: string;

  /** The roles of the kubelets are assigned elsewhere. */
  readonly kubeletRolesAssigned: boolean;

  /** Object id of the control plane's identity. */
  readonly controlPlanePrincipalId: string;
  readonly diskEncryptionSet?: DiskEncryptionSet;
  readonly protection: boolean;
}

/** Persistent storage: shares, volumes, roles on blob containers, and backups. AKS runs the drivers. */
export class AksStorage extends Construct {
  readonly fileShare?: FileShare;
  readonly netApp?: NetAppVolume;
  readonly backup?: ClusterBackup;

  /** Objects of Kubernetes as a list, for `kubectl apply`. */
  readonly manifests: object;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksStorageProps,
  ) {
    super(scope, id);
    const { storage } = props;
    if (storage.file) this.fileShare = this.createFileShare(storage.file === true ? {} : storage.file);
    if (storage.netApp) this.netApp = this.createNetApp(storage.netApp);
    if (storage.object && !props.kubeletRolesAssigned) this.allowBuckets(storage.object);
    if (storage.backup) this.backup = this.createBackup(storage.backup === true ? {} : storage.backup);
    this.keepRemoved();
    this.manifests = storageManifests({
      place: props.place,
      fileShare: this.fileShare,
      diskEncryptionSet: props.diskEncryptionSet,
      defaultClass:
        typeof storage.block === "object" &&
        (storage.block.defaultClass ?? defaults["storage.block.defaultClass"]),
    });
  }

  /** Keeps the data of fields that were removed, with what contains it. */
  private keepRemoved(): void {
    const { fileShare, netApp, backup } = this;
    const { network, protection } = this.props;
    if (!fileShare) {
      keepData(this, protection, {
        "file/account": "azurerm_storage_account",
        "file/Resource": "azurerm_storage_share",
      });
    }
    if (!netApp) {
      keepData(this, protection, {
        "netapp/account": "azurerm_netapp_account",
        "netapp/pool": "azurerm_netapp_pool",
        "netapp/Resource": "azurerm_netapp_volume",
      });
      // Azure does not delete the subnet of a volume.
      if (network instanceof AksNetwork) keepData(network, protection, { netapp: "azurerm_subnet" });
    }
    if (!backup) {
      keepData(this, protection, {
        "backup/vault": "azurerm_data_protection_backup_vault",
        "backup/policy": "azurerm_data_protection_backup_policy_kubernetes_cluster",
        "backup/Resource": "azurerm_data_protection_backup_instance_kubernetes_cluster",
        "backup/snapshots": "azurerm_resource_group",
        "backup/account": "azurerm_storage_account",
        "backup/container": "azurerm_storage_container",
      });
    }
  }

  /** Unique in Azure: an existing network may have several clusters, and its id contains the subscription. */
  private get uniqueness(): string {
    const { clusterName, place, network } = this.props;
    return Fn.join("/", [network.vnetId, place.resourceGroupName, clusterName]);
  }

  private createFileShare(spec: Exclude<AksStorageSpec["file"], boolean | undefined>): FileShare {
    const { place, network, protection } = this.props;
    const { podSubnetId } = network;
    return new FileShare(this, "file", {
      ...spec,
      place,
      uniqueness: this.uniqueness,
      subnetIds: [...network.nodeSubnets.map(({ id }) => id), ...(podSubnetId ? [podSubnetId] : [])],
      protection,
    });
  }

  private createNetApp(spec: NonNullable<AksStorageSpec["netApp"]>): NetAppVolume {
    const { clusterName, place, network, protection } = this.props;
    if (!(network instanceof AksNetwork)) throw new Error("Azure NetApp Files needs a new network");
    return new NetAppVolume(this, "netapp", {
      ...spec,
      clusterName,
      place,
      subnetId: network.createNetAppSubnet().id,
      clients: network.cidr,
      protection,
    });
  }

  private allowBuckets({ buckets, readOnly }: NonNullable<AksStorageSpec["object"]>): void {
    for (const container of buckets) {
      const [, account] = /\/storageAccounts\/([^/]+)/i.exec(container) ?? [];
      const name = account ? `${account}/${nameIn(container)}` : container;
      grantToIdentity(this, `object_${idOf(this, name)}`, {
        role: readOnly ? roles.storageBlobDataReader : roles.storageBlobDataContributor,
        scope: container,
        principalId: this.props.kubeletPrincipalId,
      });
    }
  }

  private createBackup(spec: Exclude<AksStorageSpec["backup"], boolean | undefined>): ClusterBackup {
    const { clusterName, place, cluster, controlPlanePrincipalId, protection } = this.props;
    return new ClusterBackup(this, "backup", {
      ...spec,
      clusterName,
      place,
      cluster,
      controlPlanePrincipalId,
      uniqueness: this.uniqueness,
      protection,
    });
  }
}
