import { type GkeRuleCases, autopilot, withGroups } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/node-labels-of-gke",
    passes: [
      [
        "other labels",
        withGroups({ labels: { "example.com/team": "shop", "cloud.google.com/compute-class": "a" } }),
      ],
    ],
    fails: [
      [
        "GKE's",
        withGroups({ labels: { "cloud.google.com/gke-nodepool": "a" } }),
        'error at key nodeGroups[0].labels["cloud.google.com/gke-nodepool"]: "cloud.google.com/gke-nodepool" is a label that GKE sets; use another domain',
      ],
    ],
  },
  {
    rule: "gke/node-groups/taints-of-gke",
    passes: [
      ["one's own", withGroups({ gpu: {}, taints: [{ key: "dedicated", effect: "NoSchedule" }] })],
      ["GKE's on other machines", withGroups({ taints: [{ key: "nvidia.com/gpu", effect: "NoSchedule" }] })],
    ],
    fails: [
      [
        "GKE's",
        withGroups(
          { gpu: {}, taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }] },
          { tpu: { topology: "2x2" }, taints: [{ key: "google.com/tpu", effect: "NoSchedule" }] },
          { sandbox: "gvisor", taints: [{ key: "sandbox.gke.io/runtime", effect: "NoSchedule" }] },
        ),
        "error nodeGroups[0].taints[0].key: GKE taints these nodes with nvidia.com/gpu; omit it",
        "error nodeGroups[1].taints[0].key: GKE taints these nodes with google.com/tpu; omit it",
        "error nodeGroups[2].taints[0].key: GKE taints these nodes with sandbox.gke.io/runtime; omit it",
      ],
    ],
  },
  {
    rule: "gke/node-groups/network-tags",
    passes: [["tags", withGroups({ networkTags: ["web", "internal-1"] })]],
    fails: [
      [
        "a duplicate, and an invalid tag",
        withGroups({ networkTags: ["web", "web", "Web"] }),
        'error nodeGroups[0].networkTags[1]: "web" is a duplicate of [0]',
        'error nodeGroups[0].networkTags[2]: must be a network tag: at most 63 lower-case letters, digits and "-", starting with a letter, got "Web"',
      ],
      [
        "65",
        withGroups({ networkTags: Array.from({ length: 65 }, (_, i) => `t${i}`) }),
        "error nodeGroups[0].networkTags: a machine has at most 64 network tags, got 65",
      ],
      [
        "an invalid tag, of nodes of auto-provisioning",
        autopilot({ gke: { mode: "autopilot", autoNetworkTags: ["1"] } }),
        'error gke.autoNetworkTags[0]: must be a network tag: at most 63 lower-case letters, digits and "-", starting with a letter, got "1"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/resource-manager-tags",
    passes: [
      ["numbers", withGroups({ resourceManagerTags: { "tagKeys/1": "tagValues/2" } })],
      ["names", withGroups({ resourceManagerTags: { "shop/tier": "web" } })],
    ],
    fails: [
      [
        "invalid names",
        withGroups({ resourceManagerTags: { tier: "web" } }),
        'error at key nodeGroups[0].resourceManagerTags.tier: must be a key and a value such as tagKeys/123456789 and tagValues/987654321, got "tier" and "web"',
      ],
      [
        "six",
        withGroups({
          resourceManagerTags: Object.fromEntries(
            [1, 2, 3, 4, 5, 6].map((i) => [`tagKeys/${i}`, "tagValues/1"]),
          ),
        }),
        "error nodeGroups[0].resourceManagerTags: GKE allows at most 5 Resource Manager tags, got 6",
      ],
    ],
  },
  {
    rule: "gke/node-groups/metadata-keys",
    passes: [["one's own", withGroups({ metadata: { "block-project-ssh-keys": "true" } })]],
    fails: [
      [
        "GKE's, and none",
        withGroups({ metadata: { "kube-env": "a", "a b": "c" } }),
        'error at key nodeGroups[0].metadata.kube-env: "kube-env" is an entry that GKE sets',
        'error at key nodeGroups[0].metadata["a b"]: must be a metadata key: at most 128 letters, digits, "-" and "_", got "a b"',
      ],
    ],
  },
];
