import { type GkeRuleCases, autopilot, cluster, withOptions } from "../../rule-support";
import type { GkeAutoProvisioningSpec } from "../../../../modules/gke/spec";

const provisioning = (patch: Partial<GkeAutoProvisioningSpec> = {}) =>
  cluster({
    autoscaling: "auto-provisioning",
    gke: { autoProvisioning: { cpu: { max: 100 }, memoryGiB: { max: 400 }, ...patch } },
  });

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/autoscaling/auto-tags-need-auto-provisioning",
    passes: [
      ["Autopilot", autopilot({ gke: { mode: "autopilot", autoNetworkTags: ["web"] } })],
      ["auto-provisioning", cluster({ autoscaling: "auto-provisioning", gke: { autoNetworkTags: ["web"] } })],
    ],
    fails: [
      [
        "neither",
        withOptions({ autoNetworkTags: ["web"] }),
        "error gke.autoNetworkTags: has no effect: GKE creates no nodes by itself; set tags in nodeGroups",
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-used",
    passes: [
      ["limits", provisioning()],
      ["none of it", cluster()],
      ["Autopilot, which another rule looks at", autopilot({ autoscaling: "auto-provisioning" })],
    ],
    fails: [
      [
        "no limits",
        cluster({ autoscaling: "auto-provisioning" }),
        "error gke.autoProvisioning: is required: limits of cpu and memoryGiB for the whole cluster",
      ],
      [
        "limits of nothing",
        withOptions({ autoProvisioning: { cpu: { max: 1 }, memoryGiB: { max: 1 } } }),
        'error gke.autoProvisioning: has no effect without autoscaling "auto-provisioning"; set it, or omit this field',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-bounds",
    passes: [["bounds", provisioning({ cpu: { min: 4, max: 4 }, gpus: { "nvidia-l4": { max: 8 } } })]],
    fails: [
      [
        "others",
        provisioning({ cpu: { min: 5, max: 4 }, memoryGiB: { min: -1, max: 0 }, gpus: { l4: { max: 8 } } }),
        "error gke.autoProvisioning.cpu.max: must be at least min (5), got 4",
        "error gke.autoProvisioning.memoryGiB.min: must be a whole number of at least 0, got -1",
        "error gke.autoProvisioning.memoryGiB.max: must be a whole number of at least 1, got 0",
        'error at key gke.autoProvisioning.gpus.l4: must be a type of GPU such as nvidia-l4, got "l4"',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-zones",
    passes: [["zones", provisioning({ zones: ["europe-west3-a"] })]],
    fails: [
      [
        "none",
        provisioning({ zones: [] }),
        "error gke.autoProvisioning.zones: must name at least one zone; if omitted, all zones of the network apply",
      ],
      [
        "one twice, and one elsewhere",
        provisioning({ zones: ["europe-west3-a", "europe-west3-a", "us-east1-b"] }),
        'error gke.autoProvisioning.zones[1]: "europe-west3-a" is a duplicate of [0]',
        'error gke.autoProvisioning.zones[2]: must be a zone of europe-west3 such as europe-west3-a, got "us-east1-b"',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-platform",
    passes: [["a generation", provisioning({ minCpuPlatform: "Intel Ice Lake" })]],
    fails: [
      [
        "none",
        provisioning({ minCpuPlatform: "newest" }),
        'error gke.autoProvisioning.minCpuPlatform: must be a processor generation such as "Intel Ice Lake", got "newest"',
      ],
    ],
  },
];
