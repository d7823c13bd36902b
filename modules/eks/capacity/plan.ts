import { Cidr } from "../../cluster/addresses";
import { instanceType } from "../../aws/machine-types";
import { type Capacity, type ClusterPlan, unknownVcpus, type Usage } from "../../cluster/plan";
import type { Path } from "../../cluster/problem";
import { entries, isKnown } from "../../cluster/rules/rule";
import { defaults } from "../fields.generated";
import { endpointsOf } from "../network/needed-endpoints";
import { natOf } from "../network/settings";
import { nodeRulesOf } from "../node-groups/security-rules";
import { programWebhookPorts } from "../programs";
import { provisionedOf } from "./provisioned";
import { type NodeAddresses, nodeAddresses, type PodNetwork, podNetworkOf } from "../network/pod-network";
import type { EksClusterProps, EksExistingSubnet } from "../spec";
import {
  planPodSubnets,
  planSubnets,
  podPrefix,
  slotOf,
  type Tier,
  vpcPrefix,
  type ZoneSubnets,
} from "../../networks/aws/address-plan";
import { largestGroups, notesOf, surgeOf, workersOf } from "./workers";
import { zoneNames } from "../zones";

/** Usage and capacity of an EKS cluster. The rules turn the result into errors and warnings, `validate --plan` into a table. */

/**
 * AWS reserves the first four addresses of a subnet and the last one.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const reservedBySubnet = 5;

/**
 * Addresses that the control plane needs in each of its subnets, and the recommended number.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const controlPlaneAddresses = { needed: 6, advised: 16 } as const;

/**
 * Default quotas, which AWS raises on request.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
 */
export const quotas = {
  /** Per account and region. */
  elasticIps: 5,
  /** Per account and region. */
  vpcs: 5,
  /** Per security group and direction. */
  rulesPerGroup: 60,
  groupsPerInterface: 5,
} as const;

/** Name of the control plane in the plan. It cannot be the name of a node group. */
export const controlPlane = "control plane";

/** The addresses of one zone, and their users. */
export interface AddressCapacity extends Capacity {
  readonly holds: "nodes and pods" | "nodes" | "pods" | "control plane" | "gateways";
  readonly zone: string;
  readonly subnets: readonly Cidr[];
}

/** All quantities, for a table. */
export function planOf(cluster: EksClusterProps): ClusterPlan {
  const zones = zoneNames(cluster) ?? [];
  const workers = workersOf(cluster, zones);
  return {
    name: cluster.name,
    region: cluster.region,
    podNetwork: describePodNetwork(podNetworkOf(cluster)),
    workers,
    capacities: [...addressCapacities(cluster, zones), ...quotaCapacities(cluster, zones)],
    notes: [
      ...notesOf(cluster, zones),
      ...unknownVcpus(
        // Others than node groups have no single type.
        workers.filter(({ group }) => entries(cluster.nodeGroups).some(([, { name }]) => name === group)),
        (type) => instanceType(type) !== undefined,
      ),
    ],
  };
}

/** The addresses of each subnet with a known range. */
export function addressCapacities(cluster: EksClusterProps, zones: readonly string[]): AddressCapacity[] {
  const { network } = cluster;
  const { ownSubnets } = podNetworkOf(cluster);
  const plan = subnetsOf(cluster, zones);
  const ofNodes = { holds: ownSubnets ? "nodes" : "nodes and pods" } as const;

  const nodes = network?.existing
    ? zones.flatMap((zone) =>
        existingCapacity(
          ["network", "existing", "nodeSubnets"],
          network.existing!.nodeSubnets,
          zone,
          ofNodes,
        ),
      )
    : plan.map((subnets) => newCapacity("private", subnets, ofNodes));
  const pods = network?.existing
    ? zones.flatMap((zone) =>
        existingCapacity(["network", "existing", "podSubnets"], network.existing!.podSubnets, zone, {
          holds: "pods",
        }),
      )
    : podSubnetsOf(cluster, zones).map(({ zone, range }) =>
        capacityOf(`pods ${zone}`, zone, [range], ["network", "podCidr"], { holds: "pods" }),
      );
  const gateways = network?.private ? [] : plan;
  const others = [
    ...gateways.map((subnets) => newCapacity("public", subnets, { holds: "gateways" })),
    ...plan.map((subnets) => newCapacity("intra", subnets, { holds: "control plane" })),
  ];
  return [...nodes, ...pods, ...others].map((capacity) => ({
    ...capacity,
    usages: usagesOf(capacity, cluster, zones),
  }));
}

