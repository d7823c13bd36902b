import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { LoggingProjectBucketConfig } from "@cdktf/provider-google/lib/logging-project-bucket-config";
import { LoggingProjectSink } from "@cdktf/provider-google/lib/logging-project-sink";
import { PubsubTopic } from "@cdktf/provider-google/lib/pubsub-topic";
import type { GkeObservabilitySpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const withObservability = (observability: GkeObservabilitySpec) => synthesizeGke({ observability });

test("logs of the system and of workloads, metrics of the system, and cost allocation are enabled", () => {
  expect(synthesizeGke().resource(ContainerCluster)).toMatchObject({
    logging_config: { enable_components: ["SYSTEM_COMPONENTS", "WORKLOADS"] },
    monitoring_config: {
      enable_components: ["SYSTEM_COMPONENTS"],
      managed_prometheus: { enabled: true },
    },
    cost_management_config: { enabled: true },
  });
});

// The provider compares them in this order.
test("the system is the first component, at any position in the file", () => {
  const { logging_config, monitoring_config } = withObservability({
    logTypes: ["APISERVER", "SYSTEM_COMPONENTS"],
    metrics: ["POD", "SYSTEM_COMPONENTS", "HPA"],
  }).resource(ContainerCluster);
  expect(logging_config.enable_components).toEqual(["SYSTEM_COMPONENTS", "APISERVER"]);
  expect(monitoring_config.enable_components).toEqual(["SYSTEM_COMPONENTS", "HPA", "POD"]);
});

test("managed Prometheus and traffic metrics can be enabled", () => {
  const { monitoring_config } = withObservability({
    autoMonitoring: true,
    trafficMetrics: true,
    trafficRelay: true,
  }).resource(ContainerCluster);
  expect(monitoring_config).toMatchObject({
    managed_prometheus: { enabled: true, auto_monitoring_config: { scope: "ALL" } },
    advanced_datapath_observability_config: { enable_metrics: true, enable_relay: true },
  });
});

describe("logs", () => {
  test("are in the default bucket of the project by default", () => {
    const stack = synthesizeGke();
    expect(stack.resources(LoggingProjectBucketConfig)).toEqual({});
    expect(stack.resources(LoggingProjectSink)).toEqual({});
  });

  test("have a separate bucket with the given retention", () => {
    const stack = withObservability({ retentionDays: 90 });
    expect(stack.resource(LoggingProjectBucketConfig)).toMatchObject({
      project: "${google_project_service.project_container.project}",
      location: "europe-west3",
      bucket_id: "shop-europe-west3",
      retention_days: 90,
    });
    expect(stack.resource(LoggingProjectSink)).toMatchObject({
      destination: "logging.googleapis.com/${google_logging_project_bucket_config.control_plane_logs.id}",
      filter: 'resource.labels.cluster_name="shop" AND resource.labels.location="europe-west3"',
      unique_writer_identity: true,
    });
  });
});

describe("notifications", () => {
  test("are sent to a new topic, or to an existing one", () => {
    const own = withObservability({ notifications: true });
    expect(own.resource(PubsubTopic).name).toBe("shop-europe-west3-notifications");
    expect(own.resource(ContainerCluster).notification_config).toEqual({
      pubsub: { enabled: true, topic: "${google_pubsub_topic.control_plane_notifications.id}" },
    });

    const topic = "projects/shop-production/topics/gke";
    const theirs = withObservability({ notifications: { topic, events: ["SECURITY_BULLETIN_EVENT"] } });
    expect(theirs.resources(PubsubTopic)).toEqual({});
    expect(theirs.resource(ContainerCluster).notification_config.pubsub).toEqual({
      enabled: true,
      topic,
      filter: { event_type: ["SECURITY_BULLETIN_EVENT"] },
    });
  });
});

describe("usage metering", () => {
  test("is written to a new dataset, or to an existing one", () => {
    const own = withObservability({ usageMetering: { egress: true } });
    expect(own.resource(BigqueryDataset)).toMatchObject({
      dataset_id: "shop_europe_west3_usage",
      location: "europe-west3",
    });
    expect(own.resource(ContainerCluster).resource_usage_export_config).toEqual({
      bigquery_destination: { dataset_id: "${google_bigquery_dataset.control_plane_usage.dataset_id}" },
      enable_network_egress_metering: true,
      enable_resource_consumption_metering: true,
    });

    const theirs = withObservability({ usageMetering: { dataset: "usage" } });
    expect(theirs.resources(BigqueryDataset)).toEqual({});
  });
});
