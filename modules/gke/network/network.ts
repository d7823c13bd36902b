import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouter } from "@cdktf/provider-google/lib/compute-router";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { createEgressRules, createWebhookRule } from "./firewall";
import { limits } from "../limits";
import { projectName, regionalName } from "../names";
import type { GkeExistingNetwork, GkeNetworkSpec } from "../spec";
import type { GkeRanges } from "./address-plan";
import { createPrivateNames } from "./private-names";
import { createHostGrants } from "./shared-vpc";
import type { GkeProject } from "../project/project";
import { defaults } from "../fields.generated";

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

  /** Id of the subnet that the API server's private address is in, where it has one of its own. */
  readonly endpointSubnetworkId?: string;

  /** What must stand before the cluster is made. */
  readonly clusterPrerequisites: readonly ITerraformDependable[];

  /** What must stand before nodes are made: the ways out of the network. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}

/** What firewall rules and grants need to know of the cluster. */
interface NetworkContext {
  /** The cluster's name, a literal: part of the names of what is made. */
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;
  readonly network: GkeNetworkSpec;

  /** Range of the API server's side, where firewalls see it: a subnet of its own, or a peered network. */
  readonly controlPlaneCidr?: string;
}

/** See {@link GkeNetwork}. */
export interface GkeNetworkProps extends NetworkContext {
  readonly ranges: GkeRanges;

  /** Range of a subnet for the API server's private address. */
  readonly endpointCidr?: string;
  readonly protection: boolean;
}

/** Names of the subnet's secondary ranges; they are part of the subnet, so that they need no word of the cluster. */
const rangeNames = {
  pods: "pods",
  services: "services",
  morePods: (index: number) => `pods-${index + 1}`,
} as const;

/** Load balancers' network endpoint groups leave a VPC some time after the cluster that made them. */
const timeouts = { delete: "20m" };

/** A VPC with one subnet over all zones of the region, its secondary ranges, and the way out for private nodes. */
export class GkeNetwork extends Construct implements ClusterNetwork {
  readonly vpc: ComputeNetwork;
  readonly subnetwork: ComputeSubnetwork;

  /** The router and its NAT; undefined with `nat: none`. */
  readonly nat?: ComputeRouterNat;

  /** Addresses that traffic to the internet comes from; none where Google gives them out. */
  readonly natAddresses: readonly ComputeAddress[];

  /** The subnet of the API server's private address; undefined where GKE takes one of the nodes' subnet. */
  readonly endpointSubnetwork?: ComputeSubnetwork;

