import type { Taint } from "../../../../modules/cluster/vocabulary";
import { cluster, type EksRuleCases, group, variable, withGroups } from "../../rule-support";

const taint = (key: string, effect: Taint["effect"] = "NoSchedule"): Taint => ({ key, effect });
const labels = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, "a"]));
const noNodeFor = (addOns: string) =>
  `error nodeGroups: ${addOns} would have no node to run on, and the deployment would fail after a timeout: one ` +
  "Linux group must have min of at least 1 and no taint NoSchedule or NoExecute, or tolerations of it in eks.addOns";
const tolerations = [{ operator: "Exists" }];

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/on-demand-workloads",
    passes: [
      ["an on-demand group next to spot", withGroups({}, { name: "spot", capacity: "spot" })],
      ["no protection", { ...withGroups({ capacity: "spot" }), protection: false }],
      ["a reference", withGroups({ capacity: variable })],
      [
        "no group that accepts workloads",
        withGroups({ capacity: "spot", taints: [{ key: "a", effect: "NoSchedule" }] }),
      ],
      ["nodes of Auto Mode", { ...withGroups({ capacity: "spot" }), autoscaling: "auto-provisioning" }],
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
    rule: "eks/node-groups/max-pods-range",
    passes: [["the ends", withGroups({ maxPods: 10 }, { maxPods: 250 }, { maxPods: variable })]],
    fails: [
      [
        "beyond the ends",
        withGroups({ maxPods: 9 }, { maxPods: 251 }, { maxPods: 20.5 }),
        "error nodeGroups[0].maxPods: must be a whole number from 10 to 250, got 9",
        "error nodeGroups[1].maxPods: must be a whole number from 10 to 250, got 251",
        "error nodeGroups[2].maxPods: must be a whole number from 10 to 250, got 20.5",
      ],
    ],
  },
  {
    rule: "eks/node-groups/nodes-per-group",
    passes: [
      [
        "zones from a variable, none, and one from a variable",
        withGroups(
          { size: 451, zones: variable },
          { size: 451, zones: [] },
          { size: 451, zones: [variable] },
        ),
      ],
      ["450", withGroups({ size: 450 })],
      ["1350 over three groups", withGroups({ size: 1350, spread: "per-zone" })],
      ["a reference", withGroups({ size: variable })],
      ["a self-managed group", withGroups({ size: 451, kind: "self-managed" })],
    ],
    fails: [
      [
        "451",
        withGroups({ size: { min: 1, max: 451 } }),
        "warning nodeGroups[0].size.max: a managed node group of up to 451 nodes exceeds the default quota of AWS, 450; " +
          "use more groups",
      ],
      [
        "451 in one zone",
        withGroups({ size: 1351, spread: "per-zone" }),
        "warning nodeGroups[0].size: a managed node group of up to 451 nodes exceeds the default quota of AWS, 450; use " +
          "more groups",
      ],
    ],
  },
  {
    rule: "eks/node-groups/groups-per-cluster",
    passes: [
      [
        "30",
        withGroups(...Array.from({ length: 10 }, (_, i) => ({ name: `g${i}`, spread: "per-zone" as const }))),
      ],
      [
        "self-managed groups in addition",
        withGroups(
          { kind: "self-managed" },
          ...Array.from({ length: 10 }, (_, i) => ({ name: `g${i}`, spread: "per-zone" as const })),
        ),
      ],
    ],
    fails: [
      [
        "31",
        withGroups(
          {},
          ...Array.from({ length: 10 }, (_, i) => ({ name: `g${i}`, spread: "per-zone" as const })),
        ),
        'warning nodeGroups: 31 managed node groups (one for each zone where spread is "per-zone") exceed the default ' +
          "quota of AWS, 30",
      ],
    ],
  },
  {
    rule: "eks/node-groups/machine-type-count",
    passes: [["20", withGroups({ machineTypes: Array.from({ length: 20 }, (_, i) => `m${i}.large`) })]],
    fails: [
      [
        "21",
        withGroups({ machineTypes: Array.from({ length: 21 }, (_, i) => `m${i}.large`) }),
        "error nodeGroups[0].machineTypes: EKS supports at most 20 machine types, got 21",
      ],
    ],
  },
  {
    rule: "eks/node-groups/label-lengths",
    passes: [
      ["63 characters", withGroups({ labels: labels("example.com/" + "k".repeat(51)) })],
      [
        "no value of what may not be there at all",
        withGroups({ labels: { "node-role.kubernetes.io/worker": "", "eks.amazonaws.com/nodegroup": "" } }),
      ],
    ],
    fails: [
      [
        "64 characters, and nothing",
        withGroups({ labels: { ...labels("example.com/" + "k".repeat(52)), team: "" } }),
        `error at key nodeGroups[0].labels["example.com/${"k".repeat(52)}"]: EKS supports keys of at most 63 characters ` +
          "with their prefix, this one has 64",
        'error nodeGroups[0].labels.team: EKS supports no empty values; use "true"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/labels-of-eks",
    passes: [["other domains", withGroups({ labels: labels("example.com/a", "team") })]],
    fails: [
      [
        "EKS' own",
        withGroups({ labels: labels("eks.amazonaws.com/nodegroup") }),
        'error at key nodeGroups[0].labels["eks.amazonaws.com/nodegroup"]: "eks.amazonaws.com/nodegroup" is a label that EKS sets itself; use another domain',
      ],
    ],
  },
  {
    rule: "eks/node-groups/taint-limits",
    passes: [
      ["a key of 63 characters", withGroups({ taints: [taint("example.com/" + "k".repeat(51))] })],
      ["50", withGroups({ taints: Array.from({ length: 50 }, (_, i) => taint(`k${i}`)) })],
    ],
    fails: [
      [
        "51, and a long key",
        withGroups({
          taints: [
            taint("example.com/" + "k".repeat(52)),
            ...Array.from({ length: 50 }, (_, i) => taint(`k${i}`)),
          ],
        }),
        "error nodeGroups[0].taints: EKS supports at most 50 taints, got 51",
        "error nodeGroups[0].taints[0].key: EKS supports keys of at most 63 characters with their prefix, this one has 64",
      ],
    ],
  },
  {
    rule: "eks/node-groups/upgrade-within-size",
    passes: [
      ["as many as there are", withGroups({ size: 3, upgrade: { maxUnavailable: 3 } })],
      ["a percentage", withGroups({ size: 3, upgrade: { maxUnavailablePercent: 100 } })],
      [
        "what no pace is, of which another rule speaks",
        withGroups({ size: 3, upgrade: { maxUnavailable: 200 } }),
      ],
    ],
    fails: [
      [
        "more than there are",
        withGroups({ size: { min: 1, max: 3 }, upgrade: { maxUnavailable: 4 } }),
        "error nodeGroups[0].upgrade.maxUnavailable: must be at most the maximum size of the group (3), got 4",
      ],
      [
        "more than there are in a zone",
        withGroups({ size: 10, spread: "per-zone", upgrade: { maxUnavailable: 4 } }),
        "error nodeGroups[0].upgrade.maxUnavailable: must be at most the maximum size of the smallest node pool (3), got " +
          "4",
      ],
    ],
  },
  {
    rule: "eks/node-groups/spot-has-choice",
    passes: [
      ["spot of several types", withGroups({ capacity: "spot", machineTypes: ["m7i.large", "m6i.large"] })],
      ["on demand of one", withGroups({ machineTypes: ["m7i.large"] })],
      [
        "spot of what fits",
        withGroups({
          capacity: "spot",
          machineTypes: ["m7i.*"],
          machines: { vcpus: { min: 2 }, memoryGiB: { min: 4 } },
        }),
      ],
    ],
    fails: [
      [
        "spot of one",
        withGroups({ capacity: "spot" }),
        "warning nodeGroups[0].machineTypes: spot capacity of one machine type (m7i.large) can run out in all zones; " +
          "list several types of one size",
      ],
    ],
  },
  {
    rule: "eks/node-groups/range-needs-autoscaler",
    passes: [
      [
        "sizes that are invalid, which another rule reports",
        cluster({ autoscaling: "none", nodeGroups: [group({ size: { min: 3, max: 2 } })] }),
      ],
      ["a range and an autoscaler", cluster()],
      [
        "fixed sizes and none",
        cluster({
          autoscaling: "none",
          nodeGroups: [group({ size: 3 }), group({ size: { min: 3, max: 3 } })],
        }),
      ],
    ],
    fails: [
      [
        "a range and none",
        cluster({ autoscaling: "none" }),
        'warning nodeGroups[0].size: autoscaling is "none": size.max has no effect, and the group stays at 3; set a ' +
          "fixed size, or use an autoscaler",
      ],
    ],
  },
  {
    rule: "eks/node-groups/add-ons-need-node",
    passes: [
      [
        "untainted nodes in addition to tainted ones",
        withGroups({ taints: [taint("gpu")] }, { name: "plain" }),
      ],
      ["nodes for add-ons", withGroups({ taints: [taint("CriticalAddonsOnly")] })],
      ["nodes that others would rather not use", withGroups({ taints: [taint("a", "PreferNoSchedule")] })],
      [
        "tolerations of both",
        cluster({
          nodeGroups: [group({ taints: [taint("a")] })],
          eks: {
            addOns: {
              coredns: { configuration: { tolerations } },
              "aws-ebs-csi-driver": { configuration: { controller: { tolerations } } },
            },
          },
        }),
      ],
      [
        "tolerations of the one that is there",
        cluster({
          nodeGroups: [group({ taints: [taint("a")] })],
          storage: { block: false },
          eks: { addOns: { coredns: { configuration: { tolerations } } } },
        }),
      ],
      [
        "Auto Mode, which contains nodes and CoreDNS",
        cluster({
          autoscaling: "auto-provisioning",
          nodeGroups: [],
          eks: { autoProvisioning: { by: "auto-mode" } },
        }),
      ],
      [
        "Fargate alone, which another rule looks at",
        cluster({
          nodeGroups: [],
          eks: { fargateProfiles: [{ name: "apps", selectors: [{ namespace: "apps" }] }] },
        }),
      ],
    ],
    fails: [
      [
        "no groups",
        cluster({ nodeGroups: [] }),
        "error nodeGroups: there is no node group: CoreDNS and all workloads have no node to run on",
      ],
      [
        "tainted nodes alone",
        withGroups({ taints: [taint("a")] }, { taints: [taint("b", "NoExecute")] }),
        noNodeFor("CoreDNS and the EBS CSI driver"),
      ],
      [
        "tolerations of one alone",
        cluster({
          nodeGroups: [group({ taints: [taint("a")] })],
          eks: { addOns: { coredns: { configuration: { tolerations } } } },
        }),
        noNodeFor("the EBS CSI driver"),
      ],
      [
        "groups that start empty",
        cluster({
          nodeGroups: [group({ size: { min: 0, max: 3 } })],
          eks: { addOns: { coredns: { configuration: { tolerations } } } },
        }),
        noNodeFor("CoreDNS and the EBS CSI driver"),
      ],
      [
        "Windows nodes alone",
        withGroups({ image: { family: "windows" } }),
        noNodeFor("CoreDNS and the EBS CSI driver"),
      ],
    ],
  },
  {
    rule: "eks/node-groups/node-group-name-length",
    passes: [
      [
        "references",
        withGroups({ name: variable, spread: "per-zone" }, { zones: variable, spread: "per-zone" }),
      ],
      ["54 characters in one group", withGroups({ name: "n".repeat(54) })],
      ["40 characters and a zone", withGroups({ name: "n".repeat(40), spread: "per-zone" })],
    ],
    fails: [
      [
        "55 characters",
        withGroups({ name: "n".repeat(55) }),
        "error nodeGroups[0].name: must have at most 54 characters (EKS supports 63, including a hash), " +
          `"${"n".repeat(55)}" has 55`,
      ],
      [
        "41 characters and a zone",
        withGroups({ name: "n".repeat(41), spread: "per-zone" }),
        "error nodeGroups[0].name: must have at most 40 characters (EKS supports 63, including the zone and a hash), " +
          `"${"n".repeat(41)}" has 41`,
      ],
    ],
  },
];
