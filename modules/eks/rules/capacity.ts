import { Cidr } from "../../cluster/addresses";
import { error, type Path, type Problem, warning } from "../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  type RuleContext,
  shown,
} from "../../cluster/rules/rule";
import {
  architectureOf,
  type InstanceType,
  instanceType,
  isPattern,
  maxPods,
  maxPodsWithPrefixes,
  subnetAddresses,
  typesNamed,
} from "../instance-types";
import type { EksClusterProps, EksMachineRequirements, EksNodeGroupSpec } from "../props";
import { planSubnets, slotOf, vpcPrefix, type ZoneSubnets } from "../subnet-plan";
import { newVpc } from "./network";
import { nativeGroups } from "./node-groups";

/** [VPC user guide] subnet sizing: AWS keeps the first four addresses and the last. */
const reservedBySubnet = 5;

/** [EKS user guide] subnet requirements: addresses that the control plane needs in each of its subnets, and better has. */
const controlPlane = { needed: 6, advised: 16 } as const;

/** For a type that is not known: as many interfaces and addresses as the larger common ones have, and EKS' usual limit. */
const assumed = { maxInterfaces: 8, addressesPerInterface: 30, pods: 110 } as const;

/** Addresses that the VPC CNI takes at once with prefix delegation. [VPC CNI] */
const prefixSize = 16;

/** What a node group may take from the subnets of one zone. */
interface Demand {
  readonly group: string;
  readonly nodes: number;
  readonly addressesPerNode: number;
}

/** Where the nodes of a zone get their addresses. */
interface Supply {
  readonly zone: string;
  readonly path: Path;
  readonly subnets: readonly Cidr[];
  /** Taken by the control plane. */
  readonly taken: number;
}

/**
 * Nodes and pods find addresses in their subnets, with every group at its largest and all of them in the middle of an
 * update.
 *
 * [VPC CNI] each pod has an address of its node's subnet; [EKS user guide] managed node update behavior, for the surge.
 */
export function roomForNodes(cluster: EksClusterProps, { zones }: RuleContext): Problem[] {
  const short = suppliesOf(cluster, zones ?? []).flatMap((supply) => {
    const available =
      supply.subnets.reduce((sum, { size }) => sum + size - reservedBySubnet, 0) - supply.taken;
    const demands = demandsIn(supply.zone, cluster, zones);
    const needed = demands.reduce((sum, { nodes, addressesPerNode }) => sum + nodes * addressesPerNode, 0);
    return needed > available ? [{ supply, available, demands, needed }] : [];
  });
  // The subnets of a new VPC are all of one size: the zone that lacks most speaks for the others.
  const told = cluster.network?.existing ? short : short.sort((a, b) => b.needed - a.needed).slice(0, 1);
  return told.map(({ supply, available, demands, needed }) =>
    error(
      supply.path,
      `nodes and pods may need ${needed} addresses in ${supply.zone}, and its node ` +
        `${supply.subnets.length > 1 ? "subnets have" : "subnet has"} ${available} (${supply.subnets.join(", ")}): ` +
        demands
          .map(({ group, nodes, addressesPerNode }) => `${group} ${nodes} nodes x ${addressesPerNode}`)
          .join(", ") +
        `, surge of an update included; ${wayOut(cluster)}`,
    ),
  );
}

function wayOut(cluster: EksClusterProps): string {
  if (cluster.network?.existing) return "give it larger subnets, or lower size or maxPods";
  // No VPC is larger.
  if (newVpc(cluster)?.prefix === vpcPrefix.shortest) return "lower size or maxPods";
  return `give the network a larger range (up to /${vpcPrefix.shortest}), or lower size or maxPods`;
}

/**
 * What is not in the table of types may be new, or misspelt; how many addresses it takes can only be guessed.
 *
 * [EC2 API] DescribeInstanceTypes
 */
