import { isWhole, knownEntries } from "../../cluster/rules/rule";
import { defaults } from "../fields.generated";
import {
  architectureOf,
  type InstanceType,
  instanceType,
  isPattern,
  maxPods,
  subnetAddresses,
  typesNamed,
} from "../../aws/machine-types";
import type { PodSubnet } from "../../networks/aws/cluster-network";
import type { Statement } from "../identity/spec";
import type { EksClusterProps, EksMachineRequirements, EksNodeGroupSpec } from "../spec";
import { partitionOf } from "../../aws/regions";

/** How pods get their addresses. */
export interface PodNetwork {
  /** `ipv6`: each node has a prefix of the /64 of its subnet, with more addresses than pods. */
  readonly addresses: "secondary-ips" | "prefixes" | "ipv6";

  /** Pods have separate subnets, and the first interface of a node has no pods. */
  readonly ownSubnets: boolean;

  /** Addresses that a node reserves for new pods, in place of a whole interface. */
  readonly warmIps?: number;
}

/**
 * Tag by which the VPC CNI identifies a subnet for pods.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/subnet-discovery.md
 */
export const podSubnetTags = { "kubernetes.io/role/cni": "1" } as const;

/**
 * IPv4 addresses of a prefix of the VPC CNI.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/prefix-and-ip-target.md
 */
const prefixSize = 16;

/** For an unknown type: as many interfaces and addresses as the larger common types have, and few CPUs. */
const assumedType: InstanceType = {
  name: "",
  architecture: "x86_64",
  vcpus: 2,
  memoryGiB: 8,
  maxInterfaces: 8,
  addressesPerInterface: 30,
  fabricAdapters: 0,
};

type Cluster = Pick<EksClusterProps, "network" | "eks">;

/** The settings of `network`, or else of the vpc-cni add-on. */
export function podNetworkOf({ network, eks }: Cluster): PodNetwork {
  const env = eks?.addOns?.["vpc-cni"]?.configuration?.env;
  const isOn = (name: string) =>
    typeof env === "object" && env !== null && String((env as Record<string, unknown>)[name]) === "true";
  const warmIps = Number.parseInt(String((env as Record<string, unknown> | undefined)?.WARM_IP_TARGET), 10);
  if (network?.ipFamily === "ipv6") return { addresses: "ipv6", ownSubnets: false };
  return {
    addresses:
      network?.podAddresses === "prefixes" || isOn("ENABLE_PREFIX_DELEGATION")
        ? "prefixes"
        : defaults["network.podAddresses"],
    ownSubnets: hasPodSubnets({ network }) || isOn("AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG"),
    ...(isWhole(warmIps, 0) && { warmIps }),
  };
}

/** Whether `network` sets subnets for pods. */
export function hasPodSubnets({ network }: Pick<EksClusterProps, "network">): boolean {
  return network?.podCidr !== undefined || network?.existing?.podSubnets !== undefined;
}

/**
 * Pods that a node of a type can run: as many as its interfaces have addresses for, up to the limit of EKS. With pod subnets
 * there is one interface less.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses-procedure.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html
 */
export function podsPerNode(type: InstanceType, network: PodNetwork): number {
  return maxPods(podInterfaces(type, network));
}

/**
 * A group with a limit of pods for the pod network; its smallest machine type determines it. Nodes themselves count only
 * secondary addresses of interfaces, and reserve none (nodeadm, `eni_max_pods.go`).
 */
export function withPodLimit(
  spec: EksNodeGroupSpec,
  { network }: Pick<EksClusterProps, "network">,
): EksNodeGroupSpec {
  const podNetwork = podNetworkOf({ network });
  const countsForItself = podNetwork.addresses === "secondary-ips" && !podNetwork.ownSubnets;
  const types = knownEntries(spec.machineTypes)
    .flatMap(([, name]) => typesNamed(name))
    .flatMap((name) => instanceType(name) ?? []);
  const isSet = spec.maxPods !== undefined || /max-?pods/i.test(spec.userData ?? "");
  // Windows nodes have one interface, and addresses from the control plane.
  if (countsForItself || isSet || types.length === 0 || spec.image?.family === "windows") return spec;
  return { ...spec, maxPods: Math.min(...types.map((type) => podsPerNode(type, podNetwork))) };
}

/** Addresses of one node: in the node subnet, and in the pod subnet if there is one. */
export interface NodeAddresses {
  readonly type: string;
  readonly pods: number;
  readonly ofNodeSubnet: number;
  readonly ofPodSubnet: number;
}

/** The addresses of a node, for the machine type that uses most; undefined if no type of the group is valid. */
export function nodeAddresses(
  { machineTypes, machines, maxPods: given }: Pick<EksNodeGroupSpec, "machineTypes" | "machines" | "maxPods">,
  network: PodNetwork,
): NodeAddresses | undefined {
  return knownEntries(machineTypes)
    .filter(([, name]) => architectureOf(name))
    .flatMap(([, name]) => (isPattern(name) ? typesWithin(name, machines) : [name]))
    .map((name) => {
      const type = instanceType(name) ?? { ...assumedType, name };
      return addressesOfType(type, network, given);
    })
    .reduce<NodeAddresses | undefined>(
      (most, one) => (most && totalOf(most) >= totalOf(one) ? most : one),
      undefined,
    );
}

