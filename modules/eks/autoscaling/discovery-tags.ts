/** Karpenter finds the subnets and the security group of a cluster's nodes by this tag. */
export function discoveryTag(clusterName: string): Record<string, string> {
  return { "karpenter.sh/discovery": clusterName };
}

/** The handler drains only machines with this tag, which Auto Scaling groups give to their machines. The value is ignored. */
export const terminationHandlerTag = { key: "aws-node-termination-handler/managed", value: "true" } as const;
