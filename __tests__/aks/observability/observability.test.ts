import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { MonitorAlertPrometheusRuleGroup } from "@cdktf/provider-azurerm/lib/monitor-alert-prometheus-rule-group";
import { MonitorDataCollectionEndpoint } from "@cdktf/provider-azurerm/lib/monitor-data-collection-endpoint";
import { MonitorDataCollectionRule } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule";
import { MonitorDataCollectionRuleAssociation } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule-association";
import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { MonitorWorkspace } from "@cdktf/provider-azurerm/lib/monitor-workspace";
import type { AksObservabilitySpec, AksOptions } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";
import { certificate, workspace } from "../rule-support";

const watch = (observability: AksObservabilitySpec) => synthesizeAks({ observability });
const withOptions = (aks: AksOptions) => synthesizeAks({ aks }).resource(KubernetesCluster);
const byDefault = synthesizeAks();
const cluster = byDefault.resource(KubernetesCluster);
const clusterId = "${azurerm_kubernetes_cluster.control_plane.id}";
const own = "${azurerm_log_analytics_workspace.observability_workspace.id}";

describe("logs of the control plane", () => {
  test("are sent to a workspace of the cluster, each type to its table", () => {
    expect(byDefault.resource(LogAnalyticsWorkspace)).toMatchObject({
      name: "shop-logs",
      sku: "PerGB2018",
      retention_in_days: 90,
    });
    expect(byDefault.resource(MonitorDiagnosticSetting)).toMatchObject({
      target_resource_id: clusterId,
      log_analytics_workspace_id: own,
      log_analytics_destination_type: "Dedicated",
    });
  });

  test("are the audit logs and the logs of the autoscaler", () => {
    const kinds = byDefault.resource(MonitorDiagnosticSetting).enabled_log as { category: string }[];
    expect(kinds.map(({ category }) => category)).toEqual([
      "kube-audit-admin",
      "guard",
      "cluster-autoscaler",
      "kube-controller-manager",
      "kube-scheduler",
      "cloud-controller-manager",
    ]);
  });

  test("can be others, or none", () => {
    const some = watch({ logTypes: ["kube-audit"], retentionDays: 365 });
    expect(some.resource(MonitorDiagnosticSetting).enabled_log).toEqual([{ category: "kube-audit" }]);
    expect(some.resource(LogAnalyticsWorkspace).retention_in_days).toBe(365);
    expect(watch({ logTypes: [] }).resources(MonitorDiagnosticSetting)).toEqual({});
  });

  test("can be sent to an existing workspace", () => {
    const stack = watch({ workspaceId: workspace });
    expect(stack.resources(LogAnalyticsWorkspace)).toEqual({});
    expect(stack.resource(MonitorDiagnosticSetting).log_analytics_workspace_id).toBe(workspace);
    expect(stack.resource(KubernetesCluster).oms_agent.log_analytics_workspace_id).toBe(workspace);
    expect(stack.resource(MonitorDataCollectionRule).destinations.log_analytics).toEqual([
      { name: "workspace", workspace_resource_id: workspace },
    ]);
  });
});

describe("Container Insights", () => {
  test("has an agent and a data collection rule with the name that the agent expects", () => {
    expect(cluster.oms_agent).toEqual({
      log_analytics_workspace_id: own,
      msi_auth_for_monitoring_enabled: true,
    });
    const rule = byDefault.resource(MonitorDataCollectionRule);
    const stream = "Microsoft-ContainerInsights-Group-Default";
    expect(rule).toMatchObject({
      name: "msci-shop",
      data_flow: [{ streams: [stream], destinations: ["workspace"] }],
      data_sources: { extension: [{ extension_name: "ContainerInsights", streams: [stream] }] },
    });
    const [{ extension_json: settings }] = rule.data_sources.extension as { extension_json: string }[];
    expect(JSON.parse(settings).dataCollectionSettings.enableContainerLogV2).toBe(true);
    expect(byDefault.resource(MonitorDataCollectionRuleAssociation)).toMatchObject({
      name: "ContainerInsightsExtension",
      target_resource_id: clusterId,
      data_collection_rule_id:
        "${azurerm_monitor_data_collection_rule.observability_container_insights_rule.id}",
    });
  });

  test("has no resources if it is disabled", () => {
    const stack = watch({ containerInsights: false });
    expect(stack.resource(KubernetesCluster)).not.toHaveProperty("oms_agent");
    expect(stack.resources(MonitorDataCollectionRule)).toEqual({});
    expect(stack.resources(MonitorDataCollectionRuleAssociation)).toEqual({});
  });
});

