import type { Size } from "../../modules/cluster/scaling";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import type { Arguments, Synthesized } from "../support/synthesized";
import { nameRules } from "./names";
import { overlap, type Range, readRange, within } from "./ranges";

/** A right cluster, and what came of it. */
export interface Made {
  /** As the stack gets it, by its full name. */
  readonly spec: PlatformClusterSpec;
  readonly stack: Synthesized;

  /** The text of a second synthesis, where there was one. */
  readonly again?: string;
}

/** What a property found: how many things it looked at, and what was wrong with them. */
export interface Finding {
  readonly looked: number;
  readonly wrong: readonly string[];
}

/** Something that holds for the stack of every right cluster. */
export type Property = (made: Made) => Finding;

/** All references are to what is declared. */
export function referencesResolve({ stack }: Made): Finding {
  const { graph } = stack;
  return { looked: graph.addresses.length, wrong: graph.unresolved };
}

/** Nothing waits for itself. */
export function noCycles({ stack }: Made): Finding {
  const { graph } = stack;
  return { looked: graph.addresses.length, wrong: graph.cycle ? [graph.cycle.join(" -> ")] : [] };
}

/** The same input gives the same bytes. */
export function sameBytes({ stack, again }: Made): Finding {
  if (again === undefined) return { looked: 0, wrong: [] };
  if (again === stack.json) return { looked: 1, wrong: [] };
  const lines = again.split("\n");
  const line = stack.json.split("\n").findIndex((text, i) => text !== lines[i]);
  return {
    looked: 1,
    wrong: [`line ${line + 1}: ${stack.json.split("\n")[line]?.trim()} | ${lines[line]?.trim()}`],
  };
}

// --- Nodes ------------------------------------------------------------------------------------------------------

/** A node group of the cloud, with numbers over all its zones. */
interface NativeGroup {
  readonly address: string;
  readonly start: number;

  /** Undefined where no autoscaler moves the number. */
  readonly bounds?: { readonly min: number; readonly max: number };
  readonly zones?: number;
}

/** The native groups of a stack, read out of what Terraform gets. */
function nativeGroups(stack: Synthesized): NativeGroup[] {
  return Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
    Object.entries(all as Arguments).flatMap(([name, resource]) => {
      const found = readers[type]?.(resource);
      return found ? [{ address: `${type}.${name}`, ...found }] : [];
    }),
  );
}

const readers: Readonly<Record<string, (resource: Arguments) => Omit<NativeGroup, "address"> | undefined>> = {
  aws_eks_node_group: ({ scaling_config: { desired_size: start, min_size: min, max_size: max } }) => ({
    start,
    bounds: { min, max },
  }),
  aws_autoscaling_group: ({ desired_capacity: start, min_size: min, max_size: max }) => ({
    start,
    bounds: { min, max },
  }),
  azurerm_kubernetes_cluster: ({ default_node_pool: pool }) => azurePool(pool),
  azurerm_kubernetes_cluster_node_pool: azurePool,
  google_container_node_pool: ({ node_count, initial_node_count, autoscaling, node_locations }) => ({
    start: (node_count ?? initial_node_count) * node_locations.length,
    bounds: autoscaling && { min: autoscaling.total_min_node_count, max: autoscaling.total_max_node_count },
    zones: node_locations.length,
  }),
};

function azurePool(pool: Arguments): Omit<NativeGroup, "address"> {
  const { auto_scaling_enabled, node_count, min_count: min, max_count: max } = pool;
  return auto_scaling_enabled ? { start: min, bounds: { min, max } } : { start: node_count };
}

/**
 * The totals of nodes are what was asked for: at the start, and at both ends of a range. Groups are told apart by the output
 * `node_groups`, which has all native groups and no other.
 */
