import { type AksRuleCases, cluster, withNetwork, withOptions, withUpgrades } from "../../rule-support";

export const versions: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/kubernetes-version",
    passes: [
      ["a minor", cluster()],
      ["a patch that stays", cluster({ kubernetesVersion: "1.34.2", upgrades: { channel: "none" } })],
    ],
    fails: [
      [
        "a word",
        cluster({ kubernetesVersion: "latest" }),
        'error kubernetesVersion: must be a minor version such as "1.35", or a patch, got "latest"',
      ],
      [
        "a patch that the channel moves",
        cluster({ kubernetesVersion: "1.34.2" }),
        'error kubernetesVersion: must be a minor version: upgrades.channel moves patches; say channel "none" to stay at 1.34.2',
      ],
    ],
  },
  {
    rule: "aks/control-plane/channel-is-set",
    passes: [["one of the two", withUpgrades({ channel: "none" })]],
    fails: [
      [
        "neither",
        withUpgrades({ channel: "none", nodeImages: "none" }),
        "warning upgrades: neither Kubernetes nor nodes' images are upgraded by themselves: both are left to you",
      ],
    ],
  },
  {
    rule: "aks/control-plane/long-term-support",
    passes: [["the premium tier", cluster({ upgrades: { support: "long-term" }, aks: { tier: "premium" } })]],
    fails: [
      [
        "the standard tier",
        withUpgrades({ support: "long-term" }),
        'error upgrades.support: "long-term" needs aks.tier "premium", got "standard"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/provider-minimum",
    passes: [["a later one", withOptions({ providerMinimum: "4.67.0" })]],
    fails: [
      [
        "an older one",
        withOptions({ providerMinimum: "4.54.0" }),
        'error aks.providerMinimum: must be at least 4.55.0 and below 5.0.0, got "4.54.0"',
      ],
      [
        "the next major",
        withOptions({ providerMinimum: "5.0.0" }),
        'error aks.providerMinimum: must be at least 4.55.0 and below 5.0.0, got "5.0.0"',
      ],
      [
        "no version",
        withOptions({ providerMinimum: "4.67" }),
        'error aks.providerMinimum: must be a version such as "4.67.0", got "4.67"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/features-have-provider",
    passes: [
      [
        "a provider that has it",
        cluster({ network: { nat: "regional" }, aks: { providerMinimum: "4.67.0" } }),
      ],
    ],
    fails: [
      [
        "a gateway over zones with an older one",
        withNetwork({ nat: "regional" }),
        'error network.nat: nat: regional needs provider 4.67.0 or later: say aks.providerMinimum: "4.67.0" (now 4.55.0)',
      ],
      [
        "auto-provisioning with an older one",
        cluster({ autoscaling: "auto-provisioning", aks: { providerMinimum: "4.56.3" } }),
        'error autoscaling: autoscaling: auto-provisioning needs provider 4.57.0 or later: say aks.providerMinimum: "4.57.0" (now 4.56.3)',
      ],
    ],
  },
  {
    rule: "aks/control-plane/maintenance-windows",
    passes: [
      ["a day, a time, hours", withUpgrades({ window: { days: ["sunday"], start: "01:00", hours: 4 } })],
      ["every day for images", withUpgrades({ nodeWindow: { start: "23:30", hours: 4 } })],
    ],
    fails: [
      [
        "too few hours",
        withUpgrades({ window: { days: ["sunday"], start: "01:00", hours: 2 } }),
        "error upgrades.window.hours: must be 4 to 24 whole hours, got 2",
      ],
      [
        "no time",
        withUpgrades({ nodeWindow: { start: "25:00", hours: 4 } }),
        'error upgrades.nodeWindow.start: must be a time of the day such as "02:00", got "25:00"',
      ],
      [
        "two days",
        withUpgrades({ nodeWindow: { days: ["friday", "saturday"], start: "01:00", hours: 4 } }),
        "error upgrades.nodeWindow.days: must be exactly one day: AKS opens a window once a week, got 2",
      ],
      [
        "no day for Kubernetes",
        withUpgrades({ window: { start: "01:00", hours: 4 } }),
        "error upgrades.window: must name a day: AKS upgrades Kubernetes once a week at most",
      ],
    ],
  },
  {
    rule: "aks/control-plane/maintenance-pauses",
    passes: [
      [
        "instants in order",
        withUpgrades({
          pauses: [{ name: "xmas", from: "2026-12-20T00:00:00Z", until: "2027-01-02T00:00:00Z" }],
        }),
      ],
    ],
    fails: [
      [
        "a date alone",
        withUpgrades({ pauses: [{ name: "xmas", from: "2026-12-20", until: "2027-01-02T00:00:00Z" }] }),
        'error upgrades.pauses[0].from: must be an instant such as "2026-12-20T00:00:00Z", got "2026-12-20"',
      ],
      [
        "the end before the beginning",
        withUpgrades({
          pauses: [{ name: "xmas", from: "2027-12-20T00:00:00Z", until: "2027-01-02T00:00:00Z" }],
        }),
        'error upgrades.pauses[0].until: must be after from (2027-12-20T00:00:00Z), got "2027-01-02T00:00:00Z"',
      ],
    ],
  },
];
