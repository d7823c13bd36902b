import { type AksRuleCases, withUpgrades } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
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
        "error upgrades.window: must have days: AKS upgrades Kubernetes at most once a week",
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
        'error upgrades.pauses[0].from: must be a UTC time such as "2026-12-20T00:00:00Z", got "2026-12-20"',
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
