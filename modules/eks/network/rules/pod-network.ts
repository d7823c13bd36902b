import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path } from "../../../cluster/problem";
import { forEachGroup, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { newVpc } from "../../capacity/plan";
import { isNitro } from "../../node-groups/machine-types";
import { hasPodSubnets, podNetworkOf } from "../pod-network";
import type { EksClusterProps } from "../../spec";
import { podPrefix } from "../address-plan";

const podCidr = ["network", "podCidr"];

export const rules = defineRules<EksClusterProps>("eks/network", {
  /** [VPC user guide] subnet sizing: an eighth of the range must be a /28 or larger. */
  "pod-range-size"({ network }) {
    const range = rangeOf(network?.podCidr);
    const { shortest, longest } = podPrefix;
    if (!range || (range.prefix >= shortest && range.prefix <= longest)) return [];
    return [error(podCidr, `must be a /${shortest} to /${longest}, got ${range}`)];
  },

  /** Pods share no address with nodes or services. [VPC user guide] CIDR block association restrictions */
  "pod-range-is-apart"(cluster) {
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

  /** [VPC user guide] CIDR block association restrictions: AWS refuses most pairs of private ranges in one VPC. */
  "pod-range-beside-vpc"(cluster) {
    const range = rangeOf(cluster.network?.podCidr);
    const vpc = newVpc(cluster);
    const block = range && exclusiveRanges.find((candidate) => candidate.contains(range));
    if (!range || !vpc || !block || block.contains(vpc)) return [];
    return [
      error(
        podCidr,
        `AWS takes no range of ${block} beside ${vpc}, got ${range}; take one of 100.64.0.0/10, such as 100.64.0.0/16`,
      ),
    ];
  },

  /** Two places that say how pods get addresses would contradict each other sooner or later. */
  "pod-network-said-once"(cluster) {
    const { network, eks } = cluster;
    const configuration = eks?.addOns?.["vpc-cni"]?.configuration;
    if (!isKnown(configuration)) return [];
    const path: Path = ["eks", "addOns", "vpc-cni", "configuration"];
    const env = (configuration.env ?? {}) as Readonly<Record<string, unknown>>;
    const said = (at: Path, holder: object, key: string, field: string) =>
      key in holder ? [error([...at, key], `is said by ${field} already; leave it out here`)] : [];
    return [
      ...(network?.podAddresses
        ? said([...path, "env"], env, "ENABLE_PREFIX_DELEGATION", "network.podAddresses")
        : []),
      ...(hasPodSubnets(cluster)
        ? [
            ...said([...path, "env"], env, "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG", podSubnetField(cluster)),
            ...said([...path, "env"], env, "ENI_CONFIG_LABEL_DEF", podSubnetField(cluster)),
            ...said(path, configuration, "eniConfig", podSubnetField(cluster)),
          ]
        : []),
    ];
  },

  /** [VPC CNI] prefix-and-ip-target.md: prefixes are for interfaces of Nitro machines. [EKS user guide] IPv6 needs them. */
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

  /** [EKS user guide] IPv6: EKS gives out the range of services; pods have prefixes of the nodes' subnets. */
  "ipv6-alone"({ network }) {
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
      [["network", "podAddresses"], network.podAddresses, "an IPv6 cluster has prefixes in any case"],
    ];
    return refused
      .filter(([, value]) => value !== undefined)
      .map(([path, , why]) => error(path, `${why}; leave it out`));
  },

  /** [EKS user guide] IPv6: from version 1.10.1 of the VPC CNI on. */
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

/** Ranges of which a VPC has one at most; from 100.64.0.0/10 and from public ranges it takes any beside it. */
const exclusiveRanges = [...privateRanges, Cidr.parse("198.19.0.0/16")!];

const podSubnetField = ({ network }: EksClusterProps) =>
  network?.existing ? "network.existing.podSubnets" : "network.podCidr";

function rangeOf(text: string | undefined): Cidr | undefined {
  return isKnown(text) ? Cidr.parse(text) : undefined;
}
