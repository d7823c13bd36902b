import { NetappAccount } from "@cdktf/provider-azurerm/lib/netapp-account";
import { NetappPool } from "@cdktf/provider-azurerm/lib/netapp-pool";
import { NetappVolume } from "@cdktf/provider-azurerm/lib/netapp-volume";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import type { AksNetAppSpec } from "../spec";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { defaults } from "../fields.generated";

/** Props of `NetAppVolume`. */
export interface NetAppVolumeProps extends AksNetAppSpec {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** Id of a subnet that contains only volumes. */
  readonly subnetId: string;

  /** Range of clients that may mount the volume. */
  readonly clients: string;
  readonly protection: boolean;
}

/** Maximum length of a volume's name. */
const nameLimit = 64;

/** Maximum size of a regular volume in GiB. */
const largestVolume = 100 * 1024;

/** A volume of Azure NetApp Files that pods of all zones mount with NFS 4.1. */
export class NetAppVolume extends Construct {
  readonly volume: NetappVolume;

  constructor(scope: Construct, id: string, props: NetAppVolumeProps) {
    super(scope, id);
    const {
      clusterName,
      place,
      sizeTiB,
      serviceLevel = defaults["storage.netApp.serviceLevel"],
      protection,
    } = props;
    const name = boundedName([clusterName, "files"], nameLimit);
    const account = new NetappAccount(this, "account", { ...place, name });
    const pool = new NetappPool(this, "pool", {
      ...place,
      name,
      accountName: account.name,
      serviceLevel,
      sizeInTb: sizeTiB,
    });
    this.volume = new NetappVolume(this, "Resource", {
      ...place,
      name,
      accountName: account.name,
      poolName: pool.name,
      serviceLevel,
      volumePath: name,
      subnetId: props.subnetId,
      networkFeatures: "Standard",
      protocols: ["NFSv4.1"],
      storageQuotaInGb: Math.min(sizeTiB * 1024, largestVolume),
      exportPolicyRule: [
        {
          ruleIndex: 1,
          allowedClients: [props.clients],
          protocol: ["NFSv4.1"],
          unixReadOnly: false,
          unixReadWrite: true,
          // Pods change the owners of mounted files.
          rootAccessEnabled: true,
        },
      ],
      lifecycle: { preventDestroy: protection },
    });
  }
}
