import { type AksRuleCases, variable, withAccess, withNetwork } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "cluster/fields/literal",
    passes: [["names of roles and of tenants", withAccess({ tenantId: variable })]],
    fails: [
      [
        "a range that subnets are planned from",
        withNetwork({ cidr: variable }),
        'error network.cidr: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
    ],
  },
];
