import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps, AksPolicySetting } from "../../spec";
import { isDuration } from "../../durations";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * The image cleaner runs every 24 to 2160 hours; 0 disables it.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#image_cleaner_interval_hours
   */
  "image-cleaner-interval"({ aks }) {
    const hours = aks?.imageCleanerHours;
    if (!isKnown(hours) || hours === 0 || isWhole(hours, 24, 2160)) return [];
    return [
      error(["aks", "imageCleanerHours"], `must be 24 to 2160 hours, or 0 for none, got ${shown(hours)}`),
    ];
  },

  /**
   * A version of Dapr is complete. A warning for its absence has another rule.
   *
   * @see https://learn.microsoft.com/azure/aks/dapr
   */
  "dapr-version"({ aks }) {
    const version = aks?.dapr?.version;
    if (!isKnown(version) || /^\d+\.\d+\.\d+$/.test(version)) return [];
    return [error(["aks", "dapr", "version"], `must be a version such as "1.15.4", got ${shown(version)}`)];
  },

  /**
   * A protected cluster has a version of Dapr: Azure does not recommend its automatic upgrades for production.
   *
   * @see https://learn.microsoft.com/azure/aks/dapr
   */
  "dapr-pinned"({ aks, protection = defaults.protection }) {
    if (aks?.dapr === undefined || aks.dapr.version !== undefined || !protection) return [];
    return [
      warning(
        ["aks", "dapr"],
        "is upgraded to new minor versions by Azure, which does not recommend that for production: set version; az k8s-extension " +
          "extension-types list-versions-by-location --extension-type microsoft.dapr lists them",
      ),
    ];
  },

  /**
   * The placement service of Dapr keeps its data in volumes.
   *
   * @see https://learn.microsoft.com/azure/aks/dapr-settings
   */
  "dapr-needs-volumes"({ aks, storage }) {
    if (aks?.dapr === undefined || storage?.block !== false) return [];
    return [error(["aks", "dapr"], "needs storage.block: its placement service keeps data in volumes")];
  },

  /**
   * Cost analysis needs the tier `standard` or `premium`.
   *
   * @see https://learn.microsoft.com/azure/aks/cost-analysis
   */
  "cost-analysis-needs-tier"({ aks }) {
    if (!aks?.costAnalysis || aks.tier !== "free") return [];
    return [error(["aks", "costAnalysis"], `needs tier "standard" or "premium", got "free"`)];
  },

  /**
   * A protected cluster should not have the tier `free`, which has no uptime guarantee.
   *
   * @see https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers
   */
  "free-tier-unprotected"({ aks, protection = defaults.protection }) {
    if (aks?.tier !== "free" || !protection) return [];
    return [
      warning(
        ["aks", "tier"],
        `"free" has no uptime guarantee for the API server, and this cluster is protected`,
      ),
    ];
  },

  /**
   * At most ten certificate authorities, and that of the proxy, are PEM in base64.
   *
   * @see https://learn.microsoft.com/azure/aks/custom-certificate-authority
   */
  "trusted-certificates"({ aks, network = {} }) {
    const list = aks?.trustedCas;
    const path: Path = ["aks", "trustedCas"];
    const proxyPath: Path = ["network", "httpProxy", "trustedCa"];
    const ofProxy = isKnown(network.httpProxy) ? network.httpProxy.trustedCa : undefined;
    return [
      ...(isKnown(list) && list.length > 10
        ? [error(path, `must be at most 10 certificate authorities, got ${list.length}`)]
        : []),
      ...knownEntries(list).flatMap(([i, text]) => certificateProblems([...path, i], text)),
      ...(isKnown(ofProxy) ? certificateProblems(proxyPath, ofProxy) : []),
    ];
  },

  /**
   * A setting that a policy of Azure owns is not in the file as well, and each is named once.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "set-by-policy"({ aks, observability, tags }) {
    const list = aks?.setByPolicy;
    if (!isKnown(list)) return [];
    const path: Path = ["aks", "setByPolicy"];
    const fields: Readonly<Record<Exclude<AksPolicySetting, "tags">, [Path, unknown]>> = {
      defender: [["observability", "defender"], observability?.defender],
      "azure-policy": [["aks", "azurePolicy"], aks?.azurePolicy],
      "container-insights": [["observability", "containerInsights"], observability?.containerInsights],
    };
    return [
      ...repeated(knownEntries(list)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      ),
      ...knownEntries(list).flatMap(([i, setting]) => {
        // The check of tags is below.
        const [field, value] = setting === "tags" ? [] : fields[setting];
        return field && value !== undefined
          ? [
              error(
                field,
                `has no effect: aks.setByPolicy[${i}] leaves ${shown(setting)} to a policy; omit one of the two`,
              ),
            ]
          : [];
      }),
      ...(list.includes("tags") && isKnown(tags) && Object.keys(tags).length > 0
        ? [
            warning(
              ["tags"],
              "are set when a resource is created; aks.setByPolicy ignores later changes of tags",
            ),
          ]
        : []),
    ];
  },

  /**
   * The interval of secret rotation is a number with a unit.
   *
   * @see https://learn.microsoft.com/azure/aks/csi-secrets-store-configuration-options
   */
  "secrets-rotation-interval"({ aks }) {
    const interval = aks?.keyVaultSecretsInterval;
    if (!isKnown(interval) || isDuration(interval)) return [];
    return [
      error(["aks", "keyVaultSecretsInterval"], `must be a duration such as "10m", got ${shown(interval)}`),
    ];
  },
});

/** The message does not contain the value, which may be a private key by mistake. */
function certificateProblems(path: Path, text: string): Finding[] {
  const isBase64 = /^[A-Za-z0-9+/\r\n]+(={1,2}[\r\n]*)?$/.test(text);
  return isBase64 && Buffer.from(text, "base64").includes("BEGIN CERTIFICATE")
    ? []
    : [error(path, "must be a certificate, PEM in base64")];
}
