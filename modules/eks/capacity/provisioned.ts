import { entries, isKnown, isWhole } from "../../cluster/rules/rule";
import { computeOf } from "../node-groups/compute";
import { instanceType } from "../../aws/machine-types";
import { addressesOfUnknown, type NodeAddresses, nodeAddresses, podNetworkOf } from "../network/pod-network";
import type { EksClusterProps } from "../spec";

/** Nodes outside node groups: those of Karpenter, Auto Mode and Fargate (one for each pod). */
export interface Provisioned {
  /** The provisioner. It cannot be the name of a node group, which starts with a lower-case letter. */
  readonly by: string;

  /** Number of nodes; undefined without a bound. */
  readonly nodes?: number;

  readonly addresses: NodeAddresses;

  /** vCPUs of each node that count against the quotas of EC2; undefined if unknown. */
  readonly vcpus?: number;

  /** The field of the bound. */
  readonly field: string;
}

/**
 * Maximum number of pods on a node of Auto Mode, for each machine type.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-networking.html
 */
const podsInAutoMode = 110;

/** A Fargate pod has a separate interface in the private subnets, with one address. */
const fargateAddresses: NodeAddresses = { type: "Fargate", pods: 1, ofNodeSubnet: 1, ofPodSubnet: 0 };

export function provisionedOf(cluster: EksClusterProps): Provisioned[] {
  return [...provisionedNodes(cluster), ...fargatePods(cluster)];
}

function provisionedNodes(cluster: EksClusterProps): Provisioned[] {
  const { karpenter, autoMode = "off" } = isKnown(cluster.nodeGroups)
    ? computeOf(cluster)
    : { karpenter: false };
  if (!karpenter && autoMode === "off") return [];

  const { plannedNodes, largestMachineType } = cluster.eks?.autoProvisioning ?? {};
  const common = {
    nodes: isWhole(plannedNodes, 1) ? plannedNodes : undefined,
    vcpus: isKnown(largestMachineType) ? instanceType(largestMachineType)?.vcpus : undefined,
    field: "eks.autoProvisioning.plannedNodes",
  };
  const podNetwork = podNetworkOf(cluster);
  if (karpenter)
    return [{ by: "Karpenter", ...common, addresses: addressesOf(largestMachineType, podNetwork) }];

  // Auto Mode has a separate pod network with prefixes, in addition to the addresses of nodes.
  // https://docs.aws.amazon.com/eks/latest/userguide/auto-networking.html
  const own = {
    addresses: podNetwork.addresses === "ipv6" ? "ipv6" : "prefixes",
    ownSubnets: false,
  } as const;
  const { pods } = addressesOf(largestMachineType, own);
  const addresses = addressesOf(largestMachineType, own, Math.min(pods, podsInAutoMode));
  return [{ by: "Auto Mode", ...common, addresses }];
}

function addressesOf(
  type: string | undefined,
  network: ReturnType<typeof podNetworkOf>,
  maxPods?: number,
): NodeAddresses {
  const known = isKnown(type) ? nodeAddresses({ machineTypes: [type], maxPods }, network) : undefined;
  return known ?? addressesOfUnknown(network, maxPods);
}

function fargatePods({ eks }: EksClusterProps): Provisioned[] {
  return entries(eks?.fargateProfiles).map(([i, { name, plannedPods }]) => ({
    by: `Fargate ${name}`,
    nodes: isWhole(plannedPods, 1) ? plannedPods : undefined,
    addresses: fargateAddresses,
    field: `eks.fargateProfiles[${i}].plannedPods`,
  }));
}