/** The addresses of a node of unknown type. */
export function addressesOfUnknown(network: PodNetwork, maxPods?: number): NodeAddresses {
  return addressesOfType({ ...assumedType, name: "any" }, network, maxPods);
}

function addressesOfType(type: InstanceType, network: PodNetwork, given: number | undefined): NodeAddresses {
  const pods = isWhole(given, 1) ? given : podsPerNode(type, network);
  return { type: type.name, pods, ...addressesOf(type, pods, network) };
}

/** Types of a family that a group can get. If the table has none, the pattern itself as an unknown type. */
function typesWithin(pattern: string, machines: EksMachineRequirements | undefined): string[] {
  const { min = 0, max = Infinity } = machines?.vcpus ?? {};
  const fitting = typesNamed(pattern).filter((name) => {
    const { vcpus } = instanceType(name)!;
    return vcpus >= min && vcpus <= max;
  });
  return fitting.length > 0 ? fitting : [pattern];
}

const totalOf = ({ ofNodeSubnet, ofPodSubnet }: NodeAddresses) => ofNodeSubnet + ofPodSubnet;

function addressesOf(type: InstanceType, pods: number, network: PodNetwork) {
  if (network.addresses === "ipv6") return { ofNodeSubnet: 1, ofPodSubnet: 0 };
  const forPods =
    network.addresses === "prefixes"
      ? // Whole prefixes as the pods need, a warm one, and the interface's own address.
        (Math.ceil(pods / prefixSize) + 1) * prefixSize + 1
      : network.warmIps === undefined
        ? subnetAddresses(podInterfaces(type, network), pods)
        : addressesOneByOne(podInterfaces(type, network), pods + network.warmIps);
  return network.ownSubnets
    ? { ofNodeSubnet: 1, ofPodSubnet: forPods }
    : { ofNodeSubnet: forPods, ofPodSubnet: 0 };
}

/**
 * With a target of addresses the CNI takes them one by one, and each interface has one for itself.
 * https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/eni-and-ip-target.md
 */
function addressesOneByOne({ maxInterfaces, addressesPerInterface }: InstanceType, wanted: number): number {
  const interfaces = Math.min(maxInterfaces, Math.ceil(wanted / (addressesPerInterface - 1)));
  return Math.min(wanted + interfaces, interfaces * addressesPerInterface);
}

/** The interfaces of a type that have pods, and the addresses of each. */
function podInterfaces(type: InstanceType, { addresses, ownSubnets }: PodNetwork): InstanceType {
  const perAddress = addresses === "secondary-ips" ? 1 : prefixSize;
  return {
    ...type,
    maxInterfaces: ownSubnets ? type.maxInterfaces - 1 : type.maxInterfaces,
    addressesPerInterface: (type.addressesPerInterface - 1) * perAddress + 1,
  };
}

// --- Settings of the vpc-cni add-on ------------------------------------------------------------------------------

type Settings = Readonly<Record<string, unknown>>;

/**
 * Settings of the vpc-cni add-on; those of the user take precedence. Undefined if there are none. A node uses the `ENIConfig`
 * with the name of its zone, which a node label states. Without security groups, pods have those of their node.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s#readme
 */
export function vpcCniSettings(
  region: string,
  { addresses, ownSubnets }: PodNetwork,
  podSubnets: readonly PodSubnet[],
  own: Settings | undefined,
): Settings | undefined {
  const env = {
    ...(addresses === "prefixes" ? { ENABLE_PREFIX_DELEGATION: "true" } : {}),
    ...(ownSubnets && podSubnets.length > 0
      ? {
          AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
          ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone",
        }
      : {}),
  };
  const eniConfig = {
    create: true,
    region,
    subnets: Object.fromEntries(podSubnets.map(({ id, zone }) => [zone, { id }])),
  };
  if (Object.keys(env).length === 0) return own;
  return {
    ...(podSubnets.length > 0 ? { eniConfig } : {}),
    ...own,
    env: { ...env, ...(own?.env as Settings | undefined) },
  };
}

/**
 * Permissions of the vpc-cni add-on. AWS manages a policy only for IPv4. A customer managed policy for IPv6 with the name of
 * the user guide could exist only once in an account, so that the role of each cluster has an inline policy. Versions from
 * v1.22.1 need the last two Describe actions.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/iam-policy.md
 */
export function vpcCniRights(
  region: string,
  { addresses }: PodNetwork,
): { readonly managedPolicy: string } | { readonly statements: readonly Statement[] } {
  if (addresses !== "ipv6") return { managedPolicy: "AmazonEKS_CNI_Policy" };
  const interfaces = [`arn:${partitionOf(region)}:ec2:${region}:*:network-interface/*`];
  return {
    statements: [
      { sid: "GiveAddresses", actions: ["ec2:AssignIpv6Addresses", "ec2:CreateTags"], resources: interfaces },
      {
        sid: "Look",
        // Describe actions support no resources.
        actions: [
          "ec2:DescribeInstances",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeTags",
          "ec2:DescribeSubnets",
          "ec2:DescribeSecurityGroups",
        ],
        resources: ["*"],
      },
    ],
  };
}
