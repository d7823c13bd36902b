import { type AksRuleCases, cluster, withGroup, withOptions } from "../../rule-support";

export const names: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/cluster-name",
    passes: [["letters, digits and -", cluster()]],
    fails: [
      [
        "64 characters",
        cluster({ name: "a".repeat(64) }),
        'error name: must have at most 63 characters on AKS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" has 64',
      ],
      [
        "an end that is none",
        cluster({ name: "shop-" }),
        'error name: must hold letters, digits, "-" and "_", with a letter or digit at its ends, got "shop-"',
      ],
      [
        "what DNS takes no name of",
        cluster({ name: "my_shop" }),
        'error name: must begin with a letter and hold letters, digits and "-", got "my_shop"',
      ],
      [
        "a digit at its beginning",
        cluster({ name: "1shop" }),
        'error name: must begin with a letter and hold letters, digits and "-", got "1shop"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/region-name",
    passes: [["one word", cluster()]],
    fails: [
      [
        "the name that the portal shows",
        cluster({ region: "West Europe" }),
        'error region: must be a region of Azure such as westeurope, got "West Europe"; write westeurope',
      ],
      [
        "a region of another cloud",
        cluster({ region: "eu-central-1" }),
        'error region: must be a region of Azure such as westeurope, got "eu-central-1"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/resource-group-names",
    passes: [["two groups", withOptions({ resourceGroup: "shop", nodeResourceGroup: "shop-nodes" })]],
    fails: [
      [
        "one group for both",
        withOptions({ resourceGroup: "shop", nodeResourceGroup: "Shop" }),
        'error aks.nodeResourceGroup: must be another than that of the cluster, "shop": AKS makes it, and deletes it',
      ],
      [
        "a long name",
        withOptions({ nodeResourceGroup: "n".repeat(81) }),
        'error aks.nodeResourceGroup: must have at most 80 characters on AKS, "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" has 81',
      ],
    ],
  },
  {
    rule: "aks/control-plane/windows-names",
    passes: [["two letters", withGroup({ name: "wi", image: { family: "windows-2022" } })]],
    fails: [
      [
        "one letter",
        withGroup({ name: "w", image: { family: "windows-2022" } }),
        'error nodeGroups[1].name: must have at least two letters, got "w"',
      ],
    ],
  },
];