  readonly podRange = rangeNames.pods;
  readonly serviceRange = rangeNames.services;
  readonly morePodRanges: readonly string[];
  readonly clusterPrerequisites: readonly ITerraformDependable[];
  readonly nodePrerequisites: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeNetworkProps,
  ) {
    super(scope, id);
    const { network, endpointCidr } = props;
    this.morePodRanges = (network.morePodCidrs ?? defaults["network.morePodCidrs"]).map((_, i) =>
      rangeNames.morePods(i),
    );

    this.vpc = this.createVpc();
    this.subnetwork = this.createSubnetwork();
    this.endpointSubnetwork =
      endpointCidr === undefined ? undefined : this.createEndpointSubnetwork(endpointCidr);
    const isClosed = network.private === true || network.nat === "none";
    this.natAddresses = isClosed ? [] : this.createNatAddresses();
    this.nat = isClosed ? undefined : this.createNat();

    const privateNames = network.private
      ? createPrivateNames(this, { ...props, networkId: this.vpc.id })
      : [];
    const ranges = [
      props.ranges.nodes,
      props.ranges.pods,
      props.ranges.services,
      ...(network.morePodCidrs ?? defaults["network.morePodCidrs"]),
    ];
    const firewall = { ...props, networkId: this.vpc.id };
    createWebhookRule(this, { ...firewall, ports: network.webhookPorts ?? defaults["network.webhookPorts"] });
    const egress = network.egressRules ? createEgressRules(this, { ...firewall, ranges }) : [];

    this.clusterPrerequisites = [...privateNames, ...egress];
    this.nodePrerequisites = [...(this.nat ? [this.nat] : []), ...this.clusterPrerequisites];
  }

  get networkId(): string {
    return this.vpc.id;
  }

  get subnetworkId(): string {
    return this.subnetwork.id;
  }

  get endpointSubnetworkId(): string | undefined {
    return this.endpointSubnetwork?.id;
  }

  private createVpc(): ComputeNetwork {
    const { network, project, protection } = this.props;
    return new ComputeNetwork(this, "vpc", {
      name: projectName(this.props, limits.computeName),
      autoCreateSubnetworks: false,
      routingMode: "REGIONAL",
      mtu: network.mtu,
      enableUlaInternalIpv6: (network.ipFamily === "ipv6" && network.ipv6Access !== "external") || undefined,
      timeouts,
      dependsOn: project.prerequisites("compute"),
      // Its successor would have its name, and everything is in it.
      lifecycle: { preventDestroy: protection || undefined },
    });
  }

  private createSubnetwork(): ComputeSubnetwork {
    const { network, ranges, region, protection } = this.props;
    const secondary = [
      { rangeName: rangeNames.pods, ipCidrRange: ranges.pods },
      { rangeName: rangeNames.services, ipCidrRange: ranges.services },
      ...(network.morePodCidrs ?? defaults["network.morePodCidrs"]).map((ipCidrRange, i) => ({
        rangeName: rangeNames.morePods(i),
        ipCidrRange,
      })),
    ];
    const isDual = network.ipFamily === "ipv6";
    return new ComputeSubnetwork(this, "subnetwork", {
      name: regionalName(this.props, limits.computeName),
      network: this.vpc.id,
      region,
      ipCidrRange: ranges.nodes,
      secondaryIpRange: secondary,
      stackType: isDual ? "IPV4_IPV6" : undefined,
      ipv6AccessType: isDual
        ? (network.ipv6Access ?? defaults["network.ipv6Access"]).toUpperCase()
        : undefined,
      // Nodes without a public address reach Google's services this way, registries among them.
      privateIpGoogleAccess: true,
      logConfig:
        (network.flowLogs ?? defaults["network.flowLogs"])
          ? { aggregationInterval: "INTERVAL_10_MIN", flowSampling: 0.5, metadata: "INCLUDE_ALL_METADATA" }
          : undefined,
      timeouts,
      lifecycle: { preventDestroy: protection || undefined },
    });
  }

  private createEndpointSubnetwork(cidr: string): ComputeSubnetwork {
    return new ComputeSubnetwork(this, "endpoint_subnetwork", {
      name: regionalName(this.props, limits.computeName, "endpoint"),
      network: this.vpc.id,
      region: this.props.region,
      ipCidrRange: cidr,
      privateIpGoogleAccess: true,
      timeouts,
    });
  }

  private createNatAddresses(): ComputeAddress[] {
    const { region, network } = this.props;
    return Array.from(
      { length: network.natAddresses ?? 0 },
      (_, i) =>
        new ComputeAddress(this, `nat_address_${i + 1}`, {
          name: regionalName(this.props, limits.computeName, "nat", String(i + 1)),
          region,
          dependsOn: this.props.project.prerequisites("compute"),
        }),
    );
  }

  /** Cloud NAT is no machine: one stands for the whole region, and Google spreads it over the zones. */
  private createNat(): ComputeRouterNat {
    const { region, network } = this.props;
    const { min = defaults["network.natPorts.min"], max = defaults["network.natPorts.max"] } =
      network.natPorts ?? {};
    const router = new ComputeRouter(this, "router", {
      name: regionalName(this.props, limits.computeName),
      region,
      network: this.vpc.id,
    });
    return new ComputeRouterNat(this, "nat", {
      name: regionalName(this.props, limits.computeName),
      region,
      router: router.name,
      natIpAllocateOption: this.natAddresses.length > 0 ? "MANUAL_ONLY" : "AUTO_ONLY",
      natIps: this.natAddresses.length > 0 ? this.natAddresses.map(({ id }) => id) : undefined,
      // Nodes and pods both: pods reach the internet by their own address where `sourceNat` is off.
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      subnetwork: [{ name: this.subnetwork.id, sourceIpRangesToNat: ["ALL_IP_RANGES"] }],
      // A fixed number of ports, 64 by default, runs out on a node with a hundred pods. Dynamic ones exclude the other.
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: min,
      maxPortsPerVm: max,
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    });
  }
}

/** A network that is there already, perhaps in another project, with what the cluster needs beside it. */
export class GkeExistingClusterNetwork extends Construct implements ClusterNetwork {
  readonly networkId: string;
  readonly subnetworkId: string;
  readonly podRange: string;
  readonly serviceRange: string;
  readonly morePodRanges: readonly string[];
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
