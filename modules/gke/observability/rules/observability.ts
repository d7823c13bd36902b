import { error } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeMetric } from "../../spec";
import { uniqueProblems, wholeProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/observability", {
  /**
   * Logs are kept for 1 to 3650 days.
   *
   * @see https://cloud.google.com/logging/docs/buckets#custom-retention
   */
  "log-retention"({ observability }) {
    return isKnown(observability)
      ? wholeProblems(["observability", "retentionDays"], observability.retentionDays, 1, 3650)
      : [];
  },

  /**
   * Lists of components contain `SYSTEM_COMPONENTS`, without which GKE collects no others, and each component once.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_logging_config
   */
  "system-components-required"({ observability }) {
    if (!isKnown(observability)) return [];
    return (["logTypes", "metrics"] as const).flatMap((field) => {
      const list: readonly string[] | undefined = observability[field];
      if (!isKnown(list)) return [];
      const path = ["observability", field];
      return [
        ...uniqueProblems(path, list),
        ...(list.length > 0 && !list.includes("SYSTEM_COMPONENTS")
          ? [error(path, 'must contain "SYSTEM_COMPONENTS": GKE collects no other components without it')]
          : []),
      ];
    });
  },

  /**
   * Metrics that managed Prometheus collects need managed Prometheus.
   *
   * @see https://cloud.google.com/stackdriver/docs/managed-prometheus/setup-managed
   */
  "metrics-need-managed-prometheus"({ observability }) {
    if (!isKnown(observability) || observability.managedPrometheus !== false) return [];
    const { metrics, autoMonitoring } = observability;
    const asked = isKnown(metrics) ? metrics.filter((metric) => collected.has(metric)) : [];
    return [
      ...(asked.length > 0
        ? [
            error(
              ["observability", "metrics"],
              `${asked.join(", ")} ${asked.length > 1 ? "need" : "needs"} managedPrometheus`,
            ),
          ]
        : []),
      ...(autoMonitoring === true
        ? [error(["observability", "autoMonitoring"], "needs managedPrometheus")]
        : []),
    ];
  },

  /**
   * Existing topics and datasets are given in the form that their services use.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-notifications
   */
  recipients({ observability }) {
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
              "must name at least one kind; if omitted, all kinds apply",
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

  /**
   * The component lists of an Autopilot cluster contain the components that Autopilot always logs and measures.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/resources/autopilot-standard-feature-comparison
   */
  "autopilot-components"({ gke, observability }) {
    if (!isKnown(gke) || gke.mode !== "autopilot" || !isKnown(observability)) return [];
    const { logTypes, metrics } = observability;
    const lacks = (list: readonly string[] | undefined, ...names: string[]) =>
      isKnown(list) ? names.filter((name) => !list.includes(name)) : [];
    const noLogs = lacks(logTypes, "SYSTEM_COMPONENTS", "WORKLOADS");
    const noMetrics = lacks(metrics, "SYSTEM_COMPONENTS");
    return [
      ...(noLogs.length > 0
        ? [
            error(
              ["observability", "logTypes"],
              `must contain ${noLogs.join(" and ")}, which Autopilot always logs`,
            ),
          ]
        : []),
      ...(noMetrics.length > 0
        ? [
            error(
              ["observability", "metrics"],
              `must contain ${noMetrics.join(" and ")}, which Autopilot always measures`,
            ),
          ]
        : []),
    ];
  },
});

/**
 * Metrics that managed collection gathers.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/kube-state-metrics
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cadvisor-kubelet-metrics
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/dcgm-metrics
 */
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
