import { type AksRuleCases, withOptions } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/resource-group/resource-group-names",
    passes: [["two groups", withOptions({ resourceGroup: "shop", nodeResourceGroup: "shop-nodes" })]],
    fails: [
      [
        "one group for both",
        withOptions({ resourceGroup: "shop", nodeResourceGroup: "Shop" }),
        `error aks.nodeResourceGroup: must differ from the cluster's resource group, "shop": AKS creates and deletes it`,
      ],
      [
        "a long name",
        withOptions({ nodeResourceGroup: "n".repeat(81) }),
        'error aks.nodeResourceGroup: must have at most 80 characters on AKS, "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" has 81',
      ],
    ],
  },
];
