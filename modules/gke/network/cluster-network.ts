import type { ITerraformDependable } from "cdktf";
import type { GkeProject } from "../project/project";
import type { GkeNetworkSpec } from "../spec";
import type { GkeExistingSubnet } from "./spec";

/** The network of nodes, pods and services. */
export interface ClusterNetwork {
  /** Id of the VPC. */
  readonly networkId: string;

  /** Id of the node subnet. */
  readonly subnetworkId: string;

  /** Name of the subnet's secondary range for pods. */
  readonly podRange: string;

  /** Name of the subnet's secondary range for services. */
  readonly serviceRange: string;

  /** Names of more ranges for pods. */
  readonly morePodRanges: readonly string[];

  /** Additional subnets of nodes, with the names of their ranges for pods. */
  readonly moreSubnets?: readonly GkeExistingSubnet[];

  /** Id of the separate subnet of the API server's private address, if there is one. */
  readonly endpointSubnetworkId?: string;

  /** Created before the cluster. */
  readonly clusterPrerequisites: readonly ITerraformDependable[];

  /** Created before nodes: the network's egress. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}

/** Values of the cluster for firewall rules and grants. */
export interface NetworkContext {
  /** Name of the cluster, a literal: part of the names of resources. */
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;
  readonly network: GkeNetworkSpec;

  /** Range of the control plane if it is in a separate subnet or a peered network. */
  readonly controlPlaneCidr?: string;
}
