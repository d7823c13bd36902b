import {
  type AksRuleCases,
  addOnsOnly,
  cluster,
  group,
  proximity,
  withGroup,
  withGroups,
  withUpgrade,
} from "../../rule-support";

export const nodeGroups: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/one-machine-type",
    passes: [
      ["one", cluster()],
      ["families of all kinds", withGroup({ machineTypes: ["Standard_NC24ads_A100_v4"] })],
    ],
    fails: [
      [
        "two",
        withGroups({ machineTypes: ["Standard_D4ds_v5", "Standard_D8ds_v5"] }),
        "error nodeGroups[0].machineTypes: must be exactly one VM size: a node pool has one, got 2; make more groups",
      ],
      [
        "one of another cloud",
        withGroups({ machineTypes: ["m7i.large"] }),
        'error nodeGroups[0].machineTypes[0]: must be a VM size such as Standard_D4ds_v5, got "m7i.large"',
      ],
    ],
  },
  {
    rule: "aks/node-groups/first-pool-is-there",
    passes: [
      ["a plain group", cluster()],
      ["the taint for it", withGroups({ taints: [addOnsOnly] })],
    ],
    fails: [
      [
        "spot alone",
        withGroups({ capacity: "spot" }),
        "error nodeGroups: one group must be able to be the cluster's first node pool: Linux, on demand, at least one node, without taints but CriticalAddonsOnly=true:NoSchedule, and not mode user",
      ],
      [
        "another taint",
        withGroups({ mode: "system", taints: [{ key: "dedicated", effect: "NoSchedule" }] }),
        "error nodeGroups[0]: one group must be able to be the cluster's first node pool: Linux, on demand, at least one node, without taints but CriticalAddonsOnly=true:NoSchedule, and not mode user",
      ],
    ],
  },
  {
    rule: "aks/node-groups/first-pool-is-plain",
    passes: [["surge", withGroups({ upgrade: { maxSurge: 1 } })]],
    fails: [
      [
        "fewer nodes",
        withGroups({ upgrade: { maxUnavailable: 1 } }),
        "error nodeGroups[0].upgrade: the cluster's first node pool takes maxSurge alone; leave maxUnavailable out",
      ],
      [
        "a word about its replacement",
        withGroups({ replacement: "blue-green" }),
        "error nodeGroups[0].replacement: the cluster's first node pool is always rotated; leave it out",
      ],
    ],
  },
  {
    rule: "aks/node-groups/system-pools",
    passes: [["Linux, on demand", withGroup({ name: "more", mode: "system" })]],
    fails: [
      [
        "Windows, spot, empty",
        withGroup({
          mode: "system",
          capacity: "spot",
          size: { min: 0, max: 3 },
          image: { family: "windows-2022" },
        }),
        "error nodeGroups[1].mode: a system group must be Linux, not Windows",
        "error nodeGroups[1].mode: a system group must be on demand, not spot",
        "error nodeGroups[1].size.min: must be at least 1 in a system group, got 0",
      ],
    ],
  },
  {
    rule: "aks/node-groups/system-pools-of-zones",
    passes: [
      ["a node in each zone", withGroups({ spread: "per-zone", size: { min: 3, max: 9 } })],
      ["one pool over all zones", withGroups({ size: { min: 1, max: 9 } })],
      ["a user group", withGroup({ spread: "per-zone", size: { min: 0, max: 9 } })],
    ],
    fails: [
      [
        "fewer nodes than zones",
        withGroups({ spread: "per-zone", size: { min: 2, max: 9 } }),
        'error nodeGroups[0].size.min: must be at least the number of zones (3) in a system group with spread "per-zone", got 2',
      ],
    ],
  },
  {
    rule: "aks/node-groups/workloads-have-nodes",
    passes: [["an open group", cluster()]],
    fails: [
      [
        "the system group alone",
        withGroups({ taints: [addOnsOnly] }),
        "error nodeGroups: all groups have the taint CriticalAddonsOnly: no workload could run; add a group without it",
      ],
    ],
  },
  {
    rule: "aks/node-groups/system-pool-is-large-enough",
    passes: [["three nodes", cluster()]],
    fails: [
      [
        "one",
        withGroups({ size: 1 }),
        "warning nodeGroups[0].size: fewer than three nodes for what the cluster itself needs: a zone's failure stops it",
      ],
    ],
  },
  {
    rule: "aks/node-groups/node-counts",
    passes: [["few", cluster()]],
    fails: [
      [
        "too many in a pool",
        withGroups({ size: 1001 }),
        "error nodeGroups[0].size: must be at most 1000 nodes in a pool, got 1001",
      ],
      [
        "too many in all",
        withGroups(...Array.from({ length: 6 }, (_, i) => ({ name: `g${i}`, size: 900 }))),
        "error nodeGroups: must have at most 5000 nodes in all, got 5400",
      ],
      [
        "too many pools",
        withGroups(
          ...Array.from({ length: 34 }, (_, i) => ({ name: `g${i}`, size: 3, spread: "per-zone" as const })),
        ),
        "error nodeGroups: must make at most 100 node pools, these make 102",
      ],
    ],
  },
  {
    rule: "aks/node-groups/free-tier-is-small",
    passes: [["ten", cluster({ aks: { tier: "free" } })]],
    fails: [
      [
        "more",
        cluster({ aks: { tier: "free" }, nodeGroups: [group({ size: 11 })] }),
        'warning aks.tier: "free" is meant for up to ten nodes and has no guarantee; this cluster may have 11',
      ],
    ],
  },
  {
    rule: "aks/node-groups/stopped-nodes-keep-disks",
    passes: [
      ["a managed disk", withGroup({ scaleDown: "deallocate" })],
      ["nodes that are deleted", withGroup({ disk: { type: "ephemeral" }, scaleDown: "delete" })],
    ],
    fails: [
      [
        "stopped, without a disk",
        withGroup({
          capacity: "spot",
          disk: { type: "ephemeral" },
          scaleDown: "deallocate",
          spot: { eviction: "deallocate" },
        }),
        'error nodeGroups[1].scaleDown: "deallocate" needs disk.type "managed": an ephemeral disk does not outlive a stop',
        'error nodeGroups[1].spot.eviction: "deallocate" needs disk.type "managed": an ephemeral disk does not outlive a stop',
      ],
    ],
  },
  {
    rule: "aks/node-groups/spot-settings",
    passes: [["a price", withGroup({ capacity: "spot", spot: { maxPrice: 0.1 } })]],
    fails: [
      [
        "a pace and no price",
        withGroup({ capacity: "spot", spot: { maxPrice: 0 }, upgrade: { maxSurge: 1 } }),
        "error nodeGroups[1].upgrade: AKS takes no pace of upgrades for spot machines; leave it out",
        "error nodeGroups[1].spot.maxPrice: must be at least 0.00001 US dollars, got 0",
      ],
      [
        "on demand",
        withGroup({ spot: {} }),
        "error nodeGroups[1].spot: is for capacity spot alone; leave it out",
      ],
    ],
  },
  {
    rule: "aks/node-groups/ranges-have-autoscaler",
    passes: [["the autoscaler", cluster()]],
    fails: [
      [
        "nobody",
        cluster({ autoscaling: "none" }),
        'warning nodeGroups[0].size: nobody changes the number of nodes with autoscaling "none": it stays at min',
      ],
      [
        "auto-provisioning",
        cluster({ autoscaling: "auto-provisioning" }),
        'error nodeGroups[0].size: must be a number with autoscaling "auto-provisioning": AKS takes no autoscaled pools beside it',
      ],
    ],
  },
  {
    rule: "aks/node-groups/auto-provisioning-fits",
    passes: [["Azure's pod network", cluster({ autoscaling: "auto-provisioning" })]],
    fails: [
      [
        "what it does not know",
        cluster({
          autoscaling: "auto-provisioning",
          network: { podNetwork: "kubenet", dualStack: true, httpProxy: {} },
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
        "error nodeGroups[1].image.family: AKS takes no Windows groups beside auto-provisioning",
        'error autoscaling: "auto-provisioning" needs Azure\'s pod network, without kubenet and Calico',
        'error autoscaling: "auto-provisioning" does not go with dualStack',
        'error autoscaling: "auto-provisioning" does not go with httpProxy',
      ],
    ],
  },
  {
    rule: "aks/node-groups/upgrade-bounds",
    passes: [["a percentage", withUpgrade({ maxSurge: "10%", drainTimeoutMinutes: 1440, soakMinutes: 30 })]],
    fails: [
      [
        "no number",
        withUpgrade({ maxSurge: "lots" }),
        'error nodeGroups[1].upgrade.maxSurge: must be a number of nodes or a percentage such as "33%", got "lots"',
      ],
      [
        "two paces",
        withUpgrade({ maxSurge: 1, maxUnavailable: 1 }),
        "error nodeGroups[1].upgrade: must have one of maxSurge and maxUnavailable, got both",
      ],
      [
        "long waits",
        withUpgrade({ drainTimeoutMinutes: 1441, soakMinutes: 31 }),
        "error nodeGroups[1].upgrade.drainTimeoutMinutes: must be a whole number from 1 to 1440, got 1441",
        "error nodeGroups[1].upgrade.soakMinutes: must be a whole number from 0 to 30, got 31",
      ],
    ],
  },
  {
    rule: "aks/node-groups/disk-bounds",
    passes: [["30 GiB", withGroup({ disk: { sizeGiB: 30 } })]],
    fails: [
      [
        "29 GiB",
        withGroup({ disk: { sizeGiB: 29 } }),
        "error nodeGroups[1].disk.sizeGiB: must be 30 to 2048 GiB, got 29",
      ],
    ],
  },
  {
    rule: "aks/node-groups/pod-bounds",
    passes: [
      ["30 pods", withGroups({ mode: "system", maxPods: 30 })],
      ["the ends", withGroups({ mode: "user", maxPods: 10 }, { maxPods: 250 })],
    ],
    fails: [
      [
        "beyond the ends",
        withGroups({ mode: "user", maxPods: 9 }, { maxPods: 251 }, { maxPods: 20.5 }),
        "error nodeGroups[0].maxPods: must be a whole number from 10 to 250, got 9",
        "error nodeGroups[1].maxPods: must be a whole number from 10 to 250, got 251",
        "error nodeGroups[2].maxPods: must be a whole number from 10 to 250, got 20.5",
      ],
      [
        "20",
        withGroups({ mode: "system", maxPods: 20 }),
        "error nodeGroups[0].maxPods: must be at least 30 in a system group, got 20",
      ],
    ],
  },
  {
    rule: "aks/node-groups/public-address-settings",
    passes: [
      [
        "ports",
        withGroup({
          publicAddress: { hostPorts: ["8080/tcp", "30000-30100/udp"], applicationSecurityGroupIds: [] },
        }),
      ],
    ],
    fails: [
      [
        "ports that are none",
        withGroup({ publicAddress: { hostPorts: ["http", "90-80/tcp", "70000/tcp"] } }),
        'error nodeGroups[1].publicAddress.hostPorts[0]: must be ports such as "8080/tcp" or "30000-30100/udp", got "http"',
        'error nodeGroups[1].publicAddress.hostPorts[1]: must be ports such as "8080/tcp" or "30000-30100/udp", got "90-80/tcp"',
        'error nodeGroups[1].publicAddress.hostPorts[2]: must be ports such as "8080/tcp" or "30000-30100/udp", got "70000/tcp"',
      ],
      [
        "groups without ports",
        withGroup({ publicAddress: { applicationSecurityGroupIds: [] } }),
        "error nodeGroups[1].publicAddress.applicationSecurityGroupIds: are used with hostPorts alone",
      ],
    ],
  },
  {
    rule: "aks/node-groups/placement-has-one-zone",
    passes: [["one zone", withGroup({ zones: ["1"], placement: { proximityPlacementGroupId: proximity } })]],
    fails: [
      [
        "three",
        withGroup({ placement: { proximityPlacementGroupId: proximity } }),
        "warning nodeGroups[1].placement: machines of a proximity placement group are in one zone; this group has more",
      ],
    ],
  },
];
