import type { Taint } from "../../../../modules/cluster/vocabulary";
import { type GkeRuleCases, autopilot, cluster, group, variable, withGroups } from "../../rule-support";

const taint = (effect: Taint["effect"]): Taint => ({ key: "dedicated", effect });

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/on-demand-workloads",
    passes: [
      ["an on-demand group next to spot", withGroups({}, { name: "spot", capacity: "spot" })],
      ["no protection", { ...withGroups({ capacity: "spot" }), protection: false }],
      ["a reference", withGroups({ capacity: variable })],
      [
        "no group that accepts workloads",
        withGroups({ capacity: "spot", taints: [{ key: "a", effect: "NoSchedule" }] }),
      ],
      ["node auto-provisioning", { ...withGroups({ capacity: "spot" }), autoscaling: "auto-provisioning" }],
    ],
    fails: [
      [
        "spot groups only",
        withGroups({ capacity: "spot" }, { name: "more", capacity: "spot" }),
        "warning nodeGroups: no on-demand nodes accept workloads: a zone outage or spot interruption could stop them; add an on-demand group " +
          "without taints",
      ],
      [
        "an on-demand group with a taint",
        withGroups(
          { taints: [{ key: "CriticalAddonsOnly", effect: "NoSchedule" }] },
          { name: "spot", capacity: "spot", taints: [{ key: "a", effect: "PreferNoSchedule" }] },
        ),
        "warning nodeGroups: no on-demand nodes accept workloads: a zone outage or spot interruption could stop them; add an on-demand group " +
          "without taints",
      ],
    ],
  },
  {
    rule: "gke/node-groups/max-pods-range",
    passes: [["the limits", withGroups({ maxPods: 8 }, { maxPods: 256 }, { maxPods: variable })]],
    fails: [
      [
        "outside the limits",
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
        "error nodeGroups[0].machineTypes: must have one entry: a node pool has one machine type, got 2; use a group for each",
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
        "error nodeGroups[0].size.max: needs up to 1001 nodes in a zone, and a node pool has at most 1000; use more groups",
      ],
      [
        "1001 in one",
        withGroups({ size: 1001, zones: ["europe-west3-a"] }),
        "error nodeGroups[0].size: needs up to 1001 nodes in a zone, and a node pool has at most 1000; use more groups",
      ],
    ],
  },
  {
    rule: "gke/node-groups/range-needs-autoscaler",
    passes: [
      ["a range and an autoscaler", cluster()],
      ["fixed sizes and none", cluster({ autoscaling: "none", nodeGroups: [group({ size: 3 })] })],
    ],
    fails: [
      [
        "a range and none",
        cluster({ autoscaling: "none" }),
        'warning nodeGroups[0].size: autoscaling is "none": size.max has no effect, and the group stays at 3; set a fixed size, or use an autoscaler',
      ],
    ],
  },
  {
    rule: "gke/node-groups/add-ons-need-node",
    passes: [
      [
        "nodes without taints in addition to nodes with taints",
        withGroups({ taints: [taint("NoSchedule")] }, { name: "plain" }),
      ],
      ["nodes with PreferNoSchedule", withGroups({ taints: [taint("PreferNoSchedule")] })],
      ["nodes of auto-provisioning", cluster({ autoscaling: "auto-provisioning", nodeGroups: [] })],
      ["Autopilot", autopilot()],
    ],
    fails: [
      [
        "no groups",
        cluster({ nodeGroups: [] }),
        "error nodeGroups: must have a group: DNS and all workloads need nodes",
      ],
      [
        "nodes with taints only",
        withGroups({ taints: [taint("NoExecute")] }, { gpu: {} }),
        "warning nodeGroups: no Linux group without taints NoSchedule or NoExecute has a node at the start: DNS, metrics and other system pods of GKE may stay pending",
      ],
      [
        "groups that start empty",
        withGroups({ size: { min: 0, max: 3 } }),
        "warning nodeGroups: no Linux group without taints NoSchedule or NoExecute has a node at the start: DNS, metrics and other system pods of GKE may stay pending",
      ],
    ],
  },
  {
    rule: "gke/node-groups/workloads-have-nodes",
    passes: [
      ["x86 machines", cluster()],
      ["x86 machines next to Arm", withGroups({ machineTypes: ["c4a-standard-4"] }, { name: "x86" })],
      [
        "Arm machines with a taint, which another rule reports",
        withGroups({ machineTypes: ["c4a-standard-4"], taints: [taint("NoSchedule")] }),
      ],
      [
        "nodes of auto-provisioning",
        cluster({
          autoscaling: "auto-provisioning",
          nodeGroups: [group({ machineTypes: ["t2a-standard-4"] })],
        }),
      ],
      ["a reference", withGroups({ machineTypes: [variable] })],
      ["Autopilot", autopilot()],
    ],
    fails: (["c4a-standard-4", "n4a-standard-4", "t2a-standard-4"] as const).map((type) => [
      type,
      withGroups({ machineTypes: [type] }, { name: "tainted", taints: [taint("NoExecute")] }),
      "warning nodeGroups[0].machineTypes[0]: GKE taints nodes with Arm processors (kubernetes.io/arch=arm64:NoSchedule), and no group " +
        "without taints has others: pods without the node selector kubernetes.io/arch: arm64 or a toleration stay pending; add it to all " +
        "workloads, or add a group of x86 machines",
    ]),
  },
  {
    rule: "gke/node-groups/machine-memory",
    passes: [
      ["2 GiB", withGroups({ machineTypes: ["e2-small"] }, { machineTypes: ["n2-highcpu-2"] })],
      ["a family that is not known", withGroups({ machineTypes: ["q9-standard-4"] })],
    ],
    fails: [
      [
        "less",
        withGroups({ machineTypes: ["e2-micro"] }),
        "warning nodeGroups[0].machineTypes[0]: e2-micro has 1 GiB of memory, most of which GKE and its agents use: pods stay pending; use " +
          "at least 2 GiB, such as e2-medium",
      ],
    ],
  },
  {
    rule: "gke/node-groups/windows-needs-linux",
    passes: [
      ["both", withGroups({ image: { family: "windows" } }, { name: "linux" })],
      [
        "nodes of auto-provisioning",
        cluster({ autoscaling: "auto-provisioning", nodeGroups: [group({ image: { family: "windows" } })] }),
      ],
    ],
    fails: [
      [
        "Windows only",
        withGroups({ image: { family: "windows" } }),
        "error nodeGroups: must contain a group of Linux nodes: the system pods of GKE do not run on Windows",
      ],
    ],
  },
  {
    rule: "gke/node-groups/balance-needs-range",
    passes: [
      ["any zone for spot", withGroups({ capacity: "spot", balance: "any" })],
      ["balanced machines", withGroups({ balance: "balanced" })],
    ],
    fails: [
      [
        "balanced spot machines",
        withGroups({ capacity: "spot", balance: "balanced" }),
        "warning nodeGroups[0].balance: spot machines may be unavailable in one zone; use any",
      ],
      [
        "a fixed size",
        withGroups({ size: 3, balance: "any" }),
        "error nodeGroups[0].balance: has no effect with a fixed size; omit it",
      ],
    ],
  },
];
