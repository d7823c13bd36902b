import { knownMinors } from "../../../../modules/aks/versions";
import {
  type AksRuleCases,
  cluster,
  variable,
  withNetwork,
  withOptions,
  withUpgrades,
} from "../../rule-support";

const newest = knownMinors().at(-1);
const inStandardSupport = "1.34 (until 2026-11-30), 1.35, 1.36, 1.37";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/version-format",
    passes: [
      ["a minor", cluster()],
      ["a patch that stays", cluster({ kubernetesVersion: "1.34.2", upgrades: { channel: "none" } })],
    ],
    fails: [
      [
        "a text",
        cluster({ kubernetesVersion: "latest" }),
        'error kubernetesVersion: must be a minor version such as "1.35", or a patch, got "latest"',
      ],
      [
        "a patch that the channel moves",
        cluster({ kubernetesVersion: "1.34.2" }),
        'error kubernetesVersion: must be a minor version: upgrades.channel changes patches; set channel "none" to stay at 1.34.2',
      ],
    ],
  },
  {
    rule: "aks/control-plane/version-supported",
    passes: [
      ["standard support", cluster({ kubernetesVersion: "1.35" })],
      ["a patch of it", cluster({ kubernetesVersion: "1.35.2", upgrades: { channel: "none" } })],
      [
        "standard support, a few days before its end, with long-term support",
        cluster({ kubernetesVersion: "1.34", upgrades: { support: "long-term" } }),
      ],
      [
        "long-term support that is asked for",
        cluster({ kubernetesVersion: "1.33", upgrades: { support: "long-term" } }),
      ],
      ["what is no version", cluster({ kubernetesVersion: "latest" })],
      ["a reference", cluster({ kubernetesVersion: variable })],
    ],
    fails: [
      [
        "standard support, a few days before its end",
        cluster({ kubernetesVersion: "1.34" }),
        "warning kubernetesVersion: standard support of 1.34 ends on 2026-11-30, in 7 days; plan an upgrade, newer minors in " +
          "standard support: 1.35, 1.36, 1.37",
      ],
      [
        "long-term support that is not requested",
        cluster({ kubernetesVersion: "1.33" }),
        `warning kubernetesVersion: 1.33 left AKS standard support on 2026-07-31: no new cluster can use it; in standard support: ${inStandardSupport}, or with upgrades.support "long-term" until 2027-07-31`,
      ],
      [
        "the end of all support",
        cluster({ kubernetesVersion: "1.30", upgrades: { support: "long-term" } }),
        `error kubernetesVersion: 1.30 is not supported by AKS since 2026-07-31; in standard support: ${inStandardSupport}`,
      ],
      [
        "what is older than the table",
        cluster({ kubernetesVersion: "1.22" }),
        `error kubernetesVersion: 1.22 is not supported by AKS any more; in standard support: ${inStandardSupport}`,
      ],
      [
        "what is newer than the table",
        cluster({ kubernetesVersion: "1.99" }),
        `warning kubernetesVersion: 1.99 is newer than the newest known version (${newest}, as of 2026-11-28): AKS may not support it yet`,
      ],
    ],
  },
  {
    rule: "aks/control-plane/upgrade-channel-set",
    passes: [["one of the two", withUpgrades({ channel: "none" })]],
    fails: [
      [
        "neither",
        withUpgrades({ channel: "none", nodeImages: "none" }),
        "warning upgrades: neither Kubernetes nor node images are upgraded automatically",
      ],
    ],
  },
  {
    rule: "aks/control-plane/long-term-support-needs-premium",
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
    passes: [
      ["a later one", withOptions({ providerMinimum: "4.67.0" })],
      ["one of the second supported major", withOptions({ providerMinimum: "5.2.0" })],
    ],
    fails: [
      [
        "an older one",
        withOptions({ providerMinimum: "4.54.0" }),
        'error aks.providerMinimum: must be at least 4.55.0 and below 6.0.0, got "4.54.0"',
      ],
      [
        "the next major",
        withOptions({ providerMinimum: "6.0.0" }),
        'error aks.providerMinimum: must be at least 4.55.0 and below 6.0.0, got "6.0.0"',
      ],
      [
        "no version",
        withOptions({ providerMinimum: "4.67" }),
        'error aks.providerMinimum: must be a version such as "4.67.0", got "4.67"',
      ],
    ],
  },
  {
    rule: "cluster/fields/provider-version",
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
        'error network.nat: "regional" needs the provider azurerm 4.67.0 or later, got 4.55.0; set aks.providerMinimum to "4.67.0", or providers.azurerm.version of the environment',
      ],
      [
        "auto-provisioning with an older one",
        cluster({ autoscaling: "auto-provisioning", aks: { providerMinimum: "4.56.3" } }),
        'error autoscaling: "auto-provisioning" needs the provider azurerm 4.57.0 or later, got 4.56.3; set aks.providerMinimum to "4.57.0", or providers.azurerm.version of the environment',
      ],
    ],
  },
];
