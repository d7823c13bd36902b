import type { Nat } from "../../cluster/vocabulary";

/** Settings of a new VPC. All values are normalized: zones are names. */
export interface AwsNetworkProps {
  readonly clusterName: string;
  readonly region: string;
  readonly cidr: string;
  readonly zones: readonly string[];
  /** No traffic to or from the internet: no gateways, no public subnets. */
  readonly isPrivate: boolean;
  readonly nat: Nat;
  /** Subnets also have IPv6 addresses, and private ones a separate egress for them. */
  readonly ipv6: boolean;
  /** Range of pod subnets. If omitted, pods use the node subnets. */
  readonly podCidr?: string;
  /** Short names of the services with interface endpoints, such as `ecr.api`. */
  readonly endpoints: readonly string[];
  /** Name of the security group of the interface endpoints. */
  readonly endpointsGroupName: string;
  /** Tags of the subnets of a kind, by which controllers find them. */
  readonly subnetTags?: Readonly<Partial<Record<"public" | "private" | "pods", Record<string, string>>>>;
  /** Prevents the destruction of resources that the control plane needs. */
  readonly protection: boolean;
}

/** The `Name` tag: the name of the cluster and of its part. */
export function named(
  { clusterName }: Pick<AwsNetworkProps, "clusterName">,
  ...parts: string[]
): Record<string, string> {
  return { Name: [clusterName, ...parts].join("-") };
}

/** Prevents the destruction of a resource in a protected cluster. */
export function guarded({ protection }: Pick<AwsNetworkProps, "protection">) {
  return protection ? { preventDestroy: true } : undefined;
}
