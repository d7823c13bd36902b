import { error, warning } from "../../../cluster/problem";
import { defineRules, entries, isKnown } from "../../../cluster/rules/rule";
import { computeOf } from "../../node-groups/compute";
import type { EksClusterProps } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/storage", {
  /**
   * The customer key of disks encrypts a disk: of a node group, of Karpenter's nodes or a volume of the EBS CSI driver. The disks of EKS
   * Auto Mode have the key of their NodeClass, and Fargate has no disks of the account.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
   */
  "disks-key-has-disks"(cluster, { nodeGroupsMayFollow }) {
    const { encryption, nodeGroups, storage } = cluster;
    if (encryption?.disks !== "customer-key" || !isKnown(nodeGroups)) return [];
    const path = ["encryption", "disks"];
    const { nodes, autoMode = "off", fargate, karpenter } = computeOf(cluster);
    if (!nodes && autoMode !== "off") {
      return [
        error(
          path,
          '"customer-key" encrypts nothing: nodes and volumes of EKS Auto Mode have the key that a NodeClass ' +
            "(ephemeralStorage.kmsKeyID) and a StorageClass name; omit it",
        ),
      ];
    }
    if (!nodes && fargate) {
      return [
        error(path, '"customer-key" encrypts nothing: pods on Fargate have no disks of the account; omit it'),
      ];
    }
    const groups = entries(nodeGroups).map(([, group]) => group);
    const isUsed =
      karpenter ||
      nodeGroupsMayFollow === true ||
      storage?.block !== false ||
      groups.some(({ disk }) => disk?.kmsKeyArn === undefined);
    if (!isUsed) {
      return [
        warning(
          path,
          '"customer-key" encrypts nothing: each node group has its own disk.kmsKeyArn, and storage.block is false; omit it',
        ),
      ];
    }
    if (autoMode === "off") return [];
    return [
      warning(
        path,
        '"customer-key" does not encrypt the disks of EKS Auto Mode: name a key in a NodeClass (ephemeralStorage.kmsKeyID)',
      ),
    ];
  },
});
