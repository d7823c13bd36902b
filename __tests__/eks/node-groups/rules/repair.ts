import type { EksRepairPolicySpec } from "../../../../modules/eks/spec";
import { type EksRuleCases, variable, withGroups } from "../../rule-support";

const withPolicy = (repairPolicy: EksRepairPolicySpec) => withGroups({ repairPolicy });
const override = {
  condition: "AcceleratedHardwareReady",
  reason: "NvidiaXID64Error",
  afterMinutes: 5,
  action: "Reboot",
} as const;

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/repair-policy-used",
    passes: [["a managed group", withPolicy({ stopAbove: 2 })]],
    fails: [
      [
        "a self-managed group, and one without repair",
        withGroups(
          { kind: "self-managed", repairPolicy: { stopAbove: 2 } },
          { name: "others", repair: false, repairPolicy: {} },
        ),
        "error nodeGroups[0].repairPolicy: is supported only for managed node groups; Auto Scaling replaces only " +
          "machines that EC2 reports as unhealthy",
        "error nodeGroups[1].repairPolicy: has no effect with repair: false; omit one of them",
      ],
    ],
  },
  {
    rule: "eks/node-groups/repair-pace",
    passes: [
      ["a number and a percentage", withPolicy({ stopAbovePercent: 20, maxParallel: 1 })],
      ["what comes later", withPolicy({ stopAbove: variable, maxParallelPercent: variable })],
    ],
    fails: [
      [
        "both, and beyond",
        withPolicy({ stopAbove: 0, stopAbovePercent: 101, maxParallelPercent: 0 }),
        "error nodeGroups[0].repairPolicy.stopAbovePercent: is an alternative to stopAbove; omit one of them",
        "error nodeGroups[0].repairPolicy.stopAbove: must be a whole number of at least 1, got 0",
        "error nodeGroups[0].repairPolicy.stopAbovePercent: must be a whole number from 1 to 100, got 101",
        "error nodeGroups[0].repairPolicy.maxParallelPercent: must be a whole number from 1 to 100, got 0",
      ],
    ],
  },
  {
    rule: "eks/node-groups/repair-overrides",
    passes: [
      ["two faults", withPolicy({ overrides: [override, { ...override, reason: "NvidiaXID63Error" }] })],
    ],
    fails: [
      [
        "nothing, at once, twice",
        withPolicy({ overrides: [override, { ...override, afterMinutes: 0 }, { ...override, reason: "" }] }),
        "error nodeGroups[0].repairPolicy.overrides[1].afterMinutes: must be a whole number of at least 1, got 0",
        "error nodeGroups[0].repairPolicy.overrides[2].reason: must be a value that the node monitoring agent reports, " +
          "got none",
        "error nodeGroups[0].repairPolicy.overrides[1]: AcceleratedHardwareReady for NvidiaXID64Error is a duplicate of " +
          "[0]",
      ],
    ],
  },
];
