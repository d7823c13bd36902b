import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import { LoggingProjectBucketConfig } from "@cdktf/provider-google/lib/logging-project-bucket-config";
import { LoggingProjectSink } from "@cdktf/provider-google/lib/logging-project-sink";
import { PubsubTopic } from "@cdktf/provider-google/lib/pubsub-topic";
import type { Construct } from "constructs";
import { limits } from "./limits";
import { projectName } from "./names";
import type { GkeProject } from "./project";
import type { GkeLogType, GkeMetric, GkeObservabilitySpec } from "./props";

/** See {@link observabilityArguments}. */
export interface ObservabilityProps {
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;
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
      bigqueryDestination: { datasetId: usageMetering.dataset ?? createDataset(scope, props) },
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

function createTopic(scope: Construct, props: ObservabilityProps): PubsubTopic {
  return new PubsubTopic(scope, "notifications", {
    name: projectName(props, limits.computeName, "notifications"),
    dependsOn: props.project.prerequisites("pubsub"),
  });
}

/** Ids of datasets have no hyphens. */
function createDataset(scope: Construct, props: ObservabilityProps): string {
  return new BigqueryDataset(scope, "usage", {
    datasetId: projectName(props, limits.computeName, "usage").replaceAll("-", "_"),
    description: `Use of resources in the GKE cluster ${props.clusterName}`,
    location: props.region,
    dependsOn: props.project.prerequisites("bigquery"),
  }).datasetId;
}

/** See {@link createLogBucket}. */
export interface LogBucketProps extends ObservabilityProps {
  /** Region or zone of the control plane. */
  readonly location: string;
}

/** Keeps the cluster's logs for as long as is said, beside the project's own bucket. */
export function createLogBucket(scope: Construct, props: LogBucketProps): LoggingProjectSink | undefined {
  const { observability, clusterName, location, project, region } = props;
  if (observability.retentionDays === undefined) return undefined;
  const name = projectName(props, limits.computeName);
  const bucket = new LoggingProjectBucketConfig(scope, "logs", {
    project: project.id,
    location: region,
    bucketId: name,
    description: `Logs of the GKE cluster ${clusterName}`,
    retentionDays: observability.retentionDays,
    dependsOn: project.prerequisites("logging"),
  });
  return new LoggingProjectSink(scope, "log_sink", {
    name,
    description: `Logs of the GKE cluster ${clusterName}`,
    destination: `logging.googleapis.com/${bucket.id}`,
    filter: `resource.labels.cluster_name="${clusterName}" AND resource.labels.location="${location}"`,
    // In one project the sink needs no rights on the bucket.
    uniqueWriterIdentity: true,
  });
}
