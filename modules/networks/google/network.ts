import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouter } from "@cdktf/provider-google/lib/compute-router";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import {
  ComputeSubnetwork,
  type ComputeSubnetworkSecondaryIpRange,
} from "@cdktf/provider-google/lib/compute-subnetwork";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { limits } from "../../google/limits";
import { projectName, regionalName } from "../../google/names";
import { createPrivateNames } from "./private-names";

/** Settings of a new VPC. All values are normalized. */
export interface GoogleNetworkProps {
  /** Name of the cluster, a literal: part of the names of resources. */
  readonly clusterName: string;
  readonly region: string;

  /** What the cluster is, for descriptions, such as `GKE cluster`. */
  readonly kind: string;

  /** Range of machines. */
  readonly cidr: string;
  readonly secondaryRanges?: readonly ComputeSubnetworkSecondaryIpRange[];

  /** Range of a separate subnet for the private address of a managed API server. */
  readonly endpointCidr?: string;
  readonly mtu?: number;

  /** Machines also have IPv6 addresses of this kind. */
  readonly ipv6?: "internal" | "external";
  readonly flowLogs: boolean;

  /** Egress; if omitted, machines have none. */
  readonly nat?: NatProps;

  /** Domains that resolve to private addresses of Google, by their part of addresses. */
  readonly privateDomains?: Readonly<Record<string, string>>;

  /** Created before resources of Compute Engine and of Cloud DNS. */
  readonly prerequisites: Readonly<Record<"compute" | "dns", readonly ITerraformDependable[]>>;

  /** Prevents the destruction of resources that the control plane needs. */
  readonly protection: boolean;
}

/** Settings of Cloud NAT. */
export interface NatProps {
  /** Number of static addresses; Google assigns addresses if it is 0. */
  readonly addresses: number;
  readonly minPorts: number;
  readonly maxPorts: number;
}

/** Load balancers are removed from a VPC some time after their cluster. */
const timeouts = { delete: "20m" };

/** A VPC with one subnet for all zones of the region, and egress for its machines. */
export class GoogleNetwork extends Construct {
  readonly vpc: ComputeNetwork;
  readonly subnetwork: ComputeSubnetwork;

  /** The subnet of the private endpoint; undefined without a separate range. */
  readonly endpointSubnetwork?: ComputeSubnetwork;

  /** Static egress addresses; empty if Google assigns addresses. */
  readonly natAddresses: readonly ComputeAddress[];

  /** The NAT of the router; undefined without egress. */
  readonly nat?: ComputeRouterNat;

  /** Records of Google's services in a network without egress. */
  readonly privateNames: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly settings: GoogleNetworkProps,
  ) {
    super(scope, id);
    const { endpointCidr, nat, privateDomains: domains } = settings;
    this.vpc = this.createVpc();
    this.subnetwork = this.createSubnetwork();
    this.endpointSubnetwork =
      endpointCidr === undefined ? undefined : this.createEndpointSubnetwork(endpointCidr);
    this.natAddresses = nat ? this.createNatAddresses(nat) : [];
    this.nat = nat ? this.createNat(nat) : undefined;
    const prerequisites = settings.prerequisites.dns;
    this.privateNames = domains
      ? createPrivateNames(this, { ...settings, networkId: this.vpc.id, domains, prerequisites })
      : [];
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
    const { mtu, ipv6, prerequisites, protection } = this.settings;
    return new ComputeNetwork(this, "vpc", {
      name: projectName(this.settings, limits.computeName),
      autoCreateSubnetworks: false,
      routingMode: "REGIONAL",
      mtu,
      enableUlaInternalIpv6: ipv6 === "internal" || undefined,
      timeouts,
      dependsOn: [...prerequisites.compute],
      // A replacement would have the same name, and would replace all other resources.
      lifecycle: { preventDestroy: protection || undefined },
    });
  }

  private createSubnetwork(): ComputeSubnetwork {
    const { cidr, secondaryRanges, ipv6, flowLogs, region, protection } = this.settings;
    return new ComputeSubnetwork(this, "subnetwork", {
      name: regionalName(this.settings, limits.computeName),
      network: this.vpc.id,
      region,
      ipCidrRange: cidr,
      secondaryIpRange: secondaryRanges && [...secondaryRanges],
      stackType: ipv6 ? "IPV4_IPV6" : undefined,
      ipv6AccessType: ipv6?.toUpperCase(),
      // Private Google Access: nodes without a public address use Google's services, including registries.
      privateIpGoogleAccess: true,
      logConfig: flowLogs
        ? { aggregationInterval: "INTERVAL_10_MIN", flowSampling: 0.5, metadata: "INCLUDE_ALL_METADATA" }
        : undefined,
      timeouts,
      lifecycle: { preventDestroy: protection || undefined },
    });
  }

  private createEndpointSubnetwork(cidr: string): ComputeSubnetwork {
    return new ComputeSubnetwork(this, "endpoint_subnetwork", {
      name: regionalName(this.settings, limits.computeName, "endpoint"),
      network: this.vpc.id,
      region: this.settings.region,
      ipCidrRange: cidr,
      privateIpGoogleAccess: true,
      timeouts,
    });
  }

  private createNatAddresses({ addresses }: NatProps): ComputeAddress[] {
    const { region, prerequisites } = this.settings;
    return Array.from(
      { length: addresses },
      (_, i) =>
        new ComputeAddress(this, `nat_address_${i + 1}`, {
          name: regionalName(this.settings, limits.computeName, "nat", String(i + 1)),
          region,
          dependsOn: [...prerequisites.compute],
          // Google does not delete an address that Cloud NAT still uses: Terraform must change Cloud NAT first, also when the address is removed.
          lifecycle: { createBeforeDestroy: true },
        }),
    );
  }

  /** One Cloud NAT serves the whole region: it is not a machine, and Google distributes it over the zones. */
  private createNat({ minPorts, maxPorts }: NatProps): ComputeRouterNat {
    const { region } = this.settings;
    const router = new ComputeRouter(this, "router", {
      name: regionalName(this.settings, limits.computeName),
      region,
      network: this.vpc.id,
    });
    return new ComputeRouterNat(this, "nat", {
      name: regionalName(this.settings, limits.computeName),
      region,
      router: router.name,
      natIpAllocateOption: this.natAddresses.length > 0 ? "MANUAL_ONLY" : "AUTO_ONLY",
      // The provider keeps the addresses of an omitted argument.
      natIps: this.natAddresses.map(({ id }) => id),
      // For nodes and pods: pods use their own address if `sourceNat` is disabled.
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      subnetwork: [{ name: this.subnetwork.id, sourceIpRangesToNat: ["ALL_IP_RANGES"] }],
      // The default of 64 fixed ports is not enough for a node with a hundred pods. Dynamic port allocation excludes endpoint-independent mapping.
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: minPorts,
      maxPortsPerVm: maxPorts,
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    });
  }
}
