import type { EksClusterProps } from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, group, key } from "../../rule-support";

const withKey = (patch: Partial<EksClusterProps>): EksClusterProps =>
  cluster({ encryption: { disks: "customer-key" }, ...patch });
const autoMode: Partial<EksClusterProps> = {
  autoscaling: "auto-provisioning",
  eks: { autoProvisioning: { by: "auto-mode" } },
};
const profile = { name: "all", selectors: [{ namespace: "*" }] };
const ownKey = group({ disk: { kmsKeyArn: key } });

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/storage/disks-key-has-disks",
    passes: [
      ["a node group", withKey({ storage: { block: false } })],
      ["volumes of pods", withKey({ nodeGroups: [ownKey] })],
      [
        "nodes of Karpenter (karpenter-provider-aws #1407)",
        withKey({ nodeGroups: [], autoscaling: "auto-provisioning" }),
      ],
      ["no customer key", cluster({ ...autoMode, nodeGroups: [] })],
    ],
    fails: [
      [
        "Auto Mode alone (terraform-aws-eks #3401)",
        withKey({ ...autoMode, nodeGroups: [] }),
        'error encryption.disks: "customer-key" encrypts nothing: nodes and volumes of EKS Auto Mode have the key that a NodeClass ' +
          "(ephemeralStorage.kmsKeyID) and a StorageClass name; omit it",
      ],
      [
        "Fargate alone",
        withKey({
          nodeGroups: [],
          autoscaling: "none",
          storage: { block: false },
          eks: { fargateProfiles: [profile] },
        }),
        'error encryption.disks: "customer-key" encrypts nothing: pods on Fargate have no disks of the account; omit it',
      ],
      [
        "groups with their own key, and no volumes",
        withKey({ nodeGroups: [ownKey], storage: { block: false } }),
        'warning encryption.disks: "customer-key" encrypts nothing: each node group has its own disk.kmsKeyArn, and storage.block is ' +
          "false; omit it",
      ],
      [
        "Auto Mode next to a node group",
        withKey(autoMode),
        'warning encryption.disks: "customer-key" does not encrypt the disks of EKS Auto Mode: name a key in a NodeClass ' +
          "(ephemeralStorage.kmsKeyID)",
      ],
    ],
  },
];
