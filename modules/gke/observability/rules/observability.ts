import { error } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeMetric } from "../../spec";
import { uniqueProblems, wholeProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/observability", {
  /** [Logging API] LogBucket, retentionDays. */
  "log-retention"({ observability }) {
    return isKnown(observability)
      ? wholeProblems(["observability", "retentionDays"], observability.retentionDays, 1, 3650)
      : [];
  },

  /** [GKE API] LoggingComponentConfig, MonitoringComponentConfig: others come with those of the system. */
  "components-of-system"({ observability }) {
    if (!isKnown(observability)) return [];
    return (["logTypes", "metrics"] as const).flatMap((field) => {
      const list: readonly string[] | undefined = observability[field];
      if (!isKnown(list)) return [];
      const path = ["observability", field];
      return [
        ...uniqueProblems(path, list),
        ...(list.length > 0 && !list.includes("SYSTEM_COMPONENTS")
          ? [error(path, 'must name "SYSTEM_COMPONENTS" too: GKE has no others without')]
          : []),
      ];
    });
  },

  /** What managed Prometheus collects is not there without it. [GKE] Managed Service for Prometheus */
  "metrics-are-collected"({ observability }) {
    if (!isKnown(observability) || observability.managedPrometheus !== false) return [];
    const { metrics, autoMonitoring } = observability;
    const asked = isKnown(metrics) ? metrics.filter((metric) => collected.has(metric)) : [];
    return [
      ...(asked.length > 0
        ? [
            error(
              ["observability", "metrics"],
              `${asked.join(", ")} ${asked.length > 1 ? "need" : "needs"} managedPrometheus, which is off`,
            ),
          ]
        : []),
      ...(autoMonitoring === true
        ? [error(["observability", "autoMonitoring"], "needs managedPrometheus, which is off")]
        : []),
    ];
  },

  /** [Pub/Sub], [BigQuery] names of what is there already. */
  "existing-sinks"({ observability }) {
    if (!isKnown(observability)) return [];
    const { notifications, usageMetering } = observability;
    const map = isKnown(notifications) && typeof notifications === "object" ? notifications : undefined;
    const dataset = isKnown(usageMetering) ? usageMetering.dataset : undefined;
    return [
      ...(isKnown(map?.topic) && !/^projects\/[^/]+\/topics\/[A-Za-z][\w.~+%-]{2,254}$/.test(map.topic)
        ? [
            error(
              ["observability", "notifications", "topic"],
              `must be the full name of a topic such as projects/shop/topics/gke, got ${shown(map.topic)}`,
            ),
          ]
        : []),
      ...(isKnown(map?.events) && map.events.length === 0
        ? [
            error(
              ["observability", "notifications", "events"],
              "must name at least one kind; left out, it is all of them",
            ),
          ]
        : []),
      ...uniqueProblems(["observability", "notifications", "events"], map?.events),
      ...(isKnown(dataset) && !/^\w{1,1024}$/.test(dataset)
        ? [
            error(
              ["observability", "usageMetering", "dataset"],
              `must be the id of a dataset such as gke_usage, got ${shown(dataset)}`,
            ),
          ]
        : []),
    ];
  },
});

/** [GKE] kube state metrics, cAdvisor and kubelet metrics, DCGM: they come by managed collection. */
const collected = new Set<GkeMetric>([
  "STORAGE",
  "HPA",
  "POD",
  "DAEMONSET",
  "DEPLOYMENT",
  "STATEFULSET",
  "CADVISOR",
  "KUBELET",
  "DCGM",
  "JOBSET",
]);
