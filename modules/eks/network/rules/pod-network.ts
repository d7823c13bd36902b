import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path } from "../../../cluster/problem";
import { forEachGroup, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { newVpc } from "../../capacity/plan";
import { isNitro } from "../../../aws/machine-types";
import { hasPodSubnets, podNetworkOf } from "../pod-network";
import type { EksClusterProps } from "../../spec";
import { podPrefix } from "../../../networks/aws/address-plan";

const podCidr = ["network", "podCidr"];

export const rules = defineRules<EksClusterProps>("eks/network", {
  /**
   * `podCidr` is large enough for one subnet in each zone of at least a /28.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
   */
  "pod-range-size"({ network }) {
    const range = rangeOf(network?.podCidr);
    const { shortest, longest } = podPrefix;
    if (!range || (range.prefix >= shortest && range.prefix <= longest)) return [];
    return [error(podCidr, `must be a /${shortest} to /${longest}, got ${range}`)];
  },

  /**
   * `podCidr` does not overlap the ranges of the VPC and of services.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  "pod-range-separate"(cluster) {
    const range = rangeOf(cluster.network?.podCidr);
    if (!range) return [];
    const others = [
      { name: "the VPC's range", other: newVpc(cluster) },
      { name: "the services' range", other: rangeOf(cluster.network?.serviceCidr) },
    ];
    return others.flatMap(({ name, other }) =>
      other?.overlaps(range) ? [error(podCidr, `${range} must not overlap ${name}, ${other}`)] : [],
    );
  },

  /**
   * `podCidr` is a range that AWS allows as a secondary range of the VPC.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
   */
  "pod-range-allowed"(cluster) {
    const range = rangeOf(cluster.network?.podCidr);
    const vpc = newVpc(cluster);
    const block = range && exclusiveRanges.find((candidate) => candidate.contains(range));
    if (!range || !vpc || !block || block.contains(vpc)) return [];
    return [
      error(
        podCidr,
        `AWS allows no range of ${block} in addition to ${vpc}, got ${range}; use one of 100.64.0.0/10, such as ` +
          "100.64.0.0/16",
      ),
    ];
  },

  /**
   * A setting of the VPC CNI is given in one place: a field of `network`, or the configuration of the add-on.
   *
   * @remarks Decision of this project: two fields must not contradict each other.
   */
  "pod-network-not-ambiguous"(cluster) {
    const { network, eks } = cluster;
    const configuration = eks?.addOns?.["vpc-cni"]?.configuration;
    if (!isKnown(configuration)) return [];
    const path: Path = ["eks", "addOns", "vpc-cni", "configuration"];
    const { env } = configuration;
    const alreadySet = (at: Path, holder: unknown, key: string, field: string) =>
      typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
        ? [error([...at, key], `is already set by ${field}; omit it here`)]
        : [];
    return [
      ...(network?.podAddresses
        ? alreadySet([...path, "env"], env, "ENABLE_PREFIX_DELEGATION", "network.podAddresses")
        : []),
      ...(hasPodSubnets(cluster)
        ? [
            ...alreadySet(
              [...path, "env"],
              env,
              "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG",
              podSubnetField(cluster),
            ),
            ...alreadySet([...path, "env"], env, "ENI_CONFIG_LABEL_DEF", podSubnetField(cluster)),
            ...alreadySet(path, configuration, "eniConfig", podSubnetField(cluster)),
          ]
        : []),
    ];
  },

  /**
   * Prefixes and IPv6 need machine types of the Nitro system.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html
   */
  "prefixes-need-nitro"(cluster) {
    const { addresses } = podNetworkOf(cluster);
    if (addresses === "secondary-ips") return [];
    const why = addresses === "ipv6" ? 'ipFamily "ipv6"' : 'podAddresses "prefixes"';
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      knownEntries(machineTypes)
        .filter(([, type]) => !isNitro(type))
        .map(([i, type]) =>
          error(
            [...group, "machineTypes", i],
            `${why} needs machines of the Nitro system, such as m7i.large, got ${shown(type)}`,
          ),
        ),
    );
  },

  /**
   * An IPv6 cluster has no ranges for services and pods: EKS chooses the range of services, and pods get prefixes of the
   * node subnets.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html
   */
  "ipv6-ranges"({ network }) {
    if (network?.ipFamily !== "ipv6") return [];
    const refused: [Path, unknown, string][] = [
      [
        ["network", "serviceCidr"],
        network.serviceCidr,
        "services of an IPv6 cluster have a range that EKS chooses",
      ],
      [podCidr, network.podCidr, "pods of an IPv6 cluster have IPv6 addresses of the nodes' subnets"],
      [
        ["network", "existing", "podSubnets"],
        network.existing?.podSubnets,
        "pods of an IPv6 cluster have IPv6 addresses of the nodes' subnets",
      ],
      [["network", "podAddresses"], network.podAddresses, "an IPv6 cluster always uses prefixes"],
    ];
    return refused
      .filter(([, value]) => value !== undefined)
      .map(([path, , why]) => error(path, `${why}; omit it`));
  },

  /**
   * An IPv6 cluster has version 1.10.1 or later of the VPC CNI.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html
   */
  "ipv6-cni-version"({ network, eks }) {
    const version = eks?.addOns?.["vpc-cni"]?.version;
    const parts = isKnown(version) ? /^v(\d+)\.(\d+)\.(\d+)/.exec(version) : undefined;
    if (network?.ipFamily !== "ipv6" || !parts) return [];
    const [major, minor, patch] = parts.slice(1).map(Number);
    if (major > 1 || minor > 10 || (minor === 10 && patch >= 1)) return [];
    return [
      error(
        ["eks", "addOns", "vpc-cni", "version"],
        `an IPv6 cluster needs v1.10.1 or later, got ${shown(version)}`,
      ),
    ];
  },
});

/** Ranges of which a VPC has at most one. It allows ranges of 100.64.0.0/10 and public ranges in addition. */
const exclusiveRanges = [...privateRanges, Cidr.parse("198.19.0.0/16")!];

const podSubnetField = ({ network }: EksClusterProps) =>
  network?.existing ? "network.existing.podSubnets" : "network.podCidr";

function rangeOf(text: string | undefined): Cidr | undefined {
  return isKnown(text) ? Cidr.parse(text) : undefined;
}
