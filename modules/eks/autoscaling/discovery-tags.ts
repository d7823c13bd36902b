import type { EksNodeGroupSpec } from "../node-groups/spec";

/** Karpenter finds the subnets and the security group of a cluster's nodes by this tag. */
export function discoveryTag(clusterName: string): Record<string, string> {
  return { "karpenter.sh/discovery": clusterName };
}

/** The handler drains only machines with this tag, which Auto Scaling groups give to their machines. The value is ignored. */
export const terminationHandlerTag = { key: "aws-node-termination-handler/managed", value: "true" } as const;

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
  readonly spec: Pick<EksNodeGroupSpec, "labels" | "taints">;
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
