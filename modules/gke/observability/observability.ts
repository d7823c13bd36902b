import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import type { Construct } from "constructs";
import { createDataset, createTopic, type RecipientProps } from "./recipients";
import type { GkeLogType, GkeMetric, GkeObservabilitySpec } from "../spec";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";

/** See {@link observabilityArguments}. */
export interface ObservabilityProps extends RecipientProps {
  readonly isAutopilot: boolean;

  /** Whether the cluster has Dataplane V2, which can observe traffic. */
  readonly isV2: boolean;
  readonly observability: GkeObservabilitySpec;
}

/** Components that Autopilot always logs and measures. */
const autopilotLogTypes: readonly GkeLogType[] = ["SYSTEM_COMPONENTS", "WORKLOADS"];
const autopilotMetrics: readonly GkeMetric[] = ["SYSTEM_COMPONENTS"];

/** Arguments of logs, metrics and notifications. Creates the topic and the dataset unless existing ones are set. */
export function observabilityArguments(
  scope: Construct,
  props: ObservabilityProps,
): Partial<ContainerClusterConfig> {
  const { observability, isAutopilot } = props;
  const { usageMetering } = observability;
  const { trafficMetrics = isAutopilot } = observability;
  return {
    loggingConfig: {
      enableComponents: inOrder(
        observability.logTypes ?? defaults["observability.logTypes"],
        isAutopilot ? autopilotLogTypes : [],
      ),
    },
    monitoringConfig: {
      enableComponents: inOrder(
        observability.metrics ?? defaults["observability.metrics"],
        isAutopilot ? autopilotMetrics : [],
      ),
      managedPrometheus: {
        enabled: observability.managedPrometheus ?? defaults["observability.managedPrometheus"],
        autoMonitoringConfig: {
          scope: (observability.autoMonitoring ?? defaults["observability.autoMonitoring"]) ? "ALL" : "NONE",
        },
      },
      // The provider keeps the values if the block is removed.
      advancedDatapathObservabilityConfig: props.isV2
        ? {
            enableMetrics: trafficMetrics,
            enableRelay: observability.trafficRelay ?? defaults["observability.trafficRelay"],
          }
        : undefined,
    },
    costManagementConfig: {
      enabled: observability.costAllocation ?? defaults["observability.costAllocation"],
    },
    notificationConfig: notificationConfig(scope, props),
    resourceUsageExportConfig: usageMetering && {
      bigqueryDestination: {
        datasetId: usageMetering.dataset ?? createDataset(scope, props),
      },
      enableNetworkEgressMetering: usageMetering.egress ?? defaults["observability.usageMetering.egress"],
      enableResourceConsumptionMetering: true,
    },
  };
}

/** The provider compares lists. GKE starts with the system; the order of the others has no meaning. */
function inOrder<T extends string>(types: readonly T[], always: readonly T[]): T[] {
  const system = "SYSTEM_COMPONENTS" as T;
  const all = [...new Set([...always, ...types])];
  return [...all.filter((type) => type === system), ...asSet(all.filter((type) => type !== system))];
}

function notificationConfig(scope: Construct, props: ObservabilityProps) {
  const { notifications } = props.observability;
  // The provider keeps the topic of a removed argument.
  if (!notifications) return { pubsub: { enabled: false } };
  const { topic, events }: Partial<Exclude<typeof notifications, true>> =
    notifications === true ? {} : notifications;
  return {
    pubsub: {
      enabled: true,
      topic: topic ?? createTopic(scope, props).id,
      filter: events && { eventType: asSet(events) },
    },
  };
}
