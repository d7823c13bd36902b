import { error, warning } from "../../../cluster/problem";
import { isKnown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { knownMinors, kubernetesVersion, supportStatus } from "../../versions";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * [AKS docs] supported Kubernetes versions: about a year of standard support, then one more with the premium tier. A cluster that
   * stays behind keeps running; a new one of its version can't be made.
   */
  "version-support"({ kubernetesVersion: version, upgrades }, { today }) {
    const minor = isKnown(version) ? /^1\.\d{2}(?=$|\.)/.exec(version)?.[0] : undefined;
    if (minor === undefined) return [];
    const path = ["kubernetesVersion"];
    const row = kubernetesVersion(minor);
    const others = `in standard support: ${knownMinors()
      .filter((known) => supportStatus(known, today) === "standard")
      .join(", ")}`;

    switch (supportStatus(minor, today)) {
      case "standard":
      case "unknown":
        return [];
      case "unknown-newer":
        return [
          warning(
            path,
            `${minor} is newer than what is known here (up to ${knownMinors().at(-1)}): it may not be on AKS yet`,
          ),
        ];
      case "long-term":
        return upgrades?.support === "long-term"
          ? []
          : [
              warning(
                path,
                `${minor} left AKS' standard support on ${row!.standardSupportUntil}: no new cluster can have it; ${others}, or ` +
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
});
