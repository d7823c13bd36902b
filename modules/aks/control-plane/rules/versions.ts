import { error, warning } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { azurermProvider, isAtLeast, type ProviderFeature, providerFeatures } from "../../versions";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /** [AKS] A minor, or with no channel a patch: `1.35`, `1.35.2`. */
  "kubernetes-version"({ kubernetesVersion: version, upgrades = {} }) {
    if (!isKnown(version)) return [];
    const path = ["kubernetesVersion"];
    const match = /^1\.(\d{2})(\.\d{1,2})?$/.exec(version);
    if (!match)
      return [error(path, `must be a minor version such as "1.35", or a patch, got ${shown(version)}`)];
    const [, , patch] = match;
    if (patch === undefined || (upgrades.channel ?? "patch") === "none") return [];
    // [azurerm, classic module] With a channel that moves patches, one that stays is undone by it.
    return [
      error(
        path,
        `must be a minor version: upgrades.channel moves patches; say channel "none" to stay at ${version}`,
      ),
    ];
  },

  /** [PSRule Azure.AKS.AutoUpgrade] Without a channel, patches are missed. */
  "channel-is-set"({ upgrades }) {
    if (upgrades?.channel !== "none" || upgrades.nodeImages !== "none") return [];
    return [
      warning(
        ["upgrades"],
        "neither Kubernetes nor nodes' images are upgraded by themselves: both are left to you",
      ),
    ];
  },

  /** [AKS docs] Long-term support is of the premium tier. */
  "long-term-support"({ upgrades, aks }) {
    if (upgrades?.support !== "long-term" || aks?.tier === "premium") return [];
    return [
      error(
        ["upgrades", "support"],
        `"long-term" needs aks.tier "premium", got ${shown(aks?.tier ?? "standard")}`,
      ),
    ];
  },

  /** A version of the provider with three parts, not older than the bindings, before the next major. */
  "provider-minimum"({ aks }) {
    const version = aks?.providerMinimum;
    if (!isKnown(version)) return [];
    const path = ["aks", "providerMinimum"];
    const { minimum, below } = azurermProvider;
    if (!/^\d+\.\d+\.\d+$/.test(version))
      return [error(path, `must be a version such as "4.67.0", got ${shown(version)}`)];
    if (isAtLeast(version, minimum) && !isAtLeast(version, below)) return [];
    return [error(path, `must be at least ${minimum} and below ${below}, got ${shown(version)}`)];
  },

  /** [azurerm change log] What a later provider brought is refused where an older one is allowed. */
  "features-have-provider"(cluster) {
    const allowed = cluster.aks?.providerMinimum ?? azurermProvider.minimum;
    if (!isKnown(allowed) || !/^\d+\.\d+\.\d+$/.test(allowed)) return [];
    const uses: [ProviderFeature, boolean, (string | number)[]][] = [
      ["nodeAutoProvisioning", cluster.autoscaling === "auto-provisioning", ["autoscaling"]],
      ["zonalNatGateway", cluster.network?.nat === "regional", ["network", "nat"]],
    ];
    return uses
      .filter(([feature, isUsed]) => isUsed && !isAtLeast(allowed, providerFeatures[feature].minimum))
      .map(([feature, , path]) => {
        const { minimum, is } = providerFeatures[feature];
        return error(
          path,
          `${is} needs provider ${minimum} or later: say aks.providerMinimum: "${minimum}" (now ${allowed})`,
        );
      });
  },

  /** [azurerm maintenance windows] One day a week, 4 to 24 hours, a time of the day. */
  "maintenance-windows"({ upgrades = {} }) {
    return (["window", "nodeWindow"] as const).flatMap((field) => {
      const window = upgrades[field];
      if (!isKnown(window)) return [];
      const path = ["upgrades", field];
      const { days, start, hours } = window;
      return [
        ...(isKnown(hours) && !(Number.isInteger(hours) && hours >= 4 && hours <= 24)
          ? [error([...path, "hours"], `must be 4 to 24 whole hours, got ${shown(hours)}`)]
          : []),
        ...(isKnown(start) && !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)
          ? [error([...path, "start"], `must be a time of the day such as "02:00", got ${shown(start)}`)]
          : []),
        ...(isKnown(days) && days.length !== 1
          ? [
              error(
                [...path, "days"],
                `must be exactly one day: AKS opens a window once a week, got ${days.length}`,
              ),
            ]
          : []),
        ...(field === "window" && days === undefined
          ? [error(path, "must name a day: AKS upgrades Kubernetes once a week at most")]
          : []),
      ];
    });
  },

  /** [azurerm] A date that is none would be taken for the year 1. */
  "maintenance-pauses"({ upgrades = {} }) {
    return (upgrades.pauses ?? []).flatMap(({ from, until }, i) => {
      const path = ["upgrades", "pauses", i];
      const wrong = (["from", "until"] as const).filter((field) => {
        const text = { from, until }[field];
        return (
          isKnown(text) && (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) || Number.isNaN(Date.parse(text)))
        );
      });
      if (wrong.length > 0) {
        return wrong.map((field) =>
          error(
            [...path, field],
            `must be an instant such as "2026-12-20T00:00:00Z", got ${shown({ from, until }[field])}`,
          ),
        );
      }
      if (!isKnown(from) || !isKnown(until) || Date.parse(from) < Date.parse(until)) return [];
      return [error([...path, "until"], `must be after from (${from}), got ${shown(until)}`)];
    });
  },
});
