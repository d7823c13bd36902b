import type { Nat } from "../../cluster/vocabulary";
import type { EksEndpoint } from "../spec";

/** What a new VPC is made from. All loose forms are resolved: zones are names. */
export interface EksNetworkProps {
  readonly clusterName: string;
  readonly region: string;
  readonly cidr: string;
  readonly zones: readonly string[];
  /** No way to the internet: no gateways, no public subnets. */
  readonly isPrivate: boolean;
  readonly nat: Nat;
  /** Subnets have IPv6 addresses too, and private ones a way out of their own for these. */
  readonly ipv6: boolean;
  /** Range of the pods' own subnets; they share those of the nodes when left out. */
  readonly podCidr?: string;
  readonly endpoints: readonly EksEndpoint[];
  /** Days for which flow logs are kept; none are written when left out. */
  readonly flowLogDays?: number;
  /** Leaves the flow logs when the network goes. */
  readonly keepLogs: boolean;
  /** Refuses to lose what the control plane lives in. */
  readonly protection: boolean;
}

/** The `Name` tag: the cluster's name and what tells its parts apart. */
export function named(
  { clusterName }: Pick<EksNetworkProps, "clusterName">,
  ...parts: string[]
): Record<string, string> {
  return { Name: [clusterName, ...parts].join("-") };
}

/** Refuses to lose what holds a control plane, in a protected cluster. */
export function guarded({ protection }: Pick<EksNetworkProps, "protection">) {
  return protection ? { preventDestroy: true } : undefined;
}
