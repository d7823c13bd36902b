import { type AksRuleCases, proximity, withGroup, withGroups, withUpgrade } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/spot-settings",
    passes: [["a price", withGroup({ capacity: "spot", spot: { maxPrice: 0.1 } })]],
    fails: [
      [
        "a pace and no price",
        withGroup({ capacity: "spot", spot: { maxPrice: 0 }, upgrade: { maxSurge: 1 } }),
        "error nodeGroups[1].upgrade: AKS has no upgrade settings for spot node pools; omit it",
        "error nodeGroups[1].spot.maxPrice: must be at least 0.00001 US dollars, got 0",
      ],
      [
        "on demand",
        withGroup({ spot: {} }),
        `error nodeGroups[1].spot: is only for capacity "spot"; omit it`,
      ],
    ],
  },
  {
    rule: "aks/node-groups/upgrade-settings",
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
    rule: "aks/node-groups/disk-size",
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
    rule: "aks/node-groups/deallocate-needs-managed-disk",
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
        'error nodeGroups[1].scaleDown: "deallocate" needs disk.type "managed": an ephemeral disk is lost when the node stops',
        'error nodeGroups[1].spot.eviction: "deallocate" needs disk.type "managed": an ephemeral disk is lost when the node stops',
      ],
    ],
  },
  {
    rule: "aks/node-groups/max-pods",
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
      [
        "20 in the first pool, which is a system pool without a mode",
        withGroups({ maxPods: 20 }),
        "error nodeGroups[0].maxPods: must be at least 30 in a system group, as the cluster's first node pool is one, got 20",
      ],
    ],
  },
  {
    rule: "aks/node-groups/public-address",
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
        "error nodeGroups[1].publicAddress.applicationSecurityGroupIds: are used only with hostPorts",
      ],
    ],
  },
  {
    rule: "aks/node-groups/placement-in-one-zone",
    passes: [["one zone", withGroup({ zones: ["1"], placement: { proximityPlacementGroupId: proximity } })]],
    fails: [
      [
        "three",
        withGroup({ placement: { proximityPlacementGroupId: proximity } }),
        "warning nodeGroups[1].placement: a proximity placement group is in one zone; this group has more zones",
      ],
    ],
  },
  {
    rule: "aks/node-groups/reserved-labels",
    passes: [["one's own", withGroup({ labels: { "example.com/team": "shop" } })]],
    fails: [
      [
        "Azure's",
        withGroup({
          labels: { "kubernetes.azure.com/mode": "x" },
          taints: [{ key: "kubernetes.azure.com/x", effect: "NoSchedule" }],
        }),
        'error at key nodeGroups[1].labels["kubernetes.azure.com/mode"]: "kubernetes.azure.com/mode" is a label that AKS sets itself; use another domain',
        'error nodeGroups[1].taints[0].key: "kubernetes.azure.com/x" is a taint that AKS sets itself; use another domain',
      ],
    ],
  },
];
