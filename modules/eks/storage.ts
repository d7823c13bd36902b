import { Construct } from "constructs";
import { AddOn, type AddOnContext } from "./add-ons";
import type { EksAddOnSpec } from "./props";

/** See {@link EksStorage}. */
export interface EksStorageProps extends AddOnContext {
  /** EBS volumes for pods. */
  readonly block: boolean;
  readonly blockAddOn?: EksAddOnSpec;
}

/** Persistent storage for workloads: the drivers, with the rights that they need. */
export class EksStorage extends Construct {
  /** The EBS CSI driver; undefined without block storage. */
  readonly block?: AddOn;

  constructor(scope: Construct, id: string, { block, blockAddOn, ...context }: EksStorageProps) {
    super(scope, id);
    if (block) {
      this.block = new AddOn(this, "block", {
        ...context,
        name: "aws-ebs-csi-driver",
        spec: blockAddOn,
        identity: {
          serviceAccount: "ebs-csi-controller-sa",
          managedPolicy: "service-role/AmazonEBSCSIDriverPolicy",
        },
      });
    }
  }
}
