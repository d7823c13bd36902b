import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import type { Construct } from "constructs";
import { createDataset, createTopic, type RecipientProps } from "./recipients";
import type { GkeLogType, GkeMetric, GkeObservabilitySpec } from "../spec";

/** See {@link observabilityArguments}. */
export interface ObservabilityProps extends RecipientProps {
  readonly isAutopilot: boolean;
  readonly observability: GkeObservabilitySpec;
}

const defaultLogTypes: readonly GkeLogType[] = ["SYSTEM_COMPONENTS", "WORKLOADS"];
const defaultMetrics: readonly GkeMetric[] = ["SYSTEM_COMPONENTS"];

/** What the cluster writes down; the topic and the dataset for it are made where none is named. */
export function observabilityArguments(
  scope: Construct,
  props: ObservabilityProps,
): Partial<ContainerClusterConfig> {
  const { observability, isAutopilot } = props;
  const { usageMetering } = observability;
  const hasTraffic = observability.trafficMetrics !== undefined || observability.trafficRelay !== undefined;
  return {
    loggingConfig: {
      enableComponents: inOrder(
        observability.logTypes ?? defaultLogTypes,
        isAutopilot ? defaultLogTypes : [],
      ),
    },
    monitoringConfig: {
      enableComponents: inOrder(observability.metrics ?? defaultMetrics, isAutopilot ? defaultMetrics : []),
      managedPrometheus: {
        enabled: observability.managedPrometheus ?? true,
        autoMonitoringConfig:
          observability.autoMonitoring === undefined
            ? undefined
            : { scope: observability.autoMonitoring ? "ALL" : "NONE" },
      },
      advancedDatapathObservabilityConfig: hasTraffic
        ? {
            enableMetrics: observability.trafficMetrics ?? false,
            enableRelay: observability.trafficRelay ?? false,
          }
        : undefined,
    },
    costManagementConfig: { enabled: observability.costAllocation ?? true },
    notificationConfig: notificationConfig(scope, props),
    resourceUsageExportConfig: usageMetering && {
      bigqueryDestination: {
        datasetId: usageMetering.dataset ?? createDataset(scope, props),
      },
      enableNetworkEgressMetering: usageMetering.egress ?? false,
      enableResourceConsumptionMetering: true,
    },
  };
}

/** The provider compares lists in the order in which GKE gives them back, which has the system first. */
function inOrder<T extends string>(types: readonly T[], always: readonly T[]): T[] {
  const system = "SYSTEM_COMPONENTS" as T;
  const all = [...new Set([...always, ...types])];
  return [...all.filter((type) => type === system), ...all.filter((type) => type !== system)];
}

function notificationConfig(scope: Construct, props: ObservabilityProps) {
  const { notifications } = props.observability;
  if (!notifications) return undefined;
  const { topic, events }: Partial<Exclude<typeof notifications, true>> =
    notifications === true ? {} : notifications;
  return {
    pubsub: {
      enabled: true,
      topic: topic ?? createTopic(scope, props).id,
      filter: events && { eventType: [...events] },
    },
  };
}
