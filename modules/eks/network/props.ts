import type { Nat } from "../../cluster/vocabulary";
import type { EksEndpoint } from "../spec";

/** Settings of a new VPC. All values are normalized: zones are names. */
export interface EksNetworkProps {
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
  readonly endpoints: readonly EksEndpoint[];
  /** Days for which flow logs are kept. If omitted, there are no flow logs. */
  readonly flowLogDays?: number;
  /** Keeps the flow logs when the network is destroyed. */
  readonly keepLogs: boolean;
  /** ARN of the key of flow logs; undefined with a key of AWS. */
  readonly logsKeyArn?: string;
  /** Prevents the destruction of resources that the control plane needs. */
  readonly protection: boolean;
}

/** The `Name` tag: the name of the cluster and of its part. */
export function named(
  { clusterName }: Pick<EksNetworkProps, "clusterName">,
  ...parts: string[]
): Record<string, string> {
  return { Name: [clusterName, ...parts].join("-") };
}

/** Prevents the destruction of a resource in a protected cluster. */
export function guarded({ protection }: Pick<EksNetworkProps, "protection">) {
  return protection ? { preventDestroy: true } : undefined;
}
