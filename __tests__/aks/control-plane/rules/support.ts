import { knownMinors, supportStatus } from "../../../../modules/aks/versions";
import { type AksRuleCases, cluster, today, variable } from "../../rule-support";

const newest = knownMinors().at(-1);
const inStandardSupport = knownMinors()
  .filter((minor) => supportStatus(minor, today) === "standard")
  .join(", ");

export const support: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/version-support",
    passes: [
      ["standard support", cluster({ kubernetesVersion: "1.35" })],
      ["a patch of it", cluster({ kubernetesVersion: "1.35.2", upgrades: { channel: "none" } })],
      ["standard support, a few days before its end", cluster({ kubernetesVersion: "1.34" })],
      [
        "long-term support that is asked for",
        cluster({ kubernetesVersion: "1.33", upgrades: { support: "long-term" } }),
      ],
      ["what is no version", cluster({ kubernetesVersion: "latest" })],
      ["a reference", cluster({ kubernetesVersion: variable })],
    ],
    fails: [
      [
        "long-term support that nobody asked for",
        cluster({ kubernetesVersion: "1.33" }),
        `warning kubernetesVersion: 1.33 left AKS' standard support on 2026-07-31: no new cluster can have it; in standard support: ${inStandardSupport}, or with upgrades.support "long-term" until 2027-07-31`,
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
        `warning kubernetesVersion: 1.99 is newer than what is known here (up to ${newest}): it may not be on AKS yet`,
      ],
    ],
  },
];