export function machineTypesKnown(cluster: EksClusterProps, { zones }: RuleContext): Problem[] {
  const network = podNetwork(cluster);
  const isGuessed = network !== "elsewhere" && suppliesOf(cluster, zones ?? []).length > 0;
  return forEachGroup(cluster, (spec, group) =>
    knownEntries(spec.machineTypes)
      .filter(([, type]) => architectureOf(type) && !typesNamed(type).some(instanceType))
      .map(([i, type]) =>
        warning(
          [...group, "machineTypes", i],
          `${shown(type)} is not among the ${isPattern(type) ? "families" : "instance types"} known here; check the spelling, if it is not new` +
            (isGuessed
              ? ` (room in the subnets is checked with ${addressesOf(undefined, spec.maxPods, network)} addresses for each)`
              : ""),
        ),
      ),
  );
}

/**
 * The control plane's interfaces and the interface endpoints find addresses in their subnets.
 *
 * [EKS user guide] subnet requirements: 6 addresses, 16 advised.
 */
export function roomForControlPlane(cluster: EksClusterProps, { zones }: RuleContext): Problem[] {
  const [subnets] = planOf(cluster, zones ?? []);
  if (!subnets) return [];
  const available = subnets.intra.size - reservedBySubnet;
  const endpoints = entries(cluster.network?.endpoints).length;
  const path = ["network", "cidr"];
  const story = (wanted: number) =>
    `the control plane ${wanted === controlPlane.needed ? "needs" : "should have"} ${wanted} addresses in each zone` +
    (endpoints > 0 ? ` and the endpoints take ${endpoints}` : "") +
    `; its subnets have ${available} (such as ${subnets.intra}): give the network a larger range`;
  if (available < controlPlane.needed + endpoints) return [error(path, story(controlPlane.needed))];
  if (available < controlPlane.advised + endpoints) return [warning(path, story(controlPlane.advised))];
  return [];
}

/** A node that may run more pods than its interfaces hold addresses leaves some of them waiting for ever. [VPC CNI] */
export function podsHaveAddresses(cluster: EksClusterProps): Problem[] {
  if (podNetwork(cluster) !== "secondary-addresses") return [];
  return forEachGroup(cluster, ({ maxPods: pods, machineTypes, image }, group) => {
    if (!isWhole(pods, 1) || image?.family === "windows") return [];
    const smallest = knownEntries(machineTypes)
      .flatMap(([, name]) => typesNamed(name))
      .flatMap((name) => instanceType(name) ?? [])
      .sort((a, b) => podAddresses(a) - podAddresses(b))
      .at(0);
    if (!smallest || pods <= podAddresses(smallest)) return [];
    return [
      warning(
        [...group, "maxPods"],
        `the interfaces of a ${smallest.name} hold addresses for ${podAddresses(smallest)} pods, got ${pods}; set ` +
          "eks.prefixDelegation, or take a larger type",
      ),
    ];
  });
}

/** Subnets that nodes come to be in, where their ranges are known. */
function suppliesOf(cluster: EksClusterProps, zones: readonly string[]): Supply[] {
  const existing = cluster.network?.existing;
  if (!existing) {
    return planOf(cluster, zones).map((subnets) => ({
      zone: subnets.zone,
      path: ["network", "cidr"],
      subnets: [subnets.private],
      taken: 0,
    }));
  }
  return zones.flatMap((zone) => {
    const inZone = entries(existing.nodeSubnets).filter(([, subnet]) => subnet.zone === zone);
    const subnets = inZone.flatMap(([, { cidr }]) => (isKnown(cidr) && Cidr.parse(cidr)) || []);
    // One range that is not known, and nothing can be said of the zone.
    if (subnets.length < inZone.length) return [];
    const taken = existing.controlPlaneSubnetIds ? 0 : controlPlane.needed;
    return [{ zone, path: ["network", "existing", "nodeSubnets", inZone[0][0], "cidr"], subnets, taken }];
  });
}

/** The subnets of a new VPC, when they can be planned. */
function planOf(cluster: EksClusterProps, zones: readonly string[]): ZoneSubnets[] {
  const vpc = newVpc(cluster);
  if (!vpc || vpc.prefix < vpcPrefix.shortest || vpc.prefix > vpcPrefix.longest) return [];
  if (zones.some((zone) => slotOf(cluster.region, zone) === undefined)) return [];
  return planSubnets(cluster.region, vpc, zones);
}

