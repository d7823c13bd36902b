import { autopilot, cluster, type GkeRuleCases, variable, withGroups, withOptions } from "../../rule-support";

const many = (count: number, prefix = "k") =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, ""]));

export const labels: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/label-syntax",
    passes: [["labels", cluster({ tags: { "managed-by": "terraform", team: variable, empty: "" } })]],
    fails: [
      [
        "tags of another cloud",
        cluster({ tags: { "Cost Center": "Team A", "goog-x": "a" } }),
        'error at key tags["Cost Center"]: the key of a label holds up to 63 lower-case letters, digits, "-" and "_", from a letter on, got "Cost Center"; "cost-center" would be right',
        'error tags["Cost Center"]: the value of a label holds up to 63 lower-case letters, digits, "-" and "_", got "Team A"; "team-a" would be right',
        'error at key tags.goog-x: labels that start with "goog-" are Google\'s own, got "goog-x"',
      ],
      [
        "a long value of a group",
        withGroups({ tags: { team: "a".repeat(64) } }),
        'error nodeGroups[0].tags.team: the value of a label holds up to 63 lower-case letters, digits, "-" and "_", got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" would be right',
      ],
    ],
  },
  {
    rule: "gke/control-plane/label-count",
    passes: [["64", cluster({ tags: many(64) })]],
    fails: [
      ["65", cluster({ tags: many(65) }), "error tags: must be at most 64 labels, got 65"],
      [
        "64 and one of a group",
        { ...withGroups({ tags: { own: "a" } }), tags: many(64) },
        "error nodeGroups[0].tags: must be at most 64 labels, with the cluster's these are 65",
      ],
    ],
  },
  {
    rule: "gke/control-plane/labels-of-gke",
    passes: [
      [
        "one's own",
        withGroups({ labels: { "example.com/team": "shop", "cloud.google.com/compute-class": "a" } }),
      ],
    ],
    fails: [
      [
        "GKE's",
        withGroups({ labels: { "cloud.google.com/gke-nodepool": "a" } }),
        'error at key nodeGroups[0].labels["cloud.google.com/gke-nodepool"]: "cloud.google.com/gke-nodepool" is a label that GKE sets itself; use another domain',
      ],
    ],
  },
  {
    rule: "gke/control-plane/taints-of-gke",
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
        "error nodeGroups[0].taints[0].key: GKE taints these nodes with nvidia.com/gpu itself; leave it out",
        "error nodeGroups[1].taints[0].key: GKE taints these nodes with google.com/tpu itself; leave it out",
        "error nodeGroups[2].taints[0].key: GKE taints these nodes with sandbox.gke.io/runtime itself; leave it out",
      ],
    ],
  },
  {
    rule: "gke/control-plane/network-tags",
    passes: [["tags", withGroups({ networkTags: ["web", "internal-1"] })]],
    fails: [
      [
        "one twice, and none",
        withGroups({ networkTags: ["web", "web", "Web"] }),
        'error nodeGroups[0].networkTags[1]: "web" is there already, at position 0',
        'error nodeGroups[0].networkTags[2]: must be a network tag: up to 63 lower-case letters, digits and "-", from a letter on, got "Web"',
      ],
      [
        "65",
        withGroups({ networkTags: Array.from({ length: 65 }, (_, i) => `t${i}`) }),
        "error nodeGroups[0].networkTags: a machine has at most 64 network tags, got 65",
      ],
      [
        "none, of machines that GKE makes",
        autopilot({ gke: { mode: "autopilot", autoNetworkTags: ["1"] } }),
        'error gke.autoNetworkTags[0]: must be a network tag: up to 63 lower-case letters, digits and "-", from a letter on, got "1"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/resource-manager-tags",
    passes: [
      ["numbers", withGroups({ resourceManagerTags: { "tagKeys/1": "tagValues/2" } })],
      ["names", withGroups({ resourceManagerTags: { "shop/tier": "web" } })],
    ],
    fails: [
      [
        "words",
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
        "error nodeGroups[0].resourceManagerTags: GKE takes at most 5 tags of Resource Manager, got 6",
      ],
    ],
  },
  {
    rule: "gke/control-plane/auto-tags-are-used",
    passes: [
      ["Autopilot", autopilot({ gke: { mode: "autopilot", autoNetworkTags: ["web"] } })],
      ["auto-provisioning", cluster({ autoscaling: "auto-provisioning", gke: { autoNetworkTags: ["web"] } })],
    ],
    fails: [
      [
        "neither",
        withOptions({ autoNetworkTags: ["web"] }),
        "error gke.autoNetworkTags: has no effect: GKE makes no nodes by itself; node groups have tags of their own",
      ],
    ],
  },
  {
    rule: "gke/control-plane/metadata-keys",
    passes: [["one's own", withGroups({ metadata: { "block-project-ssh-keys": "true" } })]],
    fails: [
      [
        "GKE's, and none",
        withGroups({ metadata: { "kube-env": "a", "a b": "c" } }),
        'error at key nodeGroups[0].metadata.kube-env: "kube-env" is an entry that GKE sets itself',
        'error at key nodeGroups[0].metadata["a b"]: a key of metadata holds up to 128 letters, digits, "-" and "_", got "a b"',
      ],
    ],
  },
];
