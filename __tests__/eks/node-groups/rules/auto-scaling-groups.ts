import type { EksAutoScalingGroupSpec, EksNodeGroupSpec } from "../../../../modules/eks/spec";
import { type EksRuleCases, variable, withGroups } from "../../rule-support";

/** A self-managed group with fields of its Auto Scaling group. */
const own = (autoScalingGroup: EksAutoScalingGroupSpec, patch: Partial<EksNodeGroupSpec> = {}) =>
  withGroups({ kind: "self-managed", autoScalingGroup, ...patch });
const morning = { name: "morning", recurrence: "0 7 * * MON-FRI", size: { min: 5, max: 20 } } as const;

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/auto-scaling-group-self-managed",
    passes: [
      ["our own, and a managed group without", own({})],
      ["none", withGroups({})],
    ],
    fails: [
      [
        "a managed group's",
        withGroups({ autoScalingGroup: {} }),
        'error nodeGroups[0].autoScalingGroup: is supported only for kind "self-managed"; EKS owns the Auto Scaling ' +
          "group of a managed node group",
      ],
    ],
  },
  {
    rule: "eks/node-groups/upgrade-pace-literal",
    passes: [
      ["a number", own({}, { upgrade: { maxUnavailable: 2 } })],
      ["a managed group's variable", withGroups({ upgrade: { maxUnavailable: variable } })],
    ],
    fails: [
      [
        "a variable",
        own({}, { upgrade: { maxUnavailablePercent: variable } }),
        "error nodeGroups[0].upgrade.maxUnavailablePercent: must be a literal in a self-managed group: bounds are " +
          "calculated from it",
      ],
    ],
  },
  {
    rule: "eks/node-groups/on-demand-share",
    passes: [
      [
        "some of a spot group",
        own(
          { onDemandBase: 3, onDemandPercent: 100, spotAllocation: "capacity-optimized-prioritized" },
          { capacity: "spot" },
        ),
      ],
      ["nothing set", own({})],
    ],
    fails: [
      [
        "some of an on-demand group",
        own({ onDemandBase: 3, spotAllocation: "lowest-price" }),
        'error nodeGroups[0].autoScalingGroup.onDemandBase: is supported only with capacity "spot"; other groups use ' +
          "on-demand machines only",
        'error nodeGroups[0].autoScalingGroup.spotAllocation: is supported only with capacity "spot"; other groups use ' +
          "on-demand machines only",
      ],
      [
        "what is no share",
        own({ onDemandBase: -1, onDemandPercent: 101 }, { capacity: "spot" }),
        "error nodeGroups[0].autoScalingGroup.onDemandBase: must be a whole number of nodes, got -1",
        "error nodeGroups[0].autoScalingGroup.onDemandPercent: must be a whole number from 0 to 100, got 101",
      ],
      [
        "an order where there is none",
        own(
          { spotAllocation: "capacity-optimized-prioritized" },
          { capacity: "spot", machines: { vcpus: { min: 2 }, memoryGiB: { min: 4 } } },
        ),
        'error nodeGroups[0].autoScalingGroup.spotAllocation: "capacity-optimized-prioritized" uses the order of machine ' +
          "types, and machines that are selected by requirements have none",
      ],
    ],
  },
  {
    rule: "eks/node-groups/machine-lifetimes",
    passes: [["the ends", own({ maxInstanceLifetimeDays: 1, terminationWaitSeconds: 7200 })]],
    fails: [
      [
        "less and more",
        own({ maxInstanceLifetimeDays: 366, terminationWaitSeconds: 10 }),
        "error nodeGroups[0].autoScalingGroup.maxInstanceLifetimeDays: must be a whole number from 1 to 365, got 366",
        "error nodeGroups[0].autoScalingGroup.terminationWaitSeconds: must be a whole number from 30 to 7200, got 10",
      ],
    ],
  },
  {
    rule: "eks/node-groups/warm-pools",
    passes: [["some machines", own({ warmPool: { size: 2 } })]],
    fails: [
      [
        "none",
        own({ warmPool: { size: 0 } }),
        "error nodeGroups[0].autoScalingGroup.warmPool.size: must be a whole number of at least 1, got 0",
      ],
      [
        "spot machines",
        own({ warmPool: { size: 2 } }, { capacity: "spot" }),
        "error nodeGroups[0].autoScalingGroup.warmPool: cannot have spot machines; omit one of them",
      ],
    ],
  },
  {
    rule: "eks/node-groups/schedules",
    passes: [
      ["a time zone", own({ schedules: [{ ...morning, timeZone: "America/New_York" }] })],
      ["some", own({ schedules: [morning, { ...morning, name: "night", recurrence: "0 20 * * *" }] })],
      ["none", own({ schedules: [] }, { size: 3 })],
    ],
    fails: [
      [
        "a size that is fixed",
        own({ schedules: [morning] }, { size: 3 }),
        "error nodeGroups[0].autoScalingGroup.schedules: need a size range, got the number 3; set min and max",
      ],
      [
        "two of a name",
        own({ schedules: [morning, morning] }),
        'error nodeGroups[0].autoScalingGroup.schedules[1].name: "morning" is also the name of schedules[0]',
      ],
      [
        "what is no name, no time and no range",
        own({
          schedules: [
            { name: "A b", recurrence: "daily", size: { min: 5, max: 4 } },
            { ...morning, timeZone: "CEST", size: { min: -1, max: 4 } },
          ],
        }),
        "error nodeGroups[0].autoScalingGroup.schedules[0].name: must start with a lower-case letter and consist of " +
          'lower-case letters, digits and "-", got "A b"',
        'error nodeGroups[0].autoScalingGroup.schedules[0].recurrence: must be five fields of cron such as "0 7 * * MON-FRI", got "daily"',
        "error nodeGroups[0].autoScalingGroup.schedules[0].size.max: must be a whole number of at least min (5), got 4",
        'error nodeGroups[0].autoScalingGroup.schedules[1].timeZone: must be a name of the IANA database such as "Europe/Berlin", got "CEST"',
        "error nodeGroups[0].autoScalingGroup.schedules[1].size.min: must be a whole number of at least 0, got -1",
      ],
    ],
  },
  {
    rule: "eks/node-groups/forced-upgrade-managed",
    passes: [["a managed group", withGroups({ upgrade: { force: true } })]],
    fails: [
      [
        "a self-managed group",
        withGroups({ kind: "self-managed", upgrade: { force: true } }),
        "error nodeGroups[0].upgrade.force: has no effect in a self-managed group: an instance refresh does not wait for pods; omit it",
      ],
    ],
  },
];
