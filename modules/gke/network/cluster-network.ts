import type { ITerraformDependable } from "cdktf";
import type { GkeProject } from "../project/project";
import type { GkeNetworkSpec } from "../spec";

/** Where a cluster's nodes, pods and services have their addresses. */
export interface ClusterNetwork {
  /** Id of the VPC. */
  readonly networkId: string;

  /** Id of the subnet of nodes. */
  readonly subnetworkId: string;

  /** Name of the subnet's secondary range for pods. */
  readonly podRange: string;

  /** Name of its range for services. */
  readonly serviceRange: string;

  /** Names of more ranges for pods. */
  readonly morePodRanges: readonly string[];

  /** Id of the separate subnet of the API server's private address, if there is one. */
  readonly endpointSubnetworkId?: string;

  /** Created before the cluster. */
  readonly clusterPrerequisites: readonly ITerraformDependable[];

  /** Created before nodes: the network's egress. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}

/** What firewall rules and grants need to know of the cluster. */
export interface NetworkContext {
  /** The cluster's name, a literal: part of the names of resources. */
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;
  readonly network: GkeNetworkSpec;

  /** Range of the API server's side, where firewalls see it: a separate subnet, or a peered network. */
  readonly controlPlaneCidr?: string;
}