describe("managed Prometheus", () => {
  const stack = watch({ managedPrometheus: true, containerInsights: false });

  test("has all resources for the collection of metrics", () => {
    const id = (type: string, name: string) =>
      `\${azurerm_monitor_${type}.observability_prometheus_${name}.id}`;
    expect(stack.resource(KubernetesCluster).monitor_metrics).toEqual({});
    expect(stack.resource(MonitorWorkspace).name).toBe("shop-metrics");
    expect(stack.resource(MonitorDataCollectionEndpoint)).toMatchObject({
      name: "msprom-shop",
      kind: "Linux",
    });
    expect(stack.resource(MonitorDataCollectionRule)).toMatchObject({
      kind: "Linux",
      data_collection_endpoint_id: id("data_collection_endpoint", "endpoint"),
      data_sources: { prometheus_forwarder: [{ streams: ["Microsoft-PrometheusMetrics"] }] },
      destinations: {
        monitor_account: [{ name: "workspace", monitor_account_id: id("workspace", "workspace") }],
      },
      data_flow: [{ streams: ["Microsoft-PrometheusMetrics"], destinations: ["workspace"] }],
    });
    const associations = stack.resources(MonitorDataCollectionRuleAssociation);
    expect(associations.observability_prometheus_rule_association).toMatchObject({
      target_resource_id: clusterId,
      data_collection_rule_id: id("data_collection_rule", "rule"),
    });
    expect(associations.observability_prometheus_endpoint_association).toMatchObject({
      name: "configurationAccessEndpoint",
      target_resource_id: clusterId,
      data_collection_endpoint_id: id("data_collection_endpoint", "endpoint"),
    });
  });

  test("has the recording rules of dashboards", () => {
    const groups = Object.values(stack.resources(MonitorAlertPrometheusRuleGroup));
    expect(groups.map(({ name }) => name)).toEqual(["shop-nodes", "shop-pods", "shop-workloads"]);
    for (const group of groups) {
      expect(group).toMatchObject({ cluster_name: "shop", interval: "PT1M", rule_group_enabled: true });
      expect(group.scopes).toEqual([
        "${azurerm_monitor_workspace.observability_prometheus_workspace.id}",
        clusterId,
      ]);
    }
  });

  test("is disabled by default", () => {
    expect(cluster).not.toHaveProperty("monitor_metrics");
    expect(byDefault.resources(MonitorWorkspace)).toEqual({});
  });
});

test("Defender can be enabled, with the same workspace", () => {
  expect(cluster).not.toHaveProperty("microsoft_defender");
  const watched = watch({ defender: true, workspaceId: workspace }).resource(KubernetesCluster);
  expect(watched.microsoft_defender).toEqual({ log_analytics_workspace_id: workspace });
});

describe("add-ons", () => {
  test("are those for policies, secrets, images and costs by default", () => {
    expect(cluster).toMatchObject({
      azure_policy_enabled: true,
      key_vault_secrets_provider: { secret_rotation_enabled: true, secret_rotation_interval: "2m" },
      image_cleaner_enabled: true,
      image_cleaner_interval_hours: 168,
      cost_analysis_enabled: true,
    });
    for (const addOn of ["workload_autoscaler_profile", "windows_profile"]) {
      expect(cluster).not.toHaveProperty(addOn);
    }
  });

  test("can be disabled", () => {
    const bare = withOptions({
      azurePolicy: false,
      keyVaultSecrets: false,
      imageCleanerHours: 0,
      costAnalysis: false,
    });
    expect(bare).toMatchObject({
      azure_policy_enabled: false,
      image_cleaner_enabled: false,
      cost_analysis_enabled: false,
    });
    expect(bare).not.toHaveProperty("key_vault_secrets_provider");
    expect(bare.image_cleaner_interval_hours).toBe(168);
    expect(withOptions({ tier: "free" }).cost_analysis_enabled).toBe(false);
  });

  test("can be more", () => {
    expect(withOptions({ keda: true }).workload_autoscaler_profile).toEqual({
      keda_enabled: true,
      vertical_pod_autoscaler_enabled: false,
    });
    expect(withOptions({ verticalPodAutoscaling: true }).workload_autoscaler_profile).toEqual({
      keda_enabled: false,
      vertical_pod_autoscaler_enabled: true,
    });
    expect(
      withOptions({
        aiToolchain: true,
        trustedCas: [certificate],
        keyVaultSecretsInterval: "5m",
        imageCleanerHours: 24,
      }),
    ).toMatchObject({
      ai_toolchain_operator_enabled: true,
      custom_ca_trust_certificates_base64: [certificate],
      key_vault_secrets_provider: { secret_rotation_interval: "5m" },
      image_cleaner_interval_hours: 24,
    });
  });
});
