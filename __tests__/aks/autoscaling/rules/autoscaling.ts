import { type AksRuleCases, cluster, group, withOptions } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/autoscaling/range-needs-autoscaler",
    passes: [
      ["the autoscaler", cluster()],
      ["a fixed size without one", cluster({ autoscaling: "none", nodeGroups: [group({ size: 3 })] })],
    ],
    fails: [
      [
        "no autoscaler",
        cluster({ autoscaling: "none" }),
        'warning nodeGroups[0].size: autoscaling is "none": size.max has no effect, and the group stays at 3; set a fixed size, or use an autoscaler',
      ],
      [
        "auto-provisioning",
        cluster({ autoscaling: "auto-provisioning" }),
        'error nodeGroups[0].size: must be a number with autoscaling "auto-provisioning": AKS supports no autoscaled pools with it',
      ],
    ],
  },
  {
    rule: "aks/autoscaling/auto-provisioning-support",
    passes: [["Azure's pod network", cluster({ autoscaling: "auto-provisioning" })]],
    fails: [
      [
        "what it does not know",
        cluster({
          autoscaling: "auto-provisioning",
          network: { podNetwork: "kubenet", dualStack: true, httpProxy: {} },
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
        "error nodeGroups[1].image.family: AKS supports no Windows groups with auto-provisioning",
        'error autoscaling: "auto-provisioning" needs Azure\'s pod network, without kubenet and Calico',
        'error autoscaling: "auto-provisioning" does not support dualStack',
        'error autoscaling: "auto-provisioning" does not support httpProxy',
      ],
    ],
  },
  {
    rule: "aks/autoscaling/autoscaler-settings",
    passes: [
      ["a share", withOptions({ autoscaler: { scaleDownUtilization: 0.5, maxUnreadyPercentage: 45 } })],
    ],
    fails: [
      [
        "too much",
        withOptions({ autoscaler: { scaleDownUtilization: 50, maxUnreadyPercentage: 101 } }),
        "error aks.autoscaler.scaleDownUtilization: must be a fraction from 0 to 1, got 50",
        "error aks.autoscaler.maxUnreadyPercentage: must be a percentage from 0 to 100, got 101",
      ],
      [
        "another autoscaling",
        cluster({ autoscaling: "none", aks: { autoscaler: {} } }),
        'error aks.autoscaler: is for autoscaling "cluster-autoscaler", got "none"; omit one of the two',
      ],
    ],
  },
  {
    rule: "aks/autoscaling/autoscaler-durations",
    passes: [["durations", withOptions({ autoscaler: { scanInterval: "10s", scaleDownUnneeded: "1h30m" } })]],
    fails: [
      [
        "a number without a unit",
        withOptions({ autoscaler: { scaleDownUnneeded: "10" } }),
        'error aks.autoscaler.scaleDownUnneeded: must be a duration such as "10m", got "10"',
      ],
    ],
  },
];