function demandsIn(zone: string, cluster: EksClusterProps, zones: readonly string[] | undefined): Demand[] {
  return entries(cluster.nodeGroups).flatMap(([, spec]) => {
    const nodes = nativeGroups({ ...spec, size: largestSize(spec) }, zones)
      .filter((native) => native.zones.includes(zone))
      .reduce(
        (sum, native) => sum + Math.ceil((native.size.max + surge(spec, native)) / native.zones.length),
        0,
      );
    const addressesPerNode = addressesOfLargest(spec, cluster);
    return nodes > 0 && addressesPerNode > 0 ? [{ group: spec.name, nodes, addressesPerNode }] : [];
  });
}

/** The bounds of a group with the highest upper one that a schedule gives it. */
function largestSize({ size, autoScalingGroup }: EksNodeGroupSpec): EksNodeGroupSpec["size"] {
  if (!isKnown(size) || typeof size !== "object") return size;
  const scheduled = entries(autoScalingGroup?.schedules).flatMap(([, { size: bounds }]) =>
    isWhole(bounds?.max, 0) ? [bounds.max] : [],
  );
  return { ...size, max: Math.max(size.max, ...scheduled) };
}

/** [EKS user guide] scale up phase: twice the number of zones, or as many nodes as may be unavailable. */
function surge(
  { upgrade, kind, autoScalingGroup }: EksNodeGroupSpec,
  { zones, size }: ReturnType<typeof nativeGroups>[number],
): number {
  if (kind === "self-managed" && autoScalingGroup?.replacement === "terminate") return 0;
  const { maxUnavailable, maxUnavailablePercent = 33 } = upgrade ?? {};
  const unavailable = isWhole(maxUnavailable, 1, 100)
    ? maxUnavailable
    : isWhole(maxUnavailablePercent, 1, 100)
      ? Math.min(100, Math.ceil((size.max * maxUnavailablePercent) / 100))
      : 0;
  return kind === "self-managed" ? unavailable : Math.max(2 * zones.length, unavailable);
}

/** How pods come by their addresses, as the settings of the vpc-cni add-on say. */
type PodNetwork = "secondary-addresses" | "prefixes" | "elsewhere";

function podNetwork({ eks }: EksClusterProps): PodNetwork {
  const env = eks?.addOns?.["vpc-cni"]?.configuration?.env;
  const isOn = (name: string) =>
    typeof env === "object" && env !== null && String((env as Record<string, unknown>)[name]) === "true";
  if (isOn("AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG")) return "elsewhere";
  return eks?.prefixDelegation === true || isOn("ENABLE_PREFIX_DELEGATION")
    ? "prefixes"
    : "secondary-addresses";
}

function addressesOfLargest(
  { machineTypes, machines, maxPods: pods }: EksNodeGroupSpec,
  cluster: EksClusterProps,
): number {
  const types = knownEntries(machineTypes)
    .filter(([, name]) => architectureOf(name))
    .flatMap(([, name]) => (isPattern(name) ? typesWithin(name, machines) : [name]));
  return Math.max(0, ...types.map((name) => addressesOf(instanceType(name), pods, podNetwork(cluster))));
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

function addressesOf(type: InstanceType | undefined, given: number | undefined, network: PodNetwork): number {
  const most = network === "prefixes" ? maxPodsWithPrefixes : maxPods;
  const pods = isWhole(given, 1) ? given : type ? most(type) : assumed.pods;
  switch (network) {
    case "elsewhere":
      return 1;
    case "prefixes":
      // Whole prefixes as the pods need, a warm one, and the node's own address.
      return (Math.ceil(pods / prefixSize) + 1) * prefixSize + 1;
    case "secondary-addresses":
      return subnetAddresses(
        type ?? { name: "", architecture: "x86_64", vcpus: 0, fabricAdapters: 0, ...assumed },
        pods,
      );
  }
}

/** Pods that find an address on a type's interfaces, and the two that need none. [amazon-eks-ami] eni-max-pods */
function podAddresses({ maxInterfaces, addressesPerInterface }: InstanceType): number {
  return maxInterfaces * (addressesPerInterface - 1) + 2;
}
