import { type GkeRuleCases, cluster, withOptions, withUpgrades } from "../../rule-support";

const freeze = { name: "holidays", from: "2026-12-20T00:00:00Z", until: "2027-01-04T00:00:00Z" };

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/maintenance-window",
    passes: [
      ["every night", withUpgrades({ window: { start: "02:00", hours: 4 } })],
      ["half of a Sunday", withUpgrades({ window: { days: ["sunday"], start: "00:00", hours: 12 } })],
    ],
    fails: [
      [
        "too short",
        withUpgrades({ window: { start: "02:00", hours: 3 } }),
        "error upgrades.window.hours: must be a whole number from 4 to 24, got 3",
      ],
      [
        "too rare",
        withUpgrades({ window: { days: ["saturday", "sunday"], start: "02:00", hours: 5 } }),
        "error upgrades.window.hours: must be at least 6 on 2 days a week: GKE requires 48 hours in 32 days, got 5",
      ],
      [
        "no time, and a day twice",
        withUpgrades({ window: { days: ["sunday", "sunday"], start: "2 am", hours: 24 } }),
        'error upgrades.window.start: must be a time such as "02:00", got "2 am"',
        'error upgrades.window.days[1]: "sunday" is a duplicate of [0]',
      ],
      [
        "no day",
        withUpgrades({ window: { days: [], start: "24:00", hours: 24 } }),
        'error upgrades.window.start: must be a time such as "02:00", got "24:00"',
        "error upgrades.window.days: must name at least one day; if omitted, every day applies",
      ],
    ],
  },
  {
    rule: "gke/control-plane/maintenance-pauses",
    passes: [["one", withUpgrades({ pauses: [freeze] })]],
    fails: [
      [
        "a duplicate, and a wrong order",
        withUpgrades({ pauses: [freeze, { ...freeze, from: freeze.until, until: freeze.from }] }),
        'error upgrades.pauses[1].name: "holidays" is a duplicate of [0]',
        "error upgrades.pauses[1].until: must be after from (2027-01-04T00:00:00Z), got 2026-12-20T00:00:00Z",
      ],
      [
        "days, and no name",
        withUpgrades({
          pauses: [{ name: "Holidays", from: "2026-12-20", until: "2027-01-04T00:00:00+01:00" }],
        }),
        'error upgrades.pauses[0].name: must start with a lower-case letter and hold lower-case letters, digits and "-", got "Holidays"',
        'error upgrades.pauses[0].from: must be an instant in UTC such as "2026-12-20T00:00:00Z", got "2026-12-20"',
        'error upgrades.pauses[0].until: must be an instant in UTC such as "2026-12-20T00:00:00Z", got "2027-01-04T00:00:00+01:00"',
      ],
      [
        "21",
        withUpgrades({ pauses: Array.from({ length: 21 }, (_, i) => ({ ...freeze, name: `p${i}` })) }),
        "error upgrades.pauses: GKE allows at most 20 pauses, got 21",
      ],
    ],
  },
  {
    rule: "gke/control-plane/maintenance-pause-length",
    passes: [
      ["two weeks", withUpgrades({ pauses: [freeze] })],
      [
        "half a year without a new minor",
        withUpgrades({ pauses: [{ ...freeze, scope: "minor", until: "2027-06-18T00:00:00Z" }] }),
      ],
    ],
    fails: [
      [
        "31 days",
        withUpgrades({ pauses: [{ ...freeze, until: "2027-01-20T00:00:00Z" }] }),
        'error upgrades.pauses[0].until: a pause of scope "all" lasts 30 days at most, this one 31',
      ],
      [
        "four of all",
        withUpgrades({ pauses: ["a", "b", "c", "d"].map((name) => ({ ...freeze, name })) }),
        'error upgrades.pauses: GKE allows at most 3 pauses of all upgrades, got 4; use scope "minor" for others',
      ],
    ],
  },
  {
    rule: "gke/control-plane/upgrades-need-channel",
    passes: [
      ["a channel", withUpgrades({ acceleratedPatches: true, pauses: [{ ...freeze, scope: "minor" }] })],
      ["none", cluster({ upgrades: { channel: "none", pauses: [freeze] }, gke: { alphaFeatures: true } })],
    ],
    fails: [
      [
        "fields of a channel without a channel",
        withUpgrades({ channel: "none", acceleratedPatches: true, pauses: [{ ...freeze, scope: "minor" }] }),
        'error upgrades.acceleratedPatches: needs a release channel, got channel "none"',
        'error upgrades.pauses[0].scope: "minor" needs a release channel, got channel "none"',
      ],
      [
        "alpha features in one",
        withOptions({ alphaFeatures: true }),
        'error upgrades.channel: must be "none" with gke.alphaFeatures: GKE does not upgrade alpha clusters, got "regular"',
      ],
    ],
  },
];