/** The quotas of an account, an interface and a group. */
export function quotaCapacities(cluster: EksClusterProps, zones: readonly string[]): Capacity[] {
  const capacities: Capacity[] = [];
  const gateways = natGateways(cluster, zones).length;
  if (!cluster.network?.existing) {
    capacities.push({
      name: "VPCs",
      detail: cluster.region,
      size: quotas.vpcs,
      usages: [{ by: "network", count: 1, each: 1 }],
      path: ["network"],
      isQuota: true,
      sharedAs: `VPCs ${cluster.region}`,
    });
    capacities.push({
      name: "elastic IPs",
      detail: cluster.region,
      size: quotas.elasticIps,
      usages: [{ by: "NAT gateways", count: gateways, each: 1 }],
      path: ["network", "nat"],
      isQuota: true,
      sharedAs: `elastic IPs ${cluster.region}`,
    });
  }
  const rules = Object.values(nodeRulesOf(cluster.network, programWebhookPorts(cluster)));
  const rulesOfNodes = (direction: "in" | "out") =>
    rules.filter(
      ({ from, to }) =>
        (direction === "in" ? to : from) === "nodes" && (direction === "in" || to === "anywhere"),
    );
  for (const direction of ["in", "out"] as const) {
    capacities.push({
      name: `node rules, ${direction}`,
      detail: "security group",
      size: quotas.rulesPerGroup,
      usages: [{ by: "rules", count: rulesOfNodes(direction).length, each: 1 }],
      path: ["network", "webhookPorts"],
      isQuota: true,
    });
  }
  for (const [i, { name, securityGroups }] of entries(cluster.nodeGroups)) {
    if (entries(securityGroups).length === 0) continue;
    capacities.push({
      name: `groups of ${name}`,
      detail: "network interface",
      size: quotas.groupsPerInterface,
      usages: [
        { by: "the nodes' group", count: 1, each: 1 },
        { by: "securityGroups", count: entries(securityGroups).length, each: 1 },
      ],
      path: ["nodeGroups", i, "securityGroups"],
      isQuota: true,
    });
  }
  return capacities;
}

// --- Usage ------------------------------------------------------------------------------------------------------

function usagesOf(capacity: AddressCapacity, cluster: EksClusterProps, zones: readonly string[]): Usage[] {
  const { holds, zone } = capacity;
  switch (holds) {
    case "gateways":
      return [
        { by: "NAT gateway", count: natGateways(cluster, zones).filter((z) => z === zone).length, each: 1 },
      ];
    case "control plane":
      return [
        { by: controlPlane, count: 1, each: controlPlaneAddresses.needed },
        { by: "endpoints", count: endpointsOf(cluster).length, each: 1 },
      ];
    case "pods":
      return nodeUsages(cluster, zone, zones, ({ ofPodSubnet }) => ofPodSubnet);
    default: {
      const { existing } = cluster.network ?? {};
      const sharesWithControlPlane = existing && !existing.controlPlaneSubnetIds;
      return [
        ...nodeUsages(cluster, zone, zones, ({ ofNodeSubnet }) => ofNodeSubnet),
        ...(sharesWithControlPlane
          ? [{ by: controlPlane, count: 1, each: controlPlaneAddresses.needed }]
          : []),
      ];
    }
  }
}

