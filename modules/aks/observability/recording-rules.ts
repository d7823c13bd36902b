/**
 * Series of dashboards for clusters, computed once a minute instead of for each query.
 * Names as in the Kubernetes mixin: https://github.com/kubernetes-monitoring/kubernetes-mixin/tree/master/rules
 */
export const recordingRules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nodes: {
    "instance:node_num_cpu:sum": `count without (cpu, mode) (node_cpu_seconds_total{job="node",mode="idle"})`,
    "instance:node_cpu_utilisation:rate5m": `1 - avg without (cpu) (sum without (mode) (rate(node_cpu_seconds_total{job="node",mode=~"idle|iowait|steal"}[5m])))`,
    "instance:node_load1_per_cpu:ratio": `node_load1{job="node"} / instance:node_num_cpu:sum{job="node"}`,
    "instance:node_memory_utilisation:ratio": `1 - (node_memory_MemAvailable_bytes{job="node"} / node_memory_MemTotal_bytes{job="node"})`,
  },
  pods: {
    "node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate": `sum by (cluster, namespace, pod, container) (irate(container_cpu_usage_seconds_total{job="cadvisor",image!=""}[5m])) * on (cluster, namespace, pod) group_left (node) topk by (cluster, namespace, pod) (1, max by (cluster, namespace, pod, node) (kube_pod_info{node!=""}))`,
    "node_namespace_pod_container:container_memory_working_set_bytes": `container_memory_working_set_bytes{job="cadvisor",image!=""} * on (cluster, namespace, pod) group_left (node) topk by (cluster, namespace, pod) (1, max by (cluster, namespace, pod, node) (kube_pod_info{node!=""}))`,
    "namespace_cpu:kube_pod_container_resource_requests:sum": `sum by (cluster, namespace) (sum by (cluster, namespace, pod) (max by (cluster, namespace, pod, container) (kube_pod_container_resource_requests{resource="cpu",job="kube-state-metrics"})))`,
    "namespace_memory:kube_pod_container_resource_requests:sum": `sum by (cluster, namespace) (sum by (cluster, namespace, pod) (max by (cluster, namespace, pod, container) (kube_pod_container_resource_requests{resource="memory",job="kube-state-metrics"})))`,
  },
  workloads: {
    "namespace_workload_pod:kube_pod_owner:relabel": `max by (cluster, namespace, workload, pod) (label_replace(label_replace(kube_pod_owner{job="kube-state-metrics",owner_kind="ReplicaSet"}, "replicaset", "$1", "owner_name", "(.*)") * on (replicaset, namespace) group_left (owner_name) topk by (replicaset, namespace) (1, max by (replicaset, namespace, owner_name) (kube_replicaset_owner{job="kube-state-metrics"})), "workload", "$1", "owner_name", "(.*)"))`,
  },
};