export function totalsOfNodes({ spec, stack }: Made): Finding {
  const natives = new Map(nativeGroups(stack).map((native) => [native.address, native]));
  const output = (stack.terraform.output.node_groups?.value ?? {}) as Record<
    string,
    Record<string, Arguments>
  >;
  const wrong: string[] = [];
  for (const group of spec.nodeGroups) {
    const parts = Object.values(output[group.name] ?? {}).map(({ name }) => addressOf(String(name)));
    const found = parts.flatMap((address) => natives.get(address) ?? []);
    for (const address of parts) natives.delete(address);
    wrong.push(...sizeFaults(group, found, spec).map((fault) => `${group.name}: ${fault}`));
  }
  // What GKE makes the cluster with goes at once; a cluster of Azure is itself no pool beside its first.
  wrong.push(...[...natives.keys()].map((address) => `${address} belongs to no group`));
  return { looked: spec.nodeGroups.length, wrong };
}

/** `${aws_eks_node_group.x.node_group_name}`, or the one name that Azure's first pool has. */
function addressOf(reference: string): string {
  if (reference === "system") return "azurerm_kubernetes_cluster.control_plane";
  return reference.replace(/^\$\{([^.]+\.[^.]+)\..*\}$/, "$1");
}

function sizeFaults(
  { size, spread, zones }: PlatformClusterSpec["nodeGroups"][number],
  parts: readonly NativeGroup[],
  { autoscaling, platform }: PlatformClusterSpec,
): string[] {
  const asked: Pick<Size, "min" | "max"> = typeof size === "number" ? { min: size, max: size } : size;
  const sum = (of: (part: NativeGroup) => number) => parts.reduce((total, part) => total + of(part), 0);
  const starts = parts.map(({ start }) => start);
  const hasBounds = parts.every(({ bounds }) => bounds !== undefined);
  const start = sum((part) => part.start);
  // GKE starts with as many nodes in each zone: whole zones, near the least.
  const slack = platform === "gke" && typeof size === "object" ? sum((part) => (part.zones ?? 1) - 1) : 0;
  return [
    parts.length === 0 ? ["has no native group"] : [],
    Math.abs(start - asked.min) > slack || start > asked.max
      ? [`starts with ${start} nodes, asked ${asked.min}`]
      : [],
    hasBounds && sum(({ bounds }) => bounds!.min) !== asked.min
      ? [`has at least ${sum(({ bounds }) => bounds!.min)} nodes, asked ${asked.min}`]
      : [],
    hasBounds && sum(({ bounds }) => bounds!.max) !== asked.max
      ? [`has at most ${sum(({ bounds }) => bounds!.max)} nodes, asked ${asked.max}`]
      : [],
    !hasBounds && typeof size === "object" && (autoscaling ?? "cluster-autoscaler") === "cluster-autoscaler"
      ? ["has a range that no autoscaler knows"]
      : [],
    spread === "per-zone" && Math.max(...starts) - Math.min(...starts) > 1 && slack === 0
      ? [`is dealt out unevenly: ${starts.join(", ")}`]
      : [],
    spread === "per-zone" && zones && parts.length !== zones.length
      ? [`has ${parts.length} parts in ${zones.length} zones`]
      : [],
    parts.some(({ bounds }) => bounds && (bounds.min > bounds.max || bounds.max < 1))
      ? ["has a part without room"]
      : [],
  ].flat();
}

// --- Zones ------------------------------------------------------------------------------------------------------

/**
 * The nodes of a group are in the zones that were asked for, with a subnet for each of them: on EKS one of the zone, on AKS one whose
 * NAT gateway is in the zone (where there is one for each), on GKE the region's.
 */
export function subnetsForZones(made: Made): Finding {
  const { spec, stack } = made;
  const { zones: named = 3, existing } = (spec.network ?? {}) as Arguments;
  const network: readonly string[] | number = existing?.nodeSubnets
    ? existing.nodeSubnets.map(({ zone }: Arguments) => zone)
    : named;
  let looked = 0;
  const wrong = spec.nodeGroups.flatMap((group) => {
    const asked = zonesWithNodes(group.zones ?? network, group, spec.platform);
    const found = new Set(
      Object.values((stack.terraform.output.node_groups?.value?.[group.name] ?? {}) as Arguments).flatMap(
        ({ name }) => zonesOfNodes(addressOf(String(name)), made),
      ),
    );
    looked += found.size;
    const isRight =
      typeof asked === "number"
        ? found.size === asked
        : found.size === new Set(asked).size && asked.every((zone) => found.has(zone));
    return isRight && !found.has(undefined)
      ? []
      : [`${group.name} is in ${[...found].join(", ")}, asked ${String(asked)}`];
  });
  return { looked, wrong };
}

