import { type AksRuleCases, cluster } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
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
        'error name: must contain letters, digits, "-" and "_", with a letter or digit at both ends, got "shop-"',
      ],
      [
        "what DNS takes no name of",
        cluster({ name: "my_shop" }),
        'error name: must begin with a letter and contain only letters, digits and "-", got "my_shop"',
      ],
      [
        "a digit at its beginning",
        cluster({ name: "1shop" }),
        'error name: must begin with a letter and contain only letters, digits and "-", got "1shop"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/region-format",
    passes: [["a name without spaces", cluster()]],
    fails: [
      [
        "the name that the portal shows",
        cluster({ region: "West Europe" }),
        'error region: must be a region of Azure such as westeurope, got "West Europe"; did you mean "westeurope"?',
      ],
      [
        "a name with a separator and a typo",
        cluster({ region: "west-euorpe" }),
        'error region: must be a region of Azure such as westeurope, got "west-euorpe"; did you mean "westeurope"?',
      ],
      [
        "a region of another cloud",
        cluster({ region: "eu-central-1" }),
        'error region: must be a region of Azure such as westeurope, got "eu-central-1"',
      ],
    ],
  },
];
