import { cluster, type GkeRuleCases, variable } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "cluster/fields/literal",
    passes: [
      [
        "references in fields that are values only",
        cluster({ tags: { team: variable }, encryption: { keyId: variable } }),
      ],
    ],
    fails: [
      [
        "references in fields that decide which resources exist",
        cluster({ network: { podCidr: variable }, gke: { mode: variable } }),
        'error network.podCidr: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
        'error gke.mode: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
    ],
  },
];
