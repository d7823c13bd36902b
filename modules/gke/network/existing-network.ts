import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { defaults } from "../fields.generated";
import type { GkeExistingNetwork } from "../spec";
import type { ClusterNetwork, NetworkContext } from "./cluster-network";
import { createEgressRules, createWebhookRule } from "./firewall";
import { createHostGrants } from "./shared-vpc";
import type { GkeExistingSubnet } from "./spec";

/** An existing network, possibly in another project, with the resources that the cluster adds. */
export class GkeExistingClusterNetwork extends Construct implements ClusterNetwork {
  readonly networkId: string;
  readonly subnetworkId: string;
  readonly podRange: string;
  readonly serviceRange: string;
  readonly morePodRanges: readonly string[];
  readonly moreSubnets?: readonly GkeExistingSubnet[];
  readonly clusterPrerequisites: readonly ITerraformDependable[];
  readonly nodePrerequisites: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    props: NetworkContext & { readonly existing: GkeExistingNetwork },
  ) {
    super(scope, id);
    const { existing, network, project } = props;
    this.networkId = existing.network;
    this.subnetworkId = existing.subnetwork;
    this.podRange = existing.podRange;
    this.serviceRange = existing.serviceRange;
    this.morePodRanges = existing.morePodRanges ?? [];
    this.moreSubnets = existing.moreSubnets;

    const firewall = { ...props, networkId: existing.network, networkProject: existing.hostProject };
    if (network.webhookPorts) createWebhookRule(this, { ...firewall, ports: network.webhookPorts });
    const ranges = [existing.nodeCidr, existing.podCidr, existing.serviceCidr].filter(
      (range) => range !== undefined,
    );
    const egress = network.egressRules ? createEgressRules(this, { ...firewall, ranges }) : [];
    const grants =
      existing.hostProject !== undefined && (existing.hostGrants ?? defaults["network.existing.hostGrants"])
        ? createHostGrants(this, {
            region: props.region,
            project,
            existing,
            hostProject: existing.hostProject,
          })
        : [];

    this.clusterPrerequisites = [...grants, ...egress];
    this.nodePrerequisites = this.clusterPrerequisites;
  }
}