/** The zones that nodes can be in: on GKE, which counts by the zone, fewer fixed nodes than zones are in the first ones. */
function zonesWithNodes(
  zones: readonly string[] | number,
  { size }: PlatformClusterSpec["nodeGroups"][number],
  platform: PlatformClusterSpec["platform"],
): readonly string[] | number {
  if (platform !== "gke" || typeof size !== "number" || size === 0) return zones;
  return typeof zones === "number" ? Math.min(zones, size) : zones.slice(0, size);
}

/** The zones that a native group has subnets in; undefined for a subnet that is in none. */
function zonesOfNodes(address: string, { spec, stack }: Made): (string | undefined)[] {
  const all = stack.terraform.resource as Arguments;
  const [type, name] = address.split(".");
  const resource: Arguments = all[type]?.[name] ?? {};
  if (spec.platform === "eks") {
    const existing: Arguments[] = [...(spec.network?.existing?.nodeSubnets ?? [])];
    return ((resource.subnet_ids ?? resource.vpc_zone_identifier ?? []) as string[]).map(
      (id) =>
        referred(all, "aws_subnet", id)?.availability_zone ?? existing.find((one) => one.id === id)?.zone,
    );
  }
  if (spec.platform === "gke") {
    const subnet = referred(
      all,
      "google_compute_subnetwork",
      all.google_container_cluster.control_plane?.subnetwork,
    );
    const { region } = subnet ?? spec;
    return (resource.node_locations as string[]).map((zone) =>
      zone.startsWith(`${region}-`) ? zone : undefined,
    );
  }
  const { zones, vnet_subnet_id: id }: Arguments = resource.default_node_pool ?? resource;
  const ofSubnet = Object.values((all.azurerm_subnet_nat_gateway_association ?? {}) as Arguments).find(
    ({ subnet_id }) => subnet_id === id,
  );
  const gateway = referred(all, "azurerm_nat_gateway", ofSubnet?.nat_gateway_id);
  const isPerZone = spec.network?.nat === "per-zone" && !spec.network.existing;
  return (zones as string[]).map((zone) =>
    id === undefined || (isPerZone && !gateway?.zones?.includes(zone)) ? undefined : zone,
  );
}

/** What `${type.name.id}` refers to. */
function referred(all: Arguments, type: string, reference: unknown): Arguments | undefined {
  const [, foundType, name] = /^\$\{([^.]+)\.([^.]+)\.[^.]+\}$/.exec(String(reference)) ?? [];
  return foundType === type ? all[type]?.[name] : undefined;
}

// --- Addresses --------------------------------------------------------------------------------------------------

/** A range, where it was found. */
interface Placed {
  readonly at: string;
  readonly range: Range;
}

