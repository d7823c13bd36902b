import type { Taint } from "../../../../modules/cluster/vocabulary";
import { autopilot, cluster, type GkeRuleCases, group, variable, withGroups } from "../../rule-support";

const taint = (effect: Taint["effect"]): Taint => ({ key: "dedicated", effect });

export const nodeGroups: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/max-pods-range",
    passes: [["the ends", withGroups({ maxPods: 8 }, { maxPods: 256 }, { maxPods: variable })]],
    fails: [
      [
        "beyond the ends",
        withGroups({ maxPods: 7 }, { maxPods: 257 }, { maxPods: 20.5 }),
        "error nodeGroups[0].maxPods: must be a whole number from 8 to 256, got 7",
        "error nodeGroups[1].maxPods: must be a whole number from 8 to 256, got 257",
        "error nodeGroups[2].maxPods: must be a whole number from 8 to 256, got 20.5",
      ],
    ],
  },
  {
    rule: "gke/node-groups/one-machine-type",
    passes: [["one", withGroups({})]],
    fails: [
      [
        "two",
        withGroups({ machineTypes: ["n2-standard-4", "n2d-standard-4"] }),
        "error nodeGroups[0].machineTypes: must be one type: a node pool of GKE has no choice, got 2; make a group of each",
      ],
    ],
  },
  {
    rule: "gke/node-groups/nodes-per-zone",
    passes: [
      ["3000 in three zones", withGroups({ size: 3000 })],
      ["a reference", withGroups({ size: variable })],
      ["sizes that another rule refuses", withGroups({ size: { min: 3, max: 2 } })],
    ],
    fails: [
      [
        "3001 in three zones",
        withGroups({ size: { min: 1, max: 3001 } }),
        "error nodeGroups[0].size.max: makes up to 1001 nodes in a zone, and GKE takes 1000 of a pool: share the nodes out over more groups",
      ],
      [
        "1001 in one",
        withGroups({ size: 1001, zones: ["europe-west3-a"] }),
        "error nodeGroups[0].size: makes up to 1001 nodes in a zone, and GKE takes 1000 of a pool: share the nodes out over more groups",
      ],
    ],
  },
  {
    rule: "gke/node-groups/ranges-have-autoscaler",
    passes: [
      ["a range and an autoscaler", cluster()],
      ["fixed sizes and none", cluster({ autoscaling: "none", nodeGroups: [group({ size: 3 })] })],
    ],
    fails: [
      [
        "a range and none",
        cluster({ autoscaling: "none" }),
        'warning nodeGroups[0].size: nobody changes the number of nodes with autoscaling "none": the group stays at 3 unless someone does by hand; give a fixed size, or name an autoscaler',
      ],
    ],
  },
  {
    rule: "gke/node-groups/system-pods-have-node",
    passes: [
      ["plain nodes beside tainted ones", withGroups({ taints: [taint("NoSchedule")] }, { name: "plain" })],
      ["nodes that others would rather not use", withGroups({ taints: [taint("PreferNoSchedule")] })],
      ["machines that GKE makes", cluster({ autoscaling: "auto-provisioning", nodeGroups: [] })],
      ["Autopilot", autopilot()],
    ],
    fails: [
      [
        "no groups",
        cluster({ nodeGroups: [] }),
        "error nodeGroups: there is no node group: DNS, and all workloads, would have nowhere to run",
      ],
      [
        "tainted nodes alone",
        withGroups({ taints: [taint("NoExecute")] }, { gpu: {} }),
        "warning nodeGroups: no Linux group without taints NoSchedule or NoExecute has a node at the start: DNS, metrics and other pods of GKE's may have nowhere to run",
      ],
      [
        "groups that start empty",
        withGroups({ size: { min: 0, max: 3 } }),
        "warning nodeGroups: no Linux group without taints NoSchedule or NoExecute has a node at the start: DNS, metrics and other pods of GKE's may have nowhere to run",
      ],
    ],
  },
  {
    rule: "gke/node-groups/windows-has-linux",
    passes: [
      ["both", withGroups({ image: { family: "windows" } }, { name: "linux" })],
      [
        "machines that GKE makes",
        cluster({ autoscaling: "auto-provisioning", nodeGroups: [group({ image: { family: "windows" } })] }),
      ],
    ],
    fails: [
      [
        "Windows alone",
        withGroups({ image: { family: "windows" } }),
        "error nodeGroups: a cluster needs a group of Linux nodes beside those of Windows, got none",
      ],
    ],
  },
  {
    rule: "gke/node-groups/balance-of-spot",
    passes: [
      ["any zone for spot", withGroups({ capacity: "spot", balance: "any" })],
      ["balanced machines", withGroups({ balance: "balanced" })],
    ],
    fails: [
      [
        "balanced spot machines",
        withGroups({ capacity: "spot", balance: "balanced" }),
        "warning nodeGroups[0].balance: spot machines may be gone in one zone and not in others; any takes them where they are",
      ],
      [
        "a fixed size",
        withGroups({ size: 3, balance: "any" }),
        "error nodeGroups[0].balance: is the autoscaler's, which a group of fixed size has not; leave it out",
      ],
    ],
  },
  {
    rule: "gke/node-groups/upgrade-strategy",
    passes: [
      ["surge", withGroups({ upgrade: { maxSurge: 2, maxUnavailable: 1 } })],
      ["blue-green", withGroups({ upgrade: { strategy: "blue-green", blueGreen: { batchPercent: 20 } } })],
    ],
    fails: [
      [
        "surge in blue-green",
        withGroups({ upgrade: { strategy: "blue-green", maxSurge: 1, maxUnavailable: 1 } }),
        'error nodeGroups[0].upgrade.maxSurge: belongs to strategy "surge"; leave it out with "blue-green"',
        'error nodeGroups[0].upgrade.maxUnavailable: belongs to strategy "surge"; leave it out with "blue-green"',
      ],
      [
        "blue-green in surge",
        withGroups({ upgrade: { maxSurge: 1, blueGreen: { batchNodes: 1 } } }),
        'error nodeGroups[0].upgrade.blueGreen: needs strategy "blue-green"',
      ],
      [
        "blue-green in surge, of machines that GKE makes",
        cluster({
          gke: { autoProvisioning: { cpu: { max: 8 }, memoryGiB: { max: 32 }, upgrade: { blueGreen: {} } } },
        }),
        'error gke.autoProvisioning.upgrade.blueGreen: needs strategy "blue-green"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/surge",
    passes: [
      ["20 together", withGroups({ upgrade: { maxSurge: 10, maxUnavailable: 10 } })],
      ["no node more, and one less", withGroups({ upgrade: { maxSurge: 0, maxUnavailable: 1 } })],
    ],
    fails: [
      [
        "21 together",
        withGroups({ upgrade: { maxSurge: 10, maxUnavailable: 11 } }),
        "error nodeGroups[0].upgrade: maxSurge and maxUnavailable must be 20 together at most, got 21",
      ],
      [
        "21 of one",
        withGroups({ upgrade: { maxSurge: 21 } }, { upgrade: { maxUnavailable: 21 } }),
        "error nodeGroups[0].upgrade.maxSurge: must be a whole number from 0 to 20, got 21",
        "error nodeGroups[1].upgrade.maxUnavailable: must be a whole number from 1 to 20, got 21",
      ],
      [
        "neither",
        withGroups({ upgrade: { maxSurge: 0 } }),
        "error nodeGroups[0].upgrade.maxSurge: 0 needs maxUnavailable: no node could be replaced otherwise",
      ],
    ],
  },
  {
    rule: "gke/node-groups/blue-green-pace",
    passes: [
      [
        "a batch and waits",
        withGroups({
          upgrade: {
            strategy: "blue-green",
            blueGreen: { batchNodes: 5, batchSoakSeconds: 0, soakSeconds: 604800 },
          },
        }),
      ],
    ],
    fails: [
      [
        "two sizes",
        withGroups({ upgrade: { strategy: "blue-green", blueGreen: { batchNodes: 5, batchPercent: 10 } } }),
        "error nodeGroups[0].upgrade.blueGreen: must have one of batchNodes and batchPercent, got both",
      ],
      [
        "numbers out of bounds",
        withGroups({
          upgrade: {
            strategy: "blue-green",
            blueGreen: { batchNodes: 0, batchSoakSeconds: -1, soakSeconds: 604801 },
          },
        }),
        "error nodeGroups[0].upgrade.blueGreen.batchNodes: must be a whole number of at least 1, got 0",
        "error nodeGroups[0].upgrade.blueGreen.batchSoakSeconds: must be a whole number from 0 to 604800, got -1",
        "error nodeGroups[0].upgrade.blueGreen.soakSeconds: must be a whole number from 0 to 604800, got 604801",
      ],
      [
        "too large a part",
        withGroups({ upgrade: { strategy: "blue-green", blueGreen: { batchPercent: 101 } } }),
        "error nodeGroups[0].upgrade.blueGreen.batchPercent: must be a whole number from 1 to 100, got 101",
      ],
    ],
  },
  {
    rule: "gke/node-groups/repair-in-channel",
    passes: [
      ["machines of a queue", withGroups({ repair: false, provisioning: "queued" })],
      [
        "outside of the channels",
        cluster({ upgrades: { channel: "none" }, nodeGroups: [group({ repair: false })] }),
      ],
    ],
    fails: [
      [
        "in one",
        withGroups({ repair: false }),
        "error nodeGroups[0].repair: GKE repairs the nodes of clusters in a release channel (regular); leave it out, or leave the channels",
      ],
    ],
  },
  {
    rule: "gke/control-plane/node-group-addresses",
    passes: [["two names", withGroups({ name: "a" }, { name: "b", spread: "per-zone" })]],
    fails: [
      [
        "names that differ in a dash",
        withGroups({ name: "a-b" }, { name: "a--b" }),
        'error nodeGroups[1].name: "a--b" and "a-b" would have the same Terraform address; rename one of them',
      ],
      [
        "the rest of another",
        withGroups({ name: "a" }, { name: "a-rest" }),
        'error nodeGroups[1].name: "a-rest" and "a" would have the same Terraform address; rename one of them',
      ],
      [
        "the zone of another",
        withGroups({ name: "a", spread: "per-zone" }, { name: "a-europe-west3-a" }),
        'error nodeGroups[1].name: "a-europe-west3-a" and "a" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "gke/control-plane/list-addresses",
    passes: [["names", cluster({ storage: { object: { buckets: ["shop-a", "shop-b"] } } })]],
    fails: [
      [
        "names that differ in a dot",
        cluster({ storage: { object: { buckets: ["shop-a", "shop.a"] } } }),
        'error storage.object.buckets[1]: "shop.a" and "shop-a" would have the same Terraform address; rename one of them',
      ],
    ],
  },
];
