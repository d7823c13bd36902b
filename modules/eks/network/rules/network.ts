import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path, warning } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { unknownRegion } from "../../../cluster/rules/zones";
import { newVpc } from "../../capacity/plan";
import { defaults } from "../../defaults";
import { endpointsOf, natOf, neededEndpoints } from "../needed-endpoints";
import type { EksClusterProps } from "../../spec";
import { defaultZones, partitionOf, region as knownRegion, regionNames } from "../../regions";
import { slotOf, vpcPrefix } from "../address-plan";
import { isRegionName } from "../../control-plane/rules/names";

/** Of carriers, and used as if it were private. [RFC 6598] */
const sharedRange = Cidr.parse("100.64.0.0/10")!;

/** Prefixes of a service range. [provider doc] aws_eks_cluster, `service_ipv4_cidr` */
const servicePrefix = { shortest: 12, longest: 24 } as const;

export const rules = defineRules<EksClusterProps>("eks/network", {
  /** [VPC user guide] a VPC is at least a /16; the plan of subnets needs a /22. */
  "vpc-size"(cluster) {
    const vpc = newVpc(cluster);
    if (!vpc || (vpc.prefix >= vpcPrefix.shortest && vpc.prefix <= vpcPrefix.longest)) return [];
    return [
      error(
        ["network", "cidr"],
        `must be a /${vpcPrefix.shortest} to /${vpcPrefix.longest}, got ${vpc}: ` +
          (vpc.prefix < vpcPrefix.shortest ? "AWS has no larger VPC" : "the subnets would be too small"),
      ),
    ];
  },

  /** [VPC user guide] VPC CIDR blocks: other ranges belong to someone on the internet, who is then out of reach. */
  "vpc-is-private"(cluster) {
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

  /** [provider doc] aws_eks_cluster, `service_ipv4_cidr`: private, /12 to /24. */
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

  /** [provider doc] aws_eks_cluster, `service_ipv4_cidr`: services and nodes share no address. */
  "service-range-is-apart"(cluster) {
    const { network } = cluster;
    const services = isKnown(network?.serviceCidr) ? Cidr.parse(network.serviceCidr) : undefined;
    const existing = isKnown(network?.existing?.cidr) ? Cidr.parse(network.existing.cidr) : undefined;
    const vpc = network?.existing ? existing : newVpc(cluster);
    if (!services || !vpc?.overlaps(services)) return [];
    return [error(["network", "serviceCidr"], `${services} must not overlap the VPC's range, ${vpc}`)];
  },

  /** [EKS user guide] subnet requirements: subnets in at least two zones. */
  "two-zones"({ network }, { zones }) {
    if (network?.existing) return [];
    const count = typeof network?.zones === "number" ? network.zones : zones?.length;
    if (!isWhole(count, 1) || count >= 2) return [];
    return [error(["network", "zones"], `EKS needs at least two zones, got ${shown(network?.zones)}`)];
  },

  /** A number of zones can be turned into names only where the names are known. */
  "zones-are-known"({ region, network }) {
    const zones = network?.zones ?? defaults.network.zones;
    if (network?.existing || !isKnown(region) || !isRegionName(region) || !isWhole(zones, 1)) return [];

    if (defaultZones(region, zones)) return [];
    const letters = knownRegion(region)?.zoneLetters;
    if (letters === undefined) return [unknownRegion(region, regionNames())];
    return [
      error(
        ["network", "zones"],
        `the names of ${zones} zones of ${region} are not known` +
          (letters.length > 0 ? ` (only ${letters.map((letter) => region + letter).join(", ")})` : "") +
          `; name the zones of your account, such as [${region}a, ${region}b]`,
      ),
    ];
  },

  /** [AZ ids] in old regions a letter means another zone, or none, in another account; EKS is missing in some zones. */
  "zones-of-account"({ region, network }) {
    const zones = network?.zones ?? defaults.network.zones;
    const facts = isKnown(region) ? knownRegion(region) : undefined;
    if (network?.existing || !facts?.zonesDifferPerAccount || !isWhole(zones, 1)) return [];
    const taken = defaultZones(region, zones);
    if (!taken) return [];
    return [
      warning(
        ["network", "zones"],
        `zones of ${region} differ from account to account; ${zones} means ${taken.join(", ")}: make sure that yours has ` +
          "them" +
          (facts.unsupportedZoneIds.length > 0
            ? `, none with the id ${facts.unsupportedZoneIds.join(", ")}`
            : "") +
          ", and name the zones",
      ),
    ];
  },

  /** [EKS user guide] Local Zones and the like: subnets of a cluster are in availability zones of its region. */
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
   * Where endpoints have the names that they have here. Elsewhere, as in China, prefixes differ from service to service.
   * [VPC user guide] "AWS services that integrate with AWS PrivateLink"
   */
  "endpoints-named"(cluster) {
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

  /** An endpoint is made once. */
  "endpoints-unique"({ network }) {
    return repeated(knownEntries(network?.endpoints)).map(({ index, value, first }) =>
      error(["network", "endpoints", index], `${shown(value)} is there already, at position ${first}`),
    );
  },

  /**
   * Without NAT, what nodes and core add-ons talk to must be in the VPC; S3 always is.
   *
   * Source: that of {@link neededEndpoints}.
   */
  "endpoints-without-nat"(cluster) {
    const { network } = cluster;
    if (natOf(cluster) !== "none" || network?.existing || (network?.endpoints && !isKnown(network.endpoints)))
      return [];
    const made = endpointsOf(cluster);
    const missing = neededEndpoints(cluster).filter(([service]) => !made.includes(service));
    if (missing.length === 0) return [];
    return [
      error(
        ["network", network?.endpoints === undefined ? "nat" : "endpoints"],
        `with nat "none" there must also be ${network?.endpoints === undefined ? "in network.endpoints " : ""}${missing.map(([service, why]) => `${service} (${why})`).join(", ")}`,
      ),
    ];
  },

  /** A network that is private has no way out to choose, and an API server that nobody reaches from outside. */
  "private-is-private"({ network, access }) {
    if (network?.private !== true) return [];
    return [
      ...(network.nat !== undefined && network.nat !== "none"
        ? [
            error(
              ["network", "nat"],
              `a private network has no way out, got ${shown(network.nat)}; leave it out`,
            ),
          ]
        : []),
      ...(isKnown(access.publicFrom) && access.publicFrom.length > 0
        ? [
            error(
              ["access", "publicFrom"],
              "the API server of a private network has no public address; leave it out, and come in from a network that " +
                "is joined to this one",
            ),
          ]
        : []),
    ];
  },
});
