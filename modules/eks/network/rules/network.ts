import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path, warning } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { unknownRegion } from "../../../cluster/rules/zones";
import { newVpc } from "../../capacity/plan";
import { defaults } from "../../fields.generated";
import { endpointsOf, hasEndpoint, neededEndpoints } from "../needed-endpoints";
import { natOf } from "../settings";
import { programsOf } from "../../programs";
import type { EksClusterProps } from "../../spec";
import {
  defaultZones,
  isRegionName,
  partitionOf,
  region as knownRegion,
  regionNames,
} from "../../../aws/regions";
import { slotOf, vpcPrefix } from "../../../networks/aws/address-plan";

/**
 * Shared address space of carriers, which is used like a private range.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6598
 */
const sharedRange = Cidr.parse("100.64.0.0/10")!;

/**
 * Prefixes of a service range.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
 */
const servicePrefix = { shortest: 12, longest: 24 } as const;

export const rules = defineRules<EksClusterProps>("eks/network", {
  /**
   * The range of a new VPC is a /16 to /22. AWS allows no larger one; the subnets of a smaller one have too few addresses.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  "vpc-size"(cluster) {
    const vpc = newVpc(cluster);
    if (!vpc || (vpc.prefix >= vpcPrefix.shortest && vpc.prefix <= vpcPrefix.longest)) return [];
    return [
      error(
        ["network", "cidr"],
        `must be a /${vpcPrefix.shortest} to /${vpcPrefix.longest}, got ${vpc}: ` +
          (vpc.prefix < vpcPrefix.shortest ? "AWS supports no larger VPC" : "the subnets would be too small"),
      ),
    ];
  },

  /**
   * The range of a new VPC is private. Owners of a public range cannot be reached from the cluster.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  "vpc-range-private"(cluster) {
    const vpc = newVpc(cluster);
    if (!vpc || [...privateRanges, sharedRange].some((range) => range.contains(vpc))) return [];
    return [
      warning(
        ["network", "cidr"],
        `${vpc} is not within the private ranges (${privateRanges.join(", ")}, ${sharedRange}): ` +
          "its owners on the internet cannot be reached from the cluster",
      ),
    ];
  },

  /**
   * The range of services is private and a /12 to /24.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
   */
  "service-range"({ network }) {
    const path = ["network", "serviceCidr"];
    const services = isKnown(network?.serviceCidr) ? Cidr.parse(network.serviceCidr) : undefined;
    if (!services) return [];
    const { shortest, longest } = servicePrefix;
    return [
      ...(services.prefix < shortest || services.prefix > longest
        ? [error(path, `must be a /${shortest} to /${longest}, got ${services}`)]
        : []),
      ...(privateRanges.some((range) => range.contains(services))
        ? []
        : [error(path, `must be within ${privateRanges.join(", ")}, got ${services}`)]),
    ];
  },

  /**
   * The range of services does not overlap that of the VPC.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
   */
  "service-range-separate"(cluster) {
    const { network } = cluster;
    const services = isKnown(network?.serviceCidr) ? Cidr.parse(network.serviceCidr) : undefined;
    const existing = isKnown(network?.existing?.cidr) ? Cidr.parse(network.existing.cidr) : undefined;
    const vpc = network?.existing ? existing : newVpc(cluster);
    if (!services || !vpc?.overlaps(services)) return [];
    return [error(["network", "serviceCidr"], `${services} must not overlap the VPC's range, ${vpc}`)];
  },

  /**
   * The network has at least two zones.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
   */
  "two-zones"({ network }, { zones }) {
    if (network?.existing) return [];
    const count = typeof network?.zones === "number" ? network.zones : zones?.length;
    if (!isWhole(count, 1) || count >= 2) return [];
    return [error(["network", "zones"], `EKS needs at least two zones, got ${shown(network?.zones)}`)];
  },

  /**
   * A number of zones is given only where the names of the zones are known.
   *
   * @remarks Decision of this project: synthesis is offline and does not look zones up.
   */
  "zones-known"({ region, network }) {
    const zones = network?.zones ?? defaults["network.zones"];
    if (network?.existing || !isKnown(region) || !isRegionName(region) || !isWhole(zones, 1)) return [];

    if (defaultZones(region, zones)) return [];
    const letters = knownRegion(region)?.zoneLetters;
    if (letters === undefined) return [unknownRegion(region, regionNames())];
    return [
      error(
        ["network", "zones"],
        `the names of ${zones} zones of ${region} are not known` +
          (letters.length > 0 ? ` (only ${letters.map((letter) => region + letter).join(", ")})` : "") +
          `; list the zones of your account, such as [${region}a, ${region}b]`,
      ),
    ];
  },

  /**
   * Zones are named in regions where their letters differ between accounts, or where EKS is missing in a zone.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
   */
  "zones-of-account"({ region, network }) {
    const zones = network?.zones ?? defaults["network.zones"];
    const facts = isKnown(region) ? knownRegion(region) : undefined;
    if (network?.existing || !facts?.zonesDifferPerAccount || !isWhole(zones, 1)) return [];
    const taken = defaultZones(region, zones);
    if (!taken) return [];
    return [
      warning(
        ["network", "zones"],
        `zones of ${region} differ between accounts; ${zones} selects ${taken.join(", ")}: check that your account has ` +
          "them" +
          (facts.unsupportedZoneIds.length > 0
            ? `, none with the id ${facts.unsupportedZoneIds.join(", ")}`
            : "") +
          ", and list the zones",
      ),
    ];
  },

  /**
   * Zones are availability zones of the region. A cluster cannot use Local Zones or Wavelength Zones.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
   */
  "zones-of-region"({ region, network }) {
    if (!isKnown(region)) return [];
    const named: [Path, string][] = network?.existing
      ? knownEntries(network.existing.nodeSubnets).map(([i, { zone }]) => [
          ["network", "existing", "nodeSubnets", i, "zone"],
          zone,
        ])
      : typeof network?.zones === "object"
        ? knownEntries(network.zones).map(([i, zone]) => [["network", "zones", i], zone])
        : [];
    return named
      .filter(([, zone]) => isKnown(zone) && slotOf(region, zone) === undefined)
      .map(([path, zone]) =>
        error(
          path,
          /^[a-z]{3,4}\d-az\d$/.test(zone)
            ? `must be the name of a zone such as ${region}a, got the id ${shown(zone)}`
            : `must be an availability zone of ${region} such as ${region}a, got ${shown(zone)}`,
        ),
      );
  },

  /**
   * Interface endpoints are created only in partitions where their names are known. In other partitions, such as China,
   * prefixes differ between services.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
   */
  "endpoints-supported"(cluster) {
    const { region, network } = cluster;
    if (endpointsOf(cluster).length === 0 || !isKnown(region)) return [];
    const partition = partitionOf(region);
    if (partition === "aws" || partition === "aws-us-gov") return [];
    return [
      error(
        ["network", network?.private ? "private" : "endpoints"],
        `interface endpoints have other names in the partition ${partition}; use an existing network that has them`,
      ),
    ];
  },

  /**
   * Each interface endpoint is listed once.
   *
   * @remarks Decision of this project: each endpoint becomes one resource.
   */
  "endpoints-unique"({ network }) {
    return repeated(knownEntries(network?.endpoints)).map(({ index, value, first }) =>
      error(["network", "endpoints", index], `${shown(value)} is a duplicate of [${first}]`),
    );
  },

  /**
   * Without NAT, the network has the endpoints that nodes and core add-ons need. S3 always has one.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
   */
  "endpoints-without-nat"(cluster) {
    const { network } = cluster;
    if (natOf(cluster) !== "none" || network?.existing || (network?.endpoints && !isKnown(network.endpoints)))
      return [];
    const made = endpointsOf(cluster);
    const missing = neededEndpoints(cluster).filter(([service]) => !made.includes(service));
    if (missing.length === 0) return [];
    const list = missing.map(([service, why]) => `${service} (${why})`).join(", ");
    return [
      network?.endpoints === undefined
        ? error(["network", "nat"], `nat "none" also needs the endpoints ${list} in network.endpoints`)
        : error(["network", "endpoints"], `nat "none" also needs ${list}`),
    ];
  },

  /**
   * Programs of a network without egress call only services that have an interface endpoint.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
   */
  "programs-reach-services"(cluster) {
    const { network } = cluster;
    if (network?.existing || natOf(cluster) !== "none") return [];
    const closedBy = network?.private === true ? "network.private true" : 'network.nat "none"';
    return programsOf(cluster)
      .filter(({ services = [] }) => services.some((service) => !hasEndpoint(service)))
      .map(({ name, field, services = [] }) =>
        error(
          field,
          `${name} could not work: it calls ${services.filter((service) => !hasEndpoint(service)).join(" and ")}, which has no ` +
            `interface endpoint, and ${closedBy} closes egress; omit one of the two`,
        ),
      );
  },

  /**
   * A private network has no NAT, and its API server no public endpoint.
   *
   * @remarks Decision of this project: two fields must not contradict each other.
   */
  "private-network-exclusive"({ network, access }) {
    if (network?.private !== true) return [];
    return [
      ...(network.nat !== undefined && network.nat !== "none"
        ? [error(["network", "nat"], `a private network has no egress, got ${shown(network.nat)}; omit it`)]
        : []),
      ...(isKnown(access.publicFrom) && access.publicFrom.length > 0
        ? [
            error(
              ["access", "publicFrom"],
              "the API server of a private network has no public endpoint; omit it, and use a network that is connected to " +
                "this one",
            ),
          ]
        : []),
    ];
  },
});