/** Addresses of nodes in a zone: groups at their maximum size during a rolling update, other nodes at their bound. */
function nodeUsages(
  cluster: EksClusterProps,
  zone: string,
  zones: readonly string[],
  ofNode: (addresses: NodeAddresses) => number,
): Usage[] {
  const provisioned = provisionedOf(cluster).flatMap(({ by, nodes = 0, addresses }) => {
    const each = ofNode(addresses);
    return nodes > 0 && each > 0 ? [{ by, count: Math.ceil(nodes / zones.length), each }] : [];
  });
  const groups = entries(cluster.nodeGroups).flatMap(([, spec]) => {
    const count = largestGroups(spec, zones)
      .filter((pool) => pool.zones.includes(zone))
      .reduce((sum, pool) => sum + Math.ceil((pool.size.max + surgeOf(spec, pool)) / pool.zones.length), 0);
    const addresses = nodeAddresses(spec, podNetworkOf(cluster));
    const each = addresses ? ofNode(addresses) : 0;
    return count > 0 && each > 0 ? [{ by: spec.name, count, each }] : [];
  });
  return [...groups, ...provisioned];
}

/** Zones of the NAT gateways that use an elastic IP of the account. A regional gateway does not. */
function natGateways(cluster: EksClusterProps, zones: readonly string[]): readonly string[] {
  if (cluster.network?.existing) return [];
  const nat = natOf(cluster);
  return nat === "per-zone" ? zones : nat === "single" ? zones.slice(0, 1) : [];
}

// --- Capacity ------------------------------------------------------------------------------------------------------

/** The range of a new VPC; undefined if it is unknown. */
export function newVpc({ network }: Pick<EksClusterProps, "network">): Cidr | undefined {
  const range = network?.cidr ?? defaults["network.cidr"];
  return network?.existing || !isKnown(range) ? undefined : Cidr.parse(range);
}

/** The subnets of a new VPC; undefined if they cannot be planned. */
function subnetsOf(cluster: EksClusterProps, zones: readonly string[]): ZoneSubnets[] {
  const vpc = newVpc(cluster);
  if (!vpc || vpc.prefix < vpcPrefix.shortest || vpc.prefix > vpcPrefix.longest) return [];
  if (zones.some((zone) => slotOf(cluster.region, zone) === undefined)) return [];
  return planSubnets(cluster.region, vpc, zones);
}

/** The pod subnets of a new VPC; undefined if they cannot be planned. */
function podSubnetsOf({ network, region }: EksClusterProps, zones: readonly string[]) {
  const range = isKnown(network?.podCidr) ? Cidr.parse(network.podCidr) : undefined;
  if (!range || range.prefix < podPrefix.shortest || range.prefix > podPrefix.longest) return [];
  if (zones.some((zone) => slotOf(region, zone) === undefined)) return [];
  return planPodSubnets(region, range, zones);
}

type Kind = Pick<AddressCapacity, "holds">;

function newCapacity(tier: Tier, subnets: ZoneSubnets, kind: Kind): AddressCapacity {
  return capacityOf(`${tier} ${subnets.zone}`, subnets.zone, [subnets[tier]], ["network", "cidr"], kind);
}

/** The existing subnets of a zone together; undefined if the range of one is unknown. */
function existingCapacity(
  path: Path,
  all: readonly EksExistingSubnet[] | undefined,
  zone: string,
  kind: Kind,
): AddressCapacity[] {
  const inZone = entries(all).filter(([, subnet]) => subnet.zone === zone);
  const ranges = inZone.flatMap(([, { cidr }]) => (isKnown(cidr) && Cidr.parse(cidr)) || []);
  if (inZone.length === 0 || ranges.length < inZone.length) return [];
  const at = [...path, inZone[0][0], "cidr"];
  const name = `${kind.holds === "pods" ? "pods" : "nodes"} ${zone}`;
  const sharedAs = Object.fromEntries(inZone.map(([, { id }], i) => [id, ranges[i].size - reservedBySubnet]));
  return [{ ...capacityOf(name, zone, ranges, at, kind), sharedAs }];
}

function capacityOf(
  name: string,
  zone: string,
  subnets: readonly Cidr[],
  path: Path,
  kind: Kind,
): AddressCapacity {
  const size = subnets.reduce((sum, subnet) => sum + subnet.size - reservedBySubnet, 0);
  return { name, detail: subnets.join(", "), size, usages: [], path, zone, subnets, ...kind };
}

function describePodNetwork({ addresses, ownSubnets }: PodNetwork): string {
  const names = { "secondary-ips": "secondary addresses", prefixes: "prefixes", ipv6: "IPv6 prefixes" };
  return names[addresses] + (ownSubnets ? ", in separate subnets" : "");
}