/** Where ranges are that share no address, and those that others lie in. */
const rangePaths = {
  apart: [
    "aws_subnet.cidr_block",
    "aws_eks_cluster.kubernetes_network_config.service_ipv4_cidr",
    "aws_eks_cluster.remote_network_config.remote_node_networks.cidrs",
    "aws_eks_cluster.remote_network_config.remote_pod_networks.cidrs",
    "azurerm_subnet.address_prefixes",
    "azurerm_kubernetes_cluster.network_profile.pod_cidr",
    "azurerm_kubernetes_cluster.network_profile.service_cidr",
    // With two families; of IPv6 there is one range each.
    "azurerm_kubernetes_cluster.network_profile.pod_cidrs",
    "azurerm_kubernetes_cluster.network_profile.service_cidrs",
    "google_compute_subnetwork.ip_cidr_range",
    "google_compute_subnetwork.secondary_ip_range.ip_cidr_range",
    "google_container_cluster.private_cluster_config.master_ipv4_cidr_block",
  ],
  inside: {
    "aws_subnet.cidr_block": ["aws_vpc.cidr_block", "aws_vpc_ipv4_cidr_block_association.cidr_block"],
    "azurerm_subnet.address_prefixes": ["azurerm_virtual_network.address_space"],
  },
  /** Ranges of networks, which no range beside their own parts may touch. */
  networks: [
    "aws_vpc.cidr_block",
    "aws_vpc_ipv4_cidr_block_association.cidr_block",
    "azurerm_virtual_network.address_space",
  ],
} as const;

/** Subnets, and the ranges of pods and services, share no address; subnets lie in their network. */
export function rangesAreApart({ stack }: Made): Finding {
  const placed = rangesAt(stack, rangePaths.apart);
  const networks = rangesAt(stack, rangePaths.networks);
  const wrong = placed.flatMap((one, i) =>
    placed
      .slice(0, i)
      .filter((other) => overlap(one.range, other.range))
      .map((other) => clash(one, other)),
  );
  for (const [path, outer] of Object.entries(rangePaths.inside)) {
    const around = rangesAt(stack, outer);
    for (const one of rangesAt(stack, [path])) {
      if (!around.some(({ range }) => within(one.range, range))) {
        wrong.push(`${one.at} ${one.range.text} lies in no network`);
      }
    }
  }
  const parts = new Set(Object.keys(rangePaths.inside));
  for (const one of placed.filter(({ at }) => ![...parts].some((path) => isAt(at, path)))) {
    const network = networks.find((other) => overlap(one.range, other.range));
    if (network) wrong.push(clash(one, network));
  }
  for (const [i, one] of networks.entries()) {
    const other = networks.slice(0, i).find((earlier) => overlap(one.range, earlier.range));
    if (other) wrong.push(clash(one, other));
  }
  return { looked: placed.length, wrong };
}

const clash = (one: Placed, other: Placed): string =>
  `${one.at} ${one.range.text} overlaps ${other.at} ${other.range.text}`;

/** Parts of an IPv6 range, as Terraform computes them: none twice. */
export function ipv6PartsDiffer({ stack }: Made): Finding {
  const parts = valuesAt(stack, "aws_subnet.ipv6_cidr_block").map(({ value }) => String(value));
  return { looked: parts.length, wrong: parts.filter((part, i) => parts.indexOf(part) < i) };
}

function rangesAt(stack: Synthesized, paths: readonly string[]): Placed[] {
  return paths.flatMap((path) =>
    valuesAt(stack, path).flatMap(({ at, value }) => {
      const range = readRange(value);
      return range ? [{ at, range }] : [];
    }),
  );
}

// --- Names ------------------------------------------------------------------------------------------------------

/** Names are what the clouds take, and no two things of a kind share one. */
export function namesWithinLimits({ stack }: Made): Finding {
  let looked = 0;
  const wrong = Object.entries(nameRules).flatMap(
    ([path, { least = 1, most, pattern, isShared, source }]) => {
      const literal = namesAt(stack, path);
      looked += literal.length;
      return literal.flatMap(({ at, name }, i) => [
        ...(name.length < least || name.length > most
          ? [
              `${at} ${JSON.stringify(name)} has ${name.length} characters, not ${least} to ${most} (${source})`,
            ]
          : []),
        ...(pattern.test(name)
          ? []
          : [`${at} ${JSON.stringify(name)} is none that is taken: ${pattern} (${source})`]),
        ...(!isShared && literal.some((other, n) => n < i && other.name === name)
          ? [`${at} ${JSON.stringify(name)} is there twice`]
          : []),
      ]);
    },
  );
  return { looked, wrong: [...wrong, ...windowsPools(stack), ...unknownNames(stack)] };
}

