import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /** [azurerm] image_cleaner_interval_hours: 24 to 2160; 0 says that there is none. */
  "image-cleaner"({ aks }) {
    const hours = aks?.imageCleanerHours;
    if (!isKnown(hours) || hours === 0 || isWhole(hours, 24, 2160)) return [];
    return [
      error(["aks", "imageCleanerHours"], `must be 24 to 2160 hours, or 0 for none, got ${shown(hours)}`),
    ];
  },

  /** [azurerm] cost_analysis_enabled needs a tier with it. */
  "cost-analysis"({ aks }) {
    if (!aks?.costAnalysis || aks.tier !== "free") return [];
    return [error(["aks", "costAnalysis"], `needs tier "standard" or "premium", got "free"`)];
  },

  /** [AKS docs] "free" has no guarantee for a cluster that is to be kept. */
  "tier-has-guarantee"({ aks, protection = true }) {
    if (aks?.tier !== "free" || !protection) return [];
    return [
      warning(
        ["aks", "tier"],
        `"free" has no guarantee of the API server, and this cluster is protected: it is to be kept`,
      ),
    ];
  },

  /** [azurerm] Up to ten certificate authorities, and that of the proxy: PEM in base64. */
  "trusted-cas"({ aks, network = {} }) {
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

  /** A second grant of one role on one registry would be refused. */
  "registries-unique"({ aks }) {
    return repeated(knownEntries(aks?.registries), (id) => id.toLowerCase()).map(({ index, first }) =>
      error(["aks", "registries", index], `is there already, at position ${first}`),
    );
  },

  /** [Go] Durations are numbers with a unit. */
  durations({ aks = {} }) {
    const interval = aks.keyVaultSecretsInterval;
    const settings = Object.entries(aks.autoscaler ?? {})
      .filter(
        ([field]) =>
          /(Delay|Time|Interval|Unneeded|Unready|DelayAfter\w+)$/.test(field) &&
          typeof aks.autoscaler?.[field as never] === "string",
      )
      .map(([field, value]): [Path, string] => [["aks", "autoscaler", field], value as string]);
    const all: [Path, string][] = [
      ...(isKnown(interval) ? [[["aks", "keyVaultSecretsInterval"], interval] as [Path, string]] : []),
      ...settings.filter(([path]) => path[2] !== "expander"),
    ];
    return all
      .filter(([, text]) => isKnown(text) && !/^(\d+(\.\d+)?(h|m|s|ms))+$/.test(text))
      .map(([path, text]) => error(path, `must be a duration such as "10m", got ${shown(text)}`));
  },

  /** [azurerm] Bounds of the autoscaler's settings. */
  "autoscaler-bounds"({ aks = {}, autoscaling = "cluster-autoscaler" }) {
    const { autoscaler } = aks;
    if (!isKnown(autoscaler)) return [];
    const path = ["aks", "autoscaler"];
    if (autoscaling !== "cluster-autoscaler") {
      return [
        error(
          path,
          `is for autoscaling "cluster-autoscaler", got ${shown(autoscaling)}; leave one of the two out`,
        ),
      ];
    }
    const { scaleDownUtilization: share, maxUnreadyPercentage: percent } = autoscaler;
    const least = { maxGracefulTerminationSeconds: 0, maxUnreadyNodes: 0, emptyBulkDeleteMax: 1 } as const;
    return [
      ...(Object.keys(least) as (keyof typeof least)[])
        .filter((field) => isKnown(autoscaler[field]) && !isWhole(autoscaler[field], least[field]))
        .map((field) =>
          error(
            [...path, field],
            `must be a whole number of at least ${least[field]}, got ${shown(autoscaler[field])}`,
          ),
        ),
      ...(isKnown(share) && !(share >= 0 && share <= 1)
        ? [error([...path, "scaleDownUtilization"], `must be a share from 0 to 1, got ${shown(share)}`)]
        : []),
      ...(isKnown(percent) && !(percent >= 0 && percent <= 100)
        ? [
            error(
              [...path, "maxUnreadyPercentage"],
              `must be a percentage from 0 to 100, got ${shown(percent)}`,
            ),
          ]
        : []),
    ];
  },

  /** [azurerm] kubelet_identity and role assignments: identities are known to Entra ID by UUIDs. */
  "identity-numbers"({ aks = {} }) {
    const { controlPlane, kubelet } = aks.identities ?? {};
    const fields: [Path, string | undefined][] = [
      [["controlPlane", "principalId"], controlPlane?.principalId],
      [["kubelet", "principalId"], kubelet?.principalId],
      [["kubelet", "clientId"], kubelet?.clientId],
    ];
    return fields
      .filter(([, id]) => isKnown(id) && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
      .map(([path, id]) =>
        error(
          ["aks", "identities", ...path],
          `must be a UUID such as 11111111-2222-3333-4444-555555555555, got ${shown(id)}`,
        ),
      );
  },
});

/** The value stays out of the message: whoever takes the wrong file may have taken a key. */
function certificateProblems(path: Path, text: string): Problem[] {
  const isBase64 = /^[A-Za-z0-9+/\r\n]+={0,2}[\r\n]*$/.test(text);
  return isBase64 && Buffer.from(text, "base64").includes("BEGIN CERTIFICATE")
    ? []
    : [error(path, "must be a certificate, PEM in base64")];
}
