import {
  KubernetesCluster,
  kubernetesClusterAutoScalerProfileToTerraform,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { autoscalerProfile } from "../../../modules/aks/autoscaling/autoscaling";
import type { AksAutoscalerSpec, AksClusterProps, AksOptions } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";

const clusterOf = (...args: Parameters<typeof synthesizeAks>) =>
  synthesizeAks(...args).resource(KubernetesCluster);

test("by default the autoscaler uses nodes efficiently and balances zones", () => {
  expect(clusterOf().auto_scaler_profile).toEqual({
    balance_similar_node_groups: true,
    expander: "least-waste",
    max_graceful_termination_sec: "600",
    new_pod_scale_up_delay: "0s",
    scale_down_delay_after_add: "10m",
    scale_down_delay_after_delete: "10s",
    scale_down_delay_after_failure: "3m",
    scale_down_unneeded: "10m",
    scale_down_unready: "20m",
    scale_down_utilization_threshold: "0.5",
    scan_interval: "10s",
    empty_bulk_delete_max: "10",
  });
});

test("nodes are removed in the interval of the evaluations, unless the file has another one", () => {
  const delayOf = (autoscaler: AksAutoscalerSpec) =>
    clusterOf({ aks: { autoscaler } }).auto_scaler_profile.scale_down_delay_after_delete;
  expect(delayOf({ scanInterval: "30s" })).toBe("30s");
  expect(delayOf({ scanInterval: "30s", scaleDownDelayAfterDelete: "1m" })).toBe("1m");
});

test("each setting has its argument, with numbers in the format of the provider", () => {
  const settings: Required<AksAutoscalerSpec> = {
    balanceSimilarGroups: false,
    expander: "priority",
    maxGracefulTerminationSeconds: 900,
    maxNodeProvisioningTime: "10m",
    maxUnreadyNodes: 5,
    maxUnreadyPercentage: 20,
    newPodScaleUpDelay: "15s",
    scaleDownDelayAfterAdd: "11m",
    scaleDownDelayAfterDelete: "12s",
    scaleDownDelayAfterFailure: "13m",
    scaleDownUnneeded: "14m",
    scaleDownUnready: "15m",
    scaleDownUtilization: 0.4,
    scanInterval: "20s",
    emptyBulkDeleteMax: 7,
    skipNodesWithLocalStorage: false,
    skipNodesWithSystemPods: false,
    daemonsetEvictionForEmptyNodes: true,
    daemonsetEvictionForOccupiedNodes: false,
    ignoreDaemonsetsUtilization: true,
  };
  const expected = {
    balance_similar_node_groups: false,
    daemonset_eviction_for_empty_nodes_enabled: true,
    daemonset_eviction_for_occupied_nodes_enabled: false,
    empty_bulk_delete_max: "7",
    expander: "priority",
    ignore_daemonsets_utilization_enabled: true,
    max_graceful_termination_sec: "900",
    max_node_provisioning_time: "10m",
    max_unready_nodes: 5,
    max_unready_percentage: 20,
    new_pod_scale_up_delay: "15s",
    scale_down_delay_after_add: "11m",
    scale_down_delay_after_delete: "12s",
    scale_down_delay_after_failure: "13m",
    scale_down_unneeded: "14m",
    scale_down_unready: "15m",
    scale_down_utilization_threshold: "0.4",
    scan_interval: "20s",
    skip_nodes_with_local_storage: false,
    skip_nodes_with_system_pods: false,
  };
  expect(clusterOf({ aks: { autoscaler: settings } }).auto_scaler_profile).toEqual(expected);
  // All arguments of the provider.
  const known = kubernetesClusterAutoScalerProfileToTerraform({}) as object;
  expect(Object.keys(known).sort()).toEqual(Object.keys(expected));
});

test("there are no autoscaler settings without an autoscaler", () => {
  expect(autoscalerProfile("none")).toBeUndefined();
  expect(clusterOf({ autoscaling: "none" })).not.toHaveProperty("auto_scaler_profile");
});

test("auto-provisioning is an override, because the bindings do not support it", () => {
  expect(clusterOf()).not.toHaveProperty("node_provisioning_profile");
  const cluster = clusterOf({ autoscaling: "auto-provisioning", aks: { providerMinimum: "4.57.0" } });
  expect(cluster.node_provisioning_profile).toEqual([{ mode: "Auto" }]);
  expect(cluster).not.toHaveProperty("auto_scaler_profile");
  expect(cluster.default_node_pool).not.toHaveProperty("auto_scaling_enabled");
});

describe("KEDA and the vertical pod autoscaler (hashicorp/terraform-provider-azurerm #22360)", () => {
  const profileOf = (aks: AksOptions) => clusterOf({ aks }).workload_autoscaler_profile;

  test("are not written if the file does not have them, since Azure reports no block", () => {
    expect(profileOf({})).toBeUndefined();
  });

  test.each<[AksOptions, boolean, boolean]>([
    [{ keda: false }, false, false],
    [{ verticalPodAutoscaling: false }, false, false],
    [{ keda: false, verticalPodAutoscaling: true }, false, true],
    [{ keda: true, verticalPodAutoscaling: false }, true, false],
  ])("%j is written as such", (aks, keda, vpa) => {
    expect(profileOf(aks)).toEqual({ keda_enabled: keda, vertical_pod_autoscaler_enabled: vpa });
  });
});

test("node auto-provisioning is disabled where the provider has it", () => {
  const modeOf = (props: Partial<AksClusterProps>) => clusterOf(props).node_provisioning_profile;
  const aks = { providerMinimum: "4.57.0" };
  expect(modeOf({ aks, autoscaling: "auto-provisioning" })).toEqual([{ mode: "Auto" }]);
  expect(modeOf({ aks })).toEqual([{ mode: "Manual" }]);
  expect(modeOf({})).toBeUndefined();
});
