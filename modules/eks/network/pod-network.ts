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
} from "../node-groups/machine-types";
import type { Statement } from "../identity/spec";
import type { EksClusterProps, EksMachineRequirements, EksNodeGroupSpec } from "../spec";
import { partitionOf } from "../regions";

/** How pods come by their addresses. */
export interface PodNetwork {
  /** `ipv6`: each node has a prefix of its subnet's /64, which no number of pods uses up. */
  readonly addresses: "secondary-ips" | "prefixes" | "ipv6";

  /** Pods are in subnets of their own, and the node's first interface serves the node alone. */
  readonly ownSubnets: boolean;

  /** Addresses that a node keeps for pods to come, instead of a whole interface. */
  readonly warmIps?: number;
}

/** A subnet of pods alone. */
export interface PodSubnet {
  readonly id: string;
  readonly zone: string;
}

/** Tells the VPC CNI that a subnet is for pods. [VPC CNI] docs/subnet-discovery.md */
export const podSubnetTags = { "kubernetes.io/role/cni": "1" } as const;

/** IPv4 addresses in a prefix that the VPC CNI takes at once. [VPC CNI] docs/prefix-and-ip-target.md */
const prefixSize = 16;

/** For a type that is not known: as many interfaces and addresses as the larger common ones have, and few CPUs. */
const assumedType: InstanceType = {
  name: "",
  architecture: "x86_64",
  vcpus: 2,
  maxInterfaces: 8,
  addressesPerInterface: 30,
  fabricAdapters: 0,
};

type Cluster = Pick<EksClusterProps, "network" | "eks">;

/** As the network says it; else as the settings of the vpc-cni add-on do. */
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

/** Whether the network says where pods' own subnets are. */
export function hasPodSubnets({ network }: Pick<EksClusterProps, "network">): boolean {
  return network?.podCidr !== undefined || network?.existing?.podSubnets !== undefined;
}

/**
 * Pods that a node of a type can run: as many as its interfaces hold addresses for, and no more than EKS' limit.
 * The formula: [EKS user guide] "Assign more IP addresses to Amazon EKS nodes with prefixes", and for pods in subnets of
 * their own one interface less ("Deploy Pods in alternate subnets with custom networking").
 */
export function podsPerNode(type: InstanceType, network: PodNetwork): number {
  return maxPods(podInterfaces(type, network));
}

/**
 * A group with a limit of pods that fits the pod network, the smallest of its types deciding. Nodes count for themselves
 * only what interfaces hold with secondary addresses, none of them kept from pods (nodeadm, `eni_max_pods.go`).
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
  const isSaid = spec.maxPods !== undefined || /max-?pods/i.test(spec.userData ?? "");
  // Windows has one interface, and addresses from the control plane.
  if (countsForItself || isSaid || types.length === 0 || spec.image?.family === "windows") return spec;
  return { ...spec, maxPods: Math.min(...types.map((type) => podsPerNode(type, podNetwork))) };
}

/** Addresses that one node takes: of the nodes' subnet, and of the pods' when they have their own. */
export interface NodeAddresses {
  readonly type: string;
  readonly pods: number;
  readonly ofNodeSubnet: number;
  readonly ofPodSubnet: number;
}

/** What a node of a group takes, of the type that takes most; undefined when the group names no type that makes sense. */
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

/** What a node takes whose type nobody names. */
export function addressesOfUnknown(network: PodNetwork, maxPods?: number): NodeAddresses {
  return addressesOfType({ ...assumedType, name: "any" }, network, maxPods);
}

function addressesOfType(type: InstanceType, network: PodNetwork, given: number | undefined): NodeAddresses {
  const pods = isWhole(given, 1) ? given : podsPerNode(type, network);
  return { type: type.name, pods, ...addressesOf(type, pods, network) };
}

/** Types of a family that a group may get; the pattern itself, as a type that is not known, where none is. */
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

/** With a target of addresses the CNI takes them one by one, and each interface has one of its own. [VPC CNI] docs/eni-and-ip-target.md */
function addressesOneByOne({ maxInterfaces, addressesPerInterface }: InstanceType, wanted: number): number {
  const interfaces = Math.min(maxInterfaces, Math.ceil(wanted / (addressesPerInterface - 1)));
  return Math.min(wanted + interfaces, interfaces * addressesPerInterface);
}

/** A type as pods see it: the interfaces that serve them, and what each of them holds. */
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
 * What the vpc-cni add-on is told, the user's own settings on top; undefined when there is nothing to tell.
 *
 * Node labels tell the add-on which `ENIConfig` is a node's: they are named after zones. Without security groups pods have
 * those of their node. Sources: [VPC CNI] README, charts/aws-vpc-cni/templates/eniconfig.yaml.
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
 * Rights of the vpc-cni add-on. AWS manages a policy for IPv4 alone. A policy for IPv6 of the name that the user guide
 * gives it could be there once in an account; these are statements of each cluster's own role.
 *
 * Source: [VPC CNI] docs/iam-policy.md; without the last two descriptions v1.22.1 and later do not start.
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
        // Descriptions can't be limited to resources.
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
