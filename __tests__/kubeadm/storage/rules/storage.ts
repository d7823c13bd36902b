import { cluster, type KubeadmRuleCases } from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/storage/snapshots-need-driver",
    passes: [
      ["snapshots of block volumes", cluster({ storage: { snapshots: true } })],
      ["neither", cluster({ storage: { block: false, snapshots: false } })],
    ],
    fails: [
      [
        "no block volumes",
        cluster({ storage: { block: false, snapshots: true } }),
        "error storage.snapshots: needs storage.block: there are no volumes to copy",
      ],
    ],
  },
];
