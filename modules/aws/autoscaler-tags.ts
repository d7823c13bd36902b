import type { NodeGroupSpec } from "../cluster/vocabulary";

/** The Cluster Autoscaler finds the groups of its cluster by these tags. EKS puts them on the groups of managed node groups. */
export function autoscalerDiscoveryTags(clusterName: string): { key: string; value: string }[] {
  const prefix = "k8s.io/cluster-autoscaler";
  return [
    { key: `${prefix}/enabled`, value: "true" },
    { key: `${prefix}/${clusterName}`, value: "owned" },
  ];
}

/** Labels and taints of a group's nodes, which the autoscaler reads while the group has no node. */
export function nodeTemplateTags({
  spec,
}: {
  readonly spec: Pick<NodeGroupSpec, "labels" | "taints">;
}): { id: string; key: string; value: string }[] {
  const prefix = "k8s.io/cluster-autoscaler/node-template";
  const labels = Object.entries(spec.labels ?? {}).map(([key, value]) => ({
    id: `label_${key}`,
    key: `${prefix}/label/${key}`,
    value,
  }));
  const taints = (spec.taints ?? []).map(({ key, value = "", effect }) => ({
    id: `taint_${key}_${effect}`,
    key: `${prefix}/taint/${key}`,
    value: `${value}:${effect}`,
  }));
  return [...labels, ...taints];
}