/** The names at a path that are known now, and no references. */
function namesAt(stack: Synthesized, path: string): { readonly at: string; readonly name: string }[] {
  return valuesAt(stack, path).flatMap(({ at, value }) =>
    typeof value === "string" && !value.includes("${") ? [{ at, name: value }] : [],
  );
}

/** Pools of Windows have six characters. Azure naming rules, managedClusters/agentPools */
function windowsPools(stack: Synthesized): string[] {
  return Object.entries((stack.terraform.resource.azurerm_kubernetes_cluster_node_pool ?? {}) as Arguments)
    .filter(([, { os_type, name }]) => os_type === "Windows" && name.length > 6)
    .map(([address, { name }]) => `${address} ${name} has more than 6 characters, on Windows`);
}

/** A kind of resource with a name of ours that no limit is known of. */
function unknownNames(stack: Synthesized): string[] {
  return Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
    Object.values(all as Arguments).some(({ name }) => typeof name === "string" && !name.includes("${")) &&
    !(`${type}.name` in nameRules)
      ? [`no limit is known of ${type}.name`]
      : [],
  );
}

// --- Where is looked --------------------------------------------------------------------------------------------

/** The paths that are looked at on a platform: some cluster must have something at each, or it is misspelt. */
export function pathsOf(platform: PlatformClusterSpec["platform"]): string[] {
  const prefix = { eks: "aws_", aks: "azurerm_", gke: "google_" }[platform];
  return [...new Set([...pathsOfRanges, ...Object.keys(nameRules)])].filter((path) =>
    path.startsWith(prefix),
  );
}

/** Those of them at which a cluster has something to judge. */
export function pathsIn({ spec, stack }: Made): string[] {
  return pathsOf(spec.platform).filter((path) =>
    pathsOfRanges.includes(path) ? rangesAt(stack, [path]).length > 0 : namesAt(stack, path).length > 0,
  );
}

const pathsOfRanges: readonly string[] = [
  ...rangePaths.apart,
  ...Object.entries(rangePaths.inside).flatMap(([inner, outer]) => [inner, ...outer]),
  ...rangePaths.networks,
];

// --- Reading ----------------------------------------------------------------------------------------------------

/** The values of an argument, `type.argument.block.argument`, in all resources of a type; lists are stepped through. */
function valuesAt(stack: Synthesized, path: string): { readonly at: string; readonly value: unknown }[] {
  const [type, ...steps] = path.split(".");
  return Object.entries((stack.terraform.resource[type] ?? {}) as Arguments).flatMap(([name, resource]) =>
    dig(resource, steps).map((value) => ({ at: `${type}.${name}.${steps.join(".")}`, value })),
  );
}

function dig(value: unknown, steps: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => dig(item, steps));
  const [step, ...rest] = steps;
  if (step === undefined) return [value];
  return typeof value === "object" && value !== null && step in value
    ? dig((value as Record<string, unknown>)[step], rest)
    : [];
}

/** Whether an address with an argument, `type.name.argument`, is one of a path `type.argument`. */
function isAt(at: string, path: string): boolean {
  const [type, , ...steps] = at.split(".");
  return [type, ...steps].join(".") === path;
}

/** By name, in the order in which they are told. */
export const properties: Readonly<Record<string, Property>> = {
  "references resolve": referencesResolve,
  "there is no cycle": noCycles,
  "a second synthesis gives the same bytes": sameBytes,
  "totals of nodes are what was asked": totalsOfNodes,
  "there is a subnet for each zone": subnetsForZones,
  "ranges share no address": rangesAreApart,
  "IPv6 ranges differ": ipv6PartsDiffer,
  "names are within limits": namesWithinLimits,
};

/** Properties that find nothing to look at elsewhere: only on AWS do we divide an IPv6 range ourselves. */
export const onlyOn: Readonly<Record<string, readonly PlatformClusterSpec["platform"][]>> = {
  "IPv6 ranges differ": ["eks"],
};
