import { error } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * A maintenance window has one day of the week, a start time and 4 to 24 hours.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#maintenance_window_auto_upgrade
   */
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
          ? [error(path, "must have days: AKS upgrades Kubernetes at most once a week")]
          : []),
      ];
    });
  },

  /**
   * A pause is a period between two times in UTC. The provider reads an invalid date as the year 1.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#not_allowed
   */
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
            `must be a UTC time such as "2026-12-20T00:00:00Z", got ${shown({ from, until }[field])}`,
          ),
        );
      }
      if (!isKnown(from) || !isKnown(until) || Date.parse(from) < Date.parse(until)) return [];
      return [error([...path, "until"], `must be after from (${from}), got ${shown(until)}`)];
    });
  },
});
