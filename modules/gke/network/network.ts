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
import type { GkeRanges } from "./address-plan";
import { createPrivateNames } from "./private-names";
import { defaults } from "../fields.generated";
import type { ClusterNetwork, NetworkContext } from "./cluster-network";

/** See {@link GkeNetwork}. */
export interface GkeNetworkProps extends NetworkContext {
  readonly ranges: GkeRanges;

  /** Range of a subnet for the API server's private address. */
  readonly endpointCidr?: string;
  readonly protection: boolean;
}

/** Names of the subnet's secondary ranges; they belong to the subnet, so they do not contain the cluster's name. */
const rangeNames = {
  pods: "pods",
  services: "services",
  morePods: (index: number) => `pods-${index + 1}`,
} as const;

/** Network endpoint groups of load balancers are removed from a VPC some time after their cluster. */
const timeouts = { delete: "20m" };

/** A VPC with one subnet for all zones of the region, its secondary ranges, and egress for private nodes. */
export class GkeNetwork extends Construct implements ClusterNetwork {
  readonly vpc: ComputeNetwork;
  readonly subnetwork: ComputeSubnetwork;

  /** The router and its NAT; undefined with `nat: none`. */
  readonly nat?: ComputeRouterNat;

  /** Static egress addresses; empty if Google assigns addresses. */
  readonly natAddresses: readonly ComputeAddress[];

  /** The subnet of the private endpoint; undefined if GKE uses an address of the node subnet. */
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
      // A replacement would have the same name, and would replace all other resources.
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
      // Private Google Access: nodes without a public address use Google's services, including registries.
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

  /** One Cloud NAT serves the whole region: it is not a machine, and Google distributes it over the zones. */
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
      // For nodes and pods: pods use their own address if `sourceNat` is disabled.
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      subnetwork: [{ name: this.subnetwork.id, sourceIpRangesToNat: ["ALL_IP_RANGES"] }],
      // The default of 64 fixed ports is not enough for a node with a hundred pods. Dynamic port allocation excludes endpoint-independent mapping.
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: min,
      maxPortsPerVm: max,
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    });
  }
}
