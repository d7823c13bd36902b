/** The default destinations of notifications, usage metering and logs. */
import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { LoggingProjectBucketConfig } from "@cdktf/provider-google/lib/logging-project-bucket-config";
import { LoggingProjectSink } from "@cdktf/provider-google/lib/logging-project-sink";
import { PubsubTopic } from "@cdktf/provider-google/lib/pubsub-topic";
import type { Construct } from "constructs";
import { limits } from "../limits";
import { projectName } from "../names";
import type { GkeProject } from "../project/project";

/** Common values of the topic, the dataset and the log bucket of a cluster. */
export interface RecipientProps {
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;
}

/** The topic for notifications about upgrades and security. */
export function createTopic(scope: Construct, props: RecipientProps): PubsubTopic {
  return new PubsubTopic(scope, "notifications", {
    name: projectName(props, limits.computeName, "notifications"),
    dependsOn: props.project.prerequisites("pubsub"),
  });
}

/** The dataset for usage metering. Ids of datasets have no hyphens. */
export function createDataset(scope: Construct, props: RecipientProps): string {
  return new BigqueryDataset(scope, "usage", {
    datasetId: projectName(props, limits.computeName, "usage").replaceAll("-", "_"),
    description: `Use of resources in the GKE cluster ${props.clusterName}`,
    location: props.region,
    dependsOn: props.project.prerequisites("bigquery"),
  }).datasetId;
}

/** See {@link createLogBucket}. */
export interface LogBucketProps extends RecipientProps {
  /** Region or zone of the control plane. */
  readonly location: string;
  readonly retentionDays: number;
  readonly protection: boolean;
}

/** A log bucket with a retention in days, in addition to the default bucket of the project. */
export function createLogBucket(scope: Construct, props: LogBucketProps): LoggingProjectSink {
  const { clusterName, location, project, region, retentionDays, protection } = props;
  const name = projectName(props, limits.computeName);
  const bucket = new LoggingProjectBucketConfig(scope, "logs", {
    project: project.id,
    location: region,
    bucketId: name,
    description: `Logs of the GKE cluster ${clusterName}`,
    retentionDays,
    lifecycle: { preventDestroy: protection || undefined },
    dependsOn: project.prerequisites("logging"),
  });
  return new LoggingProjectSink(scope, "log_sink", {
    name,
    description: `Logs of the GKE cluster ${clusterName}`,
    destination: `logging.googleapis.com/${bucket.id}`,
    filter: `resource.labels.cluster_name="${clusterName}" AND resource.labels.location="${location}"`,
    // In the same project the sink needs no permissions for the bucket.
    uniqueWriterIdentity: true,
  });
}
