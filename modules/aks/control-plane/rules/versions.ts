import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import { minimumProblem } from "../../../azure/provider";
import { defaults } from "../../fields.generated";
import type { AksClusterProps } from "../../spec";
import {
  endNotice,
  inStandardSupport,
  knownMinors,
  kubernetesVersion,
  supportStatus,
  versionsFact,
} from "../../versions";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * The Kubernetes version is a minor, or a patch if no upgrade channel changes patches.
   *
   * @see https://learn.microsoft.com/azure/aks/auto-upgrade-cluster
   */
  "version-format"({ kubernetesVersion: version, upgrades = {} }) {
    if (!isKnown(version)) return [];
    const path = ["kubernetesVersion"];
    const match = /^1\.(\d{2})(\.\d{1,2})?$/.exec(version);
    if (!match)
      return [error(path, `must be a minor version such as "1.35", or a patch, got ${shown(version)}`)];
    const [, , patch] = match;
    if (patch === undefined || (upgrades.channel ?? defaults["upgrades.channel"]) === "none") return [];
    // A channel that changes patches would undo a fixed patch.
    return [
      error(
        path,
        `must be a minor version: upgrades.channel changes patches; set channel "none" to stay at ${version}`,
      ),
    ];
  },

  /**
   * AKS supports the Kubernetes version: about one year of standard support, one more year with the premium
   * tier. A cluster with an older version keeps running, but a new one can't be created.
   *
   * @see https://learn.microsoft.com/azure/aks/supported-kubernetes-versions
   */
  "version-supported"({ kubernetesVersion: version, upgrades }, { today }) {
    const minor = isKnown(version) ? /^1\.\d{2}(?=$|\.)/.exec(version)?.[0] : undefined;
    if (minor === undefined) return [];
    const path = ["kubernetesVersion"];
    const row = kubernetesVersion(minor);
    const others = inStandardSupport(today);

    const notice = upgrades?.support === "long-term" ? undefined : endNotice(minor, today);

    switch (supportStatus(minor, today)) {
      case "standard":
        return notice === undefined ? [] : [warning(path, notice)];
      case "unknown":
        return [];
      case "unknown-newer":
        return [
          warning(
            path,
            `${minor} is newer than the newest known version (${knownMinors().at(-1)}, as of ${versionsFact.asOf}): AKS may not support it yet`,
          ),
        ];
      case "long-term":
        return upgrades?.support === "long-term"
          ? []
          : [
              warning(
                path,
                `${minor} left AKS standard support on ${row!.standardSupportUntil}: no new cluster can use it; ${others}, or ` +
                  `with upgrades.support "long-term" until ${row!.longTermSupportUntil}`,
              ),
            ];
      case "unsupported":
        return [
          error(
            path,
            `${minor} is not supported by AKS${row ? ` since ${row.longTermSupportUntil}` : " any more"}; ${others}`,
          ),
        ];
    }
  },

  /**
   * Kubernetes or node images are upgraded automatically. Without a channel, security patches are missed.
   *
   * @see https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.AKS.AutoUpgrade/
   */
  "upgrade-channel-set"({ upgrades }) {
    if (upgrades?.channel !== "none" || upgrades.nodeImages !== "none") return [];
    return [warning(["upgrades"], "neither Kubernetes nor node images are upgraded automatically")];
  },

  /**
   * Long-term support needs the tier `premium`.
   *
   * @see https://learn.microsoft.com/azure/aks/long-term-support
   */
  "long-term-support-needs-premium"({ upgrades, aks }) {
    if (upgrades?.support !== "long-term" || aks?.tier === "premium") return [];
    return [
      error(
        ["upgrades", "support"],
        `"long-term" needs aks.tier "premium", got ${shown(aks?.tier ?? defaults["aks.tier"])}`,
      ),
    ];
  },

  /**
   * The oldest allowed provider has a version of three parts, is not older than the bindings and is of a
   * supported major.
   *
   * @remarks Decision of this project: the bindings are generated from one version of the provider.
   */
  "provider-minimum"({ aks }) {
    const version = aks?.providerMinimum;
    const problem = isKnown(version) ? minimumProblem(version) : undefined;
    return problem === undefined ? [] : [error(["aks", "providerMinimum"], problem)];
  },
});
